/// What is asked of the directory. The panes' choices, the chips, the query text and a saved view are all this value;
/// `Query(text)` and `text` convert without loss (`Query(q.text) == q` for every q).
public struct Query: Hashable, Sendable {
  /// Words and exact words, in the order typed. All must match.
  public var terms: [Term] = []
  /// What is chosen and excluded per facet. A facet without choices has no entry.
  public private(set) var choices: [FacetName: Choice] = [:]
  /// Places in whose surroundings (`nearKilometres`) the mentor must be; any of them.
  public var near: [String] = []
  /// True: has time for somebody now. False: has not. Nil: either.
  public var isOpen: Bool?

  /// What `near:` means by near.
  public static let nearKilometres = 100.0

  public init() {}

  /// The choice in a facet; setting an empty one removes the entry.
  public subscript(facet: FacetName) -> Choice {
    get { choices[facet] ?? Choice() }
    set { choices[facet] = newValue.isEmpty ? nil : newValue }
  }

  public var isEmpty: Bool { self == Query() }
  /// True if nothing but words restricts the directory.
  public var hasNoFilters: Bool { choices.isEmpty && near.isEmpty && isOpen == nil }

  /// Values of one facet. Included values widen each other (any of them) unless `matchesAll`.
  public struct Choice: Hashable, Sendable {
    public var included: [String] = []
    public var excluded: [String] = []
    /// All included values must be there, not just one of them.
    public var matchesAll = false
    public init(included: [String] = [], excluded: [String] = [], matchesAll: Bool = false) {
      self.included = included
      self.excluded = excluded
      self.matchesAll = matchesAll
    }
    public var isEmpty: Bool { included.isEmpty && excluded.isEmpty }
  }

  /// One thing to find in the text.
  public struct Term: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// Matches words that begin with it; a typo is forgiven.
      case word
      /// Matches words that differ from it by one typing mistake at most.
      case similar
      /// These words, whole, one after the other.
      case exact
    }
    public enum Field: String, CaseIterable, Hashable, Sendable {
      /// Any text: name, title, topics, place, write-up.
      case anywhere
      case name
    }
    public let text: String
    public let kind: Kind
    public let field: Field
    /// True if the text must not be there.
    public let isNegated: Bool

    /// Text that cannot stand bare in a query (it has white space or a quote, or would read as something else)
    /// becomes exact words. Nil if there is no text.
    public init?(_ text: String, kind: Kind = .word, field: Field = .anywhere, isNegated: Bool = false) {
      self.text = text.cleanedLine()
      if self.text.isEmpty { return nil }
      self.kind = kind != .exact && !QueryWriter.canStandBare(self.text, field: field) ? .exact : kind
      self.field = field
      self.isNegated = isNegated
    }
  }
}

/// The order of the results.
public enum SortKey: String, CaseIterable, Hashable, Sendable, Codable {
  /// By how well the words match, then by name.
  case match
  case name, title, location, group, interest, availability, changed, team
  /// A shuffle that stays the same for a day, so that nobody is always first.
  case fair

  /// As the screen says it.
  public var label: String {
    switch self {
    case .match: "best match"
    case .name: "by name"
    case .title: "by title"
    case .location: "by location"
    case .group: "by group"
    case .interest: "by interest"
    case .availability: "most free first"
    case .changed: "latest change first"
    case .team: "by team"
    case .fair: "fair order of the day"
    }
  }
}
