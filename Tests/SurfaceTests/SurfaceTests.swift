import Surface
import Testing

@Suite struct SurfaceTests {
  @Test("Text is drawn where it belongs and tells its columns")
  func put() {
    var surface = Surface(width: 12, height: 2)
    #expect(surface.put("Ada", at: Point(1, 0)) == 3)
    #expect(surface.put("日本", at: Point(0, 1)) == 4)
    #expect(surface.put("é!", at: Point(4, 1)) == 2)
    #expect(surface.text == " Ada\n日本é!")
  }

  @Test("A wide character that does not fit becomes a space")
  func wideAtEdge() {
    var surface = Surface(width: 5, height: 2)
    #expect(surface.put("日本語", at: Point(0, 0)) == 6)
    #expect(surface.rowText(0) == "日本")
    #expect(surface[4, 0].width == 1)
    #expect(surface.put("日本語", at: Point(0, 1), maxWidth: 3) == 3)
    #expect(surface.rowText(1) == "日")
  }

  @Test("A wide character cut by the left edge becomes a space")
  func wideAtLeftEdge() {
    var surface = Surface(width: 4, height: 1)
    surface.put("日ab", at: Point(-1, 0))
    #expect(surface.text == " ab")
  }

  @Test("Overwriting half of a wide character blanks the other half")
  func overwriteHalf() {
    var right = Surface(width: 4, height: 1)
    right.put("日本", at: Point(0, 0))
    right.put("x", at: Point(1, 0))
    #expect(right.text == " x本")
    var left = Surface(width: 4, height: 1)
    left.put("日本", at: Point(0, 0))
    left.put("x", at: Point(2, 0))
    #expect(left.text == "日x")
    var both = Surface(width: 6, height: 1)
    both.put("日本語", at: Point(0, 0))
    both.fill(Rect(x: 1, y: 0, width: 4, height: 1), with: "-")
    #expect(both.text == " ----")
  }

