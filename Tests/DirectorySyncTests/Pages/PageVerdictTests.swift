import DirectorySync
import Markup
import MentorDirectory
import Testing

@Suite struct PageVerdictTests {
  private func verdict(
    _ text: String, _ format: MarkupFormat = .markdown, frontMatter: JSONObject? = nil, file: String = "x.md"
  ) -> PageVerdict? {
    guard
      case .notAMentor(let verdict, let reason) = PageFixture.read(text, format, frontMatter: frontMatter, file: file)
    else { return nil }
    #expect(!reason.isEmpty && !reason.hasSuffix("."))
    return verdict
  }

  @Test func aRedirectLeadsOn() {
    #expect(verdict("<meta http-equiv=\"refresh\" content=\"0; url=/mentorship\">", .html) == .redirect("/mentorship"))
    #expect(
      verdict("<meta http-equiv=refresh content='0;url=/m'>", .html, file: "https://zoe.example/mentoring")
        == .redirect("https://zoe.example/m"))
    #expect(
      verdict("", frontMatter: ["redirect_to": .string("https://zoe.example/m")]) == .redirect("https://zoe.example/m"))
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
  func inDoubtItIsAnOffer(text: String) { #expect(verdict(text) == nil) }

  @Test func aListOfOrganisationsDoesNotMakeAListOfPeople() {
    let text =
      "I enjoy mentoring. Some organizations:\n\n- [Code Garden](https://garden.example)\n- [The Next Step](https://step.example)\n- [Open Door](https://door.example)"
    #expect(verdict(text) == nil)
  }

  @Test func thanksToOtherMentorsDoNotMakeAListOfPeople() {
    let text = """
      I'm Zoë Krüger and I mentor. I learned from my mentors, and I want to give that back, as I can.

      ## My mentors

      - [Kenji Mori](https://github.com/kenji)
      - [Amara Obi](https://github.com/amara)
      - [Dewi Santoso](https://github.com/dewi)
      """
    #expect(verdict(text) == nil)
  }
}
