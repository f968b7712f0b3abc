/// What became of a write-up from one version to the next: its passages in reading order, those that are gone before
/// those that came in their place.
///
/// Passages are compared first, then the words of those that stand for each other. What only looks different
/// (emphasis, the number of an item) is no difference; an address behind a link is a word of its own.
public struct WriteUpDifference: Equatable, Sendable {
  public private(set) var passages: [Passage] = []

  /// True if nothing was removed or added.
  public var isEmpty: Bool { passages.allSatisfy { $0.change == .kept } }

  public enum Change: Sendable { case kept, removed, added }

  /// A heading, a paragraph, an item of a list, a row of a table, a line of code.
  public struct Passage: Equatable, Sendable {
    public enum Kind: Hashable, Sendable { case heading, paragraph, item, quote, code, row, rule }
    public var kind: Kind
    /// How deep it stands in lists and quotes.
    public var depth: Int
    /// What stands before an item: a bullet or a number.
    public var mark = ""
    public var words: [Word] = []
    public var change = Change.kept
    /// True if it stands for a passage of the other version; then the words say what changed.
    public var isReworded = false
  }

  public struct Word: Equatable, Sendable {
    public var text: String
    /// White space stood before it.
    public var isSpaced: Bool
    /// The address of a link, which is not seen in the text.
    public var isAddress = false
    /// In a reworded passage: not in the other version.
    public var isChanged = false
  }

  public init(from old: WriteUp, to new: WriteUp) {
    let old = PassageReader.passages(of: old), new = PassageReader.passages(of: new)
    var removed: [Passage] = [], added: [Passage] = []
    for step in EditScript(from: old.map(\.content), to: new.map(\.content)).steps {
      switch step {
      case .remove(let place): removed.append(old[place])
      case .add(let place): added.append(new[place])
      case .keep(_, let place):
        settle(&removed, &added)
        passages.append(new[place])
      }
    }
    settle(&removed, &added)
  }

  /// Appends what was removed and added in one place.
  private mutating func settle(_ removed: inout [Passage], _ added: inout [Passage]) {
    var nextOld = 0, nextNew = 0
    func without(_ passages: ArraySlice<Passage>, _ change: Change) -> [Passage] {
      passages.map { passage in
        var passage = passage
        passage.change = change
        return passage
      }
    }
    for (old, new) in PassagePairs.pairs(removed, added) {
      passages += without(removed[nextOld..<old], .removed) + without(added[nextNew..<new], .added)
      passages += Self.reworded(removed[old], added[new])
      (nextOld, nextNew) = (old + 1, new + 1)
    }
    passages += without(removed[nextOld...], .removed) + without(added[nextNew...], .added)
    removed.removeAll()
    added.removeAll()
  }

  /// Two versions of one passage, with the words that differ.
  private static func reworded(_ old: Passage, _ new: Passage) -> [Passage] {
    var old = old, new = new
    (old.change, new.change) = (.removed, .added)
    (old.isReworded, new.isReworded) = (true, true)
    for step in EditScript(from: old.words.map(\.text), to: new.words.map(\.text)).steps {
      switch step {
      case .keep: break
      case .remove(let place): old.words[place].isChanged = true
      case .add(let place): new.words[place].isChanged = true
      }
    }
    return [old, new]
  }
}

extension WriteUpDifference.Passage {
  /// What makes two passages the same.
  struct Content: Hashable {
    var kind: Kind
    var depth: Int
    var words: [String]
  }

  var content: Content { Content(kind: kind, depth: depth, words: words.map(\.text)) }
}

/// Which of the removed passages the added ones stand for.
enum PassagePairs {
  typealias Passage = WriteUpDifference.Passage

  /// Passages to compare, each with each; beyond that none stands for another.
  private static let mostComparisons = 4_096
  /// What two versions of one passage have in common at least, as a share of their words.
  private static let leastShared = 0.5

  /// Pairs in order, never crossing, that have most in common altogether.
  static func pairs(_ old: [Passage], _ new: [Passage]) -> [(Int, Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostComparisons else { return [] }
    let oldCounts = old.map(counts), newCounts = new.map(counts)
    var shared = [[Double]](repeating: [Double](repeating: 0, count: new.count), count: old.count)
    /// The most that can be had from here to the ends.
    var best = [[Double]](repeating: [Double](repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        shared[i][j] = old[i].kind == new[j].kind ? share(oldCounts[i], newCounts[j]) : 0
        let pair = shared[i][j] >= leastShared ? shared[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = [], i = 0, j = 0
    while i < old.count, j < new.count {
      if shared[i][j] >= leastShared, best[i][j] == shared[i][j] + best[i + 1][j + 1] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  private static func counts(_ passage: Passage) -> [String: Int] {
    passage.words.reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
  }

  /// The Sørensen–Dice coefficient of two bags of words, 0 … 1.
  private static func share(_ a: [String: Int], _ b: [String: Int]) -> Double {
    let all = a.values.reduce(0, +) + b.values.reduce(0, +)
    guard all > 0 else { return 0 }
    let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
    return Double(2 * common) / Double(all)
  }
}
