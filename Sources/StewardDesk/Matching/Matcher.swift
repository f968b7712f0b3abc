import Glibc
import MentorDirectory

/// Ranks mentors for a request: first what is hard, then the sum of what speaks for and against.
///
/// The same request, desk and directory always give the same ranking. Equal scores go to whoever was introduced
/// longest ago, then by a shuffle that differs from request to request, so that nobody is first by their name.
public struct Matcher: Sendable {
  public let index: MatchIndex
  public let weights: MatchWeights

  public init(_ index: MatchIndex, weights: MatchWeights = MatchWeights()) {
    self.index = index
    self.weights = weights
  }

  /// A mentor with a score, before anybody asks why.
  public struct Ranked: Equatable, Sendable {
    public var mentor: MentorID
    public var score: Int
  }

  /// The best, best first.
  /// - Parameter utcOffset: minutes east of UTC at the newcomer's place; nil if unknown.
  public func rank(_ record: RequestRecord, utcOffset: Int?, limit: Int = 20) -> [Ranked] {
    let question = MatchQuestion(record, utcOffset: utcOffset, index, weights)
    let words = wordPoints(question)
    var best: [Place] = []
    for number in index.profiles.indices {
      let profile = index.profiles[number]
      guard exclusion(profile, Int32(number), question) == nil else { continue }
      var score = 0
      weigh(profile, question, words: Int(words[number])) { score += $0.points }
      if best.count == limit, let last = best.last, score < last.score { continue }
      let place = Place(
        score: score, last: profile.lastIntroduction, lot: Self.lot(record.id, index.ids[number]), number: number)
      let at = best.firstIndex { place < $0 } ?? best.count
      best.insert(place, at: at)
      if best.count > limit { best.removeLast() }
    }
    return best.map { Ranked(mentor: index.ids[$0.number], score: $0.score) }
  }

  /// Why, with all reasons; nil if the mentor is not in the index.
  /// - Parameter mentor: the mentor with the write-up.
  public func explain(_ record: RequestRecord, utcOffset: Int?, mentor: Mentor) -> Match? {
    guard let number = index.number(of: mentor.id) else { return nil }
    let question = MatchQuestion(record, utcOffset: utcOffset, index, weights)
    let profile = index.profiles[Int(number)]
    var reasons: [Reason] = []
    weigh(profile, question, words: Int(wordPoints(question)[Int(number)])) { weighed in
      reasons.append(ReasonMaking(record: record, mentor: mentor, question: question, index: index).reason(weighed))
    }
    return Match(
      mentor: mentor.id, score: reasons.reduce(0) { $0 + $1.points },
      reasons: reasons.filter { $0.points > 0 }.sorted { $0.points > $1.points }
        + reasons.filter { $0.points <= 0 }.sorted { $0.points < $1.points },
      free: profile.free < 0 ? nil : Int(profile.free))
  }

  /// Why this mentor is not among the matches; nil if nothing is in the way.
  public func exclusion(_ record: RequestRecord, mentor: MentorID) -> Exclusion? {
    guard let number = index.number(of: mentor) else { return nil }
    let question = MatchQuestion(record, utcOffset: nil, index, weights)
    return exclusion(index.profiles[Int(number)], number, question)
  }

  // MARK: - Hard

  private func exclusion(_ profile: CandidateProfile, _ number: Int32, _ question: MatchQuestion) -> Exclusion? {
    switch profile.state {
    case .full, .away, .closed, .gone: return .unavailable(profile.state)
    case .open, .limited, .unknown: break
    }
    if profile.free == 0 { return .noFreePlace }
    if question.namesLanguages, profile.languages != 0, profile.languages & question.languages == 0 {
      return .noCommonLanguage
    }
    if profile.isBlocked { return .blocked(reason: "") }
    return question.excluded.contains(number) ? .turnedDown : nil
  }

  // MARK: - Soft

  /// A weighed fact before it is put into words.
  struct Weighed {
    enum Kind {
      case area(Int32), interest(Int32), words, languages, sharedHours(Int), city, country, region, group(Int32), team
      case teachesBack(Int32), confirmed(Int), stale(Int), recent(Int), limited
      case languagesUnknown, availabilityUnknown, capacityUnknown, noContact, freePlaces(Int)
    }
    var kind: Kind
    var points: Int
  }

