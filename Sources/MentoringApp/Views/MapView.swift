import MentorDirectory
import Surface

/// Where the parts of the map's screen stand.
struct MapLayout {
  let header, title, map, place, elsewhere, footer: Rect

  init(_ size: Size) {
    let width = size.width, height = size.height
    header = Rect(x: 0, y: 0, width: width, height: 1)
    title = Rect(x: 0, y: 1, width: width, height: 1)
    map = Rect(x: 0, y: 2, width: width, height: max(0, height - 5))
    place = Rect(x: 0, y: height - 3, width: width, height: 1)
    elsewhere = Rect(x: 0, y: height - 2, width: width, height: 1)
    footer = Rect(x: 0, y: height - 1, width: width, height: 1)
  }
}

/// Where the shown mentors are: their places upon the coasts of the world.
struct MapView {
  let state: AppState
  private let map: MapState
  private let places: [MapState.Place]
  /// Places that fall into one cell of the map share a mark of the size of all of them.
  private let cells: [Point: Cell]
  private let largest: Int

  private struct Cell {
    var count = 0
    var isChosen = false
    var isExcluded = false
  }

  init(state: AppState, map: MapState) {
    self.state = state
    self.map = map
    let result = state.directory.result
    places = map.places(result)
    let area = MapLayout(state.size).map
    let projection = MapProjection(columns: area.width, rows: area.height)
    var cells: [Point: Cell] = [:]
    for place in places {
      let isExcluded = result.excluded.contains(place.value), isChosen = result.chosen.contains(place.value)
      var cell = cells[Self.cell(of: place, projection)] ?? Cell()
      if !isExcluded { cell.count += place.count }
      cell.isChosen = cell.isChosen || isChosen
      cell.isExcluded = cell.isExcluded || isExcluded
      cells[Self.cell(of: place, projection)] = cell
    }
    self.cells = cells
    largest = cells.values.map(\.count).max() ?? 0
  }

  private static func cell(of place: MapState.Place, _ projection: MapProjection) -> Point {
    let dot = projection.dot(place.coordinates)
    return Point(dot.x / 2, dot.y / 4)
  }

  private var index: SearchIndex { state.directory.index }
  private var result: SearchResult { state.directory.result }

  func draw(on surface: inout Surface) {
    let layout = MapLayout(state.size)
    surface.within(layout.header) { HeaderView(state: state).draw(on: &$0) }
    surface.within(layout.title) { drawTitle(on: &$0) }
    surface.within(layout.map) { drawMap(on: &$0) }
    surface.within(layout.place) { drawPlace(on: &$0) }
    surface.within(layout.elsewhere) { drawElsewhere(on: &$0) }
    surface.within(layout.footer) { FooterView(state: state).draw(on: &$0) }
  }

  /// What is asked on the left; how many answer it, and what the marks mean, on the right.
  private func drawTitle(on surface: inout Surface) {
    let width = surface.bounds.width
    let total = result.total, all = index.mentorCount
    let scale = MapScale(largest: largest)
    var legend = StyledText()
    if largest > 1 {
      legend.append("○", Style(.accent, .bold))
      legend.append(scale.small == 1 ? " 1  " : " to \(scale.small.grouped)  ", .dim)
      if scale.middle > scale.small {
        legend.append("◎", Style(.accent, .bold))
        legend.append(" to \(scale.middle.grouped)  ", .dim)
      }
      legend.append("◉", Style(.accent, .bold))
      legend.append(" to \(largest.grouped)  ", .dim)
    }
    let count = total == all ? all.mentors : "\(total.grouped) of \(all.mentors)"
    var right = legend + StyledText(count + " ", Style(.text, .bold))
    if right.displayWidth + 14 > width { right = StyledText(count + " ", Style(.text, .bold)) }
    let x = 1 + surface.put("MAP", at: Point(1, 0), style: Style(.accent, .bold))
    var left = map.grouping == .cities ? "cities" : "countries"
    let query = state.directory.query
    var parts = state.directory.chips.map(\.text)
    if !query.terms.isEmpty { parts.insert(query.wordsAlone.text, at: 0) }
    if !parts.isEmpty { left += " · " + parts.joined(separator: " · ") }
    surface.put(left.truncated(to: max(0, width - right.displayWidth - x - 4)), at: Point(x + 2, 0), style: .dim)
    surface.put(right, at: Point(max(x + 2, width - right.displayWidth), 0))
  }

