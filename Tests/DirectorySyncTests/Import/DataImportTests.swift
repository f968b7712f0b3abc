import MentorDirectory
import Testing

@testable import DirectorySync

/// Structured lists: JSON and YAML in the shapes that communities keep them in.
@Suite struct DataImportTests {
  @Test func `a list with channels`() throws {
    let text = """
      [{"id": "ada@mail.example", "name": "Ada Example", "avatar": "https://pictures.example/1",
        "title": "Engineer", "company": "Widgets Ltd",
        "country": "IT", "spokenLanguages": ["en", "it"], "tags": ["rust", "#accessibility", "full_stack", "C#"],
        "channels": [{"type": "twitter", "id": "@ada"}, {"type": "github", "id": "https://github.com/Ada-E/"},
                     {"type": "slack", "id": "U0001"},
                     {"type": "website", "id": "ada.example/"}, {"type": "email", "id": "ada@mail.example"},
                     {"type": "linkedin", "id": "n/a"}]}]
      """
    let ada = try #require(try ImportFixture().read(text, file: "list.json").mentors.first)
    #expect(ada.title == "Engineer, Widgets Ltd")
    #expect(ada.interests == ["rust", "accessibility", "full stack", "C#"])
    #expect(ada.contact("email") == "ada@mail.example")
    #expect(ada.contact("twitter") == "ada")
    #expect(ada.contact("github") == "Ada-E")
    #expect(ada.contact("slack") == "U0001")
    #expect(ada.contact("linkedin") == nil)
    #expect(ada.page == "https://ada.example")
    #expect(ada.profiles.contains("https://github.com/Ada-E"))
    #expect(ada.id == MentorID("mailto:ada@mail.example"))
    #expect(ada.place.raw == "IT")
    #expect(ada.languages.count == 2)
  }

