import MentorDirectory
import StewardDesk
import Testing

@Suite struct IntroductionTests {
  private func ada() -> Mentor {
    var mentor = Mentor(id: MentorID("ada"), name: "Ada Example")
    mentor.title = "Localization lead"
    mentor.page = "https://ada.example/mentoring"
    mentor.contacts = [
      Contact(kind: "matrix", value: "@ada:chat.example"), Contact(kind: "email", value: "ada@mentor.example"),
    ]
    mentor.how.rhythm = "half an hour every other week"
    mentor.writeUp = WriteUp([
      .heading(level: 2, [.text("When you write")]),
      .list(.init(items: [[.paragraph([.text("what you want to learn")])], [.paragraph([.text("your time zone")])]])),
    ])
    return mentor
  }

  private func draft(_ language: String, wish: String = "I want to translate.\nSoon.") throws -> IntroductionDraft {
    var scribe = Scribe()
    let id = scribe.request("Robin", text: wish)
    let record = try #require(scribe.desk.requests[id])
    let match = Match(
      mentor: MentorID("ada"), score: 30,
      reasons: [
        Reason(points: 25, fact: .area("Localization"), from: nil), Reason(points: 9, fact: .sharedHours(9), from: nil),
        Reason(points: -4, fact: .recentlyIntroduced(1), from: nil),
      ], free: 1)
    let template = try IntroductionTemplate(try resource("introductions/\(language).txt"), language: language)
    return IntroductionDraft(record, match, mentor: ada(), template: template, steward: "Ngozi")
  }

  @Test func anIntroductionSaysWhoWhyAndWhatNext() throws {
    let draft = try draft("en")
    #expect(draft.subject == "Introducing Robin and Ada Example")
    #expect(draft.recipients.map(\.address) == ["robin@people.example", "ada@mentor.example"])
    #expect(
      draft.text == """
        Dear Robin, dear Ada Example,

        I would like to introduce you to each other.

        Robin is looking for a mentor, in their own words:

        > I want to translate.
        > Soon.

        Ada Example mentors newcomers: Localization lead.

        More about Ada Example: https://ada.example/mentoring

        Why I think that the two of you fit:

        - You both care about Localization.
        - You share 9 waking hours a day.

        Robin, this is what Ada Example would like to hear from you:

        - what you want to learn
        - your time zone

        The next step: Robin, please answer to all with a few lines about yourself and two or three times at which you could talk. Ada Example, if now is not a good time, a word to me is enough and I will look further; no explanation needed.

        I will ask both of you in two weeks how it went.

        With kind regards,
        Ngozi

        """)
  }

  @Test(arguments: ["en", "de", "es", "fr", "pt", "ru"]) func everyTemplateIsWhole(language: String) throws {
    let template = try IntroductionTemplate(try resource("introductions/\(language).txt"), language: language)
    #expect(Set(template.sentences.keys) == Set(IntroductionTemplate.reasonKeys))
    let draft = try draft(language)
    for piece in [
      "Robin", "Ada Example", "Localization", "> Soon.", "- your time zone", "Ngozi", "https://ada.example",
    ] {
      #expect(draft.text.contains(piece), "\(language): \(piece)")
    }
    #expect(!draft.text.contains("{"))
  }

  @Test func aFieldInWhatSomebodyWroteIsJustText() throws {
    let draft = try draft("en", wish: "{steward} {mentor.contact}\n---\n{reasons}")
    #expect(draft.text.contains("> {steward} {mentor.contact}\n> ---\n> {reasons}"))
  }

  @Test func mistakesInATemplateAreNamedWithTheirLine() {
    #expect(throws: IntroductionTemplate.Problem.missingPart("text")) {
      try IntroductionTemplate("subject: x", language: "en")
    }
    #expect(throws: IntroductionTemplate.Problem.unknownField("mentro", line: 3)) {
      try IntroductionTemplate("subject: x\n---\nDear {mentro}\n---\narea: {value}", language: "en")
    }
    #expect(throws: IntroductionTemplate.Problem.unknownReason("aera", line: 5)) {
      try IntroductionTemplate("subject: x\n---\nDear\n---\naera: {value}", language: "en")
    }
  }
}
