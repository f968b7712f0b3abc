import Testing

@testable import MentorDirectory

/// Every window of every order is what sorting everybody gives.
@Suite struct ResultOrderTests {
  private let day = CalendarDay(daysSinceEpoch: 20_000)

  @Test(arguments: 0..<4)
  func windowsAreCutFromTheSortedWhole(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let mentors = (0..<300).map { IndexTests.mentor($0, &random) }.inDisplayOrder()
    let session = SearchSession(try IndexTests.index(mentors))
    for query in ["", "area:coding", "r", "lang:de -team:keel"] {
      let total = session.search(Query(query)).total
      let members = session.mentors(0..<total, sort: .name, day: day)
      for sort in SortKey.allCases where sort != .match && sort != .fair {
        let expected = stablySorted(members) { key(session.index, $0, sort) }
        #expect(session.mentors(0..<total, sort: sort, day: day) == expected, "\(query) \(sort)")
        for _ in 0..<5 where total > 0 {
          let start = Int.random(in: 0..<total, using: &random)
          let window = start..<min(total, start + Int.random(in: 1...200, using: &random))
          #expect(
            session.mentors(window, sort: sort, day: day) == Array(expected[window]), "\(query) \(sort) \(window)")
        }
      }
    }
  }

  @Test(arguments: 0..<6)
  func aNumberSelectsAsItSorts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = 20_000, pool = BitsetPool(wordCount: (count + 63) / 64)
    let highest: UInt32 = [0, 1, 300, 5000, .max, 40][seed]
    // In the last case most are equal and a few far away.
    let keys = (0..<count).map { _ -> UInt32 in
      seed == 5 && Int.random(in: 0..<100, using: &random) == 0 ? .max : UInt32.random(in: 0...highest, using: &random)
    }
    let members = pool.bitset()
    for mentor in 0..<count where seed % 2 == 0 || mentor % 3 > 0 { members.insert(mentor) }
    let expected = stablySorted((0..<count).filter(members.contains)) { Int(keys[$0]) }
    for _ in 0..<20 {
      let start = Int.random(in: 0..<expected.count, using: &random)
      let places = start..<min(expected.count, start + Int.random(in: 1...6000, using: &random))
      var window = ResultWindow(places)
      KeySelection(pool).add(members, to: &window) { keys[$0] }
      #expect(window.mentors == Array(expected[places]), "\(places)")
    }
  }

  private func stablySorted(_ mentors: [Int], by key: (Int) -> Int) -> [Int] {
    mentors.map { (key($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private func key(_ index: SearchIndex, _ mentor: Int, _ sort: SortKey) -> Int {
    func first(_ facet: FacetName) -> Int { index.values(of: mentor, in: facet).first ?? .max }
    switch sort {
    case .match, .name, .fair: return mentor
    case .title: return first(.title)
    case .location: return first(.location)
    case .group: return first(.group)
    case .interest: return first(.interest)
    case .team: return first(.team)
    case .changed: return -(index.lastChanged(of: mentor)?.daysSinceEpoch ?? .min + 1)
    case .availability:
      let state = index.values(of: mentor, in: .availability).first.map { index.valueName($0) } ?? ""
      return (Availability.State(rawValue: state)?.rank ?? 9) * 1000 - (index.freePlaces(of: mentor) ?? 0)
    }
  }
}
