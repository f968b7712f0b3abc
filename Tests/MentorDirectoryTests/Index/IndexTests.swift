import Testing

@testable import MentorDirectory

@Suite struct IndexTests {
  /// Every count and every result against the naive reference, under random choices and words.
  @Test(arguments: 0..<8)
  func agreesWithTheNaiveReferenceUnderRandomOperations(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let mentors = (0..<Int.random(in: 1...70, using: &random)).map { Self.mentor($0, &random) }.inDisplayOrder()
    let naive = NaiveDirectory(mentors: mentors)
    let session = SearchSession(try Self.index(mentors))
    var query = Query()
    for _ in 0..<20 {
      Self.change(&query, mentors, &random)
      let result = session.search(query)
      let expected = naive.matches(query)
      #expect(result.total == expected.count, "\(query.text)")
      let shown = session.mentors(0..<1000, sort: .name, day: CalendarDay(daysSinceEpoch: 0))
      #expect(shown == expected, "\(query.text)")
      for facet in FacetName.allCases {
        let counts = naive.counts(query, facet)
        for value in session.index.valueRange(of: facet) {
          let path = session.index.path(of: value)
          #expect(result.count(of: value) == counts[path], "\(query.text) → \(facet) \(path)")
        }
      }
      #expect(session.total(query) == expected.count)
    }
  }

  /// A restriction to some mentors counts as a directory of these alone would.
  @Test(arguments: 0..<4)
  func amongSomeMentorsEverythingIsCountedAmongThem(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let mentors = (0..<50).map { Self.mentor($0, &random) }.inDisplayOrder()
    let session = SearchSession(try Self.index(mentors))
    var query = Query()
    for round in 0..<20 {
      Self.change(&query, mentors, &random)
      let among = (0..<50).filter { _ in Bool.random(using: &random) }
      let naive = NaiveDirectory(mentors: among.map { mentors[$0] })
      let result = session.search(query, among: among)
      let expected = naive.matches(query).map { among[$0] }
      let shown = session.mentors(0..<100, sort: .name, day: CalendarDay(daysSinceEpoch: 0))
      #expect(result.total == expected.count && shown == expected, "\(query.text)")
      for facet in FacetName.allCases {
        let counts = naive.counts(query, facet)
        for value in session.index.valueRange(of: facet) {
          #expect(result.count(of: value) == counts[session.index.path(of: value)] ?? 0, "\(query.text)")
        }
      }
      #expect(session.total(query, among: among) == expected.count)
      #expect(session.total(query) == NaiveDirectory(mentors: mentors).matches(query).count)
      if round.isMultiple(of: 3) {
        #expect(session.search(query).total == NaiveDirectory(mentors: mentors).matches(query).count)
      }
    }
  }

  @Test func anEmptyDirectoryAnswersEverything() throws {
    let session = SearchSession(try SearchIndex.empty())
    let result = session.search(Query("anything area:x -lang:de near:y open:yes"))
    #expect(result.total == 0)
    #expect(session.mentors(0..<10, sort: .match, day: CalendarDay(daysSinceEpoch: 0)) == [])
  }

  @Test func ranksNameOverTitleOverTopicsOverWriteUp() throws {
    let session = try Self.session([
      Self.named("Zora Body", writeUp: "I like maple."), Self.named("Yan Topic") { $0.interests = ["maple"] },
      Self.named("Xia Title") { $0.title = "Maple lead" }, Self.named("Maple Walker"), Self.named("Mapletree Ann"),
    ])
    #expect(Self.names(session, "maple") == ["Maple Walker", "Mapletree Ann", "Xia Title", "Yan Topic", "Zora Body"])
  }

  @Test func everySortIsStableAndComplete() throws {
    var random = SeededGenerator(seed: 7)
    let mentors = (0..<80).map { Self.mentor($0, &random) }.inDisplayOrder()
    let session = SearchSession(try Self.index(mentors))
    _ = session.search(Query())
    for sort in SortKey.allCases {
      let day = CalendarDay(daysSinceEpoch: 20_000)
      let all = session.mentors(0..<80, sort: sort, day: day)
      #expect(Set(all) == Set(0..<80))
      let pieces = stride(from: 0, to: 80, by: 7).flatMap { session.mentors($0..<($0 + 7), sort: sort, day: day) }
      #expect(pieces == all, "\(sort)")
    }
    let today = session.mentors(0..<80, sort: .fair, day: CalendarDay(daysSinceEpoch: 1))
    let tomorrow = session.mentors(0..<80, sort: .fair, day: CalendarDay(daysSinceEpoch: 2))
    #expect(today != tomorrow)
    let byChange = session.mentors(0..<80, sort: .changed, day: CalendarDay(daysSinceEpoch: 1))
    let days = byChange.map { session.index.lastChanged(of: $0)?.daysSinceEpoch ?? .min }
    #expect(days == days.sorted(by: >))
  }

