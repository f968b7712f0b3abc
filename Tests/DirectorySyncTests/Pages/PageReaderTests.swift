import DirectorySync
import Markup
import MentorDirectory
import Testing

@Suite struct PageReaderTests {
  // MARK: Names

  @Test func namesComeFromTheSurestPlace() throws {
    let card =
      "<title>Mentoring | Site</title><p>I'm Someone Else and I mentor.</p><footer class=h-card><span class=p-name>Amara Obi</span></footer>"
    let mentor = try PageFixture.mentor(card, .html)
    #expect(mentor.name == "Amara Obi")
    #expect(mentor.provenance[.name]?.confidence == 1)
    #expect(mentor.provenance[.name]?.source == "pages")
    #expect(mentor.provenance[.name]?.detail == "pages/mentoring.md: h-card")
  }

  @Test(arguments: [
    ("I'm Zoë Krüger, and I mentor translators.", "Zoë Krüger"),
    ("Hi! My name is Dewi Santoso. Write to me.", "Dewi Santoso"),
    ("Ich heiße Jürgen von der Au und helfe gern.", "Jürgen von der Au"),
    ("Me llamo Inés Prado y ofrezco ayuda.", "Inés Prado"),
    ("Меня зовут Анна Петрова, я помогу.", "Анна Петрова"), ("I’m Kofi, and I like to help people with code.", "Kofi"),
  ])
  func peopleIntroduceThemselves(text: String, name: String) throws {
    #expect(try PageFixture.mentor(text).name == name)
  }

  @Test(arguments: [
    ("Mentoring with Amara Obi", "Amara Obi"), ("Mentoring | Kenji Mori", "Kenji Mori"), ("kenji mori", "kenji mori"),
    ("Ines Prado's mentoring", "Ines Prado"),
  ])
  func namesStandInTitles(title: String, name: String) throws {
    #expect(try PageFixture.mentor("I help people start out.", frontMatter: ["title": .string(title)]).name == name)
  }

  @Test(arguments: [
    "Mentoring", "Work With Me", "Office Hours", "Career Advice", "{{ site.owner.name }}", "Mentoring: 3 x 30 Minutes",
  ])
  func titlesAreNotNames(title: String) throws {
    let mentor = try PageFixture.mentor(
      "I help people start out.", frontMatter: ["title": .string(title)], file: "people/amara-obi.md")
    #expect(mentor.name == "Amara Obi")
    #expect(mentor.provenance[.name]?.confidence == 0.1)
  }

  @Test func aTemplatePlaceholderIsNoName() throws {
    let mentor = try PageFixture.mentor(
      "#### {{ site.owner.name }}\n\nI teach. [Book](https://calendly.com/kofi-mensah/mentoring)",
      frontMatter: ["author": .string("{{ site.author }}")])
    #expect(mentor.name == "Kofi Mensah")
  }

  @Test(arguments: [
    ("https://amara-obi.github.io/mentoring", "Amara Obi"), ("https://mentoring.kenji.example/", "kenji.example"),
    ("https://people.example/~dewi/mentoring", "dewi"), ("site/dewi-santoso/mentoring.md", "Dewi Santoso"),
    ("mentoring.md", "mentoring.md"),
  ])
  func aPageWithoutANameIsNamedAfterItsAddressWithAWarning(file: String, name: String) {
    let reading = PageFixture.read("I mentor people who start out.", file: file)
    #expect(reading.mentor?.name == name)
    #expect(reading.warnings.count == 1)
    #expect(reading.warnings.first?.file == file)
  }

  // MARK: What

  @Test(arguments: [
    "## Where I can help", "These are the things I can help with:", "## Themen, bei denen ich helfen kann",
    "### Sujets", "## En qué puedo ayudar",
    "## Como posso ajudar", "## Чем могу помочь", "## W czym mogę pomóc", "## S čím můžu pomoct",
    "## Come posso aiutare", "## Waarmee ik kan helpen",
  ])
  func topicsStandUnderALeadInManyLanguages(lead: String) throws {
    let mentor = try PageFixture.mentor(
      "I mentor.\n\n\(lead)\n\n- **Reviews:** I read your patch and we talk.\n- Writing / editing\n- Testing – every sort!"
    )
    #expect(mentor.interests == ["Reviews", "Writing", "editing", "Testing"])
    #expect(mentor.provenance[.interests]?.confidence == 0.8)
  }

