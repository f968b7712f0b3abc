import MentorDirectory
import Surface

/// The line to type at the foot of the screen, and above it what fits.
struct PromptView {
  let prompt: Prompt
  private let state: AppState
  private let rows: [PaletteRow]
  private let selected: Int?

  private static let mostRows = 12
  private static let widest = 92

  init(prompt: Prompt, state: AppState) {
    self.prompt = prompt
    self.state = state
    rows = state.paletteRows(prompt)
    selected = AppState.row(of: prompt, in: rows)
  }

  private var visible: Range<Int> {
    let count = max(0, min(rows.count, Self.mostRows, state.size.height - 4))
    let start = max(0, (selected ?? 0) - count + 1)
    return start..<(start + count)
  }

  /// The frame of the palette; nil where nothing fits, or no row has room.
  private var frame: Rect? {
    let height = visible.count + 2
    guard !visible.isEmpty else { return nil }
    return Rect(x: 0, y: state.size.height - 1 - height, width: min(state.size.width, Self.widest), height: height)
  }

  /// The row of the palette under a point.
  func row(at point: Point) -> Int? {
    guard let inner = frame?.inset(columns: 1, rows: 1), inner.contains(point) else { return nil }
    return visible.lowerBound + point.y - inner.y
  }

  func draw(on surface: inout Surface) {
    if let frame {
      surface.fill(frame)
      surface.box(frame, title: "Commands")
      surface.within(frame.inset(columns: 1, rows: 1)) { drawRows(on: &$0) }
    }
    let foot = Rect(x: 0, y: surface.height - 1, width: surface.width, height: 1)
    surface.fill(foot)
    surface.within(foot) { drawLine(on: &$0) }
  }

  private func drawRows(on surface: inout Surface) {
    let width = surface.bounds.width
    let longest = rows[visible].map(\.text.displayWidth).max() ?? 0
    let column = min(longest, max(12, width / 2 - 4))
    for (y, place) in visible.enumerated() {
      let row = rows[place], isHere = row.elsewhere == nil
      let ranges = row.found.map { $0..<($0 + 1) }
      let name = StyledText(row.text, isHere ? .text : .dim).marked(ranges).truncated(to: column)
      surface.put(place == selected ? "▌" : " ", at: Point(0, y), style: .accent)
      surface.put(name, at: Point(2, y))
      let keys = row.keys.map(HintBar.symbol).joined(separator: " ")
      let keysWidth = width >= 56 && isHere && !keys.isEmpty ? keys.displayWidth + 2 : 0
      let room = width - column - 5 - keysWidth
      let help = isHere ? row.help : "\(row.help) (\(row.elsewhere?.title ?? ""))"
      if room > 8 { surface.put(help.truncated(to: room), at: Point(column + 4, y), style: .dim) }
      if keysWidth > 0 { surface.putRight(keys, before: Point(width - 1, y), style: .key) }
      if place == selected { surface.setGround(.selection, in: Rect(x: 0, y: y, width: width, height: 1)) }
    }
  }

  private func drawLine(on surface: inout Surface) {
    let width = surface.bounds.width
    surface.put(sign, at: Point(1, 0), style: Style(.accent, .bold))
    let isRoomy = width >= note.displayWidth + 24
    if isRoomy { surface.putRight(note, before: Point(width, 0), style: .dim) }
    FieldView(editor: prompt.line, isActive: true)
      .draw(at: Point(3, 0), width: width - 4 - (isRoomy ? note.displayWidth + 1 : 0), on: &surface)
  }

  private var sign: String { prompt.purpose == .command ? ":" : "|" }

  /// What is handed to the command, or that nothing fits.
  private var note: String {
    switch prompt.purpose {
    case .command: rows.isEmpty && LineCommand(prompt.line.text.trimmed) == nil ? "no command fits " : ""
    case .pipe(.writeUp): "gets the write-up "
    case .pipe(.marked): "gets \(state.directory.marked.count.grouped) marked "
    case .pipe(.shown): "gets \(state.directory.result.total.grouped) mentors "
    }
  }
}
