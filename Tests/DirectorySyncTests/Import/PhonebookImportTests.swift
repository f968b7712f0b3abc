import MentorDirectory
import Testing

@testable import DirectorySync

/// Saved answers of the phonebook (both versions) and of the regional portal.
@Suite struct PhonebookImportTests {
  static let second = """
    {"username": "rowan", "is_vouched": true, "url": "https://phonebook.example/u/rowan/",
    "_url": "https://phonebook.example/api/v2/users/7/",
     "full_name": {"value": "Rowan Fictief", "privacy": "Public"}, "title": {"value": "Tester", "privacy": "Public"},
     "email": {"value": "rowan@mail.example", "privacy": "Mozillians"}, "ircname": {"value": "rowan",
     "privacy": "Friends"},
     "bio": {"value": "I test.", "html": "<p>I test.</p>", "privacy": "Public"}, "photo": {"value": "",
     "privacy": "Public", "150x150": "x"},
     "city": {"value": "Utrecht", "privacy": "Public"}, "country": {"code": "nl", "value": "Netherlands",
     "privacy": "Public"},
     "timezone": {"value": "Europe/Amsterdam", "utc_offset": 60, "privacy": "Public"},
     "languages": {"value": [{"code": "nl", "english": "Dutch", "native": "Nederlands"}, {"code": "en",
     "english": "English", "native": "English"}], "privacy": "Public"},
     "groups": {"value": [{"name": "mentoring", "_url": "https://x.example"}, {"name": "testers", "_url": ""}],
     "privacy": "Public"},
     "alternate_emails": [{"email": "open@mail.example", "privacy": "Public"}, {"email": "hidden@mail.example",
     "privacy": "Private"}],
     "external_accounts": [{"type": "GITHUB", "identifier": "rowanf", "privacy": "Public", "name": "GitHub"}],
     "websites": [{"website": "https://rowan.example/mentoring/", "privacy": "Public"},
     {"website": "https://secret.example", "privacy": "Private"}]}
    """

  @Test func `wrapped fields are unwrapped, and only public ones are kept`() throws {
    let rowan = try #require(try ImportFixture().read("[\(Self.second)]", file: "users.json").mentors.first)
    #expect(rowan.name == "Rowan Fictief")
    #expect(rowan.title == "Tester")
    #expect(rowan.place.raw == "Utrecht, Netherlands")
    #expect(rowan.place.timeZone == "Europe/Amsterdam")
    #expect(rowan.languages.map(\.name) == ["Dutch", "English"])
    #expect(rowan.groups == ["mentoring", "testers"])
    #expect(
      rowan.contacts == [Contact(kind: "email", value: "open@mail.example"), Contact(kind: "github", value: "rowanf")])
    #expect(rowan.page == "https://rowan.example/mentoring")
    #expect(!rowan.profiles.contains { $0.contains("secret") })
    #expect(rowan.paragraphs == ["I test."])
    #expect(rowan.privacy[.title] == .everyone)
  }

  @Test func `a keeper may keep more, with its privacy`() throws {
    let rowan = try #require(
      try ImportFixture(keepsRestricted: true).read("[\(Self.second)]", file: "users.json").mentors.first)
    #expect(rowan.contact("email") == "rowan@mail.example")
    #expect(rowan.contact("irc") == "rowan")
    #expect(rowan.privacy[.contacts] == .onlyMentor)
  }

  @Test func `flat fields with printed Python lists`() throws {
    let text = """
      {"meta": {"limit": 500, "next": null, "total_count": 1}, "objects": [{"id": "12", "full_name": "Sefa Örnek",
      "is_vouched": true,
        "groups": "[(u'widgets',), (u'tea',)]", "skills": "[u'writing', u'test\\\\xe9']", "languages": ["Turkish",
        "English"], "bio": "",
        "country": "Turkey", "city": "İzmir", "ircname": "sefa", "email": "sefa@mail.example",
        "accounts": [{"identifier": "sefa", "type": "github"}], "url": "https://phonebook.example/u/sefa"}]}
      """
    let sefa = try #require(try ImportFixture().read(text, file: "users.json").mentors.first)
    #expect(sefa.groups == ["widgets", "tea"])
    #expect(sefa.interests == ["writing", "testé"])
    #expect(sefa.languages.count == 2)
    #expect(sefa.place.raw == "İzmir, Turkey")
    #expect(sefa.contact("irc") == "sefa")
    #expect(sefa.contact("github") == "sefa")
  }

  @Test func `a stub is no mentor, and says why`() throws {
    let text =
      #"{"count": 1, "next": null, "results": [{"username": "rowan", "is_vouched": true, "#
      + #""_url": "https://phonebook.example/api/v2/users/7/"}]}"#
    let source = try ImportFixture().read(text, file: "users.json")
    #expect(source.mentors.isEmpty)
    #expect(source.skipped.first?.reason.contains("rowan") ?? false)
  }

  @Test func `the portal's skills are offered, its interests are sought`() throws {
    let text = """
      {"meta": {}, "objects": [{"first_name": "Noor", "last_name": "Voorbeeld", "fullname": "Noor Voorbeeld",
      "resource_uri": "/api/v1/rep/1/",
        "profile": {"display_name": "noor", "city": "Gent", "region": "", "country": "Belgium", "lat": 51.05,
        "lon": 3.72, "irc_name": "noor",
          "is_mentor": true, "is_council": false, "mozillians_profile_url": "https://phonebook.example/u/noor",
          "functional_areas": [{"name": "Localization"}], "mobilising_skills": [{"name": "events"}],
          "mobilising_interests": [{"name": "video"}],
          "mentor": "/api/v1/rep/3/"}}]}
      """
    let noor = try #require(try ImportFixture().read(text, file: "rep.json").mentors.first)
    #expect(noor.name == "Noor Voorbeeld")
    #expect(noor.areas == ["Localization"])
    #expect(noor.interests == ["events"])
    #expect(noor.seeks == ["video"])
    #expect(noor.place.raw == "Gent, Belgium")
    #expect(noor.place.coordinates == Coordinates(latitude: 51.05, longitude: 3.72))
    #expect(noor.profiles == ["https://phonebook.example/u/noor"])
    #expect(!noor.scopeNote.isEmpty)
  }
}
