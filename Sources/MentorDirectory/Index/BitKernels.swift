import CBits

// Bitsets and the loops over them. One bit per mentor, 64 mentors per word, in display order.
//
// The loops over whole bitsets are C (`CBits`), compiled for several processors. What walks single bits is here, on
// plain pointers with `&+`: a class's stored array in such a loop costs ten times as much (exclusivity, uniqueness and
// bounds for each word).

typealias Words = UnsafePointer<UInt64>
typealias MutableWords = UnsafeMutablePointer<UInt64>

enum BitKernels {
  @inline(__always) static func set(_ target: MutableWords, _ bit: Int) {
    target[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
  }

  @inline(__always) static func isSet(_ words: Words, _ bit: Int) -> Bool {
    words[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 1
  }

  /// Calls `body` with each set bit of the words that `word` makes, in ascending order.
  @inline(__always) static func forEachBit(_ count: Int, _ word: (Int) -> UInt64, _ body: (Int) -> Void) {
    for i in 0..<count {
      var x = word(i)
      while x != 0 {
        body(i &* 64 &+ x.trailingZeroBitCount)
        x &= x &- 1
      }
    }
  }
}

/// A bitset of one session; used for filters, matches and tiers. Its words come from the session's pool and go back.
final class Bitset {
  let words: MutableWords
  /// In words.
  let count: Int
  private let pool: BitsetPool

  fileprivate init(_ words: MutableWords, _ pool: BitsetPool) {
    self.words = words
    self.pool = pool
    count = pool.wordCount
  }
  deinit { pool.takeBack(words) }

  var population: Int { cbits_population(words, count) }
  func populationOfAnd(_ other: Words) -> Int { cbits_population_and(words, other, count) }
  func populationOfXor(_ other: Bitset) -> Int { cbits_population_xor(words, other.words, count) }
  func clear() { words.update(repeating: 0, count: count) }
  func copy(_ other: Bitset) { words.update(from: other.words, count: count) }
  func copy(_ other: Words) { words.update(from: other, count: count) }
  func formUnion(_ other: Bitset) { cbits_or(words, other.words, count) }
  func formUnion(_ other: Words) { cbits_or(words, other, count) }
  func formIntersection(_ other: Bitset) { formIntersection(other.words) }
  func formIntersection(_ other: Words) { cbits_and(words, other, count) }
  func subtract(_ other: Bitset) { subtract(other.words) }
  func subtract(_ other: Words) { cbits_and_not(words, other, count) }
  func insert(_ bit: Int) { BitKernels.set(words, bit) }
  func remove(_ bit: Int) { words[bit &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: bit & 63)) }
  func contains(_ bit: Int) -> Bool { BitKernels.isSet(words, bit) }
  /// Sets the first `bits` bits, clears the rest.
  func fill(bits: Int) {
    clear()
    words.update(repeating: ~0, count: bits / 64)
    if bits % 64 != 0 { words[bits / 64] = (1 << UInt64(bits % 64)) - 1 }
  }
}

/// Gives out bitsets and takes their memory back: a key press needs a dozen of them, and fresh memory for each would
/// cost more than what is done with it. Not for use by two threads at once.
final class BitsetPool {
  let wordCount: Int
  private var free: [MutableWords] = []
  /// Beyond this, memory goes back to the system.
  private static let mostFree = 24

  init(wordCount: Int) { self.wordCount = wordCount }

  deinit { for words in free { words.deallocate() } }

  /// A bitset with all bits clear.
  func bitset() -> Bitset {
    let words = free.popLast() ?? .allocate(capacity: max(1, wordCount))
    words.initialize(repeating: 0, count: max(1, wordCount))
    return Bitset(words, self)
  }

  fileprivate func takeBack(_ words: MutableWords) {
    if free.count < Self.mostFree { free.append(words) } else { words.deallocate() }
  }
}
