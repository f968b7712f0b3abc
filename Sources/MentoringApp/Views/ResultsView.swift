import MentorDirectory
import Surface

/// The list of mentors.
struct ResultsView {
  let state: AppState

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
    let columns = ResultColumns(state: state).columns(width: bounds.width)
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

  private func drawHeadings(_ columns: [ResultColumns.Column], isFocused: Bool, on surface: inout Surface) {
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

  private func draw(
    _ mentor: Int, _ columns: [ResultColumns.Column], at y: Int, isCurrent: Bool, on surface: inout Surface
  ) {
    let index = state.directory.index
    let id = index.id(of: mentor)
    let marks = (state.directory.marked.contains(id) ? "*" : "") + (state.bookmarks.contains(id) ? "★" : "")
    surface.put(marks, at: Point(1, y), style: Style(.bookmark, .bold))
    var x = 3
    for column in columns {
      let text = column.text(mentor).truncated(to: column.width)
      surface.put(text, at: Point(column.isRight ? x + column.width - text.displayWidth : x, y), maxWidth: column.width)
      x += column.width + 2
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
      lines.append(StyledText([.init("a", .key), .init(" adds a source: page, list, sheet …")]))
      lines.append(StyledText("Or import files that you have:"))
      lines.append(StyledText("  mentoring import mentors.csv", .code))
      lines.append(StyledText("Or look around in a sample first:"))
      lines.append(StyledText("  mentoring --demo", .code))
    } else {
      lines.append(StyledText("Nobody matches all of this.", Style(.text, .bold)))
      lines.append(StyledText())
      let shown = directory.alternatives.prefix(8)
      let room = max(8, surface.bounds.width - 20)
      let column = min(room, shown.map(\.filter.displayWidth).max() ?? 0)
      let digits = shown.map { $0.total.grouped.count }.max() ?? 1
      for alternative in shown {
        let gives = "  " + alternative.total.grouped.padded(to: digits, alignment: .right)
        lines.append(
          StyledText([
            .init("without ", .dim), .init(alternative.filter.padded(to: column), .text), .init(gives, .count),
          ]))
      }
      lines.append(StyledText())
      lines.append(
        StyledText([
          .init("x", .key), .init(" drops the last filter, ", .dim), .init("X", .key), .init(" clears all", .dim),
        ]))
    }
    let parts = lines.flatMap { $0.isEmpty ? [$0] : $0.wrapped(width: max(1, surface.bounds.width - 3)) }
    let room = surface.bounds.height - 2
    // Where rows are scarce, words go before air.
    for (row, part) in (parts.count > room ? parts.filter { !$0.isEmpty } : parts).prefix(max(0, room)).enumerated() {
      surface.put(part, at: Point(2, 2 + row))
    }
  }
}
