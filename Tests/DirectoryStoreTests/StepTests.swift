import DirectoryStore
import MentorDirectory
import Testing

@Suite struct Steps {
  @Test func `a row and the page it leads to are one mentor, and the page is believed`() throws {
    try withStore { store in
      let tally = try store.sync(
        listing(["ada", "ben"]), .pages([visit("ada", says: "Fonts"), visit("ben", says: "Locks")]), at: day(1))
      #expect(tally.new.count == 2 && tally.changed.isEmpty && tally.gone.isEmpty)
      #expect(try store.count() == 2)
      let ada = try #require(try store.person("ada"))
      #expect(ada.name == "Ada Writes")
      #expect(ada.writeUp.plainText == "Fonts")
      #expect(ada.sources == ["sign-ups"])
      let summary = try #require(try store.sources().first)
      #expect(summary.records == 4 && summary.mentors == 2 && summary.pages == 2 && summary.problems == 0)
      #expect(summary.sync?.new == 2 && summary.sync?.ended == day(1))
    }
  }

  @Test func `a page that has moved is still its row's`() throws {
    try withStore { store in
      let moved = mentor("https://ada.example/mentoring", "A. Lovelace") { $0.page = "https://new.example/mentor" }
      let visit = StoredVisit(
        address: pageAddress("ada"), finalAddress: "https://new.example/mentor",
        outcome: .read(moved, StoredVerdict("offer")), state: ReadState(bodyHash: 1, readerVersion: 1))
      try store.sync(listing(["ada"]), .pages([visit]), at: day(1))
      #expect(try store.names() == ["A. Lovelace"])
    }
  }

  @Test func `an unchanged sync writes nothing but when it was`() throws {
    try withStore { store in
      try store.sync(listing(["ada", "ben"]), .pages([visit("ada", says: "Fonts"), noOffer("ben")]), at: day(1))
      let generation = try store.generation(), problems = try store.problems(ofSource: "sign-ups")
      let same = try store.apply(listing(["ada", "ben"]), of: signUps, now: day(2))
      let unknown = try store.apply(.listing(StoredListing(mentors: nil)), of: signUps, now: day(2))
      let pages = try store.apply(.pages([unchanged("ada"), unchanged("ben")]), of: signUps, now: day(2))
      #expect(same.isEmpty && unknown.isEmpty && pages.isEmpty)
      #expect(try store.generation() == generation)
      #expect(try store.problems(ofSource: "sign-ups") == problems)
      #expect(try store.person("ada")?.lastConfirmed == day(1))
      try store.sync(at: day(2))
      #expect(try store.generation() == generation)
      #expect(try store.person("ada")?.lastConfirmed == day(2))
      #expect(try store.person("ada")?.lastChanged == day(1))
    }
  }

  @Test func `what was read is known the next time, until the source is set up in another way`() throws {
    try withStore { store in
      try store.sync(listing(["ada", "ben"]), .pages([visit("ada", says: "Fonts", hash: 7)]), at: day(1))
      var known = try store.knowledge(of: signUps)
      #expect(known.state == ReadState(entityTag: "\"list\"", readerVersion: 1))
      #expect(known.pages[pageAddress("ada")]?.state == ReadState(entityTag: "\"7\"", bodyHash: 7, readerVersion: 1))
      #expect(known.pages[pageAddress("ben")]?.state == ReadState())
      var other = signUps
      other.settings = 1
      known = try store.knowledge(of: other)
      #expect(known == StoredKnowledge())
      _ = try store.apply(.listing(StoredListing(mentors: nil)), of: other, now: day(2))
      #expect(try store.knowledge(of: other).state == ReadState())
    }
  }