  @Test func questionsAndRequestsAreNotTopics() throws {
    let mentor = try PageFixture.mentor(
      "I can help.\n\nTell me about yourself, please include:\n\n- your story\n- your goals\n\n## Topics\n\n- What do you want to learn?\n- Maps"
    )
    #expect(mentor.interests == ["Maps"])
  }

  @Test func topicsInASentenceAreSplit() throws {
    let mentor = try PageFixture.mentor("I can help with Rust, accessibility and technical writing if you like.")
    #expect(mentor.interests == ["Rust", "accessibility", "technical writing"])
  }

  @Test func proseIsNoTopic() throws {
    let mentor = try PageFixture.mentor(
      "## How I can help\n\n- I listen to you.\n- Anything\n- Career changes, as a parent or as somebody who cares for others at home"
    )
    #expect(mentor.interests == ["Career changes"])
  }

  @Test func twoWayPagesSaySoAndSeek() throws {
    let mentor = try PageFixture.mentor("I have time for others.\n\n**I'm also looking for a mentor** for myself.")
    #expect(mentor.seeks == ["mentoring"])
    let listed = try PageFixture.mentor("I mentor.\n\n## What I want to learn\n\n- Welding\n- Kazakh")
    #expect(listed.seeks == ["Welding", "Kazakh"])
    #expect(try PageFixture.mentor("If you are looking for a mentor, write to me.").seeks.isEmpty)
  }

  @Test func theMentoringKeyOfFrontMatterCountsMost() throws {
    let mentoring: JSONObject = [
      "areas": .strings(["Localization"]), "interests": .strings(["Fonts"]), "capacity": .number("2"),
      "contact": .string("lea@lea.example"),
      "until": .string("2027-06-01"),
    ]
    let mentor = try PageFixture.mentor(
      "", frontMatter: ["name": .string("Léa Roux"), "mentoring": .object(mentoring)])
    #expect(mentor.name == "Léa Roux")
    #expect(mentor.areas == ["Localization"])
    #expect(mentor.interests == ["Fonts"])
    #expect(mentor.availability.capacity == 2)
    #expect(mentor.availability.until == CalendarDay("2027-06-01"))
    #expect(mentor.contacts == [Contact(kind: "email", value: "lea@lea.example")])
  }

  // MARK: Availability and how

  @Test(arguments: [
    (
      "When I'm not on tour, write to me.\n\n<mark>Since May I am on a break, until the harvest is in.</mark>",
      Availability.State.away
    ),
    ("I mentor. I'm currently full, sorry.", .full), ("I am not taking new mentees at the moment.", .full),
    ("Ich mache gerade Pause.", .away), ("Je suis complet pour le moment, mais j'aide volontiers.", .full),
    ("Сейчас нет мест, но я помогу позже.", .full),
    ("I'm available for mentoring.", .open), ("I have limited availability this spring.", .limited),
    ("I no longer mentor, thank you all.", .closed),
    ("Unless I'm on a break, I answer everybody.", .unknown),
    ("I mentor people who start out.", .unknown),
  ])
  func availabilityIsRead(text: String, state: Availability.State) throws {
    #expect(try PageFixture.mentor(text).availability.state == state)
  }

