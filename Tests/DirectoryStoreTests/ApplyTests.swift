import DirectoryStore
import MentorDirectory
import Testing

@Suite struct Importing {
  @Test func `a mentor comes back with all that was said`() throws {
    try withStore { store in
      #expect(try store.apply(source: sheet, records: people, now: day(1)) == ImportCounts(new: 3))
      let ada = try #require(try store.mentor(MentorID("sheet:ada")))
      var expected = people[0]
      expected.sources = ["sheet"]
      for (field, isSaid) in [
        (MentorField.languages, true), (.contacts, true), (.location, true), (.how, true), (.availability, true),
        (.writeUp, true), (.title, false), (.name, false), (.interests, false),
      ] {
        if isSaid { expected.provenance[field] = Provenance(source: "sheet") }
        expected.provenance[field]?.fetched = day(1)
      }
      (expected.firstSeen, expected.lastChanged, expected.lastConfirmed) = (day(1), day(1), day(1))
      #expect(ada == expected)
      #expect(try store.writeUp(MentorID("sheet:ada")) == people[0].writeUp)
      #expect(try store.mentor(MentorID("sheet:nobody")) == nil)
    }
  }

  @Test func `mentors come in the order of their folded names`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people.reversed(), now: day(1))
      #expect(try store.names() == ["Ada Example", "Ben Muster", "Émile Zweig"])
    }
  }

  @Test func `importing the same again changes nothing but the time of reading`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      let generation = try store.generation()
      var later = people
      later[0].provenance[.title]?.fetched = day(9)
      later[1].lastConfirmed = day(9)
      later[2].firstSeen = day(9)
      #expect(try store.apply(source: sheet, records: later, now: day(9)) == ImportCounts(unchanged: 3))
      #expect(try store.generation() == generation)
      let ada = try #require(try store.mentor(MentorID("sheet:ada")))
      #expect(ada.firstSeen == day(1))
      #expect(ada.lastChanged == day(1))
      #expect(ada.lastConfirmed == day(9))
    }
  }

  @Test func `new, changed, unchanged and gone are told apart`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      let before = try store.generation()
      var next = [people[0], people[2], mentor("sheet:chi", "Chi Ofori")]
      next[0].writeUp = WriteUp([.paragraph([.text("Other words")])])
      let counts = try store.apply(source: sheet, records: next, now: day(2))
      #expect(counts == ImportCounts(new: 1, changed: 1, unchanged: 1, gone: 1))
      #expect(try store.generation() > before)
      #expect(try store.names() == ["Ada Example", "Ben Muster", "Chi Ofori"])
      let ada = try #require(try store.mentor(MentorID("sheet:ada")))
      #expect(ada.firstSeen == day(1))
      #expect(ada.lastChanged == day(2))
      #expect(ada.writeUp.plainText == "Other words")
      let ben = try #require(try store.mentor(MentorID("https://ben.example/mentoring")))
      #expect(ben.lastChanged == day(1))
    }
  }

  @Test func `a second source adds to a mentor and takes with it only what it said`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      let own = mentor("pages:ben", "Ben M. Muster") {
        $0.page = "http://www.ben.example/mentoring/"
        $0.writeUp = WriteUp([.paragraph([.text("My own words")])])
      }
      #expect(try store.apply(source: pages, records: [own], now: day(2)) == ImportCounts(changed: 1))
      #expect(try store.count() == 3)
      let ben = try #require(try store.mentor(MentorID("https://ben.example/mentoring")))
      #expect(ben.name == "Ben M. Muster")
      #expect(ben.sources == ["pages", "sheet"])
      #expect(ben.firstSeen == day(1))
      #expect(ben.writeUp.plainText == "My own words")

      #expect(try store.remove(source: "pages", now: day(3)) == ImportCounts(changed: 1))
      #expect(try store.mentor(MentorID("https://ben.example/mentoring"))?.name == "Ben Muster")
      #expect(try store.sources().map(\.source.name) == ["sheet"])
    }
  }

  @Test func `a mentor who gets a page keeps the history`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      var next = people
      next[0].page = "https://ada.example/mentoring"
      #expect(try store.apply(source: sheet, records: next, now: day(2)) == ImportCounts(changed: 1, unchanged: 2))
      #expect(try store.mentor(MentorID("https://ada.example/mentoring"))?.firstSeen == day(1))
      #expect(try store.mentor(MentorID("sheet:ada")) == nil)
    }
  }

  @Test func `what a source says of the times counts, as far as it can be true`() throws {
    try withStore { store in
      let records = [
        mentor("s:1", "Past") { $0.lastChanged = day(-5) }, mentor("s:2", "Future") { $0.lastChanged = day(50) },
      ]
      _ = try store.apply(source: sheet, records: records, now: day(1))
      #expect(try store.mentor(MentorID("s:1"))?.lastChanged == day(-5))
      #expect(try store.mentor(MentorID("s:2"))?.lastChanged == day(1))
    }
  }

  @Test func `two records of one key are both kept`() throws {
    try withStore { store throws in
      let same = [mentor("s:1", "Ada Example"), mentor("s:1", "Ben Muster"), mentor("s:1", "Ada Exampel")]
      #expect(try store.apply(source: sheet, records: same, now: day(1)) == ImportCounts(new: 3))
      #expect(try store.apply(source: sheet, records: same, now: day(2)) == ImportCounts(unchanged: 3))
    }
  }

  @Test func `the order in which sources are imported does not matter`() throws {
    let own = [mentor("p", "Ben") { $0.page = "https://ben.example/mentoring" }]
    func everything(_ order: [(StoredSource, [Mentor])]) throws -> [Mentor] {
      try withTemporaryDirectory { directory in
        let store = try DirectoryStore(directory: directory)
        for (source, records) in order { _ = try store.apply(source: source, records: records, now: day(1)) }
        var mentors: [Mentor] = []
        try store.forEachMentorInDisplayOrder { mentors.append($0) }
        return mentors
      }
    }
    #expect(try everything([(sheet, people), (pages, own)]) == everything([(pages, own), (sheet, people)]))
  }

  @Test func `random imports leave what one merge of all records gives`() throws {
    var random = SeededGenerator(7)
    let sources = ["a", "b", "c"].map { StoredSource(name: $0, kind: "sheet", trust: $0 == "c" ? .ownPage : .list) }
    try withStore { store in
      var current: [String: [Mentor]] = [:]
      for round in 0..<60 {
        let source = sources[Int.random(in: 0..<3, using: &random)]
        let records = (0..<Int.random(in: 0...12, using: &random)).map { number in
          mentor("\(source.name):\(number)", "Name \(Int.random(in: 0..<3, using: &random))") {
            $0.interests = ["Interest \(Int.random(in: 0..<3, using: &random))"]
            $0.contacts = [Contact(kind: "github", value: "person\(Int.random(in: 0..<20, using: &random))")]
            if Bool.random(using: &random) { $0.page = "https://p\(Int.random(in: 0..<9, using: &random)).example" }
          }
        }
        current[source.name] = records
        _ = try store.apply(source: source, records: records, now: day(Int64(round)))
        let expected = MentorMerge.merge(
          sources.flatMap { source in
            (current[source.name] ?? []).map {
              SourcedMentor(source: source.name, trust: source.trust, mentor: $0)
            }
          })
        var stored: [Mentor] = []
        try store.forEachMentorInDisplayOrder { stored.append($0) }
        #expect(stored.count == expected.mentors.count)
        #expect(Set(stored.map(\.id)).count == stored.count)
        #expect(stored.map { Set($0.sources) }.sorted() == expected.mentors.map { Set($0.sources) }.sorted())
        #expect(Set(stored.flatMap(\.contacts)) == Set(expected.mentors.flatMap(\.contacts)))
      }
    }
  }

  @Test func `a cancelled import has not happened`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      let generation = try store.generation()
      let many = (0..<5000).map { mentor("s:\($0)", "Name \($0)") }
      var reports: [ImportProgress] = []
      #expect(throws: StoreError.cancelled) {
        try store.apply(
          source: sheet, records: many, now: day(2), progress: { reports.append($0) },
          isCancelled: { reports.last?.phase == .merging })
      }
      #expect(reports.contains { $0.phase == .storing && $0.done == 5000 && $0.total == 5000 })
      #expect(try store.names().count == 3)
      #expect(try store.generation() == generation)
      #expect(try store.sources()[0].records == 3)
    }
  }

  @Test func `problems are kept with their source until the next import`() throws {
    try withStore { store in
      let problem = StoredProblem(file: "people.csv", line: 3, column: 0, reason: "no name")
      _ = try store.apply(source: sheet, records: people, problems: [problem], now: day(1))
      #expect(try store.problems(ofSource: "sheet") == [problem])
      #expect(
        try store.sources() == [SourceSummary(source: sheet, imported: day(1), records: 3, problems: 1)])
      _ = try store.apply(source: sheet, records: people, now: day(2))
      #expect(try store.problems(ofSource: "sheet").isEmpty)
    }
  }

  @Test func `mentors of one name are reported, not merged`() throws {
    try withStore { store in
      _ = try store.apply(source: sheet, records: people, now: day(1))
      _ = try store.apply(source: pages, records: [mentor("p:1", "Emile ZWEIG")], now: day(1))
      #expect(
        try store.possibleDuplicates()
          == [PossibleDuplicate(name: "Emile ZWEIG", mentors: [MentorID("p:1"), MentorID("sheet:emil")])])
    }
  }
}

extension [Set<String>] {
  fileprivate func sorted() -> [[String]] { map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) } }
}
