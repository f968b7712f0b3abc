import Surface
import Testing

@Suite struct TextTests {
  @Test(
    "Width counts columns",
    arguments: [("", 0), ("Ada", 3), ("日本語", 6), ("é", 1), ("e\u{301}", 1), ("👍🏽", 2), ("🇪🇪", 2), ("a\u{200B}b", 2)])
  func width(text: String, columns: Int) { #expect(text.displayWidth == columns) }

  @Test(
    "Truncation never splits a cluster",
    arguments: [
      ("Localization", 12, "Localization"), ("Localization", 6, "Local…"), ("日本語の本", 5, "日本…"),
      ("日本語の本", 4, "日…"), ("👩‍👩‍👧 family", 4, "👩‍👩‍👧…"), ("ab cd", 4, "ab…"), ("abc", 1, "…"), ("abc", 0, ""), ("日", 1, "…"),
    ])
  func truncation(text: String, width: Int, expected: String) { #expect(text.truncated(to: width) == expected) }

  @Test("Padding fills to exactly the width")
  func padding() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("17".padded(to: 4, alignment: .right) == "  17")
    #expect("ab".padded(to: 5, alignment: .centre) == " ab  ")
    #expect("日本語".padded(to: 4) == "日… ")
  }

  @Test(
    "Wrapping breaks where readers expect it",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]), ("", 5, [""]),
      ("a\n\nb", 5, ["a", "", "b"]), ("  indented text", 10, ["  indented", "text"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("go abcdefghij", 4, ["go", "abcd", "efgh", "ij"]), ("well-known word", 6, ["well-", "known", "word"]),
      ("one   two", 4, ["one", "two"]), ("trailing   ", 8, ["trailing"]), ("日本語です。はい", 10, ["日本語で", "す。はい"]),
      ("「日本」語", 6, ["「日", "本」語"]), ("ア「イ」", 4, ["ア", "「イ", "」"]), ("日", 1, ["日"]), ("a b", 1, ["a", "b"]),
      ("x -5 y", 4, ["x -5", "y"]),
    ])
  func wrapping(text: String, width: Int, lines: [String]) { #expect(text.wrapped(width: width) == lines) }

  @Test("No line is too wide, and nothing but white space is lost")
  func wrappingFuzz() {
    var random = Random(seed: 3)
    for _ in 0..<600 {
      let text = random.text(scalars: 40)
      let width = Int.random(in: 2...20, using: &random)
      let lines = text.wrapped(width: width)
      for line in lines { #expect(line.displayWidth <= width || line.count == 1) }
      func visible(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { !$0.properties.isWhitespace } }
      #expect(visible(lines.joined()) == visible(text))
    }
  }

  @Test("Styled text wraps and cuts like plain text and keeps its styles")
  func styled() {
    let whole = "see the guide for terms"
    let range = whole.index(whole.startIndex, offsetBy: 4)..<whole.index(whole.startIndex, offsetBy: 13)
    let text = StyledText(whole, .text, highlighting: [range], as: .link)
    let lines = text.wrapped(width: 8)
    #expect(lines.map(\.text) == whole.wrapped(width: 8))
    #expect(lines[0].runs == [.init("see ", .text), .init("the", .link)])
    #expect(lines[1].runs == [.init("guide", .link), .init(" for", .text)] || lines[1].runs.first?.style == .link)
    #expect(text.truncated(to: 9).runs == [.init("see ", .text), .init("the", .link), .init("…", .link)])
    #expect(text.on(.selection).runs.allSatisfy { $0.style.ground == .selection })
  }

  @Test("A column leads back to the text")
  func indexAtColumn() {
    let text = "a日b"
    #expect(text.index(atColumn: 0) == text.startIndex)
    #expect(text.index(atColumn: 2) == text.index(after: text.startIndex))
    #expect(text.index(atColumn: 9) == text.endIndex)
  }
}