  @Test("A sub-rectangle is a world of its own and clips")
  func within() {
    var surface = Surface(width: 10, height: 4)
    surface.fill(surface.bounds, with: ".")
    surface.within(Rect(x: 2, y: 1, width: 4, height: 2)) { inner in
      #expect(inner.bounds == Rect(x: 0, y: 0, width: 4, height: 2))
      inner.put("abcdefgh", at: Point(0, 0))
      inner.put("hidden", at: Point(0, 2))
      inner.within(Rect(x: 2, y: 1, width: 9, height: 9)) { $0.put("xyz", at: Point(0, 0)) }
      inner.placeCursor(at: Point(1, 1))
    }
    #expect(
      surface.text == """
        ..........
        ..abcd....
        ....xy....
        ..........
        """)
    #expect(surface.cursor?.position == Point(3, 2))
  }

  @Test("Drawing outside changes nothing")
  func outside() {
    var surface = Surface(width: 3, height: 2)
    for point in [Point(-50, 0), Point(3, 0), Point(0, -1), Point(0, 2), Point(1000, 1000)] {
      surface.put("hello", at: point, maxWidth: 5)
      surface.fill(Rect(x: point.x + 50_000, y: point.y, width: 2, height: 2), with: "#")
      surface.placeCursor(at: Point(point.x + 50_000, 0))
    }
    #expect(surface == Surface(width: 3, height: 2))
  }

  @Test("Lines join at a border, and a frame has a title")
  func boxes() {
    var surface = Surface(width: 14, height: 5)
    surface.box(surface.bounds, title: "Areas")
    surface.vline(at: Point(9, 0), length: 5, joined: true)
    surface.hline(at: Point(0, 2), length: 14, joined: true)
    #expect(
      surface.text == """
        ┌─ Areas ┬───┐
        │        │   │
        ├────────┼───┤
        │        │   │
        └────────┴───┘
        """)
    #expect(
      surface.asciiOnly().text == """
        +- Areas +---+
        |        |   |
        +--------+---+
        |        |   |
        +--------+---+
        """)
  }

  @Test("Styles are recorded by role and ground")
  func styles() {
    var surface = Surface(width: 12, height: 2)
    surface.put(StyledText([.init("▌ "), .init("Ada", .match), .init(" x")]), at: Point(0, 0))
    surface.setGround(.selection, in: Rect(x: 0, y: 0, width: 12, height: 1))
    surface.put("24", at: Point(10, 1), style: Style(.count, .bold))
    #expect(
      surface.marked == "{text|selection:▌ }{match|selection:Ada}{text|selection: x     }\n          {count+bold:24}")
    #expect(surface.roles([.selection: "s", .match: "m", .count: "c"]) == "ssmmmsssssss\n..........cc")
  }

  @Test(
    "ASCII drawing keeps every column",
    arguments: [
      ("▌★ Chloé Exemple", ">* Chloe Exemple"), ("● ○ ▸ ▾ ✓ × …", "* o > v v x ~"),
      ("Łódź, Ærø, ıŞß", "Lodz, Aro, iSs"),
      ("日本", "? ?"), ("Привет", "??????"), ("a · b → c ▏↵", "a . b > c |<"),
    ])
  func ascii(text: String, expected: String) {
    var surface = Surface(width: 20, height: 1)
    surface.put(text, at: Point(0, 0))
    #expect(surface.asciiOnly().text == expected)
    #expect(surface.asciiOnly().cells.allSatisfy { $0.width == 1 && $0.text.utf8.count == 1 })
  }

  @Test("A text console gets letters and lines as they are, and marks that its font is sure to have")
  func console() {
    var surface = Surface(width: 32, height: 1)
    surface.put("▌● Łódź │ ▸ 日本 é “π” … ⠿ ┼ ×·", at: Point(0, 0))
    let drawn = surface.cells.map(\.consoleOnly)
    let text = drawn.filter { $0.width > 0 }.map(\.text).joined()
    #expect(text.hasPrefix(#">* Łódź │ > 日本 é "π" ~ . ┼ ×·"#), "\(text)")
    #expect(zip(drawn, surface.cells).allSatisfy { $0.width == $1.width && $0.style == $1.style })
  }

  @Test("Random drawing never breaks a row: wide cells have their right half, and nothing else has one")
  func fuzz() {
    var random = Random(seed: 42)
    for _ in 0..<400 {
      let width = Int.random(in: 0...30, using: &random)
      let height = Int.random(in: 0...6, using: &random)
      var surface = Surface(width: width, height: height)
      for _ in 0..<12 {
        let rect = Rect(
          x: Int.random(in: -5...30, using: &random), y: Int.random(in: -2...6, using: &random),
          width: Int.random(in: 0...30, using: &random), height: Int.random(in: 0...6, using: &random))
        let text = random.text(scalars: Int.random(in: 0...25, using: &random))
        let point = Point(Int.random(in: -8...30, using: &random), Int.random(in: -1...6, using: &random))
        let limit: Int? = Bool.random(using: &random) ? nil : Int.random(in: 0...20, using: &random)
        let used = surface.within(rect) { $0.put(text, at: point, maxWidth: limit) }
        #expect(used == min(text.displayWidth, limit ?? Int.max))
        if Bool.random(using: &random) { surface.fill(rect, with: "#") }
        if Bool.random(using: &random) { surface.box(rect, title: text) }
        checkRows(surface)
      }
    }
  }

  private func checkRows(_ surface: Surface) {
    #expect(surface.cells.count == surface.width * surface.height)
    for y in 0..<surface.height {
      var x = 0
      while x < surface.width {
        let width = surface[x, y].width
        #expect(width == 1 || width == 2)
        if width == 2 { #expect(x + 1 < surface.width && surface[x + 1, y].width == 0) }
        x += max(1, width)
      }
    }
  }
}
