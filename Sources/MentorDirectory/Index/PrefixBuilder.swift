/// Bitsets one after the other.
struct BitsetArena {
  let wordCount: Int
  private(set) var words: [UInt64] = []
  init(words: Int) { wordCount = words }

  /// Adds a bitset with these bits; returns its number.
  mutating func append(_ bits: [UInt32]) -> Int {
    let start = words.count
    words.append(contentsOf: repeatElement(0, count: wordCount))
    for bit in bits { words[start + Int(bit >> 6)] |= 1 << UInt64(bit & 63) }
    return start / max(1, wordCount)
  }
  mutating func append(words more: [UInt64]) -> Int {
    words.append(contentsOf: more)
    return words.count / max(1, wordCount) - 1
  }
}

/// Finds the prefixes of one to three scalars whose terms together have at least one posting per four mentors, and
/// keeps the union of their matches, field by field: the first letters typed cost no more than the fourth.
struct PrefixBuilder {
  private(set) var spellings = StringArena()
  private(set) var bitsets: [Int32] = []
  var count: Int { spellings.count }

  private let mentors: Int
  private let words: Int
  /// The prefixes of the current term by length in scalars, with their matches so far.
  private var open: [Open] = []

  private struct Open {
    var prefix: [UInt8]
    var sums = [Int](repeating: 0, count: TextField.count)
    /// Empty until the field has a match.
    var unions = [[UInt64]](repeating: [], count: TextField.count)
  }
  private var finished: [(prefix: [UInt8], bitsets: [Int32])] = []

  init(mentors: Int, words: Int) {
    self.mentors = mentors
    self.words = words
  }

  mutating func begin(term: ArraySlice<UInt8>, bits: inout BitsetArena) {
    let prefixes = Self.prefixes(of: term)
    var shared = 0
    while shared < min(open.count, prefixes.count), open[shared].prefix.elementsEqual(prefixes[shared]) { shared += 1 }
    close(downTo: shared, bits: &bits)
    for prefix in prefixes[shared...] {
      open.append(Open(prefix: Array(prefix)))
    }
  }

  mutating func add(_ list: [UInt32], field: TextField) {
    for level in open.indices {
      open[level].sums[field.rawValue] += list.count
      if open[level].unions[field.rawValue].isEmpty {
        open[level].unions[field.rawValue] = [UInt64](repeating: 0, count: words)
      }
      for mentor in list { open[level].unions[field.rawValue][Int(mentor >> 6)] |= 1 << UInt64(mentor & 63) }
    }
  }

  mutating func finish(bits: inout BitsetArena) {
    close(downTo: 0, bits: &bits)
    finished.sort { $0.prefix.lexicographicallyPrecedes($1.prefix) }
    for (prefix, numbers) in finished {
      spellings.append(prefix)
      bitsets.append(contentsOf: numbers)
    }
  }

  private mutating func close(downTo level: Int, bits: inout BitsetArena) {
    while open.count > level, let last = open.popLast() {
      var numbers = [Int32](repeating: -1, count: TextField.count)
      for field in 0..<TextField.count where last.sums[field] * 4 >= mentors && last.sums[field] > 0 {
        numbers[field] = Int32(bits.append(words: last.unions[field]))
      }
      if numbers.contains(where: { $0 >= 0 }) { finished.append((last.prefix, numbers)) }
    }
  }

  /// The first one, two and three scalars of a term.
  private static func prefixes(of term: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var prefixes: [ArraySlice<UInt8>] = []
    var end = term.startIndex
    while end < term.endIndex, prefixes.count < 3 {
      end += 1
      while end < term.endIndex, term[end] & 0xC0 == 0x80 { end += 1 }
      prefixes.append(term[term.startIndex..<end])
    }
    return prefixes
  }
}
