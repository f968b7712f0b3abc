import Markup
import MentorDirectory
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 0..<20) func markdownReadAgainIsTheSameTree(block: Int) {
    for seed in (block * 50)..<(block * 50 + 50) {
      var random = RandomWriteUp(seed: UInt64(seed))
      let writeUp = random.writeUp().tidied()
      let markdown = writeUp.markdown
      let again = WriteUp(markdown: markdown)
      guard again != writeUp else { continue }
      let different = zip(writeUp.blocks, again.blocks).first { $0 != $1 }
      let report = "\(markdown)\nwas \(String(describing: different?.0))\nis \(String(describing: different?.1))"
      #expect(again == writeUp, "seed \(seed)\n\(report)")
    }
  }

  @Test(arguments: 0..<10) func htmlReadAgainIsTheSameTree(block: Int) throws {
    for seed in (block * 50)..<(block * 50 + 50) {
      var random = RandomWriteUp(seed: UInt64(seed))
      let writeUp = random.writeUp().tidied()
      let again = try MarkupDocument(writeUp.html, as: .html).writeUp
      // HTML for embedding leaves out images, unusual links and template tags, so only the words are compared.
      let words = writeUp.plainText.filter { !$0.isWhitespace }
      if TemplateTagProbe.hasTag(words) { continue }
      #expect(again.plainText.filter { !$0.isWhitespace } == words, "seed \(seed)")
    }
  }

  @Test func tidyingTwiceChangesNothing() {
    for seed in 0..<500 {
      var random = RandomWriteUp(seed: UInt64(seed))
      let once = random.writeUp().tidied()
      #expect(once.tidied() == once, "seed \(seed)")
    }
  }

  private enum TemplateTagProbe {
    static func hasTag(_ text: String) -> Bool { text.contains("{{") || text.contains("{%") || text.contains("{:") }
  }
}
