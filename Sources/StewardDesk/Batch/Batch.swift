import MentorDirectory

/// All open requests at once, given to mentors' free places so that the scores together are as high as they can be.
/// A proposal: each pair is approved by a steward.
public struct Batch: Equatable, Sendable {
  public struct Pair: Equatable, Sendable {
    public var request: DeskID
    public var mentor: MentorID
    public var score: Int

    public init(request: DeskID, mentor: MentorID, score: Int) {
      self.request = request
      self.mentor = mentor
      self.score = score
    }
  }
  public var pairs: [Pair]
  /// Requests for which no place was left, or nobody fits.
  public var unmatched: [DeskID]

  /// How many places a mentor has who named no capacity.
  public static let placesIfUnknown = 1

  /// - Parameters:
  ///   - fixed: pairs that are settled: they keep their places and are not moved.
  ///   - utcOffset: minutes east of UTC at a newcomer's place.
  public init(
    _ records: [RequestRecord], matcher: Matcher, fixed: [Pair] = [], utcOffset: (Place) -> Int?
  ) {
    let open = records.filter { record in !fixed.contains { $0.request == record.id } }
    // No optimum needs more than this of a request's list: the others together take fewer.
    let most = open.count + fixed.count
    let ranked = open.map { matcher.rank($0, utcOffset: utcOffset($0.wish.place), limit: most) }
    var columns: [(mentor: MentorID, place: Int)] = [], first: [MentorID: Int] = [:], count: [MentorID: Int] = [:]
    for mentor in ranked.joined().map(\.mentor) where first[mentor] == nil {
      let taken = fixed.count { $0.mentor == mentor }
      let places = max(0, min(open.count, matcher.places(of: mentor) - taken))
      first[mentor] = columns.count
      count[mentor] = places
      columns += (0..<places).map { (mentor, $0) }
    }
    let gains = ranked.map { list -> [Int] in
      var row = [Int](repeating: 0, count: columns.count)
      for match in list {
        guard let start = first[match.mentor] else { continue }
        for column in start..<(start + (count[match.mentor] ?? 0)) { row[column] = match.score }
      }
      return row
    }
    let assigned = Assignment.best(gains: gains, columns: columns.count)
    pairs = fixed
    unmatched = []
    for (number, record) in open.enumerated() {
      if let column = assigned[number] {
        pairs.append(Pair(request: record.id, mentor: columns[column].mentor, score: gains[number][column]))
      } else {
        unmatched.append(record.id)
      }
    }
  }
}

extension Matcher {
  /// Free places of a mentor.
  func places(of mentor: MentorID) -> Int {
    guard let number = index.number(of: mentor) else { return 0 }
    let free = index.profiles[Int(number)].free
    return free < 0 ? Batch.placesIfUnknown : Int(free)
  }
}
