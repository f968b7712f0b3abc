import DirectorySync
import Fetching
import LoopbackKit
import MentorDirectory
import Testing

@Suite struct OnePage {
  private func sync(_ fixture: SourceFixture, known: KnownSource = KnownSource()) async -> Synced {
    await fixture.sync(fixture.source(.page, "http://ada.example/mentoring"), known: known)
  }

  @Test func `a page is read, with where it came from`() async throws {
    let fixture = try SourceFixture(pages: ["ada.example/mentoring": .offer("Ada Beispiel", "fonts")])
    let synced = await sync(fixture)
    #expect(synced.listing == nil)
    let ada = try #require(synced.visited.first)
    #expect(ada.name == "Ada Beispiel")
    #expect(ada.interests.contains("fonts"))
    #expect(ada.page == "http://ada.example/mentoring")
    #expect(ada.sources == ["source"])
    #expect(ada.provenance[.name]?.fetched == SourceFixture.now)
    #expect(synced.progress.last == SyncProgress(source: "source", done: 1, total: 1, current: ada.page))
  }

  @Test func `what the server calls unchanged is not read again`() async throws {
    let fixture = try SourceFixture { .tagged(SourceFixture.offer("Ada Beispiel"), "\"1\"", for: $0) }
    let first = await sync(fixture)
    let second = await sync(fixture, known: first.known)
    #expect(second.unchanged == 1)
    #expect(second.visits.first?.validators.entityTag == "\"1\"")
    #expect(second.visits.first?.bodyHash == first.visits.first?.bodyHash)
  }

  @Test func `the same bytes are unchanged, and a better reader reads them again`() async throws {
    let fixture = try SourceFixture(pages: ["ada.example/mentoring": .offer("Ada Beispiel")])
    var known = await sync(fixture).known
    #expect(await sync(fixture, known: known).unchanged == 1)
    for address in known.pages.keys { known.pages[address]?.readerVersion = SourceReader.version - 1 }
    #expect(await sync(fixture, known: known).visited.count == 1)
  }

  @Test(arguments: [404, 410])
  func `a page that is gone is a failed visit that says so`(status: Int) async throws {
    let fixture = try SourceFixture { _ in .status(status) }
    let synced = await sync(fixture)
    #expect(synced.failure == nil)
    #expect(synced.failure("http://ada.example/mentoring")?.isGone == true)
  }

  @Test func `a page that only leads on is followed, and known under its old name`() async throws {
    let fixture = try SourceFixture(pages: [
      "ada.example/mentoring": .page(
        "<html><head><meta http-equiv=\"refresh\" content=\"0; url=/about/mentorship\"></head><body>Moved</body></html>"
      ),
      "ada.example/about/mentorship": .redirect(to: "http://new.example/mentoring", status: 301),
      "new.example/mentoring": .offer("Ada Beispiel"),
    ])
    let synced = await sync(fixture)
    let visit = try #require(synced.visit("http://ada.example/mentoring"))
    #expect(visit.finalAddress == "http://new.example/mentoring")
    let ada = try #require(synced.visited.first)
    #expect(ada.page == "http://new.example/mentoring")
    var row = Mentor(id: MentorID("sheet:ada"), name: "Ada B.")
    row.page = "http://ada.example/mentoring"
    let merged = MentorMerge.merge([
      SourcedMentor(source: "source", trust: .ownPage, mentor: ada),
      SourcedMentor(source: "sheet", trust: .list, mentor: row),
    ])
    #expect(merged.mentors.map(\.page) == ["http://new.example/mentoring"])
    let again = await sync(fixture, known: synced.known)
    #expect(again.unchanged == 1)
  }

