import MentorDirectory
import Testing

private func record(
  _ source: String, _ id: String, _ name: String, trust: SourceTrust = .list, changed: Int64? = nil,
  _ fill: (inout Mentor) -> Void = { _ in }
) -> SourcedMentor {
  var mentor = Mentor(id: MentorID(id), name: name)
  fill(&mentor)
  return SourcedMentor(
    source: source, trust: trust, changed: changed.map(Timestamp.init(seconds:)), mentor: mentor)
}

@Suite struct WhoIsWho {
  @Test func `two spellings of one page are one person`() {
    let merged = MentorMerge.merge([
      record("sheet", "s:1", "Ada Example") { $0.page = "http://www.Ada.example/mentoring/" },
      record("wiki", "w:1", "A. Example") { $0.page = "https://ada.example/mentoring?utm_source=list#top" },
    ])
    #expect(merged.mentors.map(\.id.rawValue) == ["https://ada.example/mentoring"])
    #expect(merged.mentors[0].sources == ["sheet", "wiki"])
  }

  @Test func `links to each other are proof, a link one way is none`() {
    let page = record("pages", "p", "Ada", trust: .ownPage) {
      $0.page = "https://ada.example/mentoring"
      $0.profiles = ["https://blog.example/authors/ada"]
    }
    let oneWay = record("blog", "b", "Ada") { $0.page = "https://blog.example/authors/ada" }
    #expect(MentorMerge.merge([page, oneWay]).mentors.count == 2)
    var both = oneWay
    both.mentor.profiles = ["https://ada.example/mentoring/"]
    #expect(MentorMerge.merge([page, both]).mentors.count == 1)
  }

  @Test func `a page that has moved is still the page that others name`() {
    let moved = record("pages", "https://ada.example/mentoring", "Ada", trust: .ownPage) {
      $0.page = "https://new.example/mentoring"
    }
    let row = record("sheet", "s:1", "A.") { $0.page = "http://ada.example/mentoring/" }
    let other = record("list", "l:1", "Ada") { $0.page = "https://new.example/mentoring" }
    let merged = MentorMerge.merge([row, moved, other])
    #expect(merged.mentors.map(\.id.rawValue) == ["https://new.example/mentoring"])
  }

  @Test func `a profile that one page claims is no proof that its owner is meant`() {
    let own = record("pages", "a", "Ada", trust: .ownPage) {
      $0.page = "https://ada.example/mentoring"
      $0.profiles = ["https://ada.example/"]
    }
    let claimer = record("pages", "m", "Mal", trust: .ownPage) {
      $0.page = "https://mal.example/mentoring"
      $0.profiles = ["https://ada.example/mentoring", "https://ada.example/"]
    }
    #expect(MentorMerge.merge([own, claimer]).mentors.count == 2)
  }

  @Test(arguments: [
    ("https://github.com/Ada", "github", "@ada"), ("https://x.com/ada", "twitter", "ada"),
    ("https://social.example/@Ada", "mastodon", "@ada@social.example"),
    ("https://www.linkedin.com/in/ada-e", "linkedin", "https://linkedin.com/in/ada-e/"),
    ("https://git.sr.ht/~ada", "sourcehut", "~ada"),
  ])
  func `a profile address and the contact of that account are one person`(
    address: String, kind: String, value: String
  ) {
    let merged = MentorMerge.merge([
      record("a", "a:1", "Ada") { $0.profiles = [address] },
      record("b", "b:1", "Someone") { $0.contacts = [Contact(kind: kind, value: value)] },
    ])
    #expect(merged.mentors.count == 1)
  }

  @Test func `the same profile in a phonebook is one person in any interface language`() {
    let merged = MentorMerge.merge([
      record("portal", "a", "Robin") { $0.profiles = ["https://phonebook.example/en-US/u/Robin/"] },
      record("phonebook", "b", "Robin R.") { $0.page = "https://phonebook.example/u/robin" },
    ])
    #expect(merged.mentors.count == 1)
  }

  @Test func `the same e-mail is one person, whatever its case`() {
    let merged = MentorMerge.merge([
      record("a", "a:1", "Ada") { $0.contacts = [Contact(kind: "email", value: "Ada@Mail.example")] },
      record("b", "b:1", "A.") { $0.contacts = [Contact(kind: "email", value: "mailto:ada@mail.example")] },
    ])
    #expect(merged.mentors.count == 1)
  }

  @Test(arguments: ["n/a", "none", "-", "@", ""])
  func `a word for nothing is no handle`(value: String) {
    let merged = MentorMerge.merge([
      record("a", "a:1", "Ada") { $0.contacts = [Contact(kind: "github", value: value)] },
      record("b", "b:1", "Ben") { $0.contacts = [Contact(kind: "github", value: value)] },
    ])
    #expect(merged.mentors.count == 2)
  }

