import MentorDirectory

/// A filter whose dropping would give somebody where nobody matches.
public struct Alternative: Equatable, Sendable {
  /// As a sentence names it.
  public var filter: String
  public var total: Int

  /// For a question that nobody matches, most first.
  static func alternatives(to directory: DirectoryState) -> [Alternative] {
    let query = directory.query
    var words = Query()
    words.terms = query.terms
    var chips = directory.chips
    if !words.isEmpty { chips.append(Chip(filter: .words, text: "the words “\(words.text)”", isExclusion: false)) }
    return chips.map { chip in
      let rest = chip.filter.isOnly ? nil : directory.only
      return Alternative(filter: chip.text, total: directory.total(chip.dropped(from: query), only: rest))
    }.filter { $0.total > 0 }.sorted { $0.total > $1.total }
  }
}
