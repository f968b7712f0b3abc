/// A dimension by which the directory can be sliced. Raw values are the words of the query language and of JSON.
public enum FacetName: String, CaseIterable, Hashable, Sendable, Codable {
  case area, location, group, team, interest, language, availability, title, source

  /// Heading of its pane.
  public var heading: String { rawValue.uppercased() }
  /// "Area", for sentences and chips.
  public var label: String { rawValue }
  /// True for the facet whose values form a tree (region ▸ country ▸ city).
  public var isTree: Bool { self == .location }
  /// True if one mentor can have several values.
  public var isManyValued: Bool {
    switch self {
    case .area, .group, .interest, .language, .source: true
    case .location, .team, .availability, .title: false
    }
  }

  /// The facet that a word of the query language names, aliases included.
  public init?(word: String) {
    switch word.folded {
    case "area", "areas": self = .area
    case "location", "loc", "place", "country", "city", "region", "in": self = .location
    case "group", "groups", "tag": self = .group
    case "team", "teams": self = .team
    case "interest", "interests", "topic", "skill": self = .interest
    case "language", "languages", "lang": self = .language
    case "availability", "available": self = .availability
    case "title", "role": self = .title
    case "source", "sources": self = .source
    default: return nil
    }
  }
}
