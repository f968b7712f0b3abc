import DirectorySync
import Fetching
import LoopbackKit
import MentorDirectory
import Testing

/// Sheets, data files, wiki pages, other directories, folders: sources of one answer.
@Suite struct SourcesOfOneAnswer {
  private static let sheet = """
    Timestamp,Full name,What can you mentor in?,Mentoring page,Website
    2030-01-01,Ada Beispiel,"Fonts, Rust",http://ada.example/mentoring/,http://ada.example/
    2030-01-02,Bo Příklad,Maps,,http://bo.example/
    2030-01-03,Çelik Örnek,Tests,http://celik.example/help,
    """
  private let pages: [String: LoopbackAnswer] = [
    "lists.example/sheet.csv": .text(sheet, type: "text/csv"),
    "ada.example/mentoring": .redirect(to: "/mentoring/", status: 301),
    "ada.example/mentoring/": .offer("Ada Beispiel", "typefaces"),
    "celik.example/help": .offer("Çelik Örnek"),
  ]

  @Test func `a sheet gives its rows, and the pages that its rows lead to`() async throws {
    let fixture = try SourceFixture(pages: pages)
    let synced = await fixture.sync(fixture.source(.sheet, "http://lists.example/sheet.csv"))
    #expect(synced.listed.map(\.name) == ["Ada Beispiel", "Bo Příklad", "Çelik Örnek"])
    // A home page alone is nobody's mentoring page.
    #expect(synced.listing?.pages == ["http://ada.example/mentoring", "http://celik.example/help"])
    #expect(synced.listing?.isComplete == true)
  }

  @Test func `row and page become one mentor, the page believed first`() async throws {
    let fixture = try SourceFixture(pages: pages)
    let synced = await fixture.sync(fixture.source(.sheet, "http://lists.example/sheet.csv"))
    #expect(Set(synced.visited.map(\.name)) == ["Ada Beispiel", "Çelik Örnek"])
    let records =
      synced.listed.map { SourcedMentor(source: "source", trust: .list, mentor: $0) }
      + synced.visited.map { SourcedMentor(source: "source", trust: .ownPage, mentor: $0) }
    let merged = MentorMerge.merge(records).mentors
    #expect(merged.count == 3)
    let ada = try #require(merged.first { $0.name == "Ada Beispiel" })
    #expect(ada.interests.contains("Fonts") && ada.interests.contains("typefaces"))
  }

  @Test func `links are left alone where the keeper says so`() async throws {
    let fixture = try SourceFixture(pages: pages)
    var source = fixture.source(.sheet, "http://lists.example/sheet.csv")
    source.followsLinks = false
    let synced = await fixture.sync(source)
    #expect(synced.listing?.pages == [])
    #expect(fixture.asked == ["lists.example/sheet.csv"])
  }

