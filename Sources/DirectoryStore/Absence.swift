import MentorDirectory

/// How long a page has not been there, by the visits that found it missing.
///
/// Time is counted from visit to visit and not by dates, so that a clock that was wrong for one sync cannot make
/// anybody disappear: an interval that is negative or longer than `longestInterval` counts nothing, and one visit
/// counts at most `mostPerVisit`.
struct Absence: Equatable {
  enum Stage: Int, Comparable {
    /// There, or missing for so short that it may be a passing fault.
    case present
    /// Missing in three syncs over three days: shown, and marked.
    case gone
    /// Missing for thirty days: no longer shown, unless it comes back.
    case dropped
    static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  var since: Timestamp?
  var last: Timestamp?
  var visits = 0
  /// What was counted so far.
  var seconds: Int64 = 0

  private static let day: Int64 = 86_400
  private static let longestInterval = 35 * day
  private static let mostPerVisit = 10 * day

  var isNone: Bool { visits == 0 }

  var stage: Stage {
    guard visits >= 3, seconds >= 3 * Self.day else { return .present }
    return seconds >= 30 * Self.day ? .dropped : .gone
  }

  /// One more visit that found nothing. The first of each sync counts; a second one of the same moment adds no time.
  mutating func noteMissing(at now: Timestamp) {
    if let last {
      let interval = now.seconds - last.seconds
      if (0...Self.longestInterval).contains(interval) { seconds += min(interval, Self.mostPerVisit) }
    }
    since = min(since ?? now, now)
    last = now
    visits += 1
  }
}
