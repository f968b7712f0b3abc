import DirectoryStore
import MentorDirectory
import Testing

@Suite struct WriteUpCoding {
  @Test(arguments: UInt64(1)...200)
  func `any write-up comes back as it was`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let writeUp = WriteUp(Self.blocks(depth: 0, &random))
    let text = writeUp.json.text()
    let (value, problems) = JSONReader.read(text)
    #expect(problems.isEmpty)
    #expect(WriteUp(json: try #require(value)) == writeUp)
  }

  @Test func `the deepest write-up can be read again`() throws {
    var inlines: [WriteUp.Inline] = [.text("deep")]
    for _ in 0..<WriteUp.maximumDepth { inlines = [.link(address: "https://a.example", inlines)] }
    var blocks: [WriteUp.Block] = [.paragraph(inlines)]
    for _ in 0..<WriteUp.maximumDepth { blocks = [.list(WriteUp.List(items: [blocks]))] }
    let value = JSONReader.read(WriteUp(blocks).json.text()).value
    #expect(WriteUp(json: try #require(value)) == WriteUp(blocks))
  }

  @Test(arguments: ["{}", "[1]", "[[\"?\"]]", "[[\"h\",\"x\"]]", "[[\"c\",\"a\"]]", "[[\"p\",[\"a\"]]]", "[[]]"])
  func `what it did not write it does not read`(text: String) throws {
    #expect(WriteUp(json: try #require(JSONReader.read(text).value)) == nil)
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let words = ["", "Rust", "Größe", "日本語", "a \"b\" \\c", "line\nline", "مرحبا", "👩‍🔬", "e\u{301}", "<b>"]
    return (0..<Int.random(in: 0...3, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  private static func inlines(depth: Int, _ random: inout SeededGenerator) -> [WriteUp.Inline] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      switch Int.random(in: 0...(depth > 3 ? 3 : 8), using: &random) {
      case 0: .text(text(&random))
      case 1: .code(text(&random))
      case 2: .image(address: text(&random), alternative: text(&random))
      case 3: .lineBreak
      case 4: .emphasis(inlines(depth: depth + 1, &random))
      case 5: .strong(inlines(depth: depth + 1, &random))
      case 6: .struck(inlines(depth: depth + 1, &random))
      case 7: .marked(inlines(depth: depth + 1, &random))
      default: .link(address: text(&random), inlines(depth: depth + 1, &random))
      }
    }
  }

  private static func blocks(depth: Int, _ random: inout SeededGenerator) -> [WriteUp.Block] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      switch Int.random(in: 0...(depth > 3 ? 4 : 7), using: &random) {
      case 0: .heading(level: Int.random(in: 1...6, using: &random), inlines(depth: 0, &random))
      case 1: .paragraph(inlines(depth: 0, &random))
      case 2: .code(language: text(&random), text: text(&random))
      case 3: .rule
      case 4:
        .table(
          WriteUp.Table(
            header: cells(&random), rows: (0..<Int.random(in: 0...3, using: &random)).map { _ in cells(&random) }))
      case 5: .quote(blocks(depth: depth + 1, &random))
      default:
        .list(
          WriteUp.List(
            start: Bool.random(using: &random) ? nil : Int.random(in: -1...99, using: &random),
            items: (0..<Int.random(in: 0...3, using: &random)).map { _ in blocks(depth: depth + 1, &random) }))
      }
    }
  }

  private static func cells(_ random: inout SeededGenerator) -> [WriteUp.Table.Cell] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in inlines(depth: 2, &random) }
  }
}
