import Surface

/// What somebody new has to know: three keys, and how to find the others. The first key closes it and counts.
struct WelcomeView {
  let mentors: Int

  private static let ways: [(Action, String)] = [
    (.search, "and type what you want to learn, a name, a place"),
    (.nextPane, "goes to areas, places, languages; space chooses"),
    (.open, "reads what the mentor under the cursor offers"),
    (.help, "shows every key"),
  ]

  func draw(on surface: inout Surface) {
    let size = surface.size
    let column = 5
    let roomy = size.height >= 14
    let width = min(size.width, 62), inner = max(1, width - 6)
    var lines = StyledText("\(mentors.mentors) would like to hear from you.", Style(.text, .bold)).wrapped(width: inner)
    if roomy { lines.append(StyledText()) }
    for (action, text) in Self.ways {
      let key = CommandTable.key(for: action, in: .results).map(HintBar.symbol) ?? ""
      for (row, part) in text.wrapped(width: max(1, inner - column)).enumerated() {
        lines.append(
          StyledText([.init((row == 0 ? key : "").padded(to: column), Style(.key, .bold)), .init(part, .text)]))
      }
    }
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height).inset(rows: size.height >= 12 ? 1 : 0)
    let box = whole.centred(width: width, height: min(whole.height, lines.count + (roomy ? 4 : 2)))
    surface.fill(box)
    surface.box(box, title: "Welcome")
    surface.within(box.inset(columns: 3, rows: roomy ? 2 : 1)) { surface in
      for (row, line) in lines.prefix(surface.bounds.height).enumerated() { surface.put(line, at: Point(0, row)) }
    }
  }
}

extension CommandTable {
  /// The first key of an action.
  static func key(for action: Action, in context: CommandContext) -> String? {
    commands.first { $0.action == action && $0.contexts.contains(context) }?.keys.first
  }
}
