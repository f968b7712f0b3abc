import Testing

@testable import MentorDirectory

@Suite struct MentorJSONTests {
  private func full() throws -> Mentor {
    var mentor = Mentor(id: MentorID("https://zoe.example/mentoring"), name: "Zoë Ångström")
    mentor.pronouns = "she/her"
    mentor.title = "Release engineer"
    mentor.areas = ["Localization"]
    mentor.groups = ["Night owls"]
    mentor.team = "Release"
    mentor.interests = ["Pontoon", "terminology"]
    mentor.seeks = ["Rust"]
    mentor.place.raw = "Göteborg, SE"
    mentor.place.region = "Europe"
    mentor.place.country = "Sweden"
    mentor.place.countryCode = "SE"
    mentor.place.city = "Gothenburg"
    mentor.place.coordinates = Coordinates(latitude: 57.7, longitude: 11.97)
    mentor.place.timeZone = "Europe/Stockholm"
    mentor.place.utcOffset = 60
    mentor.languages = [Language(code: "", name: "Elfdalian")]
    mentor.availability = Availability(
      state: .away, until: CalendarDay("2027-06-01"), capacity: 3, load: 1, note: "after the summer")
    mentor.how.channels = ["video call", "chat"]
    mentor.how.rhythm = "half an hour a week"
    mentor.how.format = "pairing"
    mentor.how.answersWithin = "three days"
    mentor.contacts = [
      Contact(kind: "email", value: "zoe@mail.example", isDecoded: true), Contact(kind: "irc", value: "zoe"),
    ]
    mentor.profiles = ["https://code.example/zoe"]
    mentor.page = "https://zoe.example/mentoring"
    mentor.scopeNote = "volunteers only"
    mentor.sources = ["sheet", "phonebook"]
    mentor.privacy = [.contacts: .community, .location: .everyone]
    mentor.provenance = [
      .name: Provenance(source: "sheet", detail: "a.csv:3", fetched: Timestamp("2026-05-01T09:30:00Z"), confidence: 1),
      .interests: Provenance(source: "phonebook", confidence: 0.5),
    ]
    mentor.firstSeen = Timestamp("2026-01-02T00:00:00Z")
    mentor.lastChanged = Timestamp("2026-02-03T04:05:06Z")
    mentor.lastConfirmed = Timestamp("2026-03-04T05:06:07Z")
    return mentor
  }

  @Test func `a mentor survives its JSON form`() throws {
    let mentor = try full()
    let text = JSONValue.object(mentor.json).text(indented: true)
    let read = try #require(JSONReader.read(text).value?.object)
    #expect(Mentor(json: read) == mentor)
  }

  @Test func `the summary has the stable keys, also when there is nothing to say`() {
    let summary = Mentor(id: MentorID("x:1"), name: "Ola").summaryJSON
    for key in [
      "id", "name", "title", "areas", "groups", "team", "interests", "languages", "location", "availability", "page",
      "sources",
    ] {
      #expect(summary[key] != nil, "\(key)")
    }
    for key in ["state", "free", "capacity", "until"] { #expect(summary["availability"]?[key] != nil, "\(key)") }
    for key in ["city", "region", "country", "countryCode"] { #expect(summary["location"]?[key] != nil, "\(key)") }
  }

  @Test func `nothing is a mentor without id and name`() {
    #expect(Mentor(json: ["name": .string("Ola")]) == nil)
    #expect(Mentor(json: ["id": .string("x:1"), "name": .string(" ")]) == nil)
    #expect(Mentor(json: ["id": .string("x:1"), "name": .string("Ola")])?.name == "Ola")
  }

  @Test func `wrong types count as not said, and text is cleaned`() throws {
    let json: JSONObject = [
      "id": .string("x:1"), "name": .string("O\u{1b}[31mla\u{202e}"), "areas": .string("Support"), "title": .int(3),
      "availability": .object(["state": .string("tomorrow"), "capacity": .string("two")]),
      "privacy": .object(["contacts": .string("friends"), "shoes": .string("public")]),
    ]
    let mentor = try #require(Mentor(json: json))
    #expect(mentor.name == "Ola")
    #expect(mentor.areas.isEmpty)
    #expect(mentor.title.isEmpty)
    #expect(mentor.availability == Availability())
    #expect(mentor.privacy == [.contacts: .onlyMentor])
  }
}
