/// The texts of a mentor in which words are found, most telling first. Their order is the ranking.
enum TextField: Int, CaseIterable {
  case name, title
  /// Interests, areas, groups, team, place.
  case topics
  /// The write-up.
  case body
  static let count = allCases.count
}
