import DirectorySync
import Markup
import MentorDirectory
import Testing

@Suite struct PageVerdictTests {
  private func verdict(
    _ text: String, _ format: MarkupFormat = .markdown, frontMatter: JSONObject? = nil, file: String = "x.md"
  ) -> PageVerdict.Kind {
    let reading = PageFixture.read(text, format, frontMatter: frontMatter, file: file)
    #expect(!reading.verdict.reason.isEmpty && !reading.verdict.reason.hasSuffix("."))
    #expect((0.01...1).contains(reading.verdict.confidence))
    #expect((reading.mentor != nil) == (reading.verdict.kind == .offer))
    return reading.verdict.kind
  }

  @Test(arguments: [
    ("<meta http-equiv=\"refresh\" content=\"0; url=/mentorship\">", "x.html", "/mentorship"),
    (
      "<meta http-equiv=refresh content='0;url=../m'>", "https://zoe.example/old/mentoring",
      "https://zoe.example/m"
    ),
    (
      "<base href=/new/><meta http-equiv=refresh content='0;url=m'>", "https://zoe.example/mentoring",
      "https://zoe.example/new/m"
    ),
  ])
  func aRedirectLeadsOn(text: String, file: String, target: String) {
    let reading = PageFixture.read(text, .html, file: file)
    #expect(reading.verdict.kind == .redirect)
    #expect(reading.refresh == target)
    #expect(reading.mentor == nil)
  }

  @Test func frontMatterMayLeadOn() {
    let reading = PageFixture.read("", frontMatter: ["redirect_to": .string("https://zoe.example/m")])
    #expect(reading.verdict.kind == .redirect)
    #expect(reading.refresh == "https://zoe.example/m")
  }

  @Test func aPageThatReloadsItselfLeadsNowhere() {
    let reading = PageFixture.read(
      "<meta http-equiv=refresh content='60;url=/mentoring'><p>I mentor gardeners. Mail zoe@zoe.example.</p>", .html,
      file: "https://zoe.example/mentoring")
    #expect(reading.verdict.kind == .offer)
    #expect(reading.refresh == nil)
  }

  @Test func aPageIsGoneWhenTheServerOrThePageSaysSo() {
    for status in [404, 410] {
      var input = PageInput(
        text: "I mentor.", format: .html, context: SourceContext(name: "pages", file: "https://zoe.example/m"))
      input.status = status
      #expect(PageReader(tables: PageFixture.tables).read(input).verdict.kind == .gone)
    }
    #expect(verdict("<title>404 – Page not found</title><p>Try the search.</p>", .html) == .gone)
    #expect(verdict("<h1>Seite nicht gefunden</h1><p>Hier ist nichts.</p>", .html) == .gone)
  }

  @Test func anOfferSaysHowSureItIs() {
    let sure = PageFixture.read(
      "I'm Zoë. I mentor translators.\n\nI can help with grammar, fonts and style. Write to zoe@zoe.example.")
    let unsure = PageFixture.read("Photographs of my garden, taken between the rains of the last spring.")
    #expect(sure.verdict.kind == .offer && sure.verdict.confidence > 0.9)
    #expect(unsure.verdict.kind == .offer && unsure.verdict.confidence <= PageVerdict.doubt)
  }

  @Test(arguments: ["", "---\nlayout: x\n---\n", "{% include mentoring.html %}", "This is the mentoring page."])
  func nothingToReadIsEmpty(text: String) { #expect(verdict(text) == .empty) }

  @Test func aScriptOnlyPageSaysSo() {
    #expect(verdict("<body><div id=app></div><script src=app.js></script></body>", .html) == .needsJavaScript)
  }

  @Test func aProgrammeIsNoOffer() {
    let text = """
      # Mentorship programme

      The programme brings beekeepers together for a year of swarms. Mentors and mentees are matched; applications close in May.
      All applicants are told in June. The programme is free for everybody.
      """
    #expect(verdict(text) == .notAnOffer)
  }

  @Test func aCourseIsNoOffer() {
    #expect(
      verdict(
        "# CS 101\n\nThis course has ten lectures. Homework is due in week 2. The syllabus lists every module. Enrol by May."
      ) == .notAnOffer)
  }

  @Test func anUnfilledTemplateIsNoOffer() {
    #expect(
      verdict("I mentor [NUMBER OF] people a year. Send your questions to [MAIL ADDRESS], please.") == .notAnOffer)
  }

  @Test func aListOfPeopleIsNoPersonsPage() {
    #expect(verdict("| Name | Topics |\n|---|---|\n| Zoë Krüger | Maps |\n| Kenji Mori | Fonts |") == .notAnOffer)
  }

  @Test func hostileNestingIsAVerdictNotATrap() {
    #expect(verdict(String(repeating: "<div>", count: 10_000), .html) == .unreadable)
  }

  @Test(arguments: [
    "I mentor. Mail me.",
    "Mentoring programme? No: I simply like to help, and my programme is to have none. Apply to me by mail.",
    "Mentoring: write to zoe@zoe.example.", "Mentorat. Je réponds à toutes les lettres.",
    "Наставничество: пишите, я отвечу.",
    "# Mentoring\n\nHappy to chat about anything technical over coffee in the old town, any Tuesday evening after work.",
  ])
  func inDoubtItIsAnOffer(text: String) { #expect(verdict(text) == .offer) }

  @Test func aListOfOrganisationsDoesNotMakeAListOfPeople() {
    let text =
      "I enjoy mentoring. Some organizations:\n\n- [Code Garden](https://garden.example)\n- [The Next Step](https://step.example)\n- [Open Door](https://door.example)"
    #expect(verdict(text) == .offer)
  }

  @Test func thanksToOtherMentorsDoNotMakeAListOfPeople() {
    let text = """
      I'm Zoë Krüger and I mentor. I learned from my mentors, and I want to give that back, as I can.

      ## My mentors

      - [Kenji Mori](https://github.com/kenji)
      - [Amara Obi](https://github.com/amara)
      - [Dewi Santoso](https://github.com/dewi)
      """
    #expect(verdict(text) == .offer)
  }
}
