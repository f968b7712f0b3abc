import MentorDirectory

/// A filter whose dropping would give somebody where nobody matches.
public struct Alternative: Equatable, Sendable {
  /// As a sentence names it.
  public var filter: String
  public var total: Int

  /// For a query that nobody matches, most first.
  static func alternatives(to query: Query, in session: SearchSession) -> [Alternative] {
    var words = Query()
    words.terms = query.terms
    var chips = Chip.chips(of: query)
    if !words.isEmpty { chips.append(Chip(filter: .words, text: "the words “\(words.text)”", isExclusion: false)) }
    return chips.map { Alternative(filter: $0.text, total: session.total($0.dropped(from: query))) }
      .filter { $0.total > 0 }.sorted { $0.total > $1.total }
  }
}
