import MentorDirectory

/// The desk in figures: how long people wait, who carries how much, what came of it, and where mentors are missing.
public struct DeskOverview: Equatable, Sendable {
  public struct Waiting: Equatable, Sendable {
    public var state: RequestState
    public var count: Int
    /// Days in that state.
    public var median: Int
    public var longest: Int
  }
  public struct Load: Equatable, Sendable {
    public var mentor: MentorID
    public var held: Int
    public var recent: Int
  }
  /// What open requests ask for and no mentor with a free place has.
  public struct Gap: Equatable, Sendable {
    public enum Kind: String, Sendable { case area, place, language }
    public var kind: Kind
    public var name: String
    public var requests: Int
    /// Mentors who have it, whether or not they have time.
    public var mentors: Int
  }

  public var waiting: [Waiting]
  public var loads: [Load]
  /// By the state in which requests ended or are.
  public var outcomes: [RequestState: Int]
  /// Days from a request to its first introduction.
  public var daysToIntroduction: [Int]
  public var gaps: [Gap]

  public init(_ desk: Desk, index: MatchIndex, now: Timestamp) {
    let records = desk.inOrder
    waiting = RequestState.allCases.filter { !$0.isClosed }.compactMap { state in
      let days = records.filter { $0.state == state }.map { Self.days(from: $0.since, to: now) }.sorted()
      guard let longest = days.last else { return nil }
      return Waiting(state: state, count: days.count, median: days[days.count / 2], longest: longest)
    }
    loads = desk.loads(now: now).map { Load(mentor: $0.key, held: $0.value.held, recent: $0.value.recent) }
      .filter { $0.held > 0 || $0.recent > 0 }
      .sorted { ($1.held, $1.recent, $0.mentor) < ($0.held, $0.recent, $1.mentor) }
    outcomes = Dictionary(grouping: records, by: \.state).mapValues(\.count)
    daysToIntroduction = records.compactMap { record in
      record.introductions.first.map { Self.days(from: record.received, to: $0.at) }
    }.sorted()
    gaps = Self.gaps(records.filter { $0.state.isOpen && !$0.isForgotten }, index)
  }

  private static func days(from start: Timestamp, to end: Timestamp) -> Int {
    max(0, Int((end.seconds - start.seconds) / 86_400))
  }

  private static func gaps(_ open: [RequestRecord], _ index: MatchIndex) -> [Gap] {
    var wanted: [String: (kind: Gap.Kind, name: String, requests: Int)] = [:]
    func want(_ kind: Gap.Kind, _ name: String) {
      guard !name.isEmpty else { return }
      wanted["\(kind.rawValue) \(name.folded)", default: (kind, name, 0)].requests += 1
    }
    for record in open {
      for area in record.wish.areas { want(.area, area) }
      for language in record.wish.languages { want(.language, language.name) }
      want(.place, record.wish.place.country)
    }
    let codes = Dictionary(
      open.flatMap(\.wish.languages).map { ($0.name.folded, $0) }, uniquingKeysWith: { first, _ in first })
    return wanted.values.compactMap { kind, name, requests in
      let having =
        switch kind {
        case .area: index.mentors(ofTopic: name)
        case .place: index.mentors(inCountry: name)
        case .language: index.mentors(speaking: codes[name.folded].map { [$0] } ?? [])
        }
      guard having.allSatisfy({ !index.hasTime($0) }) else { return nil }
      return Gap(kind: kind, name: name, requests: requests, mentors: having.count)
    }.sorted { ($1.requests, $0.kind.rawValue, $0.name) < ($0.requests, $1.kind.rawValue, $1.name) }
  }
}

extension MatchIndex {
  func mentors(ofTopic name: String) -> [Int] { topic(name).map { byTopic[Int($0)].map(Int.init) } ?? [] }

  func mentors(inCountry name: String) -> [Int] {
    guard let country = countries.number(of: name) else { return [] }
    return profiles.indices.filter { profiles[$0].country == country }
  }

  func mentors(speaking languages: [Language]) -> [Int] {
    let bits = languageBits(languages)
    return profiles.indices.filter { profiles[$0].languages & bits != 0 }
  }

  /// Somebody can be sent to this mentor now.
  func hasTime(_ mentor: Int) -> Bool {
    let profile = profiles[mentor]
    switch profile.state {
    case .full, .away, .closed, .gone: return false
    case .open, .limited, .unknown: return profile.free != 0 && !profile.isBlocked
    }
  }
}