  @Test func `a change behind a page that only leads on is noticed`() async throws {
    let date = LoopbackHeader("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
    let version = Counter()
    let fixture = try SourceFixture { request in
      if request.target == "/mentoring" {
        if request["if-modified-since"] != nil { return .status(304) }
        return .page("<meta http-equiv=refresh content=\"0;url=/m\">", headers: [date])
      }
      return .page(SourceFixture.offer("Ada Beispiel", "topic \(version.next())"), headers: [date])
    }
    let first = await sync(fixture)
    let second = await sync(fixture, known: first.known)
    #expect(second.visited.first?.interests.contains("topic 2") == true)
  }

  @Test func `pages that lead in a circle, or on and on, come to an end`() async throws {
    let circle = try SourceFixture { request in
      .page("<meta http-equiv=refresh content=\"0;url=/\(request.target == "/mentoring" ? "b" : "mentoring")\">")
    }
    #expect(await sync(circle).failure("http://ada.example/mentoring") == .redirectLoop)
    let endless = try SourceFixture { .page("<meta http-equiv=refresh content=\"0;url=\($0.path)x\">") }
    guard case .tooManyRedirects = await sync(endless).failure("http://ada.example/mentoring") else {
      Issue.record("no limit")
      return
    }
    #expect(endless.asked.count < 10)
  }

  @Test func `a page made by JavaScript says so`() async throws {
    let fixture = try SourceFixture(pages: [
      "ada.example/mentoring": .page(
        "<!doctype html><html><body><div id=app></div><script src=/app.js></script></body></html>")
    ])
    #expect(await sync(fixture).verdict("http://ada.example/mentoring") == .needsJavaScript)
  }

  @Test func `names in another character set arrive whole`() async throws {
    let text = SourceFixture.offer("Łukasz Przykład")
    let latin2: [UInt8] = text.unicodeScalars.map { scalar in
      switch scalar {
      case "Ł": 0xA3
      case "ł": 0xB3
      case "–": 0x2D
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let fixture = try SourceFixture { _ in .bytes(latin2, type: "text/html; charset=ISO-8859-2") }
    #expect(await sync(fixture).visited.first?.name == "Łukasz Przykład")
  }

  @Test func `links to each other make two pages one person's, a link one way does not`() async throws {
    func me(_ address: String) -> String { "<link rel=\"me\" href=\"\(address)\">" }
    let fixture = try SourceFixture(pages: [
      "ada.example/mentoring": .offer("Ada Beispiel", extra: me("http://work.example/staff/ada/mentoring")),
      "work.example/staff/ada/mentoring": .offer("Ada Beispiel", extra: me("http://ada.example/mentoring")),
      "false.example/mentoring": .offer("Ada Beispiel", extra: me("http://ada.example/mentoring")),
    ])
    var records: [SourcedMentor] = []
    for address in [
      "http://ada.example/mentoring", "http://work.example/staff/ada/mentoring", "http://false.example/mentoring",
    ] {
      for var mentor in await fixture.sync(fixture.source(.page, address)).visited {
        mentor.contacts = []
        records.append(SourcedMentor(source: address, trust: .ownPage, mentor: mentor))
      }
    }
    let merged = MentorMerge.merge(records)
    #expect(merged.mentors.map(\.sources.count).sorted() == [1, 2])
    #expect(merged.possibleDuplicates.count == 1)
  }

  @Test func `a page and its translation are one person's where each says so`() async throws {
    func other(_ language: String, _ address: String) -> String {
      "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address)\">"
    }
    let fixture = try SourceFixture(pages: [
      "ada.example/mentoring": .offer("Ada Beispiel", extra: other("de", "/de/mentoring")),
      "ada.example/de/mentoring": .page(
        SourceFixture.offer("Ada Beispiel", extra: other("en", "/mentoring")).replacing("\"en\">", with: "\"de\">")),
    ])
    var records: [SourcedMentor] = []
    for path in ["mentoring", "de/mentoring"] {
      for var mentor in await fixture.sync(fixture.source(.page, "http://ada.example/\(path)")).visited {
        mentor.contacts = []
        records.append(SourcedMentor(source: path, trust: .ownPage, mentor: mentor))
      }
    }
    #expect(records.count == 2)
    #expect(MentorMerge.merge(records).mentors.count == 1)
  }
}

@Suite struct OneSite {
  private func sync(_ pages: [String: LoopbackAnswer], known: KnownSource = KnownSource()) async throws -> (
    Synced, [String]
  ) {
    let fixture = try SourceFixture(pages: pages)
    let synced = await fixture.sync(fixture.source(.site, "http://ada.example/"), known: known)
    return (synced, fixture.asked)
  }
  private static func home(_ body: String, head: String = "") -> LoopbackAnswer {
    .page(
      "<!doctype html><html><head><title>Ada</title>\(head)</head><body><p>I draw letters, and I keep bees. "
        + "This is where I write about both, mostly on Sundays.</p>\(body)</body></html>")
  }

  @Test(arguments: [
    ("<a rel=\"mentoring\" href=\"http://other.example/me\">with me</a>", "", "http://other.example/me"),
    ("", "<link rel=\"mentoring\" href=\"/m\">", "http://ada.example/m"),
    ("<a href=\"/mentorship.html\">learn</a>", "", "http://ada.example/mentorship.html"),
    ("<a href=\"/learn\">Mentoring</a>", "", "http://ada.example/learn"),
    ("", "", "http://ada.example/mentoring"), ("", "", "http://ada.example/mentoring.html"),
    ("", "", "http://ada.example/mentorship"), ("", "", "http://mentoring.ada.example/"),
  ])
  func `the mentoring page is found`(body: String, head: String, place: String) async throws {
    let key = String(place.dropFirst(7))
    let (synced, _) = try await sync(["ada.example/": Self.home(body, head: head), key: .offer("Ada Beispiel")])
    let visit = try #require(synced.visits.first)
    #expect(visit.address == "http://ada.example")
    #expect(visit.finalAddress == place)
    #expect(synced.visited.map(\.name) == ["Ada Beispiel"])
  }

  @Test func `once found it is asked for directly, and found again when it moves`() async throws {
    let home = Self.home("<a href=\"/mentoring\">Mentoring</a>")
    let (first, _) = try await sync(["ada.example/": home, "ada.example/mentoring": .offer("Ada Beispiel")])
    let (second, asked) = try await sync(
      ["ada.example/": home, "ada.example/mentoring": .offer("Ada Beispiel")], known: first.known)
    #expect(second.unchanged == 1)
    #expect(asked == ["ada.example/mentoring"])
    let (third, _) = try await sync(
      [
        "ada.example/": Self.home("<a href=\"/m/mentoring\">Mentoring</a>"),
        "ada.example/m/mentoring": .offer("Ada B."),
      ],
      known: first.known)
    #expect(third.visits.first?.finalAddress == "http://ada.example/m/mentoring")
  }

  @Test func `a site without such a page says where it was looked for`() async throws {
    let (synced, asked) = try await sync(["ada.example/": Self.home("")])
    guard case .read(nil, let verdict) = synced.visits.first?.outcome else {
      Issue.record("\(synced.visits)")
      return
    }
    #expect(verdict.kind == .notAnOffer)
    #expect(verdict.reason.contains("no mentoring page was found"))
    #expect(asked.count == 6)
  }

  @Test func `a server that gives its home page for every address has no mentoring page`() async throws {
    let text = "<!doctype html><title>Ada</title><p>I mentor nobody, I keep bees, and I write about them for all.</p>"
    let fixture = try SourceFixture { _ in .page(text) }
    let synced = await fixture.sync(fixture.source(.site, "http://ada.example/"))
    #expect(synced.visited.isEmpty || synced.visits.first?.finalAddress == "http://ada.example/")
  }

  @Test func `a home page that says it all is the page`() async throws {
    let (synced, _) = try await sync(["ada.example/": .offer("Ada Beispiel")])
    #expect(synced.visited.map(\.name) == ["Ada Beispiel"])
    #expect(synced.visits.first?.finalAddress == "http://ada.example/")
  }
}