  @Test func `a mapping kept with the source names what no heading says`() async throws {
    let fixture = try SourceFixture(pages: [
      "lists.example/sheet.csv": .text("Wer?,Womit?\nAda Beispiel,Fonts\n", type: "text/csv"),
      "lists.example/people.json": .json(#"[{"moniker": "Bo Příklad", "craft": ["maps"]}]"#),
    ])
    var source = fixture.source(.sheet, "http://lists.example/sheet.csv")
    source.mapping = [FieldMapping(field: .name, column: "Wer?"), FieldMapping(field: .interests, column: "Womit?")]
    let sheet = await fixture.sync(source)
    #expect(sheet.listed.first?.interests == ["Fonts"])
    source = fixture.source(.data, "http://lists.example/people.json")
    source.mapping = [FieldMapping(field: .name, column: "moniker"), FieldMapping(field: .interests, column: "craft")]
    let data = await fixture.sync(source)
    #expect(data.listed.map(\.name) == ["Bo Příklad"])
    #expect(data.listed.first?.interests == ["maps"])
  }

  @Test func `a sheet that answers with a sign-in page keeps whom it had`() async throws {
    let fixture = try SourceFixture(pages: ["lists.example/sheet.csv": .page("<!doctype html><title>Sign in</title>")])
    let synced = await fixture.sync(fixture.source(.sheet, "http://lists.example/sheet.csv"))
    guard case .notReadable(let problem) = synced.failure else {
      Issue.record("\(synced.failure.debugDescription)")
      return
    }
    #expect(problem.reason.contains("publish the sheet"))
    #expect(synced.steps == 0)
  }

  @Test func `a row whose quote is never closed may hide somebody`() async throws {
    let fixture = try SourceFixture(pages: [
      "lists.example/sheet.csv": .text("Name,Skills\nAda Beispiel,Rust\n\"Bo Příklad,Maps\nÇelik Örnek,Tests\n")
    ])
    let synced = await fixture.sync(fixture.source(.sheet, "http://lists.example/sheet.csv"))
    #expect(synced.listed.count == 2)
    #expect(synced.listing?.isComplete == false)
  }

  @Test(arguments: ["/wiki/Mentors?action=raw", "/wiki/Mentors"])
  func `a wiki page is read raw, whether or not the keeper asked for that`(path: String) async throws {
    let wikitext = """
      == Mentors ==
      {| class="wikitable"
      ! Name !! Topics !! Page
      |-
      | Ada Beispiel || fonts, Rust || [http://ada.example/mentoring page]
      |-
      | Bo Příklad || maps ||
      |}
      """
    let fixture = try SourceFixture { request in
      switch request.host + request.target {
      case "wiki.example/wiki/Mentors?action=raw": .text(wikitext, type: "text/x-wiki; charset=UTF-8")
      case "wiki.example/wiki/Mentors":
        .page("<!doctype html><html><head><meta name=\"generator\" content=\"MediaWiki 1.41\"></head></html>")
      case "ada.example/mentoring": .offer("Ada Beispiel")
      default: .status(404)
      }
    }
    let synced = await fixture.sync(fixture.source(.wiki, "http://wiki.example\(path)"))
    #expect(synced.failure == nil)
    #expect(synced.listed.map(\.name) == ["Ada Beispiel", "Bo Příklad"])
    #expect(synced.visited.map(\.name) == ["Ada Beispiel"])
  }

  @Test func `another directory comes back without loss`() async throws {
    var mentor = Mentor(id: MentorID("https://zoe.example/mentoring"), name: "Zoë Ångström")
    mentor.pronouns = "she/her"
    mentor.title = "Engineer"
    mentor.areas = ["Localization"]
    mentor.groups = ["evenings"]
    mentor.team = "Maps"
    mentor.interests = ["fonts", "C*"]
    mentor.seeks = ["drums"]
    mentor.languages = [Language(code: "", name: "Sámi")]
    mentor.contacts = [Contact(kind: "matrix", value: "@zoe:chat.example")]
    mentor.profiles = ["https://git.example/~zoe"]
    mentor.page = "https://zoe.example/mentoring"
    mentor.availability = Availability(state: .limited, capacity: 2, load: 1)
    mentor.availability.until = CalendarDay(year: 2031, month: 2, day: 3)
    mentor.how.rhythm = "half an hour a week"
    mentor.how.channels = ["chat"]
    mentor.place.city = "Gothenburg"
    mentor.place.timeZone = "Europe/Stockholm"
    mentor.place.coordinates = Coordinates(latitude: 57.7, longitude: 11.97)
    mentor.scopeNote = "For translators"
    mentor.sources = ["sheet"]
    mentor.provenance = [.name: Provenance(source: "sheet", detail: "a.csv:2", confidence: 0.9)]
    mentor.privacy = [.contacts: .community]
    mentor.firstSeen = Timestamp(seconds: 1_800_000_000)
    mentor.lastChanged = Timestamp(seconds: 1_850_000_000)
    mentor.writeUp = WriteUp([
      .heading(level: 2, [.text("Why I mentor")]),
      .paragraph([.text("Because "), .emphasis([.text("somebody")]), .text(" did it for me_too * 2.")]),
      .list(
        WriteUp.List(items: [
          [.paragraph([.text("one")])],
          [.paragraph([.link(address: "https://zoe.example/two", [.text("two")])])],
        ])),
    ])
    var object = mentor.json
    object.append("writeUp", .string(mentor.writeUp.markdown))
    let text = JSONValue.object(["total": .int(1), "mentors": .array([.object(object)])]).text(indented: true)
    let fixture = try SourceFixture(pages: ["other.example/directory.json": .json(text)])
    let synced = await fixture.sync(fixture.source(.directory, "http://other.example/directory.json"))
    var expected = mentor
    expected.sources = ["sheet", "source"]
    #expect(synced.listed == [expected])
    #expect(synced.listing?.isComplete == true)
  }

  @Test func `a page of cards is a directory too`() async throws {
    let cards = ["Ada Beispiel", "Bo Příklad", "Çelik Örnek"].map {
      "<li class=\"h-card\"><a class=\"p-name u-url\" href=\"https://\($0.prefix(2).lowercased()).example/\">\($0)</a></li>"
    }
    let fixture = try SourceFixture(pages: [
      "other.example/": .page("<!doctype html><html><body><ul>\(cards.joined())</ul></body></html>")
    ])
    let synced = await fixture.sync(fixture.source(.directory, "http://other.example/"))
    #expect(synced.listed.count == 3)
  }

  @Test func `the pages of a list of cards may stand beside it`() async throws {
    let cards = ["ada", "bo", "cy"].map {
      "<li class=\"h-card\"><a class=\"p-name u-url\" href=\"/people/\($0)\">\($0.capitalized) Beispiel</a></li>"
    }
    let fixture = try SourceFixture(pages: [
      "other.example/mentors/": .page("<!doctype html><html><body><ul>\(cards.joined())</ul></body></html>"),
      "other.example/people/ada": .offer("Ada Beispiel"),
    ])
    let synced = await fixture.sync(fixture.source(.wiki, "http://other.example/mentors/"))
    #expect(synced.listing?.pages == ["ada", "bo", "cy"].map { "http://other.example/people/\($0)" })
    #expect(synced.visited.map(\.name) == ["Ada Beispiel"])
  }

  @Test func `a folder is read without the net`() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(SourceFixture.offer("Ada Beispiel"), to: "ada.html")
    _ = try folder.write(
      "---\nname: Bo Příklad\nmentoring:\n  interests: [maps]\n---\nI mentor people who draw maps.\n", to: "bo.md")
    let fixture = try SourceFixture(pages: [:])
    let synced = await fixture.sync(fixture.source(.folder, folder.path))
    #expect(Set(synced.listed.map(\.name)) == ["Ada Beispiel", "Bo Příklad"])
    #expect(fixture.server.requests.isEmpty)
  }

