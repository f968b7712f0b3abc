import MentorDirectory
import Surface

extension AppState {
  /// The cursor begins where something is chosen, else where most mentors are.
  mutating func openMap() {
    var map = MapState(directory.index)
    let chosen = directory.result.chosen
    map.cursor = map.places(directory.result).first { chosen.contains($0.value) }?.value
    self.map = map
  }

  mutating func performOnMap(_ action: Action, count: Int?) {
    guard let map else { return }
    switch action {
    case .back, .close, .map: self.map = nil
    case .help: overlay = .help(HelpState(context: .map))
    case .open:
      if let value = map.cursor, !directory.result.chosen.contains(value) { togglePlace(value) }
      if map.cursor != nil { self.map = nil }
    case .toggle: if let value = map.cursor { togglePlace(value) }
    case .groupPlaces: regroupPlaces(map)
    case .undo: if !directory.undo() { message = Message("nothing to undo") }
    case .redo: if !directory.redo() { message = Message("nothing to redo") }
    case .clearFilters: directory.change { $0 = DirectoryState.Question() }
    case .dropFilter: directory.dropLast()
    case .left, .right, .up, .down: moveOnMap(map, action, times: min(count ?? 1, 999))
    case .nextPane: moveInOrder(map, by: count ?? 1)
    case .previousPane: moveInOrder(map, by: -(count ?? 1))
    case .top: self.map?.cursor = map.places(directory.result).first?.value
    case .bottom: self.map?.cursor = map.places(directory.result).last?.value
    default: break
    }
  }

  /// After a change: the places are those of the directory, and the cursor is on one that is shown.
  mutating func keepMapCursor() {
    guard var map else { return }
    if !map.isOf(directory.index) {
      let grouping = map.grouping
      map = MapState(directory.index, grouping: grouping)
    }
    let places = map.places(directory.result)
    if !places.contains(where: { $0.value == map.cursor }) { map.cursor = places.first?.value }
    self.map = map
  }

  private mutating func togglePlace(_ value: Int) { directory.toggle(value, in: .location, exclude: false) }

  /// Countries for cities and back; the cursor goes to the country of its city, or to the largest city of its country.
  private mutating func regroupPlaces(_ map: MapState) {
    let index = directory.index
    var other = MapState(index, grouping: map.grouping == .cities ? .countries : .cities)
    let places = other.places(directory.result)
    let wanted = map.cursor
    let parent = wanted.flatMap { index.parent(of: $0) }
    other.cursor =
      places.first {
        $0.value == wanted || (other.grouping == .countries ? $0.value == parent : index.parent(of: $0.value) == wanted)
      }?.value
    self.map = other
  }

  private mutating func moveInOrder(_ map: MapState, by step: Int) {
    let places = map.places(directory.result)
    guard let here = places.firstIndex(where: { $0.value == map.cursor }) else { return }
    let count = places.count
    self.map?.cursor = places[((here + step) % count + count) % count].value
  }

  /// The nearest place in a direction; what lies aside counts as twice as far.
  private mutating func moveOnMap(_ map: MapState, _ action: Action, times: Int) {
    let places = map.places(directory.result)
    guard var here = places.first(where: { $0.value == map.cursor }) else { return }
    for _ in 0..<times {
      let spot = MapSpot(here.coordinates)
      let next = places.lazy.filter { $0.value != here.value }
        .compactMap { place in spot.distance(to: MapSpot(place.coordinates), action).map { (place, $0) } }
        .min { $0.1 < $1.1 }
      guard let next else {
        if here.value == map.cursor { message = Message("no place further \(Self.word(for: action))") }
        break
      }
      here = next.0
    }
    self.map?.cursor = here.value
  }

  private static func word(for action: Action) -> String {
    switch action {
    case .left: "to the left"
    case .right: "to the right"
    case .up: "up"
    default: "down"
    }
  }

  // MARK: - Mouse

  /// A click goes to the nearest place, a double click chooses it.
  mutating func pointOnMap(_ mouse: MouseEvent) {
    guard let map, case .press(let clicks) = mouse.action, mouse.button == .left else { return }
    message = nil
    let area = MapLayout(size).map
    guard area.contains(mouse.position) else { return }
    let projection = MapProjection(columns: area.width, rows: area.height)
    let nearest = map.places(directory.result).map { place -> (value: Int, far: Int) in
      let dot = projection.dot(place.coordinates)
      let x = dot.x / 2 + area.x - mouse.position.x, y = dot.y / 4 + area.y - mouse.position.y
      return (place.value, x * x + 4 * y * y)
    }.min { $0.far < $1.far }
    guard let nearest, nearest.far <= 16 else { return }
    self.map?.cursor = nearest.value
    if clicks > 1 { performOnMap(.open, count: nil) }
  }
}

/// A place as the map shows it, in degrees at the equator.
private struct MapSpot {
  let x, y: Double

  init(_ place: Coordinates) {
    x = place.longitude
    y = -MapProjection.miller(place.latitude) * 180 / .pi
  }

  /// How far another spot is in a direction; nil if it lies elsewhere.
  func distance(to other: MapSpot, _ action: Action) -> Double? {
    let right = other.x - x, down = other.y - y
    let (ahead, aside) =
      switch action {
      case .left: (-right, abs(down))
      case .right: (right, abs(down))
      case .up: (-down, abs(right))
      default: (down, abs(right))
      }
    return ahead > 0 && ahead >= aside ? ahead + 2 * aside : nil
  }
}
