import MentorDirectory
import Surface

/// The list of mentors.
struct ResultsView {
  let state: AppState

  /// A column of the list; `width` is what it takes beside others.
  private struct Column {
    var title: String
    var width: Int
    var isRight = false
    var text: (Int) -> StyledText
  }

  func draw(on surface: inout Surface) {
    let directory = state.directory
    let bounds = surface.bounds
    guard bounds.height > 0 else { return }
    let isFocused = directory.focus == .results
    guard directory.result.total > 0 else {
      surface.put("MENTORS", at: Point(1, 0), style: Style(isFocused ? .accent : .heading, .bold))
      if isFocused, !directory.isTyping { surface.placeCursor(at: Point(2, 2), visible: false) }
      return drawNobody(on: &surface)
    }
    let columns = columns(width: bounds.width)
    drawHeadings(columns, isFocused: isFocused, on: &surface)
    let places = directory.scroll..<(directory.scroll + bounds.height - 1)
    for (offset, mentor) in directory.rows(places).enumerated() {
      let y = 1 + offset
      let isCurrent = directory.scroll + offset == directory.cursor
      draw(mentor, columns, at: y, isCurrent: isCurrent, on: &surface)
      guard isCurrent else { continue }
      let line = Rect(x: 0, y: y, width: bounds.width, height: 1)
      surface.setGround(isFocused || directory.isTyping ? .selection : .selectionInactive, in: line)
      surface.put("▌", at: Point(0, y), style: Style(.accent, [], on: isFocused ? .selection : .selectionInactive))
      if isFocused, !directory.isTyping { surface.placeCursor(at: Point(2, y), visible: false) }
    }
  }

  private func drawHeadings(_ columns: [Column], isFocused: Bool, on surface: inout Surface) {
    var x = 3
    for (place, column) in columns.enumerated() {
      let style = place == 0 ? Style(isFocused ? .accent : .heading, .bold) : Style(.dim)
      let title = place == 0 ? "MENTORS" : column.title
      if column.isRight {
        surface.putRight(title, before: Point(x + column.width, 0), style: style)
      } else {
        surface.put(title, at: Point(place == 0 ? 1 : x, 0), style: style, maxWidth: column.width)
      }
      x += column.width + 2
    }
  }

  private func draw(_ mentor: Int, _ columns: [Column], at y: Int, isCurrent: Bool, on surface: inout Surface) {
    let index = state.directory.index
    if state.directory.marked.contains(index.id(of: mentor)) {
      surface.put("*", at: Point(1, y), style: Style(.bookmark, .bold))
    }
    var x = 3
    for column in columns {
      let text = column.text(mentor).truncated(to: column.width)
      surface.put(text, at: Point(column.isRight ? x + column.width - text.displayWidth : x, y), maxWidth: column.width)
      x += column.width + 2
    }
  }

  // MARK: - Columns

  /// As many columns as fit: name, area and free places first, then place, title, languages, last change.
  private func columns(width: Int) -> [Column] {
    let index = state.directory.index, highlights = state.directory.result.highlights
    func values(_ facet: FacetName, _ mentor: Int) -> StyledText {
      StyledText(index.values(of: mentor, in: facet).map { index.valueName($0) }.joined(separator: ", "), .text)
        .highlighted(highlights)
    }
    let name = Column(title: "name", width: 0) { StyledText(index.name(of: $0), Style(.title)).highlighted(highlights) }
    let area = Column(title: "area", width: 0) { mentor in
      let areas = index.values(of: mentor, in: .area).sorted { index.total(of: $0) > index.total(of: $1) }
      let first = StyledText(areas.first.map { index.valueName($0) } ?? "").highlighted(highlights)
      return areas.count > 1 ? first + StyledText(" +\(areas.count - 1)", .dim) : first
    }
    let place = Column(title: "place", width: 0) { mentor in
      StyledText(index.values(of: mentor, in: .location).first.map { index.valueName($0) } ?? "").highlighted(
        highlights)
    }
    let title = Column(title: "title", width: 0) { values(.title, $0) }
    let languages = Column(title: "languages", width: 0) { values(.language, $0) }
    let changed = Column(title: "changed", width: 10) { StyledText(index.lastChanged(of: $0)?.text ?? "", .dim) }
    let free = Column(title: "free", width: 7, isRight: true) { availability(of: $0) }

    let inner = width - 4
    var flexible: [(Column, weight: Int)] = [(name, 10)]
    var fixed: [Column] = []
    if inner >= 34 { fixed.append(free) }
    if inner >= 30 { flexible.append((area, 7)) }
    if inner >= 60 { flexible.append((place, 5)) }
    if inner >= 76 { flexible.insert((title, 10), at: 1) }
    if inner >= 96 { flexible.append((languages, 8)) }
    if inner >= 112 { fixed.insert(changed, at: 0) }
    let gaps = (flexible.count + fixed.count - 1) * 2
    let room = max(8, inner - gaps - fixed.reduce(0) { $0 + $1.width })
    let weights = flexible.reduce(0) { $0 + $1.weight }
    var columns = flexible.map { column, weight -> Column in
      var column = column
      column.width = min(40, room * weight / weights)
      return column
    }
    columns[0].width += max(0, min(8, room - columns.reduce(0) { $0 + $1.width }))
    return columns + fixed
  }

