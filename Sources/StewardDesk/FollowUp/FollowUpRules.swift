/// When something is due. In the configuration, in days; these are the defaults.
///
/// The orientation talk within 14 to 30 days, attention after 4 and 8 weeks and the word on the day before the return
/// are those of the volunteer portal's mentoring procedure.
public struct FollowUpRules: Equatable, Sendable {
  /// A steward should have done something about a request by then.
  public var stewardDays = 3
  /// Nobody answered: remind.
  public var answerDays = 7
  /// Still nobody answered: release the place, offer the next mentor.
  public var releaseDays = 14
  public var orientationFrom = 14
  public var orientationUntil = 30
  /// Check-ins where the two agreed on no rhythm.
  public var checkInDays = 28
  public var firstInactivityDays = 28
  public var secondInactivityDays = 56

  public init() {}

  public static let names: [(name: String, path: WritableKeyPath<FollowUpRules, Int> & Sendable)] = [
    ("steward", \.stewardDays), ("answer", \.answerDays), ("release", \.releaseDays),
    ("orientation-from", \.orientationFrom), ("orientation-until", \.orientationUntil), ("check-in", \.checkInDays),
    ("inactivity", \.firstInactivityDays), ("second-inactivity", \.secondInactivityDays),
  ]
}
