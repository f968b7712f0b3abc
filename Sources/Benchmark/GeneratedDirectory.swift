import Glibc
import MentorDirectory

/// A directory of the peers' shape, made here: Zipf-distributed values and words, the same for the same count.
struct GeneratedDirectory: BenchmarkDirectory {
  let count: Int
  private let tables = Tables()
  func reference(_ path: String) -> Reference? { nil }

  init(count: Int) { self.count = count }

  private struct Tables {
    let words: [String], names: [String], interests: [String], groups: [String], cities: [String]
    init() {
      var random = SplitMix(seed: 1)
      var taken = Set<String>()
      func words(_ count: Int, syllables: ClosedRange<Int>) -> [String] {
        var made: [String] = []
        while made.count < count {
          let word = (0..<random.within(syllables)).map { _ in random.syllable() }.joined()
          if taken.insert(word).inserted { made.append(word) }
        }
        return made
      }
      self.words = words(20_000, syllables: 1...4).sorted { $0.count < $1.count }
      names = words(8000, syllables: 2...3).map(\.capitalizedFirst)
      interests = words(5000, syllables: 2...4)
      groups = words(2000, syllables: 2...3)
      cities = words(4000, syllables: 2...4).map(\.capitalizedFirst)
    }
  }

  func forEachMentor(_ body: (Mentor, String) -> Void) {
    for mentor in mentors() { body(mentor, mentor.writeUp.plainText) }
  }

  func mentors() -> [Mentor] {
    var random = SplitMix(seed: 2)
    return (0..<count).map { mentor($0, &random) }.inDisplayOrder()
  }

  private func mentor(_ number: Int, _ random: inout SplitMix) -> Mentor {
    let name = tables.names[random.zipf(3000)] + " " + tables.names[random.zipf(8000)]
    var mentor = Mentor(id: MentorID("https://\(number).example/mentoring"), name: name)
    mentor.title =
      ["engineer", "writer", "manager", "scientist"][random.zipf(4)] + " " + tables.words[random.zipf(60) + 900]
    mentor.areas = many(1...3, of: 24, "area", &random)
    mentor.groups = (0..<random.within(0...8)).map { _ in tables.groups[random.zipf(2000)] }
    mentor.interests = (0..<random.within(2...10)).map { _ in tables.interests[random.zipf(5000)] }
    mentor.team = "team \(random.zipf(150))"
    mentor.languages = many(1...4, of: 60, "language", &random).map { Language(code: "", name: $0) }
    let city = random.zipf(4000)
    (mentor.place.region, mentor.place.country, mentor.place.city) = (
      "region \(city % 190 % 6)", "country \(city % 190)", tables.cities[city]
    )
    mentor.availability.state = [.open, .limited, .closed][random.zipf(3)]
    let text = (0..<random.within(100...200)).map { _ in tables.words[random.zipf(20_000)] }.joined(separator: " ")
    mentor.writeUp = WriteUp([.paragraph([.text(text)])])
    return mentor
  }

  private func many(_ range: ClosedRange<Int>, of total: Int, _ word: String, _ random: inout SplitMix) -> [String] {
    Array(Set((0..<random.within(range)).map { _ in "\(word) \(random.zipf(total))" })).sorted()
  }

  /// The kinds of step of the peers' workload.
  var steps: [Step] {
    let name = tables.names[20].lowercased(), word = tables.words[120], rare = tables.words[5000]
    func step(_ label: String, _ query: String, sort: SortKey = .name, from: Int = 0) -> Step {
      Step(label: label, query: Query(query), sort: sort, places: from..<(from + 50))
    }
    var steps = [
      step("initial", ""), step("one area", #"area:"area 1""#), step("two areas", #"area:"area 1" area:"area 3""#),
      step("and a country", #"area:"area 1" area:"area 3" location:"country 0""#),
      step("and a language", #"area:"area 1" area:"area 3" location:"country 0" lang:"language 2""#), step("clear", ""),
    ]
    for end in 1...min(6, name.count) { steps.append(step("type \(name.prefix(end))", String(name.prefix(end)))) }
    steps += [
      step("text and area", #"\#(name) area:"area 0""#), step("body, 1 letter", String(word.prefix(1))),
      step("body, 2 letters", String(word.prefix(2))), step("two words", #""\#(word)" \#(rare.prefix(3))"#),
      step("typo", name.dropLast() + "q~"), step("by rank", String(word.prefix(2)), sort: .match),
      step("exact words", #""\#(tables.words[0]) \#(tables.words[1])""#),
      step("scroll to the middle", "", from: count / 2), step("sort by team", "", sort: .team),
      step("two regions", #"location:"region 0" location:"region 1""#), step("exclude", #"-area:"area 0""#),
      step("no match", "zzzzqx"),
    ]
    return steps
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// SplitMix64 (Steele, Lea and Flood 2014) with what the generator needs.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func within(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  /// A rank below `count`, the n-th about 1/n as often as the first: the inverse of the harmonic sum's integral.
  mutating func zipf(_ count: Int) -> Int {
    let u = Double.random(in: 0..<1, using: &self)
    return min(count - 1, Int(pow(Double(count + 1), u)) - 1)
  }
  mutating func syllable() -> String {
    let onset = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "tr", ""]
    let vowel = ["a", "e", "i", "o", "u", "ai", "ea"], coda = ["", "", "n", "r", "s", "l"]
    return onset[within(0...16)] + vowel[within(0...6)] + coda[within(0...5)]
  }
}
