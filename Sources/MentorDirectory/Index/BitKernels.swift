// The inner loops over bitsets. One bit per mentor, 64 mentors per word, in display order.
//
// They take plain pointers and add with `&+`: a checked add keeps the compiler from using vector instructions, and a
// class's stored array in such a loop costs ten times as much (exclusivity, uniqueness and bounds for each word).

typealias Words = UnsafePointer<UInt64>
typealias MutableWords = UnsafeMutablePointer<UInt64>

enum BitKernels {
  /// Number of bits set in `count` words.
  @inline(never) static func population(_ a: Words, _ count: Int) -> Int {
    var sum: UInt64 = 0
    for i in 0..<count { sum &+= UInt64(truncatingIfNeeded: a[i].nonzeroBitCount) }
    return Int(sum)
  }

  /// Number of bits set in both.
  @inline(never) static func populationOfAnd(_ a: Words, _ b: Words, _ count: Int) -> Int {
    var sum: UInt64 = 0
    for i in 0..<count { sum &+= UInt64(truncatingIfNeeded: (a[i] & b[i]).nonzeroBitCount) }
    return Int(sum)
  }

  /// Number of bits set in exactly one of them.
  @inline(never) static func populationOfXor(_ a: Words, _ b: Words, _ count: Int) -> Int {
    var sum: UInt64 = 0
    for i in 0..<count { sum &+= UInt64(truncatingIfNeeded: (a[i] ^ b[i]).nonzeroBitCount) }
    return Int(sum)
  }

  @inline(never) static func or(_ target: MutableWords, _ source: Words, _ count: Int) {
    for i in 0..<count { target[i] |= source[i] }
  }

  @inline(never) static func and(_ target: MutableWords, _ source: Words, _ count: Int) {
    for i in 0..<count { target[i] &= source[i] }
  }

  @inline(never) static func andNot(_ target: MutableWords, _ source: Words, _ count: Int) {
    for i in 0..<count { target[i] &= ~source[i] }
  }

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

/// A bitset that owns its words; used for filters, matches and tiers of one session.
final class Bitset {
  let words: MutableWords
  let count: Int

  /// All bits clear. `count` is in words.
  init(words count: Int) {
    self.count = count
    words = .allocate(capacity: max(1, count))
    words.initialize(repeating: 0, count: max(1, count))
  }
  deinit { words.deallocate() }

  var population: Int { BitKernels.population(words, count) }
  func clear() { words.update(repeating: 0, count: count) }
  func copy(_ other: Bitset) { words.update(from: other.words, count: count) }
  func copy(_ other: Words) { words.update(from: other, count: count) }
  func formUnion(_ other: Bitset) { BitKernels.or(words, other.words, count) }
  func formIntersection(_ other: Bitset) { BitKernels.and(words, other.words, count) }
  func subtract(_ other: Bitset) { BitKernels.andNot(words, other.words, count) }
  func insert(_ bit: Int) { BitKernels.set(words, bit) }
  func contains(_ bit: Int) -> Bool { BitKernels.isSet(words, bit) }
  /// Sets the first `bits` bits, clears the rest.
  func fill(bits: Int) {
    clear()
    for i in 0..<(bits / 64) { words[i] = ~0 }
    if bits % 64 != 0 { words[bits / 64] = (1 << UInt64(bits % 64)) - 1 }
  }
}
