import DirectoryStore
import MentorDirectory
import Testing

/// Merging only what a batch can concern gives what merging everything gives.
@Suite struct Batches {
  @Test(arguments: UInt64(1)...12)
  func `random steps of several sources leave what one merge of all records gives`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let sources = ["a", "b", "c"].map { StoredSource(name: $0, kind: "sheet", trust: $0 == "c" ? .profiles : .list) }
    try withStore { store in
      var rows: [String: [Mentor]] = [:], pages: [String: [String: Mentor]] = [:]
      for round in 0..<40 {
        let source = sources[Int.random(in: 0..<3, using: &random)], now = day(Int64(round))
        if Bool.random(using: &random) {
          let records = (0..<Int.random(in: 1...14, using: &random)).map { number in
            Self.person("\(source.name):\(number)", &random)
          }
          let listed = (0..<Int.random(in: 0...6, using: &random)).map { "https://p\($0).example" }
          rows[source.name] = records
          pages[source.name] = (pages[source.name] ?? [:]).filter { listed.contains($0.key) }
          _ = try store.apply(
            .listing(StoredListing(mentors: records, pages: listed)), of: source, now: now)
        } else {
          let address = "https://p\(Int.random(in: 0..<8, using: &random)).example"
          let person = Self.person(address, &random)
          pages[source.name, default: [:]][address] = person
          let visit = StoredVisit(
            address: address, outcome: .read(person, StoredVerdict("offer")),
            state: ReadState(bodyHash: random.next(), readerVersion: 1))
          _ = try store.apply(.pages([visit]), of: source, now: now)
        }
        try Self.compare(store, rows, pages, sources)
      }
      try store.checkIntegrity()
    }
  }

  private static func person(_ id: String, _ random: inout SeededGenerator) -> Mentor {
    mentor(id, "Name \(Int.random(in: 0..<3, using: &random))") {
      $0.interests = ["Interest \(Int.random(in: 0..<3, using: &random))"]
      // Few enough that more than eight share one now and then.
      $0.contacts = [Contact(kind: "github", value: "person\(Int.random(in: 0..<7, using: &random))")]
      if Bool.random(using: &random) { $0.page = "https://p\(Int.random(in: 0..<8, using: &random)).example" }
    }
  }

  private static func compare(
    _ store: DirectoryStore, _ rows: [String: [Mentor]], _ pages: [String: [String: Mentor]], _ sources: [StoredSource]
  ) throws {
    var identities: [IdentityRecord] = [], owners: [String] = []
    for (number, source) in sources.enumerated() {
      for record in rows[source.name] ?? [] {
        identities.append(
          IdentityRecord(source: number * 2, name: record.name, keys: IdentityKey.keys(of: record)))
        owners.append(source.name)
      }
      for (address, record) in pages[source.name] ?? [:] {
        let keys = IdentityKey.keys(of: record) + [IdentityKey.page(address)].compactMap { $0 }
        identities.append(
          IdentityRecord(source: number * 2 + 1, name: record.name, keys: Array(Set(keys))))
        owners.append(source.name)
      }
    }
    let expected = IdentityClusters.clusters(identities).map { cluster in Set(cluster.map { owners[$0] }).sorted() }
    var stored: [[String]] = [], ids: Set<MentorID> = []
    try store.forEachMentorInDisplayOrder { mentor in
      stored.append(mentor.sources.sorted())
      ids.insert(mentor.id)
    }
    #expect(stored.count == ids.count)
    #expect(stored.sorted { $0.lexicographicallyPrecedes($1) } == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
