import MentorDirectory

/// The mentors of the directory, made ready for matching. Building takes one pass over all of them; a request is then
/// compared only with those who share something with it.
public struct MatchIndex: Sendable {
  private(set) var ids: [MentorID] = []
  private(set) var profiles: [CandidateProfile] = []
  private(set) var topics = NameNumbers()
  private(set) var groups = NameNumbers()
  private(set) var teams = NameNumbers()
  private(set) var cities = NameNumbers()
  private(set) var countries = NameNumbers()
  private(set) var regions = NameNumbers()
  private(set) var languages = NameNumbers()
  private(set) var words = WordPostings()
  /// Mentors by topic, ascending.
  private(set) var byTopic: [[Int32]] = []
  private var numbers: [MentorID: Int32] = [:]
  private let vocabulary: Vocabulary
  private let now: Timestamp

  public init(vocabulary: Vocabulary, now: Timestamp) {
    self.vocabulary = vocabulary
    self.now = now
  }

  public var count: Int { ids.count }

  /// - Parameters:
  ///   - writeUp: its words.
  ///   - utcOffset: minutes east of UTC at the mentor's place now; nil if unknown.
  ///   - load: what the desk has promised of the mentor's time.
  ///   - isBlocked: nobody is to be sent to this mentor now.
  public mutating func add(
    _ mentor: Mentor, writeUp: String, utcOffset: Int?, load: MentorLoad = MentorLoad(), isBlocked: Bool = false
  ) {
    let number = Int32(ids.count)
    ids.append(mentor.id)
    numbers[mentor.id] = number
    var profile = CandidateProfile()
    profile.areas = topicNumbers(mentor.areas)
    profile.topics = topicNumbers(mentor.areas + mentor.interests)
    for topic in profile.topics {
      topics.count(topic)
      byTopic[Int(topic)].append(number)
    }
    profile.seeks = topicNumbers(mentor.seeks)
    for name in mentor.groups {
      let group = groups.number(adding: vocabulary.canonical(name))
      if !profile.groups.contains(group) { profile.groups.append(group) }
      groups.count(group)
    }
    if !mentor.team.isEmpty {
      profile.team = teams.number(adding: vocabulary.canonical(mentor.team))
      teams.count(profile.team)
    }
    for language in mentor.languages { profile.languages |= bit(of: languages.number(adding: language.key)) }
    if !mentor.place.city.isEmpty { profile.city = cities.number(adding: mentor.place.cityKey) }
    if !mentor.place.country.isEmpty { profile.country = countries.number(adding: mentor.place.country) }
    if !mentor.place.region.isEmpty { profile.region = regions.number(adding: mentor.place.region) }
    if let utcOffset { profile.utcOffset = Int16(clamping: utcOffset) }
    profile.state = mentor.availability.state(on: now.day)
    if let free = mentor.availability.free(under: load, statedAt: mentor.lastChanged) {
      profile.free = Int16(clamping: free)
    }
    profile.recent = Int16(clamping: load.recent)
    profile.lastIntroduction = load.last?.seconds ?? .min
    if let confirmed = mentor.lastConfirmed {
      profile.confirmedDays = Int32(clamping: max(0, now.day.daysSinceEpoch - confirmed.day.daysSinceEpoch))
    }
    profile.isBlocked = isBlocked
    profile.hasContact = !mentor.contacts.isEmpty || !mentor.page.isEmpty
    profiles.append(profile)
    words.add(mentor.title, of: number)
    words.add(writeUp, of: number)
  }

  private mutating func topicNumbers(_ names: [String]) -> [Int32] {
    var found: [Int32] = []
    for name in names {
      let number = topics.number(adding: vocabulary.canonical(name))
      if number == byTopic.count { byTopic.append([]) }
      if !found.contains(number) { found.append(number) }
    }
    return found
  }

  // MARK: - Asking

  func number(of id: MentorID) -> Int32? { numbers[id] }
  func topic(_ name: String) -> Int32? { topics.number(of: vocabulary.canonical(name)) }
  func group(_ name: String) -> Int32? { groups.number(of: vocabulary.canonical(name)) }
  func team(_ name: String) -> Int32? { teams.number(of: vocabulary.canonical(name)) }
  func isSame(_ a: String, _ b: String) -> Bool { vocabulary.canonical(a).folded == vocabulary.canonical(b).folded }
  func languageBits(_ spoken: [Language]) -> UInt64 {
    spoken.reduce(0) { bits, language in languages.number(of: language.key).map { bits | bit(of: $0) } ?? bits }
  }

  private func bit(of number: Int32) -> UInt64 { 1 << UInt64(min(number, 63)) }
}

extension Language {
  /// What makes two languages the same.
  var key: String { code.isEmpty ? name : code }
}

extension Place {
  /// Two cities of one name are two cities.
  var cityKey: String { "\(city)/\(countryCode)" }
}

extension Availability {
  /// An absence whose end is past is over.
  func state(on day: CalendarDay) -> State {
    if state == .away, let until, until <= day { return .open }
    return state
  }
}