  @Test
  func `whoever is missing from a complete list is gone, from a part of one nobody is, from an empty one neither`()
    throws
  {
    try withStore { store in
      try store.sync(
        listing(["ada", "ben"]), .pages([visit("ada", says: "Fonts"), visit("ben", says: "Locks")]), at: day(1))
      #expect(try store.sync(listing(["ada"], isComplete: false), at: day(2)).gone.isEmpty)
      #expect(
        try store.knowledge(of: signUps).state == ReadState(), "a list that was not read whole is asked for again")
      #expect(try store.sync(listing([]), at: day(3)).gone.isEmpty)
      #expect(try store.count() == 2)
      #expect(try store.sync(listing(["ada"]), at: day(4)).gone == [MentorID(pageAddress("ben"))])
      #expect(try store.names() == ["Ada Writes"])
      #expect(try store.knowledge(of: signUps).pages.keys.sorted() == [pageAddress("ada")])
    }
  }

  @Test func `a page that fails keeps its mentor, who was confirmed when it was there last`() throws {
    try withStore { store in
      try store.sync(listing(["ada"]), .pages([visit("ada", says: "Fonts")]), at: day(1))
      let generation = try store.generation()
      for number in Int64(2)...60 { try store.sync(.pages([failed("ada", status: 503)]), at: day(number)) }
      #expect(try store.generation() == generation)
      #expect(try store.person("ada")?.lastConfirmed == day(1))
      #expect(try store.person("ada")?.availability.state != .gone)
      let problem = try #require(try store.problems(ofSource: "sign-ups").first)
      #expect(problem.file == pageAddress("ada") && problem.failure?["number"]?.int == 503)
      try store.sync(.pages([unchanged("ada")]), at: day(61))
      #expect(try store.person("ada")?.lastConfirmed == day(61))
      #expect(try store.problems(ofSource: "sign-ups").isEmpty)
    }
  }

  @Test func `an earlier write-up is kept, unless only a better reader changed it`() throws {
    try withStore { store in
      try store.sync(listing(["ada"]), .pages([visit("ada", says: "Fonts", hash: 1)]), at: day(1))
      #expect(try store.previousVersion(of: MentorID(pageAddress("ada"))) == nil)
      try store.sync(.pages([visit("ada", says: "Fonts, read better", hash: 1)]), at: day(2))
      #expect(try store.previousVersion(of: MentorID(pageAddress("ada"))) == nil)
      for number in Int64(3)...12 {
        try store.sync(.pages([visit("ada", says: "Words \(number)", hash: UInt64(number))]), at: day(number))
      }
      let previous = try #require(try store.previousVersion(of: MentorID(pageAddress("ada"))))
      #expect(previous.writeUp.plainText == "Words 11")
      #expect(previous.until == day(12))
    }
  }

  @Test func `problems of a page go with its next reading`() throws {
    try withStore { store in
      var doubtful = visit("ada", says: "Fonts")
      doubtful.problems = [StoredProblem(file: pageAddress("ada"), line: 3, reason: "the date is unclear")]
      let list = StoredProblem(file: "sheet", line: 9, reason: "no name")
      let step = StoredStep.listing(
        StoredListing(mentors: [row("ada")], pages: [pageAddress("ada")], problems: [list]))
      try store.sync(step, .pages([doubtful]), at: day(1))
      #expect(try store.problems(ofSource: "sign-ups").map(\.reason) == ["no name", "the date is unclear"])
      try store.sync(.pages([visit("ada", says: "Fonts", hash: 2)]), at: day(2))
      #expect(try store.problems(ofSource: "sign-ups").map(\.reason) == ["no name"])
      #expect(try store.sources()[0].problems == 1)
    }
  }

  @Test func `a source that failed keeps everything, and the time it was read`() throws {
    try withStore { store in
      try store.sync(listing(["ada"]), at: day(1))
      let failure = StoredFailure(.object(["kind": .string("hostNotFound")]))
      try store.finish(StoredSync(started: day(5), ended: day(5), failure: failure), of: signUps)
      let summary = try #require(try store.sources().first)
      #expect(summary.imported == day(1) && summary.sync?.failure == failure && summary.mentors == 1)
    }
  }

  @Test func `a source that never gave anything was never read`() throws {
    try withStore { store in
      let failure = StoredFailure(.object(["kind": .string("hostNotFound")]))
      try store.finish(StoredSync(started: day(1), ended: day(1), failure: failure), of: signUps)
      _ = try store.apply(.pages([failed("ada", status: 503)]), of: signUps, now: day(1))
      #expect(try store.sources().map(\.wasRead) == [false])
      _ = try store.apply(listing(["ada"]), of: signUps, now: day(2))
      #expect(try store.sources()[0].imported == day(2))
    }
  }

  @Test func `removing a source takes its pages and what is known of it`() throws {
    try withStore { store in
      try store.sync(listing(["ada"]), .pages([visit("ada", says: "Fonts")]), at: day(1))
      _ = try store.remove(source: "sign-ups", now: day(2))
      #expect(try store.count() == 0 && store.sources().isEmpty)
      #expect(try store.knowledge(of: signUps) == StoredKnowledge())
    }
  }

  @Test func `a tally has each mentor once`() {
    var tally = SyncTally()
    let (ada, home) = (MentorID("ada"), MentorID("https://ada.example"))
    tally.add([MentorChange(.new, ada), MentorChange(.changed, MentorID("ben"), before: [MentorID("ben")])])
    tally.add([MentorChange(.changed, home, before: [ada])])
    tally.add([MentorChange(.gone, MentorID("ben"), before: [MentorID("ben")])])
    #expect(tally.new == [home] && tally.changed.isEmpty && tally.gone == [MentorID("ben")])
  }
}

/// The file of an earlier version.
@Suite struct Migration {
  @Test func `a cache of version 1 is taken over whole`() throws {
    try withTemporaryDirectory { directory in
      try writeVersionOneFile(in: directory)
      let store = try DirectoryStore(directory: directory)
      #expect(try store.names() == ["Aroha Ngata", "Chidi Okeke", "Dalia Jonaitė"])
      let generation = try store.generation()
      let aroha = try #require(try store.mentor(MentorID("https://aroha.example/mentoring")))
      #expect(aroha.sources == ["a", "b"] && aroha.interests == ["vinyl"])
      #expect(aroha.writeUp.plainText == "I mend old radios.")
      #expect(try store.problems(ofSource: "b").map(\.line) == [1])
      #expect(try store.sources().map(\.mentors) == [2, 2])

      // Its keys are found: somebody who comes in by one of them is no second person.
      let page = mentor("p", "Chidi O.") { $0.contacts = [Contact(kind: "email", value: "chidi@example.com")] }
      #expect(try store.generation() == generation)
      #expect(try store.apply(source: pages, records: [page], now: day(400)).changed == 1)
      #expect(try store.count() == 3)
      try store.checkIntegrity()
    }
  }
}
