/// Counts, for a set of mentors, how many have each facet value.
///
/// The cheapest of four ways is taken (design: PERFORMANCE, §4): nothing if the set is the one counted last; the
/// difference to that set; the set itself; or the totals less the complement. Counting walks the mentors' rows; values
/// that have a bitset can be left out of the rows and counted by population instead, which pays for large sets.
final class FacetCounter {
  private let index: SearchIndex
  /// The facets' values that are counted; others are left alone.
  private let range: Range<Int>
  /// Mentors per value, places not summed upwards.
  private(set) var counts: [UInt32]
  private let previous: Bitset
  private var previousCount: Int?
  private let everybody: Bitset
  /// Values of the range with a bitset that rows list last.
  private let common: [Int]
  private let meanRow, meanRareRow: Double

  /// Counts the values of one facet, or of all.
  init(_ index: SearchIndex, facet: FacetName? = nil) {
    self.index = index
    range = facet.map { index.valueRange(of: $0) } ?? 0..<index.valueCount
    counts = Array(index.valueDirect)
    previous = Bitset(words: index.wordCount)
    everybody = Bitset(words: index.wordCount)
    everybody.fill(bits: index.mentorCount)
    let places = index.valueRange(of: .location)
    common = range.filter { index.valueBitset[$0] >= 0 && !places.contains($0) }
    let mentors = Double(max(1, index.mentorCount))
    let entries = Double(index.rowOffsets.last ?? 0)
    meanRow = entries / mentors
    meanRareRow = meanRow - Double(common.reduce(0) { $0 + Int(index.valueDirect[$1]) }) / mentors
    previousCount = nil
  }

  /// Counts everybody: the totals, without work.
  func countEverybody() {
    guard previousCount != index.mentorCount else { return }
    for value in range { counts[value] = index.valueDirect[value] }
    previous.copy(everybody)
    previousCount = index.mentorCount
  }

  /// Counts the mentors in `base`, of which there are `population`.
  func count(_ base: Bitset, population: Int) {
    if population == index.mentorCount { return countEverybody() }
    let changed = previousCount == nil ? Int.max : BitKernels.populationOfXor(base.words, previous.words, base.count)
    if changed == 0 { return }
    let plan = Plan(changed: changed, population: population, mentors: index.mentorCount)
    let walked = Double(plan.walked)
    let byRows = walked * (Cost.mentor + Cost.entry * meanRow)
    let byBits = walked * (Cost.mentor + Cost.entry * meanRareRow) + Double(common.count * base.count) * Cost.word
    walk(base, plan, onlyRare: byBits < byRows)
    if byBits < byRows, let bits = index.valueBits.baseAddress {
      for value in common {
        let words = bits + Int(index.valueBitset[value]) * base.count
        counts[value] = UInt32(BitKernels.populationOfAnd(base.words, words, base.count))
      }
    }
    previous.copy(base)
    previousCount = population
  }

  /// Nanoseconds, measured on one machine; only their ratios matter.
  private enum Cost {
    static let mentor = 2.0
    static let entry = 1.0
    static let word = 0.35
  }

  private enum Plan {
    case difference(Int), members(Int), complement(Int)

    init(changed: Int, population: Int, mentors: Int) {
      let outside = mentors - population
      if changed <= population, changed <= outside {
        self = .difference(changed)
      } else {
        self = population <= outside ? .members(population) : .complement(outside)
      }
    }
    /// Mentors to walk.
    var walked: Int {
      switch self {
      case .difference(let n), .members(let n), .complement(let n): n
      }
    }
  }

  private func walk(_ base: Bitset, _ plan: Plan, onlyRare: Bool) {
    let words = base.words, before = previous.words, all = everybody.words
    if case .members = plan { for value in range { counts[value] = 0 } }
    if case .complement = plan { for value in range { counts[value] = index.valueDirect[value] } }
    switch plan {
    case .members: add(1, onlyRare) { words[$0] }
    case .complement: add(.max, onlyRare) { all[$0] & ~words[$0] }
    case .difference:
      add(1, onlyRare) { words[$0] & ~before[$0] }
      add(.max, onlyRare) { before[$0] & ~words[$0] }
    }
  }

  /// Adds `delta` (wrapping: `.max` is −1) to the count of every value of every mentor in the words.
  private func add(_ delta: UInt32, _ onlyRare: Bool, _ word: (Int) -> UInt64) {
    if index.usesNarrowRows {
      add(delta, onlyRare, index.narrowRows, word)
    } else {
      add(delta, onlyRare, index.wideRows, word)
    }
  }

  @inline(__always)
  private func add<Entry: FixedWidthInteger & UnsignedInteger>(
    _ delta: UInt32, _ onlyRare: Bool, _ rows: UnsafeBufferPointer<Entry>, _ word: (Int) -> UInt64
  ) {
    guard let rows = rows.baseAddress, let offsets = index.rowOffsets.baseAddress,
      let rare = index.rowRare.baseAddress
    else { return }
    let wordCount = index.wordCount
    counts.withUnsafeMutableBufferPointer { buffer in
      guard let counts = buffer.baseAddress else { return }
      if onlyRare {
        BitKernels.forEachBit(wordCount, word) { mentor in
          var at = Int(offsets[mentor])
          let end = at &+ Int(rare[mentor])
          while at < end {
            counts[Int(truncatingIfNeeded: rows[at])] &+= delta
            at &+= 1
          }
        }
      } else {
        BitKernels.forEachBit(wordCount, word) { mentor in
          var at = Int(offsets[mentor])
          let end = Int(offsets[mentor &+ 1])
          while at < end {
            counts[Int(truncatingIfNeeded: rows[at])] &+= delta
            at &+= 1
          }
        }
      }
    }
  }
}
