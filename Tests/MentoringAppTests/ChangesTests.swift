import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct ChangesTests {
  private static let amara = MentorID("key:" + "Amara Okonjo-Bell".folded)
  private static let earlier = EarlierWriteUp(
    WriteUp([
      .heading(level: 1, [.text("What I can help with")]),
      .paragraph([
        .text("I keep the sync engine alive. Ask me about queues and timeouts; the "),
        .link(address: "guide.html", [.text("guide")]),
        .text(" is a good start, and so are the "),
        .link(address: "https://forum.example/t/6", [.text("old answers")]), .text("."),
      ]),
      .list(.init(items: [[.paragraph([.text("your first patch")])], [.paragraph([.text("merge conflicts")])]])),
      .heading(level: 2, [.text("How it goes")]),
      .list(.init(start: 1, items: [[.paragraph([.text("You write what you want to learn.")])]])),
    ]), until: Timestamp(seconds: 1_770_000_000))

  private func driver(_ width: Int, _ height: Int) throws -> Driver {
    var driver = try Driver(width, height, previous: [Self.amara: Self.earlier])
    driver.press("Enter")
    return driver
  }

  @Test func whatChangedIsMarkedInTheMargin() throws {
    var driver = try driver(84, 40)
    driver.press("d")
    let changes = """
       Amara Okonjo-Bell                                                          1 of 12

        Amara Okonjo-Bell
        Changed 2026-02-02: + new, − gone

          What I can help with

        − I keep the sync engine alive. Ask me about queues and timeouts; the guide is a
        − good start, and so are the old answers (https://forum.example/t/6).
        + I keep the sync engine alive. Ask me about queues, retries and git bisect; the
        + guide is a good start, and so are the old answers (https://forum.example/t/7).

          • your first patch
        − • merge conflicts
        + • tests that fail for the right reason
        +   • flaky ones
        +   • slow ones

          How it goes

          9. You write what you want to learn.
        + 10. We read code together, in the editor that you like, for half an hour and
        +     not longer.

        + Nobody has ever asked a question that was too small for a good answer.

        + git bisect start
        +  git bisect bad

        + Day | Time
        + Tuesday | 18:00
        + Friday | by arrangement

        + ────────

        + See the guide again.



       ↵ open link  ] next  [ previous  o open page  / search  U links  ? keys  q close
      """
    #expect(driver.screen == changes)
  }

  @Test func onANarrowScreenToo() throws {
    var driver = try driver(40, 20)
    driver.press("d")
    let changes = """
       Amara Okonjo-Bell        1 of 12 · 0 %

        Amara Okonjo-Bell
        Changed 2026-02-02: + new, − gone

          What I can help with

        − I keep the sync engine alive. Ask
        − me about queues and timeouts; the
        − guide is a good start, and so are
        − the old answers
        − (https://forum.example/t/6).
        + I keep the sync engine alive. Ask
        + me about queues, retries and git
        + bisect; the guide is a good start,
        + and so are the old answers
        + (https://forum.example/t/7).

          • your first patch
       ↵ open link  ] next  ? keys  q close
      """
    #expect(driver.screen == changes)
  }

  @Test func whatStayedIsCountedNotShown() throws {
    var blocks = Fixture.writeUp.blocks
    blocks[blocks.count - 1] = .paragraph([
      .text("See the handbook, and "), .link(address: "guide.html", [.text("the guide")]), .text(", again."),
    ])
    let earlier = EarlierWriteUp(WriteUp(blocks), until: Timestamp(seconds: 1_770_000_000))
    var driver = try Driver(60, 16, previous: [Self.amara: earlier])
    driver.press("Enter d")
    let shown = driver.rows.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    #expect(shown[3].hasPrefix("… ") && shown[3].hasSuffix(" unchanged"))
    #expect(shown[4].hasPrefix("────"))
    #expect(shown[5] == "− See the handbook, and the guide, again.")
    #expect(shown[6] == "+ See the guide again.")
  }

  /// Never colour alone: signs in the margin, and the words that differ underlined.
  @Test func wordsThatDifferAreUnderlined() throws {
    var driver = try driver(84, 40)
    driver.press("d")
    let row = try #require(driver.row(of: "− I keep the sync"))
    let x = try #require(driver.column(of: "timeouts", in: row))
    #expect(driver.surface[x, row].style.attributes.contains(.underline))
    let kept = try #require(driver.column(of: "queues", in: row))
    #expect(!driver.surface[kept, row].style.attributes.contains(.underline))
  }

  @Test func dAndEscapeGoBackToWhereOneWas() throws {
    var driver = try driver(60, 14)
    driver.press("5 j")
    let before = driver.screen
    driver.press("d")
    #expect(driver.state.reader?.scroll == 0 && driver.screen != before)
    driver.press("j j d")
    #expect(driver.screen == before)
    driver.press("d j Escape")
    #expect(driver.screen == before)
    driver.press("d q")
    #expect(driver.state.reader == nil)
    driver.press("Enter")
    #expect(driver.screen == before)
  }

  @Test func nGoesFromChangeToChangeAndSlashSearches() throws {
    var driver = try driver(60, 14)
    driver.press("d n")
    #expect(driver.state.message?.text.hasPrefix("change 2 of ") == true)
    driver.press("/")
    driver.type("merge")
    driver.press("Enter")
    #expect(driver.surface.marked.contains("merge"))
    driver.press("n")
    #expect(driver.state.message?.text == "match 1 of 1")
    driver.press("Escape Escape")
    #expect(driver.state.reader?.showsChanges == false)
  }

  @Test func theProvenanceTellsOfIt() throws {
    var driver = try driver(100, 30)
    driver.press("G")
    #expect(driver.screen.contains("unchanged since 2026-02-02; d shows what changed then"))
  }

  @Test func withoutAnEarlierVersionItSaysSo() throws {
    var driver = try Driver(80, 20)
    driver.press("Enter d")
    #expect(driver.state.message?.text == "no earlier version of this write-up is known")
    #expect(driver.state.reader?.showsChanges == false)
  }

  @Test func aVersionThatSaysTheSame() throws {
    let same = EarlierWriteUp(Fixture.writeUp, until: Timestamp(seconds: 1_770_000_000))
    var driver = try Driver(80, 20, previous: [Self.amara: same])
    driver.press("Enter d n")
    #expect(driver.screen.contains("The write-up says the same as before 2026-02-02."))
  }

  @Test func theNextMentorIsReadNotCompared() throws {
    var driver = try driver(80, 20)
    driver.press("d ]")
    #expect(driver.state.reader?.showsChanges == false)
    driver.press("[")
    #expect(driver.screen.contains("Backend developer"))
  }
}