  @Test func `a project at a code host is nobody's profile`() {
    let merged = MentorMerge.merge([
      record("a", "a:1", "Ada") { $0.profiles = ["https://github.com/acme/tool"] },
      record("b", "b:1", "Ben") { $0.profiles = ["https://github.com/acme/tool"] },
    ])
    #expect(merged.mentors.count == 2)
  }

  @Test func `a name alone proves nothing and is reported`() {
    let merged = MentorMerge.merge([
      record("a", "a:1", "José  Muster"), record("b", "b:1", "jose muster"), record("b", "b:2", "Ben Other"),
    ])
    #expect(merged.mentors.count == 3)
    #expect(
      merged.possibleDuplicates
        == [PossibleDuplicate(name: "José  Muster", mentors: [MentorID("a:1"), MentorID("b:1")])])
  }

  @Test(arguments: [(8, 1), (9, 9)])
  func `an address that more than eight records have identifies nobody`(records: Int, people: Int) {
    let merged = MentorMerge.merge(
      (0..<records).map { number in
        record("source \(number)", "r:\(number)", "Name \(number)") {
          $0.contacts = [Contact(kind: "email", value: "desk@example.org")]
        }
      })
    #expect(merged.mentors.count == people)
  }

  @Test func `an office mailbox identifies nobody`() {
    let merged = MentorMerge.merge([
      record("a", "a:1", "Ada") { $0.contacts = [Contact(kind: "email", value: "info@example.org")] },
      record("b", "b:1", "Ben") { $0.contacts = [Contact(kind: "email", value: "info@example.org")] },
    ])
    #expect(merged.mentors.count == 2)
  }

  @Test func `a list that gives one address to two people keeps them apart`() {
    let shared = { (mentor: inout Mentor) in mentor.page = "https://team.example/mentoring" }
    let merged = MentorMerge.merge([
      record("sheet", "s:1", "Ada Example", shared), record("sheet", "s:2", "Ben Muster", shared),
    ])
    #expect(
      merged.mentors.map(\.id.rawValue)
        == ["https://team.example/mentoring", "https://team.example/mentoring (2)"])
    let twice = MentorMerge.merge([
      record("sheet", "s:1", "Ada Example", shared), record("sheet", "s:2", "adalove", shared),
    ])
    #expect(twice.mentors.count == 1)
  }

  @Test func `who is who goes through others and does not depend on the order`() {
    var records = [
      record("a", "a", "Ada") { $0.page = "https://ada.example/" },
      record("b", "b", "Ada") {
        $0.page = "https://ada.example"
        $0.contacts = [Contact(kind: "github", value: "ada")]
      },
      record("c", "c", "Ada") {
        $0.profiles = ["https://github.com/ada"]
        $0.contacts = [Contact(kind: "email", value: "ada@mail.example")]
      },
      record("d", "d", "Ada") { $0.contacts = [Contact(kind: "email", value: "ada@mail.example")] },
    ]
    let forward = MentorMerge.merge(records)
    records.reverse()
    let backward = MentorMerge.merge(records)
    #expect(forward.mentors.count == 1)
    #expect(forward.mentors == backward.mentors)
  }
}

@Suite struct WhatTheySay {
  private let own = record("page", "p", "Ada Example", trust: .ownPage, changed: 10) {
    $0.page = "https://ada.example/mentoring"
    $0.interests = ["Rust", "Fonts"]
    $0.title = "Engineer"
    $0.provenance[.title] = Provenance(source: "page", detail: "h-card", confidence: 0.8)
  }
  private let phonebook = record("phonebook", "b", "Ada E.", trust: .profiles, changed: 20) {
    $0.page = "http://ada.example/mentoring"
    $0.interests = ["fonts", "Maps"]
    $0.title = "Lead"
    $0.team = "Platform"
    $0.languages = [Language(code: "de", name: "German")]
    $0.privacy[.interests] = .community
    $0.firstSeen = Timestamp(seconds: 5)
  }

  @Test func `the own page is believed before the phonebook, the phonebook before nothing`() throws {
    let mentor = try #require(MentorMerge.mentor(of: [phonebook, own]))
    #expect(mentor.name == "Ada Example")
    #expect(mentor.title == "Engineer")
    #expect(mentor.team == "Platform")
    #expect(mentor.sources == ["page", "phonebook"])
    #expect(mentor.provenance[.title] == Provenance(source: "page", detail: "h-card", confidence: 0.8))
    #expect(mentor.provenance[.team]?.source == "phonebook")
    #expect(mentor.provenance[.how] == nil)
    #expect(mentor.firstSeen == Timestamp(seconds: 5))
  }

