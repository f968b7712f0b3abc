import Markup
import MentorDirectory
import Testing

/// Input made to take quadratic time or endless memory: every one is read as a bounded tree, or refused. The time limit
/// tells a hang from work; how fast reading is belongs into a benchmark.
@Suite(.serialized, .timeLimit(.minutes(5))) struct HostileTests {
  private static let size = 40_000
  private static let html: [(String, String)] = [
    ("unclosed div", String(repeating: "<div>", count: size)),
    ("unclosed b", String(repeating: "<b>", count: size)),
    ("unclosed b in p", String(repeating: "<p><b id=1>", count: size)),
    ("unclosed a", String(repeating: "<a href=x>", count: size)),
    ("misnested", String(repeating: "<b><p></b>", count: size)),
    ("ignored end tags", String(repeating: "<span><div></span>", count: size)),
    ("cell scope", String(repeating: "<div><table><tr><td></div>", count: size / 10)),
    ("foster parents", "<table>" + String(repeating: "<b>x</b>y", count: size)),
    ("list items", String(repeating: "<li>", count: size)),
    ("nested lists", String(repeating: "<ul><li>", count: size)),
    ("attributes", "<p " + (0..<size).map { "a\($0)" }.joined(separator: " ") + ">"),
    ("open tags", String(repeating: "<", count: size)),
    ("open comments", String(repeating: "<!--", count: size)),
    ("open scripts", String(repeating: "<script>", count: size)),
    ("a line of 10 MB", "<p>" + String(repeating: "word ", count: 2_000_000)),
    ("entities", String(repeating: "&", count: size)),
    ("braces", String(repeating: "{{", count: size)),
    ("at signs", String(repeating: "@a.", count: size)),
    ("colons", String(repeating: "https:", count: size)),
    ("select", String(repeating: "<select><option>", count: size)),
    ("svg", String(repeating: "<svg><g>", count: size)),
    ("nested 100,000 deep", String(repeating: "<div>", count: 100_000) + "x"),
    (
      "cards in cards", String(repeating: "<div class=h-card>", count: 300) + String(repeating: "<i>x</i>", count: size)
    ),
    (
      "properties in properties",
      "<div class=h-card>" + String(repeating: "<div class='p-name e-note dt-x'>", count: 300)
        + String(repeating: "word <b>x</b>", count: size)
    ),
    ("cards", String(repeating: "<a class=h-card href=x>x</a>", count: size)),
    ("names of properties", "<p class=h-card>" + (0..<size).map { "<i class=p-\(letters($0))>" }.joined()),
    ("classes", "<p class='h-card " + (0..<size).map { "p-\(letters($0))" }.joined(separator: " ") + "'>"),
    ("relations", (0..<size).map { "<a rel='me x\($0)' href=/\($0)>" }.joined()),
    ("zeros", "<p>a\0b" + String(repeating: "\0", count: size) + "<a class=h-card href='\0x'>c\0d</a>"),
  ]
  private static let markdown: [(String, String)] = [
    ("brackets", String(repeating: "[", count: size)),
    ("image brackets", String(repeating: "![[]()", count: size)),
    ("links", String(repeating: "[a](<b", count: size)),
    ("stars", String(repeating: "*a_ ", count: size)),
    ("underscores", String(repeating: "_", count: size)),
    ("quotes", String(repeating: ">", count: size)),
    ("lists", String(repeating: "- ", count: size)),
    ("back quotes", (1...400).map { String(repeating: "`", count: $0) }.joined(separator: "e")),
    ("comments", String(repeating: "<!--", count: size)),
    ("declarations", String(repeating: "<?", count: size)),
    ("tables", String(repeating: "|", count: size) + "\n" + String(repeating: "|-", count: size)),
    ("references", (0..<20_000).map { "[\($0)]: x\n" }.joined() + (0..<20_000).map { "[\($0)]" }.joined()),
    ("tildes", String(repeating: "~a", count: size)),
    ("a long line", String(repeating: "word ", count: 200_000)),
    ("closing", String(repeating: "[a](", count: size)),
    ("html", String(repeating: "<div>\n\n", count: size)),
    ("entities", String(repeating: "&#", count: size)),
    ("deep quotes", String(repeating: String(repeating: ">", count: 1_000) + "a\n", count: 1_000)),
    ("delimiters", String(repeating: "a**b_c* ", count: size)),
    ("underscore words", String(repeating: "_a __a ", count: size)),
    ("link texts", String(repeating: "[[]()", count: size)),
    ("bullets", String(repeating: "\t- x\n", count: size)),
  ]
  private static let wikitext: [(String, String)] = [
    ("brackets", String(repeating: "[[", count: size)),
    ("templates", String(repeating: "{{", count: size)),
    ("tables", String(repeating: "{|\n|\n", count: size)),
    ("quotes", String(repeating: "''a", count: size)),
    ("refs", String(repeating: "<ref>", count: size)),
    ("comments", String(repeating: "<!--", count: size)),
    ("lines", String(repeating: "* a\n# b\n", count: size)),
  ]

  /// A number in letters, since names of properties have no digits.
  private static func letters(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar(UInt8($0.value) - 0x30 + 0x61)) })
  }

  @Test(arguments: html) func hostileHTMLIsABoundedTreeOrRefused(name: String, text: String) {
    expectBounded(text, as: .html, name)
  }
  @Test(arguments: markdown) func hostileMarkdownIsABoundedTreeOrRefused(name: String, text: String) {
    expectBounded(text, as: .markdown, name)
  }
  @Test(arguments: wikitext) func hostileWikitextIsABoundedTreeOrRefused(name: String, text: String) {
    expectBounded(text, as: .wikitext, name)
  }

  private func expectBounded(_ text: String, as format: MarkupFormat, _ name: String) {
    do {
      let document = try MarkupDocument(text, as: format), writeUp = document.writeUp
      #expect(depth(of: writeUp.blocks) <= WriteUp.maximumDepth, "\(name)")
      #expect(!writeUp.plainText.unicodeScalars.contains { $0.isUnwelcome }, "\(name)")
      let facts = document.facts
      #expect(facts.links.count <= 5_000 && facts.cards.count <= 5_000 && facts.me.count <= 100, "\(name)")
      #expect(!facts.cards.contains { $0.name.unicodeScalars.contains(where: \.isUnwelcome) }, "\(name)")
      #expect(document.microformats().relations["me"].count <= 5_000, "\(name)")
    } catch {
      // None of these texts is too long; a refusal says which other limit they break.
      if case .tooLarge = error { Issue.record("\(name): \(error)") }
    }
  }

  @Test func deepNestingIsRefusedAndSaysHowDeep() {
    #expect(throws: MarkupError.tooDeep(limit: 400)) {
      try MarkupDocument(String(repeating: "<div>", count: 1_000), as: .html)
    }
  }

  @Test func aHugeTextIsRefused() {
    let text = String(repeating: "a", count: MarkupDocument.maximumSize + 1)
    #expect(throws: MarkupError.tooLarge(bytes: text.utf8.count)) { try MarkupDocument(text, as: .html) }
  }

  @Test func listsNestedDeeperThanTheLimitKeepTheirWords() throws {
    let text = (0..<60).map { String(repeating: "  ", count: $0) + "- level \($0)\n" }.joined()
    let writeUp = try MarkupDocument(text, as: .markdown).writeUp
    #expect(writeUp.plainText.contains("level 59"))
    #expect(depth(of: writeUp.blocks) <= WriteUp.maximumDepth)
  }

  private func depth(of blocks: [WriteUp.Block]) -> Int {
    blocks.map { block in
      switch block {
      case .list(let list): 1 + (list.items.map { depth(of: $0) }.max() ?? 0)
      case .quote(let inner): 1 + depth(of: inner)
      default: 0
      }
    }.max() ?? 0
  }
}
