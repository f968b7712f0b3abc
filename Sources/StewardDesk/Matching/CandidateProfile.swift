import MentorDirectory

/// What matching looks at of one mentor, as numbers: every word, value and place of the directory has one.
struct CandidateProfile: Sendable {
  var topics: [Int32] = []
  var areas: [Int32] = []
  var groups: [Int32] = []
  var seeks: [Int32] = []
  var team: Int32 = -1
  /// A bit for each of the first 64 languages of the directory; those beyond share the last.
  var languages: UInt64 = 0
  var city: Int32 = -1
  var country: Int32 = -1
  var region: Int32 = -1
  /// Minutes east of UTC; `unknownOffset` if unknown.
  var utcOffset: Int16 = Self.unknownOffset
  var state: Availability.State = .unknown
  /// Free places under the desk's load; negative if the mentor named no capacity.
  var free: Int16 = -1
  var recent: Int16 = 0
  var lastIntroduction: Int64 = .min
  /// Days since the mentor's word was confirmed; negative if unknown.
  var confirmedDays: Int32 = -1
  var isBlocked = false
  var hasContact = true

  static let unknownOffset: Int16 = .max
}

/// Numbers for names; the same name, whatever its spelling, has the same number.
struct NameNumbers: Sendable {
  private var numbers: [String: Int32] = [:]
  private(set) var names: [String] = []
  /// Mentors that have the name.
  private(set) var counts: [Int32] = []

  mutating func number(adding name: String) -> Int32 {
    let key = name.folded
    if let known = numbers[key] { return known }
    let number = Int32(names.count)
    numbers[key] = number
    names.append(name)
    counts.append(0)
    return number
  }

  mutating func count(_ number: Int32) { counts[Int(number)] += 1 }
  func number(of name: String) -> Int32? { numbers[name.folded] }

  /// 1 for what one mentor has, falling to 0 for what all have: the inverse document frequency (Spärck Jones 1972) as
  /// a share of its largest value.
  func rarity(of number: Int32, among mentors: Int) -> Double {
    Rarity.of(Int(counts[Int(number)]), among: mentors)
  }
}
