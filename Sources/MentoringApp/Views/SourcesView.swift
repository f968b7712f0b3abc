import MentorDirectory
import Surface

/// The Sources screen: the list, the details of the source under the cursor, and how far a sync is.
struct SourcesView {
  let state: AppState
  private var sources: SourcesState { state.sources }

  func draw(on surface: inout Surface) {
    let layout = SourcesLayout(state)
    surface.within(layout.header) { HeaderView(state: state).draw(on: &$0) }
    surface.within(layout.summary) { drawSummary(on: &$0) }
    if let area = layout.sync, let sync = sources.sync {
      surface.within(area) { SyncBar(sync: sync, now: state.now).draw(on: &$0) }
    }
    if let list = layout.list { surface.within(list) { drawList(on: &$0) } }
    if let details = layout.details {
      if let list = layout.list {
        if details.x > list.maxX {
          surface.vline(at: Point(list.maxX, list.y), length: list.height)
        } else {
          surface.hline(at: Point(0, list.maxY), length: list.width)
        }
      }
      surface.within(details) { drawDetails(on: &$0) }
    }
    surface.within(layout.footer) { FooterView(state: state).draw(on: &$0) }
  }

  /// How many there are, and how they are.
  private func drawSummary(on surface: inout Surface) {
    let rows = sources.rows
    let width = surface.bounds.width
    guard sources.isLoaded else {
      surface.put("reading the list of sources", at: Point(1, 0), style: .dim)
      return
    }
    let failing = rows.count { if case .failing = $0.health { true } else { false } }
    let off = rows.count { $0.health == .off }
    var text = StyledText(rows.count == 1 ? "1 source" : "\(rows.count.grouped) sources", Style(.text, .bold))
    if failing > 0 { text.append(" · \(failing.grouped) failing", .warning) }
    if off > 0 { text.append(" · \(off.grouped) off", .dim) }
    surface.put(text, at: Point(1, 0), maxWidth: width - 2)
    let note = "the sample is offline: only shown "
    if sources.isReadOnly, text.displayWidth + note.displayWidth + 4 <= width {
      surface.putRight(note, before: Point(width, 0), style: .dim)
    }
  }

  // MARK: - List

  private func drawList(on surface: inout Surface) {
    let bounds = surface.bounds
    guard !sources.rows.isEmpty else {
      if sources.isLoaded { drawNone(on: &surface) }
      return
    }
    let isFocused = sources.focus == .list
    let columns = Column.fitting(bounds.width)
    var x = 3
    for (place, column) in columns.enumerated() {
      let style = place == 0 ? Style(isFocused ? .accent : .heading, .bold) : Style(.dim)
      let title = column.title.padded(to: column.width, alignment: column.isRight ? .right : .left)
      surface.put(place == 0 ? column.title : title, at: Point(place == 0 ? 1 : x, 0), style: style)
      x += column.width + 2
    }
    for (offset, row) in sources.rows.dropFirst(sources.scroll).prefix(bounds.height - 1).enumerated() {
      let y = offset + 1, isCurrent = sources.scroll + offset == sources.cursor
      draw(row, columns, at: y, on: &surface)
      guard isCurrent else { continue }
      let ground: Role = isFocused ? .selection : .selectionInactive
      surface.setGround(ground, in: Rect(x: 0, y: y, width: bounds.width, height: 1))
      surface.put("▌", at: Point(0, y), style: Style(.accent, [], on: ground))
      if isFocused { surface.placeCursor(at: Point(3, y), visible: false) }
    }
  }

  private func draw(_ row: SourceRow, _ columns: [Column], at y: Int, on surface: inout Surface) {
    let (mark, words) = sources.state(of: row, at: state.now)
    let style = Self.style(of: row, mark)
    surface.put(mark, at: Point(1, y), style: style)
    var x = 3
    for column in columns {
      let text = column.field == .state ? words : column.text(row, now: state.now)
      let cell = text.padded(to: column.width, alignment: column.isRight ? .right : .left)
      surface.put(cell, at: Point(x, y), style: column.field == .state ? style : column.style(row))
      x += column.width + 2
    }
  }