  @Test func `a name guessed from an address yields to one that a list states, and stands if none does`() throws {
    let guessed = record("page", "p", "127.0.0.1", trust: .ownPage) {
      $0.page = "https://ada.example/mentoring"
      $0.provenance[.name] = Provenance(source: "page", detail: "page address", confidence: 0.3)
    }
    let listed = record("sheet", "s", "Ada Example") { $0.provenance[.name] = Provenance(source: "sheet") }
    let unnamed = record("wiki", "w", "")
    let mentor = try #require(MentorMerge.mentor(of: [guessed, unnamed, listed]))
    #expect(mentor.name == "Ada Example")
    #expect(mentor.provenance[.name]?.source == "sheet")
    #expect(try #require(MentorMerge.mentor(of: [guessed, unnamed])).name == "127.0.0.1")
  }

  @Test func `lists are united in the order of trust, and hidden as the most careful wants`() throws {
    let mentor = try #require(MentorMerge.mentor(of: [phonebook, own]))
    #expect(mentor.interests == ["Rust", "Fonts", "Maps"])
    #expect(mentor.privacy[.interests] == .community)
  }

  @Test func `of two lists the later changed wins`() throws {
    let older = record("a", "a", "Ada", changed: 1) { $0.title = "Old" }
    let newer = record("b", "b", "Ada", changed: 2) { $0.title = "New" }
    for records in [[older, newer], [newer, older]] {
      #expect(try #require(MentorMerge.mentor(of: records)).title == "New")
    }
  }

  @Test func `a place that was understood comes before words that were not`() throws {
    let vague = record("p", "p", "Ada", trust: .ownPage) { $0.place = Place(raw: "Earth") }
    let exact = record("l", "l", "Ada") {
      $0.place = Place(raw: "berlin")
      $0.place.city = "Berlin"
    }
    let mentor = try #require(MentorMerge.mentor(of: [vague, exact]))
    #expect(mentor.place.city == "Berlin")
    #expect(mentor.provenance[.location]?.source == "l")
    #expect(try #require(MentorMerge.mentor(of: [vague])).place.raw == "Earth")
  }

  @Test func `without a page the smallest identifier names the person`() throws {
    let mentor = try #require(MentorMerge.mentor(of: [record("b", "b:9", "Ada"), record("a", "a:3", "Ada")]))
    #expect(mentor.id == MentorID("a:3"))
  }

  @Test func `merging one record again changes nothing`() throws {
    let once = try #require(MentorMerge.mentor(of: [phonebook]))
    let again = try #require(
      MentorMerge.mentor(of: [SourcedMentor(source: "phonebook", trust: .profiles, mentor: once)]))
    #expect(once == again)
  }
}

@Suite struct WebAddresses {
  @Test(arguments: [
    ("HTTP://WWW.Ada.Example:80/", "https://ada.example"), ("ada.example/Path/", "https://ada.example/Path"),
    ("https://ada.example/a/index.html", "https://ada.example/a"),
    ("https://ada.example/%7eada/%c3%bc", "https://ada.example/~ada/%C3%BC"),
    ("https://ada.example/ü", "https://ada.example/%C3%BC"),
    ("https://user@ada.example:8080/x?b=2&utm_medium=m&a=1#f", "https://ada.example:8080/x?b=2&a=1"),
    ("https://ada.example./100%", "https://ada.example/100%"),
  ])
  func `spellings of a page become one`(text: String, normalised: String) {
    #expect(WebAddress(text)?.normalised == normalised)
  }

  @Test(arguments: [
    "", "ada", "n/a", "mailto:ada@mail.example", "ftp://a.example", "https://", "a b.example", "@ada@x.y",
  ])
  func `what is no web address is none`(text: String) {
    #expect(WebAddress(text) == nil)
  }
}

@Suite struct MergeAtScale {
  @Test func `ten thousand people in three sources are ten thousand people`() {
    let records = ["a", "b", "c"].flatMap { source in
      (0..<10_000).map { number in
        record(source, "\(source):\(number)", "Name \(number)") {
          $0.contacts = [Contact(kind: "email", value: "person\(number)@mail.example")]
        }
      }
    }
    let merged = MentorMerge.merge(records)
    #expect(merged.mentors.count == 10_000)
    #expect(merged.records.allSatisfy { $0.count == 3 })
  }

  @Test func `many who share one page each get an identifier`() {
    let merged = MentorMerge.merge(
      (0..<5000).map { number in record("wiki", "w:\(number)", "Name") { $0.page = "https://wiki.example/list" } })
    #expect(Set(merged.mentors.map(\.id)).count == 5000)
  }
}