  /// The one place where a score comes from; ranking sums what explaining lists.
  @inline(__always)
  private func weigh(
    _ profile: CandidateProfile, _ question: MatchQuestion, words: Int, _ emit: (Weighed) -> Void
  ) {
    var interests = 0, hasArea = false
    for topic in question.topics where profile.topics.contains(topic.number) {
      if topic.isArea {
        // One common area is what it takes; a second says little more.
        emit(Weighed(kind: .area(topic.number), points: hasArea ? topic.points / 4 : topic.points))
        hasArea = true
      } else if interests < weights.mostInterests {
        emit(Weighed(kind: .interest(topic.number), points: topic.points))
        interests += 1
      }
    }
    if words > 0 { emit(Weighed(kind: .words, points: words)) }
    if profile.languages == 0 || question.languages == 0 {
      emit(Weighed(kind: .languagesUnknown, points: 0))
    } else {
      let isFirst = profile.languages & question.firstLanguage != 0
      emit(Weighed(kind: .languages, points: isFirst ? weights.language : weights.language / 2))
    }
    if let own = question.utcOffset, profile.utcOffset != CandidateProfile.unknownOffset {
      let hours = WakingHours.shared(own, Int(profile.utcOffset))
      emit(Weighed(kind: .sharedHours(hours), points: weights.sharedHours * hours / WakingHours.perDay))
    }
    if profile.city == question.city {
      emit(Weighed(kind: .city, points: weights.city))
    } else if profile.country == question.country {
      emit(Weighed(kind: .country, points: weights.country))
    } else if profile.region == question.region {
      emit(Weighed(kind: .region, points: weights.region))
    }
    for group in question.groups where profile.groups.contains(group) {
      emit(Weighed(kind: .group(group), points: weights.group))
    }
    if profile.team == question.team { emit(Weighed(kind: .team, points: weights.team)) }
    for offer in question.offers where profile.seeks.contains(offer) {
      emit(Weighed(kind: .teachesBack(offer), points: weights.teachesBack))
    }
    weighState(profile, emit)
  }

  @inline(__always)
  private func weighState(_ profile: CandidateProfile, _ emit: (Weighed) -> Void) {
    if profile.confirmedDays > 365 {
      emit(Weighed(kind: .stale(Int(profile.confirmedDays)), points: -weights.stale))
    } else if profile.confirmedDays >= 0, profile.confirmedDays <= 90 {
      emit(Weighed(kind: .confirmed(Int(profile.confirmedDays)), points: weights.confirmed))
    }
    if profile.recent > 0 {
      emit(Weighed(kind: .recent(Int(profile.recent)), points: -weights.recentIntroduction * Int(profile.recent)))
    }
    if profile.state == .limited { emit(Weighed(kind: .limited, points: -weights.limited)) }
    if profile.state == .unknown { emit(Weighed(kind: .availabilityUnknown, points: 0)) }
    if profile.free > 0 { emit(Weighed(kind: .freePlaces(Int(profile.free)), points: 0)) }
    if profile.free < 0 { emit(Weighed(kind: .capacityUnknown, points: 0)) }
    if !profile.hasContact { emit(Weighed(kind: .noContact, points: -weights.limited)) }
  }

  /// Points for common words, by mentor: the sum of the words' rarities, with ever less for each further word.
  private func wordPoints(_ question: MatchQuestion) -> [Int16] {
    var sums = [Float](repeating: 0, count: index.count)
    for word in question.words {
      let rarity = Float(word.rarity)
      for mentor in index.words.mentors(word.hash) { sums[Int(mentor)] += rarity }
    }
    let most = Float(weights.words)
    return sums.map { $0 == 0 ? 0 : Int16((most * (1 - exp(-$0 / 1.5))).rounded()) }
  }

  // MARK: - Order

  private struct Place {
    var score: Int
    var last: Int64
    var lot: UInt64
    var number: Int

    static func < (a: Place, b: Place) -> Bool {
      if a.score != b.score { return a.score > b.score }
      return a.last == b.last ? a.lot < b.lot : a.last < b.last
    }
  }

  private static func lot(_ request: DeskID, _ mentor: MentorID) -> UInt64 {
    var hash = StableHash()
    hash.combine(request.text)
    hash.combine(mentor.rawValue)
    return hash.value
  }
}
