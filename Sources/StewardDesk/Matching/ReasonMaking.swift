import MentorDirectory

/// Puts a weighed number back into what it stands for, with the source that it rests on.
struct ReasonMaking {
  let record: RequestRecord
  let mentor: Mentor
  let question: MatchQuestion
  let index: MatchIndex

  func reason(_ weighed: Matcher.Weighed) -> Reason {
    let wish = record.wish
    switch weighed.kind {
    case .area(let number):
      let isArea = mentor.areas.contains { index.topic($0) == number }
      return make(weighed, .area(index.topics.names[Int(number)]), isArea ? .areas : .interests)
    case .interest(let number):
      let isInterest = mentor.interests.contains { index.topic($0) == number }
      return make(weighed, .interest(index.topics.names[Int(number)]), isInterest ? .interests : .areas)
    case .words:
      let (words, quote) = quoted()
      return make(weighed, .words(words, quote: quote), .writeUp)
    case .languages:
      let spoken = mentor.languages.map(\.key)
      return make(weighed, .languages(wish.languages.filter { spoken.contains($0.key) }), .languages)
    case .sharedHours(let hours): return make(weighed, .sharedHours(hours), .location)
    case .city: return make(weighed, .city(mentor.place.city), .location)
    case .country: return make(weighed, .country(mentor.place.country), .location)
    case .region: return make(weighed, .region(mentor.place.region), .location)
    case .group(let number): return make(weighed, .group(index.groups.names[Int(number)]), .groups)
    case .team: return make(weighed, .team(mentor.team), .team)
    case .teachesBack(let number): return make(weighed, .teachesBack(index.topics.names[Int(number)]), .seeks)
    case .confirmed(let days): return make(weighed, .confirmed(daysAgo: days), nil)
    case .stale(let days): return make(weighed, .stale(daysAgo: days), nil)
    case .recent(let count): return make(weighed, .recentlyIntroduced(count), nil)
    case .limited: return make(weighed, .limited, .availability)
    case .languagesUnknown: return make(weighed, .languagesUnknown, nil)
    case .availabilityUnknown: return make(weighed, .availabilityUnknown, nil)
    case .capacityUnknown: return make(weighed, .capacityUnknown, nil)
    case .freePlaces(let count): return make(weighed, .freePlaces(count), .availability)
    case .noContact: return make(weighed, .noContact, nil)
    }
  }

  private func make(_ weighed: Matcher.Weighed, _ fact: Reason.Fact, _ field: MentorField?) -> Reason {
    Reason(points: weighed.points, fact: fact, from: field.flatMap { mentor.provenance[$0] })
  }

  /// The common words, most telling first, and the sentence of the write-up that has the most of them.
  private func quoted() -> (words: [String], quote: String) {
    let rarities = Dictionary(question.words.map { ($0.hash, $0.rarity) }, uniquingKeysWith: max)
    var found: [(word: String, rarity: Double)] = []
    var best = (sum: 0.0, text: "")
    for sentence in Self.sentences(of: mentor.title + "\n" + mentor.writeUp.plainText) {
      var seen: Set<UInt64> = [], sum = 0.0
      WordPostings.forEachWord(in: sentence) { hash, bytes in
        guard let rarity = rarities[hash], seen.insert(hash).inserted else { return }
        sum += rarity
        let word = String(decoding: bytes, as: UTF8.self)
        if !found.contains(where: { $0.word == word }) { found.append((word, rarity)) }
      }
      if sum > best.sum { best = (sum, sentence) }
    }
    let words = found.sorted { ($1.rarity, $0.word) < ($0.rarity, $1.word) }.prefix(4).map(\.word)
    return (words, best.text.cleanedLine(limit: 160))
  }

  /// Lines, and sentences within them.
  static func sentences(of text: String) -> [String] {
    var sentences: [String] = [], current = ""
    for character in text.prefix(100_000) {
      if character == "\n" {
        sentences.append(current)
        current = ""
        continue
      }
      current.append(character)
      if ".!?。！？".contains(character) {
        sentences.append(current)
        current = ""
      }
    }
    sentences.append(current)
    return sentences.map { $0.cleanedLine() }.filter { !$0.isEmpty }
  }
}
