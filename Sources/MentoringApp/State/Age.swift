import MentorDirectory

extension Timestamp {
  /// How long ago it is, short: "now", "5 min", "3 h", "2 d". A moment to come is now: clocks differ.
  func age(at now: Timestamp) -> String { Span.short(now.seconds - seconds) }

  /// When it comes: "due" or "in 4 h".
  func wait(at now: Timestamp) -> String { seconds <= now.seconds ? "due" : "in " + Span.short(seconds - now.seconds) }
}

/// Lengths of time in words.
enum Span {
  static func short(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "now"
    case ..<3600: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) d"
    }
  }

  /// An estimate: no more digits than can be trusted.
  static func about(_ seconds: Int64) -> String {
    switch seconds {
    case ..<10: "a few s"
    case ..<90: "\(seconds / 10 * 10) s"
    default: short(seconds)
    }
  }
}
