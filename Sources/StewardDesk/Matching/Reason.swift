import MentorDirectory

/// One thing that speaks for a match, or against it, with what it counts and what it rests on.
public struct Reason: Equatable, Sendable {
  /// Added to the score; negative where it speaks against, 0 where it only has to be known.
  public var points: Int
  public var fact: Fact
  /// Where it was read: the provenance of the mentor's field.
  public var from: Provenance?

  public init(points: Int, fact: Fact, from: Provenance? = nil) {
    self.points = points
    self.fact = fact
    self.from = from
  }

  /// The facts; the words for them depend on the language (`ReasonWords`).
  public enum Fact: Equatable, Sendable {
    case area(String)
    case interest(String)
    /// Words that both use; the sentence of the write-up in which they stand.
    case words([String], quote: String)
    case languages([Language])
    /// Hours of the day in which both are awake (8 to 22 o'clock).
    case sharedHours(Int)
    case city(String)
    case country(String)
    case region(String)
    case group(String)
    case team(String)
    /// The newcomer knows what the mentor wants to learn.
    case teachesBack(String)
    /// Days since the mentor's word was last confirmed.
    case confirmed(daysAgo: Int)
    case stale(daysAgo: Int)
    /// Introductions of the last 30 days.
    case recentlyIntroduced(Int)
    case limited
    case freePlaces(Int)
    case capacityUnknown
    case languagesUnknown
    case availabilityUnknown
    case noContact
  }
}

/// A mentor for a request.
public struct Match: Equatable, Sendable {
  public var mentor: MentorID
  /// The sum of the reasons' points.
  public var score: Int
  /// For, strongest first; then against.
  public var reasons: [Reason]
  /// Free places after what the desk has promised; nil if the mentor named no capacity.
  public var free: Int?

  public init(mentor: MentorID, score: Int, reasons: [Reason], free: Int?) {
    self.mentor = mentor
    self.score = score
    self.reasons = reasons
    self.free = free
  }
}

/// Why a mentor is not among the matches, however well they would fit.
public enum Exclusion: Equatable, Sendable {
  /// Full, away, or not mentoring now.
  case unavailable(Availability.State)
  case noFreePlace
  case noCommonLanguage
  /// Said no, or was passed over, for this request.
  case turnedDown
  case blocked(reason: String)
}