  @Test func anAbsenceHasAnEnd() throws {
    #expect(try PageFixture.mentor("I'm on a break until 1 June 2027.").availability.until == CalendarDay("2027-06-01"))
    let fetched = Timestamp("2026-02-01")
    #expect(
      try PageFixture.mentor("Ich mache gerade Pause bis März.", fetched: fetched).availability.until
        == CalendarDay("2026-03-01"))
    #expect(try PageFixture.mentor("I'm on a break until March.").availability.until == nil)
  }

  @Test(arguments: [
    ("I take up to three mentees.", 3), ("I mentor two people at a time.", 2),
    ("Sessions are limited to 4 participants, I decide.", 4),
    ("Ich begleite höchstens zwei Menschen.", 2), ("I have 15 years of experience with 3 people teams.", nil),
  ])
  func capacityIsRead(text: String, capacity: Int?) throws {
    #expect(try PageFixture.mentor(text).availability.capacity == capacity)
  }

  @Test(arguments: [
    ("I answer all letters within a week.", "within a week"),
    ("Ich antworte innerhalb von zwei Tagen.", "innerhalb von zwei tagen"),
    ("I learned Go within a week, and I mentor.", ""), ("Je réponds sous 48 heures.", "sous 48 heures"),
  ])
  func thePromiseToAnswerIsRead(text: String, promise: String) throws {
    #expect(try PageFixture.mentor(text).how.answersWithin == promise)
  }

  @Test func channelsAndRhythmAreRead() throws {
    let how = try PageFixture.mentor("We meet once a month over Zoom, or chat on IRC. I enjoy pair programming.").how
    #expect(how.channels == ["video call", "chat"])
    #expect(how.rhythm == "once a month")
    #expect(how.format == "pair programming")
  }

  // MARK: Contacts

  @Test(arguments: [
    ("Write to robin [at] example [dot] net please, I answer.", "robin@example.net"),
    ("Send mail to **i (at) robin [dot] example**, I answer.", "i@robin.example"),
    ("Mail me: robin.doe(at)example.net", "robin.doe@example.net"),
    ("I read robin at mail dot example dot org daily.", "robin@mail.example.org"),
    ("Schreib mir: robin {ät} beispiel (punkt) de", "robin@beispiel.de"),
    ("Write me: robin@example [dot] net", "robin@example.net"),
  ])
  func obfuscatedAddressesAreDecodedAndMarked(text: String, mail: String) throws {
    #expect(try PageFixture.mentor(text).contacts == [Contact(kind: "email", value: mail, isDecoded: true)])
  }

  @Test func ordinaryWordsAreNoAddress() throws {
    #expect(try PageFixture.mentor("I work at a dot com company and look at maps [at] night.").contacts.isEmpty)
  }

  @Test func plainAddressesBookingLinksAndChatsAreContacts() throws {
    let mentor = try PageFixture.mentor(
      "I mentor. Mail zoe@zoe.example or <a href=\"mailto:z%40zoe.example\">here</a>, [book](https://calendly.com/zoe/30min), [chat](https://matrix.to/#/@zoe:example.org)."
    )
    #expect(
      mentor.contacts == [
        Contact(kind: "email", value: "zoe@zoe.example"), Contact(kind: "email", value: "z@zoe.example"),
        Contact(kind: "booking", value: "https://calendly.com/zoe/30min"),
        Contact(kind: "matrix", value: "https://matrix.to/#/@zoe:example.org"),
      ])
  }

  @Test func onlyOnesOwnProfilesAreProfiles() throws {
    let mentor = try PageFixture.mentor(
      """
      I mentor. You can find me on [GitHub](https://github.com/zoe-k) and [@zoek](https://twitter.com/zoek).

      I admire [Kenji Mori](https://github.com/kenji-m) and use [a tool](https://github.com/example/tool).
      """)
    #expect(mentor.profiles == ["https://github.com/zoe-k", "https://twitter.com/zoek"])
  }

  @Test func thePageKnowsItsAddress() throws {
    let mentor = try PageFixture.mentor(
      "<link rel=canonical href=https://zoe.example/mentoring/><p>I mentor. <a href=/contact>Contact me</a></p>", .html,
      file: "saved.html")
    #expect(mentor.page == "https://zoe.example/mentoring/")
    #expect(mentor.contacts == [Contact(kind: "form", value: "https://zoe.example/contact")])
  }

  @Test func titlePronounsAndPlaceAreRead() throws {
    let mentor = try PageFixture.mentor("I'm a freelance translator based in Porto, Portugal. Pronouns: she/they.")
    #expect(mentor.title == "freelance translator")
    #expect(mentor.place.raw == "Porto, Portugal")
    #expect(mentor.pronouns == "she/they")
  }
}