  @Test func `other spellings of the same things`() throws {
    let text = """
      - full_name: Ben Muster
        position: Cook
        location: The Netherlands
        skills: tea / milk / sugar
        language: Swahili
        num_mentee: up to 3
        hours: 2
        availability: true
        lat: 52.1
        lng: 5.2
        network: [{GitHub: https://github.com/benm}, {Mastodon: "@ben@social.example"}]
        twitter: n/a
        description: |
          I cook.

          Also soup.
      - fullname: Cleo Prueba
        availability: [1, 2]
        country: no
        disabled: no
      - name: Dov Gone
        disabled: yes
      - name: Esi Mfano
        availability: on a break until 2031-06-01
        timezone: GMT+5:30
      - name: Fay Rola
        availability: false
        timezone: Europe/Athens
        location: {city: Athens, country: Greece}
      - name: Gil Role
        role: mentee
      """
    let source = try ImportFixture().read(text, file: "list.yml")
    let ben = try #require(source.mentor("Ben Muster"))
    #expect(ben.title == "Cook")
    #expect(ben.interests == ["tea", "milk", "sugar"])
    #expect(ben.availability == Availability(state: .open, capacity: 3))
    #expect(ben.how.rhythm == "2 hours")
    #expect(ben.place.coordinates == Coordinates(latitude: 52.1, longitude: 5.2))
    #expect(ben.contact("github") == "benm")
    #expect(ben.contact("mastodon") == "@ben@social.example")
    #expect(ben.contact("twitter") == nil)
    #expect(ben.paragraphs == ["I cook.", "Also soup."])
    let cleo = try #require(source.mentor("Cleo Prueba"))
    #expect(cleo.place.raw == "no")
    #expect(
      cleo.availability == Availability(state: .away, until: CalendarDay("2031-01-01"), note: "January, February"))
    let esi = try #require(source.mentor("Esi Mfano"))
    #expect(esi.availability.state == .away)
    #expect(esi.availability.until == CalendarDay("2031-06-01"))
    #expect(esi.place.utcOffset == 330)
    let fay = try #require(source.mentor("Fay Rola"))
    #expect(fay.availability.state == .closed)
    #expect(fay.place.timeZone == "Europe/Athens")
    #expect(fay.place.raw == "Athens, Greece")
    #expect(source.mentors.count == 4)
    #expect(source.skipped.map(\.line) == [21, 30])
  }

  @Test func `one missing comma does not lose the record`() throws {
    let source = try ImportFixture().read(
      "[\n {\"name\": \"Ada Example\"\n  \"email\": \"ada@mail.example\"},\n"
        + " {\"name\": oops},\n {\"name\": \"Ben\"}\n]",
      file: "list.json")
    #expect(source.names == ["Ada Example", "Ben"])
    #expect(source.warnings.map(\.line) == [3])
    #expect(source.skipped.map(\.line) == [4])
    #expect(source.skipped.first?.column == 11)
  }

  @Test func `a broken item of YAML costs itself`() throws {
    let source = try ImportFixture().read("- name: Ada\n- name: [Ben\n- name: Cleo\n", file: "list.yaml")
    #expect(source.names == ["Ada", "Cleo"])
    #expect(source.skipped.count == 1)
  }

  static let wrappings = [
    #"{"mentors": [RECORD]}"#, #"{"meta": {"limit": 500}, "objects": [RECORD]}"#,
    #"{"count": 1, "next": null, "results": [RECORD]}"#,
    #"{"data": {"people": [RECORD]}}"#, #"{"ada": RECORD, "ben": {"name": "Ben"}}"#, "RECORD",
    "RECORD\n{\"name\": \"Ben\"}\n", "[[RECORD]]",
  ]
  @Test(arguments: wrappings) func `finds the list in its wrapping`(_ wrapping: String) throws {
    let text = wrapping.replacing("RECORD", with: #"{"name": "Ada Example", "tags": "rust, go"}"#)
    let source = try ImportFixture().read(text, file: "list.json")
    #expect(source.mentors.first?.name == "Ada Example")
    #expect(source.mentors.first?.interests == ["rust", "go"])
    #expect(source.skipped.isEmpty)
  }

  @Test func `a list that goes on elsewhere says so`() throws {
    let source = try ImportFixture().read(
      #"{"count": 9, "next": "https://api.example/?page=2", "results": [{"name": "Ada"}]}"#, file: "a.json")
    #expect(source.warnings.contains { $0.reason.contains("https://api.example/?page=2") })
  }

  @Test func `a column named areas is a small set of areas or a long tail of interests`() throws {
    let set = ["Support", "Coding", "Localization"]
    let areas = (0..<30).map { "Person Number\($0),\(set[$0 % 3])\n" }.joined()
    let asAreas = try ImportFixture().read("Name,Areas\n" + areas)
    #expect(asAreas.mentors[0].areas == ["Support"])
    #expect(asAreas.mentors[0].interests.isEmpty)
    let interests = (0..<30).map { "Person Number\($0),\"topic \($0), subject \($0 + 1)\"\n" }.joined()
    let asInterests = try ImportFixture().read("Name,Areas\n" + interests)
    #expect(asInterests.mentors[0].interests == ["topic 0", "subject 1"])
    #expect(asInterests.mentors[0].areas.isEmpty)
  }

  @Test func `our own export comes back without loss`() throws {
    var mentor = Mentor(id: MentorID("https://zoe.example/mentoring"), name: "Zoë Ångström")
    mentor.areas = ["Localization"]
    mentor.contacts = [Contact(kind: "email", value: "zoe@mail.example", isDecoded: true)]
    mentor.availability = Availability(state: .limited, capacity: 2, load: 1)
    mentor.place.city = "Gothenburg"
    mentor.sources = ["sheet"]
    mentor.provenance = [.name: Provenance(source: "sheet", detail: "a.csv:2", confidence: 0.9)]
    mentor.privacy = [.contacts: .community]
    var object = mentor.json
    object.append("writeUp", .string("Hello.\n\nThere."))
    let text = JSONValue.object(["total": .int(1), "mentors": .array([.object(object)])]).text(indented: true)
    let source = try ImportFixture().read(text, file: "export.json")
    #expect(source.kind == .directory)
    var expected = mentor
    expected.sources = ["sheet", "list"]
    expected.writeUp = source.mentors.first?.writeUp ?? WriteUp()
    #expect(source.mentors == [expected])
    #expect(source.mentors.first?.paragraphs == ["Hello.", "There."])
  }

  @Test func `data that lists nobody is refused with a reason`() throws {
    for text in [#"{"version": 3, "colours": ["red"]}"#, "[1, 2, 3]", "[]"] {
      let source = try ImportFixture().read(text, file: "a.json")
      #expect(source.mentors.isEmpty)
      #expect(source.skipped.count == 1)
    }
  }
}