  @Test func `an unchanged listing is one conditional request, and its pages are still looked at`() async throws {
    let sheet = "Name,Mentoring page\nAda Beispiel,http://ada.example/mentoring\n"
    let fixture = try SourceFixture { request in
      request.host == "lists.example"
        ? .tagged(sheet, "\"s1\"", for: request) : .tagged(SourceFixture.offer("Ada Beispiel"), "\"p1\"", for: request)
    }
    let source = fixture.source(.sheet, "http://lists.example/sheet.csv")
    let first = await fixture.sync(source)
    #expect(first.listed.count == 1)
    #expect(first.visited.count == 1)
    let second = await fixture.sync(source, known: first.known)
    #expect(second.failure == nil)
    #expect(second.listing?.mentors == nil)
    #expect(second.listing?.pages == first.listing?.pages)
    #expect(second.unchanged == 1)
    #expect(fixture.asked.count == 4)
  }

  @Test func `a sync that broke off behind the listing goes on with the pages although the listing is unchanged`()
    async throws
  {
    let sheet = "Name,Mentoring page\nAda,http://ada.example/mentoring\nBo,http://bo.example/mentoring\n"
    let fixture = try SourceFixture { request in
      request.host == "lists.example"
        ? .tagged(sheet, "\"s1\"", for: request) : .tagged(SourceFixture.offer("Somebody"), "\"p1\"", for: request)
    }
    let source = fixture.source(.sheet, "http://lists.example/sheet.csv")
    let first = await Task { await fixture.sync(source) { $0.done == 1 && $0.total == 3 } }.value
    #expect(first.failure?.kind == "cancelled")
    var known = first.known
    for address in first.listing?.pages ?? [] where known.pages[address] == nil {
      known.pages[address] = KnownPage(validators: Validators(), bodyHash: 0, readerVersion: 0)
    }
    let second = await fixture.sync(source, known: known)
    #expect(second.listing?.mentors == nil)
    #expect(second.visits.count == 2)
    #expect(second.visited.count + second.unchanged == 2)
  }

  @Test func `without validators the same bytes are unchanged too, until a better reader comes`() async throws {
    let fixture = try SourceFixture(pages: ["lists.example/sheet.csv": .text("Name\nAda Beispiel\n")])
    let source = fixture.source(.sheet, "http://lists.example/sheet.csv")
    let first = await fixture.sync(source)
    #expect(first.listed.count == 1)
    #expect(await fixture.sync(source, known: first.known).listing?.mentors == nil)
    var older = first.known
    older.readerVersion = SourceReader.version - 1
    #expect(await fixture.sync(source, known: older).listed.count == 1)
  }
}
