import MentorDirectory
import Surface

/// The list of keys, narrowed as one types; what works where one came from stands first.
struct HelpView {
  let help: HelpState
  let commands: [Command]

  func draw(on surface: inout Surface) {
    let (box, lines) = placed(in: surface.size)
    surface.fill(box)
    surface.box(box, title: "Keys \(help.context.title)", style: .border)
    surface.within(box.inset(columns: 2, rows: 1)) { surface in
      let height = max(0, surface.bounds.height - 2)
      let scroll = min(help.scroll, max(0, lines.count - height))
      for (row, line) in lines.dropFirst(scroll).prefix(height).enumerated() { surface.put(line, at: Point(0, row)) }
      let foot = surface.bounds.height - 1
      surface.put("type to narrow", at: Point(0, foot), style: .dim)
      FieldView(editor: help.filter, isActive: true)
        .draw(at: Point(16, foot), width: max(1, surface.bounds.width - 16), on: &surface)
    }
  }

  /// Rows for the list, and how far it can be scrolled.
  func layout(in size: Size) -> (rows: Int, last: Int) {
    let (box, lines) = placed(in: size)
    let rows = max(0, box.height - 4)
    return (rows, max(0, lines.count - rows))
  }

  /// Between the bar at the top and the hints at the foot, where there is room for that.
  private func placed(in size: Size) -> (Rect, [StyledText]) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let lines = lines(width: min(76, size.width - 4))
    let room = size.height >= 12 ? whole.inset(rows: 1) : whole
    return (room.centred(width: 80, height: lines.count + 4), lines)
  }

  private func lines(width: Int) -> [StyledText] {
    let wanted = help.filter.text.folded
    func rows(_ commands: [Command]) -> [StyledText] {
      var joined: [Command] = []
      for command in commands {
        if let known = joined.firstIndex(where: { $0.help == command.help }) {
          joined[known].keys += command.keys
        } else {
          joined.append(command)
        }
      }
      return joined.compactMap { command in
        let keys = command.keys.map(HintBar.symbol).joined(separator: " ")
        guard wanted.isEmpty || (keys + " " + command.help).folded.contains(wanted) else { return nil }
        return row(keys: keys, command.help, width)
      }
    }
    var lines = rows(commands.filter { $0.contexts.contains(help.context) })
    for context in CommandContext.allCases where context != help.context {
      let others = rows(
        commands.filter { $0.contexts.contains(context) && !$0.contexts.contains(help.context) })
      if !others.isEmpty { lines += [StyledText(), StyledText(context.title, Style(.heading, .bold))] + others }
    }
    let mouse = mouseRows(width: width, wanted: wanted)
    if !mouse.isEmpty { lines += [StyledText(), StyledText("with the mouse", Style(.heading, .bold))] + mouse }
    return lines.isEmpty ? [StyledText("no command is called that", .dim)] : lines
  }

  private static let mouse = [
    ("click", "choose; on a filter: drop it; on a heading: fold it"),
    ("double click", "read; on a line between panes: put it back"),
    ("drag", "a line between panes moves it"),
    ("wheel", "scrolls what is under the pointer"),
    ("S-drag", "selects text; :mouse off leaves the mouse to the terminal"),
  ]

  private func mouseRows(width: Int, wanted: String) -> [StyledText] {
    Self.mouse.filter { wanted.isEmpty || ($0 + " " + $1).folded.contains(wanted) }.map { row(keys: $0, $1, width) }
  }

  private func row(keys: String, _ help: String, _ width: Int) -> StyledText {
    let column = min(20, max(8, width / 3))
    return StyledText([
      .init(keys.truncated(to: column - 1).padded(to: column), .key),
      .init(help.truncated(to: max(0, width - column)), .text),
    ])
  }
}