  @Test func aTypedAccentCounts() throws {
    let session = try Self.session([Self.named("Jan Muller"), Self.named("Jana Müller")])
    #expect(Self.names(session, "muller") == ["Jan Muller", "Jana Müller"])
    #expect(Self.names(session, "müll") == ["Jana Müller"])
  }

  @Test func forgivesATypoAndSaysSo() throws {
    let session = try Self.session([Self.named("Ada Quill") { $0.interests = ["localization"] }, Self.named("Bo Reed")])
    #expect(Self.names(session, "loclaization") == ["Ada Quill"])
    #expect(session.search(Query("loclaization")).notes == ["nobody writes “loclaization”; showing “localization”"])
  }

  @Test func findsPartsOfScriptsWithoutSpaces() throws {
    let session = try Self.session([Self.named("佐藤 みなと", writeUp: "翻訳と字幕を手伝います。"), Self.named("Bo")])
    for typed in ["翻", "翻訳", "字幕を", "佐藤", "みなと"] { #expect(Self.names(session, typed) == ["佐藤 みなと"], "\(typed)") }
    #expect(Self.names(session, "訳翻") == [])
  }

  @Test func exactWordsStandOneAfterTheOtherInOneText() throws {
    let session = try Self.session([
      Self.named("A", writeUp: "your first patch"), Self.named("B", writeUp: "first of all, a patch"),
      Self.named("C first", writeUp: "patch"),
    ])
    #expect(Self.names(session, #""first patch""#) == ["A"])
    #expect(Self.names(session, #""first pat""#) == [])
  }

  @Test func exactWordsGoOnBehindAScriptWithoutSpaces() throws {
    let session = try Self.session([Self.named("Ken Example", writeUp: "日本語 Python と 日本")])
    for exact in ["日本語 Python", "日本語", "日本"] {
      #expect(Self.names(session, "\"\(exact)\"") == ["Ken Example"], "\(exact)")
    }
    #expect(Self.names(session, #""日本 Python""#) == [])
  }

  @Test func exactWordsOfANameStandInTheName() throws {
    let session = try Self.session([Self.named("Example Ada", writeUp: "Ada Example"), Self.named("Ada Example")])
    #expect(Self.names(session, #"name:"Ada Example""#) == ["Ada Example"])
  }

  @Test func aQuoteUnderACombiningMarkIsEscapedAllTheSame() {
    var query = Query()
    query[.area] = Query.Choice(included: ["a\"\u{301} b"])
    #expect(Query(query.text) == query)
  }

  @Test func aValueIsFoundByAliasByCodeAndByTheBeginningOfAWord() throws {
    let session = try Self.session([
      Self.named("A") { $0.languages = [Language(code: "de", name: "German")] },
      Self.named("B") { $0.title = "Localization lead" },
      Self.named("C") { $0.place = Self.place("Europe", "Germany", "DE", "Berlin", 52.52, 13.4) },
      Self.named("D") { $0.place = Self.place("Europe", "Germany", "DE", "Potsdam", 52.4, 13.06) },
      Self.named("E") { $0.place = Self.place("Europe", "Germany", "DE", "München", 48.14, 11.58) },
    ])
    #expect(Self.names(session, "lang:de") == ["A"])
    #expect(Self.names(session, "title:lead") == ["B"])
    #expect(Self.names(session, "location:de") == ["C", "D", "E"])
    #expect(Self.names(session, "near:berlin") == ["C", "D"])
    #expect(Self.names(session, "location:Germany/munchen") == ["E"])
    #expect(session.search(Query("area:nowhere")).notes == ["no area of the directory is called “nowhere”"])
  }

  @Test func highlightsTheTypedPartOfAWord() throws {
    let session = try Self.session([Self.named("Jürgen Öz", writeUp: "Übersetzung und Rust")])
    let highlights = session.search(Query("uber rus")).highlights
    #expect(highlights.ranges(in: "Gute Übersetzung, Rust!") == [5..<9, 18..<21])
  }

  @Test func valuesThatDifferInCaseOnlyAreOneInTheCommonestSpelling() throws {
    let session = try Self.session([
      Self.named("A") { $0.areas = ["Coding"] }, Self.named("B") { $0.areas = ["coding"] },
      Self.named("C") { $0.areas = ["Coding", "coding"] },
    ])
    let range = session.index.valueRange(of: .area)
    #expect(range.map { session.index.valueName($0) } == ["Coding"])
    #expect(session.search(Query()).count(of: range.lowerBound) == 3)
  }

  // MARK: - Making directories

  static func named(_ name: String, writeUp: String = "", _ change: (inout Mentor) -> Void = { _ in }) -> Mentor {
    var mentor = Mentor(id: MentorID("https://\(name.folded.filter { $0.isLetter }).example/"), name: name)
    if !writeUp.isEmpty { mentor.writeUp = WriteUp([.paragraph([.text(writeUp)])]) }
    change(&mentor)
    return mentor
  }

  static func place(_ region: String, _ country: String, _ code: String, _ city: String, _ lat: Double, _ lon: Double)
    -> Place
  {
    var place = Place()
    (place.region, place.country, place.countryCode, place.city) = (region, country, code, city)
    place.coordinates = Coordinates(latitude: lat, longitude: lon)
    return place
  }

  static func index(_ mentors: [Mentor]) throws -> SearchIndex {
    var builder = IndexBuilder()
    for mentor in mentors { builder.add(mentor, writeUp: mentor.writeUp.plainText) }
    return try builder.finish()
  }
  static func session(_ mentors: [Mentor]) throws -> SearchSession {
    SearchSession(try index(mentors.inDisplayOrder()))
  }
  static func names(_ session: SearchSession, _ query: String) -> [String] {
    _ = session.search(Query(query))
    return session.mentors(0..<100, sort: .match, day: CalendarDay(daysSinceEpoch: 0)).map {
      session.index.name(of: $0)
    }
  }
  static func image(
    _ bytes: [UInt8], verifying: IndexImage.Verification = .everything
  ) throws(IndexImageError) -> IndexImage {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: bytes.count) } }
    return try IndexImage(base: memory, byteCount: bytes.count, verifying: verifying) { base, _ in
      UnsafeMutableRawPointer(mutating: base).deallocate()
    }
  }

  private static let words = [
    "rust", "maps", "translate", "first", "patch", "garden", "river", "über", "字幕", "radio", "c++",
  ]

  static func mentor(_ number: Int, _ random: inout SeededGenerator) -> Mentor {
    let first = random.pick(["Ada", "Bo", "Chidi", "Dörte", "Eun-ji", "Farah"])
    var mentor = Mentor(id: MentorID("m\(number)"), name: "\(first) \(random.pick(["Reed", "Okoye", "Łem", "Sato"]))")
    mentor.title = random.pick(["", "Team lead", "Writer", "Lead writer"])
    mentor.areas = random.some(["Coding", "Support", "Design", "Docs"], upTo: 3)
    mentor.groups = random.some(["alumni", "north", "students", "weekend crew", "maps"], upTo: 3)
    mentor.team = random.pick(["", "Keel", "Notes", "Maps"])
    mentor.interests = random.some(["Rust", "Go", "terminology", "public speaking", "maps"], upTo: 4)
    mentor.languages = random.some(
      [Language(code: "de", name: "German"), Language(code: "fr", name: "French"), Language(code: "", name: "Elvish")],
      upTo: 2)
    let places = [
      ("Europe", "Germany", "DE", "Berlin"), ("Europe", "Germany", "DE", ""), ("Europe", "France", "FR", "Lyon"),
      ("Africa", "Kenya", "KE", "Nairobi"), ("Africa", "", "", ""), ("", "", "", ""),
    ]
    let (region, country, code, city) = random.pick(places)
    (mentor.place.region, mentor.place.country, mentor.place.countryCode, mentor.place.city) = (
      region, country, code, city
    )
    mentor.availability = Availability(
      state: random.pick(Availability.State.allCases), capacity: random.pick([nil, 0, 2]),
      load: random.pick([nil, 0, 2]))
    mentor.sources = random.some(["pages", "phonebook", "wiki"], upTo: 2)
    mentor.lastChanged = Timestamp(seconds: Int64.random(in: 0...1_700_000_000, using: &random))
    let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(words) }.joined(separator: " ")
    mentor.writeUp = WriteUp([.paragraph([.text(text)])])
    return mentor
  }

  /// One thing that a person would do: choose, exclude, clear, type.
  static func change(_ query: inout Query, _ mentors: [Mentor], _ random: inout SeededGenerator) {
    let naive = NaiveDirectory(mentors: mentors)
    switch Int.random(in: 0..<8, using: &random) {
    case 0...3:
      let facet = random.pick(FacetName.allCases)
      let values = naive.values(facet).sorted { $0.joined(separator: "/") < $1.joined(separator: "/") }
      guard let path = values.randomElement(using: &random) else { return }
      let name = path.suffix(path.count > 2 ? 2 : 1).joined(separator: "/")
      var choice = query[facet]
      if Bool.random(using: &random) { choice.included.append(name) } else { choice.excluded.append(name) }
      choice.matchesAll = random.pick([false, false, true])
      query[facet] = choice
    case 4: query[random.pick(FacetName.allCases)] = Query.Choice()
    case 5:
      let text = random.pick(["r", "ma", "rust", "first patch", "garden", "lead", "字", "re", "c+", "sato"])
      query.terms = [
        Query.Term(
          text, kind: random.pick([.word, .exact, .similar]), field: random.pick([.anywhere, .anywhere, .name]),
          isNegated: random.pick([false, false, true]))
      ].compactMap { $0 }
    case 6: query.isOpen = random.pick([nil, true, false])
    default: query = Query()
    }
  }
}
