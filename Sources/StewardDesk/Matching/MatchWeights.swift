/// What each kind of reason counts at most. In the configuration; these are the defaults.
public struct MatchWeights: Equatable, Sendable {
  /// For the first common area; a rare area counts fully, one that everybody has about half.
  public var area = 25
  /// For each common interest, at most `mostInterests` of them.
  public var interest = 12
  public var mostInterests = 3
  /// For words that both use.
  public var words = 15
  public var language = 10
  public var sharedHours = 10
  public var city = 10
  public var country = 6
  public var region = 2
  public var group = 4
  public var team = 6
  public var teachesBack = 5
  public var confirmed = 4
  /// Taken off for each introduction of the last 30 days.
  public var recentIntroduction = 4
  /// Taken off for "limited", and for a word older than a year.
  public var limited = 3
  public var stale = 4

  public init() {}

  /// The weights by the names that the configuration has for them.
  public static let names: [(name: String, path: WritableKeyPath<MatchWeights, Int> & Sendable)] = [
    ("area", \.area), ("interest", \.interest), ("most-interests", \.mostInterests), ("words", \.words),
    ("language", \.language), ("shared-hours", \.sharedHours), ("city", \.city), ("country", \.country),
    ("region", \.region), ("group", \.group), ("team", \.team), ("teaches-back", \.teachesBack),
    ("confirmed", \.confirmed), ("recent-introduction", \.recentIntroduction), ("limited", \.limited),
    ("stale", \.stale),
  ]
}
