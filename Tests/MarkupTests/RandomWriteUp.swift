import MentorDirectory

/// A small seeded generator (SplitMix64), so that a failing tree can be made again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes write-ups full of what Markdown and HTML would misunderstand.
struct RandomWriteUp {
  var generator: SeededGenerator
  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  private static let words = [
    "word", "Zoë", "日本語", "a*b", "__init__", "[x]", "](", "<b>", "&amp;", "&copy", "1.", "2)", "-", "+", "#", "##",
    ">", "|", "a|b", "`", "``x", "~", "~~", "\\", "\\|", "!", "![", "{{ x }}", "{% y %}", "{: z}", "---", "===", ":--",
    "***", "C#", "it's", "“quoted”", "e.g.", "www", "a@b", "5 < 6", "x:y", "(c)", "…", "نص", "हिन्दी", "_", "*", "☐",
    ":snowflake:", "'''", "https", "<!--", "-->", "$", "^", "=", "\"", "]]", "{|", "|}", "0", "10.", "mailto",
  ]

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &generator)] }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func writeUp() -> WriteUp { WriteUp(blocks(depth: 0)) }

  mutating func blocks(depth: Int) -> [WriteUp.Block] { (0..<count(1...4)).map { _ in block(depth: depth) } }

  mutating func text() -> String {
    (0..<count(1...4)).map { _ in pick(Self.words) }.joined(separator: chance(80) ? " " : "")
  }

  mutating func inlines(depth: Int) -> [WriteUp.Inline] { (0..<count(1...4)).map { _ in inline(depth: depth) } }

  mutating func inline(depth: Int) -> WriteUp.Inline {
    let kind = depth > 4 ? 0 : count(0...15)
    switch kind {
    case 8: return .emphasis(inlines(depth: depth + 1))
    case 9: return .strong(inlines(depth: depth + 1))
    case 10: return .struck(inlines(depth: depth + 1))
    case 11: return .marked(inlines(depth: depth + 1))
    case 12: return .code(text())
    case 13: return .link(address: pick(Self.addresses), inlines(depth: depth + 1))
    case 14: return .image(address: pick(["https://example.org/a.png", "a b.png", ""]), alternative: text())
    case 15: return .lineBreak
    default: return .text((chance(30) ? " " : "") + text() + (chance(30) ? " " : ""))
    }
  }

  private static let addresses = [
    "https://example.org/a(b)?x=1&copy;=2", "mailto:zoe@example.org", "/mentoring", "page.html",
    "https://example.org/ü_*[x]",
    "javascript:alert(1)", "https://example.org/\"<>", "xmpp:robin@example.net", "", "#top",
  ]

  mutating func block(depth: Int) -> WriteUp.Block {
    switch depth > 3 ? 1 : count(0...9) {
    case 0: return .heading(level: count(1...6), inlines(depth: 0))
    case 4: return .list(WriteUp.List(items: (0..<count(1...3)).map { _ in blocks(depth: depth + 1) }))
    case 5:
      return .list(
        WriteUp.List(start: pick([1, 1, 7, 0]), items: (0..<count(1...3)).map { _ in blocks(depth: depth + 1) }))
    case 6: return .quote(blocks(depth: depth + 1))
    case 7:
      return .code(
        language: pick(["", "swift", "c++"]),
        text: pick(["a\n\n  b\t|", "```\nx", "{{ x }}\n- y", "~~~", "  indented", text()]))
    case 8:
      let width = count(1...3)
      func row(_ make: () -> [WriteUp.Inline]) -> [WriteUp.Table.Cell] { (0..<width).map { _ in make() } }
      let header = chance(70) ? row { inlines(depth: 2) } : []
      let rows = (0..<count(1...3)).map { _ in row { chance(20) ? [] : inlines(depth: 2) } }
      return width < 2 ? .rule : .table(WriteUp.Table(header: header, rows: rows))
    case 9: return .rule
    default: return .paragraph(inlines(depth: 0))
    }
  }
}
