import CText
import Testing

@testable import Surface

@Suite struct ClusterTests {
  /// What stands in the cells of a text, wide characters once, cells apart by a bar.
  private func cells(_ text: String) -> String {
    var surface = Surface(width: 40, height: 1)
    let used = surface.put(text, at: Point(0, 0))
    return (0..<used).compactMap { surface[$0, 0].width == 0 ? nil : surface[$0, 0].text }.joined(separator: "|")
  }

  @Test(
    "A risky cluster becomes what every terminal draws alike",
    arguments: [
      ("a text variation selector", "☎\u{FE0E}", "☎"),
      ("an emoji variation selector", "❤\u{FE0F}", "❤"),
      ("a family", "👩‍👩‍👧‍👦", "👩"),
      ("a profession", "👩🏽‍💻", "👩"),
      ("a skin tone", "👍🏿", "👍"),
      ("a skin tone by itself", "\u{1F3FD}", "\u{1F3FD}"),
      ("a flag", "🇫🇷", "F|R"),
      ("half a flag", "🇫", "F"),
      ("a flag of tags", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🏴"),
      ("a keycap", "5\u{FE0F}\u{20E3}", "5"),
      ("a letter with an accent", "e\u{301}", "é"),
      ("two marks of which one composes", "a\u{302}\u{301}", "ấ"),
      ("a kana with a voiced mark", "か\u{3099}", "が"),
      ("jamo", "\u{1112}\u{1161}\u{11AB}", "한"),
      ("five marks", "x\u{301}\u{302}\u{303}\u{304}\u{305}", "x\u{301}\u{302}\u{303}\u{304}"),
      ("a mark by itself", "\u{301}", "◌\u{301}"),
      ("an escape", "a\u{1B}[31mb", "a|[|3|1|m|b"),
      ("a bell and a C1 control", "a\u{7}\u{9B}b", "a|b"),
      ("bidirectional controls", "a\u{202E}b\u{2066}c\u{200F}", "a|b|c"),
      ("zero width scalars", "a\u{200B}b\u{2060}c\u{FEFF}", "a|b|c"),
      ("a soft hyphen", "a\u{AD}b", "a|b"),
      ("a tab and a line feed", "a\tb\nc\r\nd", "a| |b| |c| |d"),
      ("a scalar without an assignment", "\u{378}", "\u{FFFD}"),
      ("a conjunct with a joiner", "क\u{94D}\u{200D}ष", "क\u{94D}|ष"),
      ("a Hangul filler", "\u{115F}a", "a"),
    ])
  func reduction(name: String, text: String, expected: String) {
    #expect(Array(cells(text).unicodeScalars) == Array(expected.unicodeScalars), "\(name)")
  }

  @Test("Every cell is as wide as its base, and its marks take no column")
  func widthsAgree() {
    var random = Random(seed: 7)
    for _ in 0..<3000 {
      var clusters = ClusterIterator(random.text(scalars: 8))
      while let cluster = clusters.next() {
        cluster.forEachCell { cell in
          #expect(Int(ctext_width(cell.base)) == cell.width)
          for index in 1..<5 where cell.scalar(at: index) != 0 { #expect(ctext_width(cell.scalar(at: index)) == 0) }
        }
      }
    }
  }

  @Test("Scalars of the fast path stand alone and are measured as the C library does")
  func plainScalars() {
    for value in UInt32(0x20)...0xFFFF where ScalarClass.isPlain(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(max(-1, Int(ctext_width(value))) == ScalarClass.width(value), "U+\(String(value, radix: 16))")
      #expect("a\(scalar)a".count == 3, "U+\(String(value, radix: 16))")
      #expect("가\(scalar)\u{AC00}".count == 3, "U+\(String(value, radix: 16))")
    }
  }

  @Test("Cutting a text into clusters loses and repeats nothing")
  func rangesAreContiguous() {
    var random = Random(seed: 11)
    for _ in 0..<500 {
      let text = random.text(scalars: 20)
      var clusters = ClusterIterator(text)
      var index = text.startIndex
      while let cluster = clusters.next() {
        #expect(cluster.range.lowerBound == index)
        index = cluster.range.upperBound
      }
      #expect(index == text.endIndex)
    }
  }

  @Test func aCellIsSixteenBytes() { #expect(MemoryLayout<Cell>.stride == 16) }
}
