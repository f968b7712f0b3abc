import MentorDirectory
import Testing

@Suite struct WriteUpDifferenceTests {
  private func paragraph(_ text: String) -> WriteUp.Block { .paragraph([.text(text)]) }

  /// One line per passage: "+ " added, "− " removed; changed words in brackets.
  private func shown(_ old: [WriteUp.Block], _ new: [WriteUp.Block]) -> String {
    WriteUpDifference(from: WriteUp(old), to: WriteUp(new)).passages.map { passage in
      let sign =
        switch passage.change {
        case .kept: "  "
        case .removed: "− "
        case .added: "+ "
        }
      let words = passage.words.filter { !$0.isAddress || $0.isChanged }.map { word in
        (word.isSpaced ? " " : "") + (word.isChanged ? "[\(word.text)]" : word.text)
      }
      return sign + (passage.mark.isEmpty ? "" : passage.mark + " ") + words.joined()
    }.joined(separator: "\n")
  }

  @Test func theSameIsNoDifference() {
    let blocks = [paragraph("One two."), .list(.init(items: [[paragraph("three")]])), .rule]
    let difference = WriteUpDifference(from: WriteUp(blocks), to: WriteUp(blocks))
    #expect(difference.isEmpty && difference.passages.count == 3)
    #expect(WriteUpDifference(from: WriteUp(), to: WriteUp()).isEmpty)
  }

  @Test func aRewordedParagraphSaysWhichWords() {
    let text = shown(
      [.heading(level: 1, [.text("Help")]), paragraph("I answer every Tuesday in the evening.")],
      [.heading(level: 1, [.text("Help")]), paragraph("I answer every second Friday in the evening.")])
    #expect(
      text == """
          Help
        − I answer every [Tuesday] in the evening.
        + I answer every [second] [Friday] in the evening.
        """)
  }

  @Test func whatHasLittleInCommonIsRemovedAndAdded() {
    #expect(
      shown([paragraph("Reviews of first patches.")], [paragraph("Maps, projections and old atlases.")]) == """
        − Reviews of first patches.
        + Maps, projections and old atlases.
        """)
  }

  @Test func itemsComeAndGoWhateverTheirNumbers() {
    func list(_ items: String...) -> WriteUp.Block { .list(.init(start: 1, items: items.map { [paragraph($0)] })) }
    #expect(
      shown([list("read", "write", "test")], [list("plan", "read", "test")]) == """
        + 1. plan
          2. read
        − 2. write
          3. test
        """)
  }

  @Test func emphasisIsNoDifferenceAndAnAddressIs() {
    func see(_ address: String, strong: Bool) -> WriteUp.Block {
      let link = WriteUp.Inline.link(address: address, [.text("the guide")])
      return .paragraph([.text("See "), strong ? .strong([link]) : link, .text(" first.")])
    }
    let a = see("https://a.example", strong: false), b = see("https://a.example", strong: true)
    #expect(WriteUpDifference(from: WriteUp([a]), to: WriteUp([b])).isEmpty)
    #expect(
      shown([a], [see("https://b.example", strong: false)]) == """
        − See the guide [(https://a.example)] first.
        + See the guide [(https://b.example)] first.
        """)
  }

  @Test func textWithoutSpacesIsComparedByCharacters() {
    #expect(
      shown([paragraph("翻訳を一緒に仕上げましょう")], [paragraph("翻訳を毎週一緒に仕上げましょう")]) == """
        − 翻訳を一緒に仕上げましょう
        + 翻訳を[毎][週]一緒に仕上げましょう
        """)
  }

  @Test func codeIsComparedLineByLineAndTablesRowByRow() {
    func table(_ time: String) -> WriteUp.Block {
      .table(.init(header: [[.text("Day")]], rows: [[[.text("Tuesday")], [.text(time)]], [[.text("Friday")]]]))
    }
    #expect(
      shown(
        [.code(language: "", text: "git add\n  git commit"), table("18:00")],
        [.code(language: "", text: "git add\n    git commit"), table("19:00")]) == """
            git add
          −   git commit
          +     git commit
            Day
          − Tuesday | [18:00]
          + Tuesday | [19:00]
            Friday
          """)
  }

  @Test func hugeWriteUpsAreBounded() {
    let old = (0..<20_000).map { paragraph("old passage number \($0)") }
    let new = (0..<20_000).map { paragraph("new words in passage \($0)") }
    #expect(WriteUpDifference(from: WriteUp(old), to: WriteUp(new)).passages.count == 40_000)
  }

  /// Whatever changed: what is kept or added is the new version, in order, and what is kept or removed the old one.
  @Test(arguments: 1...20)
  func bothVersionsCanBeReadFromIt(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func version() -> [WriteUp.Block] {
      (0..<Int.random(in: 0...8, using: &random)).map { _ in
        let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          ["sync", "review", "Tuesday", "日本", "ليلى"].randomElement(using: &random) ?? ""
        }
        return paragraph(words.joined(separator: " "))
      }
    }
    let old = version(), new = version()
    let passages = WriteUpDifference(from: WriteUp(old), to: WriteUp(new)).passages
    func text(leavingOut change: WriteUpDifference.Change) -> [[String]] {
      passages.filter { $0.change != change }.map { $0.words.map(\.text) }
    }
    func whole(_ blocks: [WriteUp.Block]) -> [[String]] {
      WriteUpDifference(from: WriteUp(blocks), to: WriteUp(blocks)).passages.map { $0.words.map(\.text) }
    }
    #expect(text(leavingOut: .removed) == whole(new))
    #expect(text(leavingOut: .added) == whole(old))
  }
}
