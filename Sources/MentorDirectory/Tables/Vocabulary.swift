/// The community's preferred names for areas, groups and interests, with aliases.
public struct Vocabulary: Sendable {
  /// `texts`: vocabulary files, later ones win (the shipped one first, then the user's).
  public init(_ texts: [String]) {}

  /// The preferred form of a value ("golang" → "Go"); the value itself where the vocabulary says nothing.
  public func canonical(_ value: String) -> String { value }

  /// Other words for a preferred value, for search: "Go" → ["golang"].
  public func aliases(of value: String) -> [String] { [] }
}