  private func drawMap(on surface: inout Surface) {
    let columns = surface.bounds.width, rows = surface.bounds.height
    guard columns > 0, rows > 0 else { return }
    let projection = MapProjection(columns: columns, rows: rows)
    var grid = BrailleGrid(columns: columns, rows: rows)
    for coast in WorldOutline.coasts {
      let dots = coast.map { projection.dot($0) }
      for (start, end) in zip(dots, dots.dropFirst()) { grid.line(from: start, to: end) }
    }
    for y in 0..<rows { surface.put(grid.row(y), at: Point(0, y), style: .border) }
    drawMarks(projection, on: &surface)
  }

  private func drawMarks(_ projection: MapProjection, on surface: inout Surface) {
    var here: Point?
    for place in places where place.value == map.cursor { here = Self.cell(of: place, projection) }
    let scale = MapScale(largest: largest)
    for (point, cell) in cells {
      let style: Style =
        if cell.isChosen { Style(.chip, .bold, on: .chip) } else if cell.isExcluded {
          Style(.chipExcluded, .bold, on: .chipExcluded)
        } else { Style(.accent, .bold) }
      surface.put(cell.count == 0 ? "×" : scale.mark(cell.count), at: point, style: style, maxWidth: 1)
    }
    guard let here else { return }
    surface.setGround(.selection, in: Rect(x: here.x - 1, y: here.y, width: 3, height: 1))
    surface.placeCursor(at: here, visible: false)
  }

  /// The place under the cursor.
  private func drawPlace(on surface: inout Surface) {
    guard let place = places.first(where: { $0.value == map.cursor }) else {
      surface.put("nobody shown has a place on the map", at: Point(1, 0), style: .dim)
      return
    }
    let path = index.path(of: place.value).reversed().joined(separator: ", ")
    let state =
      result.chosen.contains(place.value) ? " · chosen" : result.excluded.contains(place.value) ? " · excluded" : ""
    let count = "  \(place.count.mentors)\(state) "
    let room = max(8, surface.bounds.width - count.displayWidth - 1)
    let x = surface.put(path.truncated(to: room), at: Point(1, 0), style: Style(.title, .bold))
    surface.put(count, at: Point(1 + x, 0), style: .count)
  }

  /// Mentors who are on no place of the map, and what is known of where they are.
  private func drawElsewhere(on surface: inout Surface) {
    let elsewhere = MapElsewhere(state.directory, map, places)
    guard elsewhere.count > 0 else { return }
    var text = "\(elsewhere.count.mentors) elsewhere"
    if !elsewhere.named.isEmpty { text += ": " + elsewhere.named.joined(separator: ", ") }
    surface.put(text.truncated(to: max(0, surface.bounds.width - 2)), at: Point(1, 0), style: .dim)
  }
}

/// The mentors who are on no place of the map.
private struct MapElsewhere {
  private(set) var count = 0
  /// "Canada 3", "no place known 2".
  private(set) var named: [String] = []

  /// Like the counts on the map, this does not see which places are chosen.
  init(_ directory: DirectoryState, _ map: MapState, _ places: [MapState.Place]) {
    let result = directory.result, index = directory.index
    var query = directory.query
    query[.location].included = []
    let total = query == directory.query ? result.total : directory.session.total(query)
    count = total
    let shown = Set(places.map(\.value)).subtracting(result.excluded)
    for place in places where shown.contains(place.value) { count -= place.count }
    guard count > 0 else {
      count = 0
      return
    }
    // Of each place, how many its children or the map have; a parent stands before its children.
    let range = index.valueRange(of: .location)
    var isOnMap: Set<Int> = [], taken: [Int: Int] = [:]
    for value in range where shown.contains(value) || index.parent(of: value).map(isOnMap.contains) == true {
      isOnMap.insert(value)
    }
    var rest: [(name: String, count: Int)] = [], unplaced = count
    for value in range.reversed() where !result.excluded.contains(value) {
      let own = isOnMap.contains(value) ? 0 : result.count(of: value) - (taken[value] ?? 0)
      if own > 0 {
        rest.append((index.valueName(value), own))
        unplaced -= own
      }
      if let parent = index.parent(of: value) { taken[parent, default: 0] += result.count(of: value) }
    }
    rest.sort { ($0.count, $1.name) > ($1.count, $0.name) }
    named = rest.prefix(12).map { "\($0.name) \($0.count.grouped)" }
    if unplaced > 0 { named.append("no place known \(unplaced.grouped)") }
  }
}

extension Int {
  /// "1 mentor", "1,284 mentors".
  var mentors: String { self == 1 ? "1 mentor" : "\(grouped) mentors" }
}
