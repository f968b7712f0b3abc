/// The words of a query as atoms.
struct TextRequest: Equatable {
  struct Clause: Equatable {
    /// All must match; for exact words, one after the other.
    var atoms: [TextAtom]
    var isExact: Bool
    var field: TextField?
    var isNegated: Bool
  }
  var clauses: [Clause]

  /// Words match as beginnings, quoted words as they are, words with a tilde by similarity.
  init(_ terms: [Query.Term]) {
    clauses = terms.compactMap { term in
      var atoms: [TextAtom] = []
      // Exact words are cut as the texts are, so that they stand in them one after the other.
      var tokenizer = Tokenizer(forQuery: term.kind != .exact)
      tokenizer.forEachWord(in: term.text) { folded, exact in
        let mode: TextAtom.Mode =
          switch term.kind {
          case .word: .beginning
          case .similar: .similar
          case .exact: .whole
          }
        atoms.append(TextAtom(word: Array(mode == .similar ? folded : exact ?? folded), mode: mode))
      }
      if term.kind == .exact, atoms.count > 1, let last = atoms.last,
        Tokenizer.lastQueryWord(of: term.text) != last.word
      {
        // The last scalar of an unspaced run stands alone in a text only where the run ends there too.
        atoms.removeLast()
      }
      guard !atoms.isEmpty else { return nil }
      return Clause(
        atoms: atoms, isExact: term.kind == .exact, field: term.field == .name ? .name : nil,
        isNegated: term.isNegated)
    }
  }
}

/// The mentors whose text matches, and how well.
final class TextFilter {
  private let index: SearchIndex
  private let pool: BitsetPool
  private let matcher: TextMatcher
  private(set) var request: TextRequest?
  let matches: Bitset
  /// True if every mentor matches.
  private(set) var matchesEverybody = true
  /// The words that raise a mentor's rank.
  private var ranking: [(match: AtomMatch, field: TextField?)] = []
  private var knownRanks: RankPlanes?
  /// Sentences about words that were taken for mistyped.
  private(set) var notes: [String] = []
  /// What to highlight.
  private(set) var highlights = Highlighter([])

  init(_ index: SearchIndex, _ pool: BitsetPool) {
    self.index = index
    self.pool = pool
    matcher = TextMatcher(index, pool)
    matches = pool.bitset()
  }

  /// How well the mentors match; made when it is first asked for.
  var ranks: RankPlanes {
    if let knownRanks { return knownRanks }
    var ranks = RankPlanes(pool)
    for (match, field) in ranking { ranks.add(match, field: field) }
    knownRanks = ranks
    return ranks
  }

  func apply(_ wanted: TextRequest) {
    guard wanted != request else { return }
    request = wanted
    notes = []
    matches.fill(bits: index.mentorCount)
    matchesEverybody = wanted.clauses.isEmpty
    ranking = []
    knownRanks = nil
    highlights = .none
    guard !matchesEverybody else { return }
    var words: [Highlighter.Word] = []
    let found = pool.bitset(), clauseMatches = pool.bitset()
    for clause in wanted.clauses {
      clauseMatches.copy(matches)
      for atom in clause.atoms {
        let match = matcher.match(atom)
        match.union(into: found, field: clause.field)
        clauseMatches.formIntersection(found)
        if !clause.isNegated {
          ranking.append((match, clause.field))
          words += Highlighter.words(for: match)
          note(match)
        }
      }
      if clause.isExact, clause.atoms.count > 1 { keepInOrder(clause, of: clauseMatches) }
      if clause.isNegated { matches.subtract(clauseMatches) } else { matches.formIntersection(clauseMatches) }
    }
    highlights = Highlighter(words)
  }

  private func note(_ match: AtomMatch) {
    guard match.atom.mode == .beginning, !match.corrections.isEmpty else { return }
    let typed = String(decoding: match.atom.word, as: UTF8.self)
    let shown = match.corrections.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    notes.append("nobody writes “\(typed)”; showing \(shown)\(match.corrections.count > 3 ? " …" : "")")
  }

  private func keepInOrder(_ clause: TextRequest.Clause, of candidates: Bitset) {
    let numbers = clause.atoms.map { matcher.streamNumber(of: foldedWord($0.word)) }
    guard !numbers.contains(nil) else { return candidates.clear() }
    let wanted = numbers.compactMap(\.self)
    for word in 0..<candidates.count {
      var bits = candidates.words[word]
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        bits &= bits &- 1
        if !matcher.hasInOrder(wanted, mentor: word * 64 + bit, onlyName: clause.field == .name) {
          candidates.words[word] &= ~(1 << UInt64(bit))
        }
      }
    }
  }

  private func foldedWord(_ word: [UInt8]) -> [UInt8] { Array(String(decoding: word, as: UTF8.self).folded.utf8) }
}
