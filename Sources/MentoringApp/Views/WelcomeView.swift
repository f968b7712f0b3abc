import Surface

/// What somebody new has to know: three keys, and how to find the others. The first key closes it and counts.
struct WelcomeView {
  let mentors: Int
  let keymap: Keymap

  /// What a key does, at length and in short.
  private static let ways: [(action: Action, text: String, short: String)] = [
    (.search, "search: what you want to learn, a name, a place", "search"),
    (.nextPane, "go through areas, places, languages; space chooses", "areas, places; space chooses"),
    (.open, "read what the mentor under the cursor offers", "read"),
    (.help, "see all keys", "all keys"),
  ]

  func draw(on surface: inout Surface) {
    let size = surface.size
    let isRoomy = size.height >= 14, width = min(size.width, 64), column = 5
    var lines = [StyledText("Three keys to one of \(mentors.mentors):", Style(.text, .bold)), StyledText()]
    for way in Self.ways {
      let key = keymap.key(for: way.action, in: .results).map(HintBar.symbol) ?? ""
      let text = width - 6 - column >= way.text.displayWidth ? way.text : way.short
      lines.append(StyledText([.init(key.padded(to: column), Style(.key, .bold)), .init(text, .text)]))
    }
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height).inset(rows: size.height >= 10 ? 1 : 0)
    let box = whole.centred(width: width, height: min(whole.height, lines.count + (isRoomy ? 4 : 2)))
    surface.fill(box)
    surface.box(box, title: "Welcome")
    surface.within(box.inset(columns: 3, rows: isRoomy ? 2 : 1)) { surface in
      for (row, line) in lines.prefix(surface.bounds.height).enumerated() { surface.put(line, at: Point(0, row)) }
    }
  }
}
