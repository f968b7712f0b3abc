import MentorDirectory

/// One filter that is in force, as it is shown and as it can be dropped.
public struct Chip: Equatable, Sendable {
  public enum Filter: Hashable, Sendable {
    case included(FacetName, String)
    case excluded(FacetName, String)
    case near(String)
    case open(Bool)
    case words
    case only(Only)

    var isOnly: Bool { if case .only = self { true } else { false } }
  }
  public var filter: Filter
  public var text: String
  public var isExclusion: Bool

  /// Chips of a query, in the order of the facets, after that of the restriction.
  public static func chips(of query: Query, only: Only? = nil) -> [Chip] {
    var chips = only.map { [Chip(filter: .only($0), text: $0.label, isExclusion: false)] } ?? []
    for facet in FacetName.allCases {
      let choice = query[facet]
      let join = choice.matchesAll && choice.included.count > 1 ? "all: " : ""
      chips += choice.included.map {
        Chip(filter: .included(facet, $0), text: "\(facet.label) \(join)\(shown($0))", isExclusion: false)
      }
      chips += choice.excluded.map {
        Chip(filter: .excluded(facet, $0), text: "not \(facet.label) \(shown($0))", isExclusion: true)
      }
    }
    chips += query.near.map { Chip(filter: .near($0), text: "near \(shown($0))", isExclusion: false) }
    if let isOpen = query.isOpen {
      chips.append(Chip(filter: .open(isOpen), text: isOpen ? "has time" : "has no time", isExclusion: !isOpen))
    }
    return chips
  }

  /// "Germany/Berlin" is shown as "Berlin".
  private static func shown(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The query without this filter.
  public func dropped(from query: Query) -> Query {
    var query = query
    switch filter {
    case .included(let facet, let name): query[facet].included.removeAll { $0 == name }
    case .excluded(let facet, let name): query[facet].excluded.removeAll { $0 == name }
    case .near(let name): query.near.removeAll { $0 == name }
    case .open: query.isOpen = nil
    case .words: query.terms = []
    case .only: break
    }
    return query
  }
}
