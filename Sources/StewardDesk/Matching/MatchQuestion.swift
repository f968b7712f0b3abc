import Glibc
import MentorDirectory

/// A request in the numbers of the index: what `Matcher` compares the candidates with.
struct MatchQuestion {
  /// Topics of the wish with what each counts, areas first.
  struct Topic {
    var number: Int32
    var isArea: Bool
    var points: Int
  }
  var topics: [Topic] = []
  var groups: [Int32] = []
  var team: Int32 = -2
  var offers: [Int32] = []
  /// 0 if the newcomer named none.
  var languages: UInt64 = 0
  var firstLanguage: UInt64 = 0
  var namesLanguages = false
  var city: Int32 = -2
  var country: Int32 = -2
  var region: Int32 = -2
  var utcOffset: Int?
  /// Words of the wish that tell something, with how much: 0 … 1.
  var words: [(hash: UInt64, rarity: Double)] = []
  var excluded: Set<Int32> = []

  /// A word that more than a quarter of the mentors use tells nothing.
  private static let commonest = 4
  /// Of a long text the most telling words count.
  private static let mostWords = 40

  init(_ record: RequestRecord, utcOffset: Int?, _ index: MatchIndex, _ weights: MatchWeights) {
    let wish = record.wish
    for (names, isArea) in [(wish.areas, true), (wish.interests, false)] {
      for name in names {
        guard let number = index.topic(name), !topics.contains(where: { $0.number == number }) else { continue }
        let rarity = index.topics.rarity(of: number, among: index.count)
        let most = Double(isArea ? weights.area : weights.interest)
        topics.append(Topic(number: number, isArea: isArea, points: Int((most * (0.5 + 0.5 * rarity)).rounded())))
      }
    }
    groups = wish.groups.compactMap { index.group($0) }
    team = wish.team.isEmpty ? -2 : index.team(wish.team) ?? -2
    offers = wish.offers.compactMap { index.topic($0) }
    namesLanguages = !wish.languages.isEmpty
    languages = index.languageBits(wish.languages)
    firstLanguage = index.languageBits(Array(wish.languages.prefix(1)))
    if !wish.place.city.isEmpty { city = index.cities.number(of: wish.place.cityKey) ?? -2 }
    if !wish.place.country.isEmpty { country = index.countries.number(of: wish.place.country) ?? -2 }
    if !wish.place.region.isEmpty { region = index.regions.number(of: wish.place.region) ?? -2 }
    self.utcOffset = utcOffset
    words = Self.words(wish, index)
    excluded = Set(record.turnedDown.compactMap { index.number(of: $0.mentor) })
  }

  private static func words(_ wish: Wish, _ index: MatchIndex) -> [(hash: UInt64, rarity: Double)] {
    var seen: Set<UInt64> = [], found: [(hash: UInt64, rarity: Double)] = []
    for text in [wish.text] + wish.interests {
      WordPostings.forEachWord(in: text) { hash, _ in
        guard seen.insert(hash).inserted else { return }
        let count = index.words.mentors(hash).count
        guard count > 0, count * commonest <= max(index.count, 2 * commonest) else { return }
        found.append((hash, Rarity.of(count, among: index.count)))
      }
    }
    return Array(found.sorted { ($1.rarity, $0.hash) < ($0.rarity, $1.hash) }.prefix(mostWords))
  }
}