  static func style(of row: SourceRow, _ mark: String) -> Style {
    if mark == "◎" { return .accent }
    switch row.health {
    case .ok: return .good
    case .failing: return .warning
    case .never, .off: return .dim
    }
  }

  // MARK: - Details

  private func drawDetails(on surface: inout Surface) {
    let bounds = surface.bounds
    let lines = SourceDetails(state: state).lines(width: bounds.width - 2)
    let last = max(0, lines.count - bounds.height), scroll = min(sources.detailsScroll, last)
    for (row, line) in lines.dropFirst(scroll).prefix(bounds.height).enumerated() {
      surface.put(line, at: Point(1, row), maxWidth: bounds.width - 2)
    }
    if scroll < last { surface.putRight(" ↓ ", before: Point(bounds.width, bounds.height - 1), style: .dim) }
    if sources.focus == .details {
      surface.setGround(.cursorLine, in: Rect(x: 0, y: 0, width: bounds.width, height: 1))
      surface.placeCursor(at: Point(1, 0), visible: false)
    }
  }

  // MARK: - None

  private func drawNone(on surface: inout Surface) {
    let lines = [
      StyledText("There are no sources yet.", Style(.text, .bold)), StyledText(),
      StyledText([
        .init("a", .key), .init(", the address, "), .init("↵", .key), .init(" adds one; "), .init("r", .key),
        .init(" brings its mentors."),
      ]),
      StyledText(),
      StyledText(
        "It can be a mentor's page, a list of links, a published sheet, a phonebook, a wiki page or a folder."),
    ]
    var y = 1
    for line in lines {
      for part in line.isEmpty ? [line] : line.wrapped(width: max(1, min(80, surface.bounds.width - 4)))
      where y < surface.bounds.height {
        surface.put(part, at: Point(2, y))
        y += 1
      }
    }
    surface.placeCursor(at: Point(2, 1), visible: false)
  }
}

extension SourcesView {
  /// A column of the list.
  struct Column {
    enum Field { case name, kind, state, mentors, age, next, address }
    var field: Field
    var width: Int

    /// As many as there is room for: name, state and number of mentors always, then age, kind, next sync, address.
    static func fitting(_ width: Int) -> [Column] {
      var columns = [Column(field: .name, width: 0)]
      if width >= 60 { columns.append(Column(field: .kind, width: 9)) }
      columns.append(Column(field: .state, width: 12))
      columns.append(Column(field: .mentors, width: 7))
      if width >= 52 { columns.append(Column(field: .age, width: 6)) }
      if width >= 76 { columns.append(Column(field: .next, width: 9)) }
      let taken = 3 + columns.dropFirst().reduce(0) { $0 + $1.width + 2 } + 1
      let room = max(8, width - taken)
      guard width >= 96 else {
        columns[0].width = room
        return columns
      }
      columns[0].width = max(16, room * 2 / 5)
      columns.append(Column(field: .address, width: max(8, room - columns[0].width - 2)))
      return columns
    }

    var title: String {
      switch field {
      case .name: "SOURCES"
      case .kind: "kind"
      case .state: "state"
      case .mentors: "mentors"
      case .age: "synced"
      case .next: "next"
      case .address: "address"
      }
    }

    var isRight: Bool { field == .mentors || field == .age }

    func text(_ row: SourceRow, now: Timestamp) -> String {
      switch field {
      case .name: row.name
      case .kind: row.kind
      case .mentors: row.mentors.grouped
      case .age: row.synced.map { $0.age(at: now) } ?? "–"
      case .next:
        // Without a time there was no sync yet, or there is one only when asked for.
        row.isOfFiles || !row.isEnabled
          ? "–" : row.nextSync.map { $0.wait(at: now) } ?? (row.every.isEmpty ? "by hand" : "due")
      case .address: row.address
      case .state: ""
      }
    }

    func style(_ row: SourceRow) -> Style {
      switch field {
      case .name: row.isEnabled ? .text : .dim
      case .mentors: .count
      default: .dim
      }
    }
  }
}
