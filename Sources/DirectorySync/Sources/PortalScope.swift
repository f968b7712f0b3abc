/// What a volunteer portal's mentors are there for.
enum PortalScope {
  /// The note that shows in the write-up of each of them, unless the keeper worded another.
  static func note(_ portal: String) -> String { "Guides volunteers of \(portal)" }
}