  private func availability(of mentor: Int) -> StyledText {
    let index = state.directory.index
    let state =
      index.values(of: mentor, in: .availability).first
      .flatMap { Availability.State(rawValue: index.valueName($0)) } ?? .unknown
    switch (state, index.freePlaces(of: mentor)) {
    case (.full, _): return StyledText("full", .dim)
    case (.away, _): return StyledText("away", .dim)
    case (.closed, _): return StyledText("closed", .dim)
    case (_, 0): return StyledText("full", .dim)
    case (_, let free?): return StyledText("\(free) free", .good)
    case (.open, nil): return StyledText("open", .good)
    case (.limited, nil): return StyledText("limited", .good)
    case (.unknown, nil): return StyledText("–", .dim)
    }
  }

  // MARK: - Nobody

  /// Which filter to drop, and how many that gives.
  private func drawNobody(on surface: inout Surface) {
    let directory = state.directory
    var lines: [StyledText] = []
    if directory.index.mentorCount == 0 {
      lines.append(StyledText("There are no mentors here yet.", Style(.text, .bold)))
      lines.append(StyledText())
      lines.append(StyledText("Import what your community has, a sheet, a list or a folder of pages:"))
      lines.append(StyledText("  mentoring import mentors.csv", .code))
      lines.append(StyledText("Or look around in a sample community first:"))
      lines.append(StyledText("  mentoring --demo", .code))
    } else {
      lines.append(StyledText("Nobody matches all of this.", Style(.text, .bold)))
      lines.append(StyledText())
      let shown = alternatives.prefix(8)
      let room = max(8, surface.bounds.width - 20)
      let column = min(room, shown.map(\.0.displayWidth).max() ?? 0)
      let digits = shown.map { $0.1.grouped.count }.max() ?? 1
      for (what, total) in shown {
        let gives = "  " + total.grouped.padded(to: digits, alignment: .right)
        lines.append(
          StyledText([.init("without ", .dim), .init(what.padded(to: column), .text), .init(gives, .count)]))
      }
      lines.append(StyledText())
      lines.append(
        StyledText([
          .init("x", .key), .init(" drops the last filter, ", .dim), .init("X", .key), .init(" clears all", .dim),
        ]))
    }
    var y = 2
    for line in lines {
      for part in line.isEmpty ? [line] : line.wrapped(width: max(1, surface.bounds.width - 3))
      where y < surface.bounds.height {
        surface.put(part, at: Point(2, y))
        y += 1
      }
    }
  }

  /// Filters whose dropping gives somebody, most first.
  private var alternatives: [(String, Int)] {
    let query = state.directory.query
    var chips = Chip.chips(of: query)
    if !query.terms.isEmpty {
      chips.append(Chip(filter: .words, text: "the words “\(words(of: query))”", isExclusion: false))
    }
    return chips.map { ($0.text, state.directory.session.total($0.dropped(from: query))) }
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
  }

  private func words(of query: Query) -> String {
    var words = Query()
    words.terms = query.terms
    return words.text
  }
}
