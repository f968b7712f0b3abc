/// Counts, for a set of mentors, how many have each facet value.
///
/// The cheapest of several ways is taken (design: PERFORMANCE, §4): nothing if the set is the one counted last; the
/// rows of the mentors in which the two sets differ, of those in the set, or of those outside of it; or the inverted
/// lists of the values. Values that have a bitset can be left out of rows and lists and counted by population instead,
/// which pays for large sets.
final class FacetCounter {
  private let index: SearchIndex
  private let pool: BitsetPool
  /// The facets' values that are counted; others are left alone.
  private let range: Range<Int>
  /// Mentors per value, places not summed upwards.
  private let counts: UnsafeMutablePointer<UInt32>
  private let slots: Int
  private let previous: Bitset
  private var previousCount: Int?
  /// Values of the range with a bitset that rows list last.
  private let common: [Int]
  /// Values of the range that have an inverted list. Nil for all facets together: rows are always cheaper there.
  private let listed: [Int]?
  private let cost: Cost

  /// Counts the values of one facet, or of all.
  init(_ index: SearchIndex, _ pool: BitsetPool, facet: FacetName? = nil) {
    self.index = index
    self.pool = pool
    let range = facet.map { index.valueRange(of: $0) } ?? 0..<index.valueCount
    let places = index.valueRange(of: .location)
    let isCommon = { index.valueBitset[$0] >= 0 && !places.contains($0) }
    self.range = range
    common = range.filter(isCommon)
    let listed = facet.map { _ in range.filter { !isCommon($0) && index.valueDirect[$0] > 0 } }
    self.listed = listed
    slots = RowSection.slots(values: index.valueCount)
    counts = .allocate(capacity: slots)
    counts.initialize(repeating: 0, count: slots)
    previous = pool.bitset()
    cost = Cost(index, range, common: common, listed: listed)
  }

  deinit { counts.deallocate() }

  /// What was counted last.
  var values: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: counts, count: index.valueCount) }

  /// Counts the mentors in `base`, of which there are `population`.
  func count(_ base: Bitset, population: Int) {
    guard population > 0 else { return startOver(with: nil, population) }
    guard population < index.mentorCount else { return startOver(with: index.valueDirect, population) }
    var plan = Plan.members(population)
    plan.prefer(.complement(index.mentorCount - population))
    if previousCount != nil { plan.prefer(.difference(base.populationOfXor(previous))) }
    if plan.walked == 0 { return }
    let (byRows, byRareRows, byLists) = cost.of(walking: plan.walked, words: base.count)
    if let listed, byLists < min(byRows, byRareRows) {
      countLists(listed, base)
      countCommon(base)
    } else if byRareRows < byRows {
      walk(base, plan, onlyRare: true)
      countCommon(base)
    } else {
      walk(base, plan, onlyRare: false)
    }
    previous.copy(base)
    previousCount = population
  }

  /// Goes on from counts that are known: everybody's, or nobody's.
  private func startOver(with known: UnsafeBufferPointer<UInt32>?, _ population: Int) {
    guard previousCount != population else { return }
    setCounts(to: known)
    previous.fill(bits: population)
    previousCount = population
  }

  /// Zero where nothing is known.
  private func setCounts(to known: UnsafeBufferPointer<UInt32>?) {
    let target = counts + range.lowerBound
    if let known = known?.baseAddress {
      target.update(from: known + range.lowerBound, count: range.count)
    } else {
      target.update(repeating: 0, count: range.count)
    }
  }

  private func countCommon(_ base: Bitset) {
    for value in common {
      if let words = index.bits(of: value) { counts[value] = UInt32(base.populationOfAnd(words)) }
    }
  }

  private func countLists(_ values: [Int], _ base: Bitset) {
    let words = UnsafePointer(base.words)
    for value in values {
      var count: UInt32 = 0
      index.forEachMentor(withExactly: value) { count &+= BitKernels.isSet(words, $0) ? 1 : 0 }
      counts[value] = count
    }
  }

  private func walk(_ base: Bitset, _ plan: Plan, onlyRare: Bool) {
    let walked = pool.bitset()
    switch plan {
    case .members:
      setCounts(to: nil)
      add(1, of: base, onlyRare)
    case .complement:
      setCounts(to: index.valueDirect)
      walked.fill(bits: index.mentorCount)
      walked.subtract(base)
      add(.max, of: walked, onlyRare)
    case .difference:
      walked.copy(base)
      walked.subtract(previous)
      add(1, of: walked, onlyRare)
      walked.copy(previous)
      walked.subtract(base)
      add(.max, of: walked, onlyRare)
    }
  }

  private func add(_ delta: UInt32, of mentors: Bitset, _ onlyRare: Bool) {
    index.rareRows.count(mentors, delta, into: counts, slots: slots)
    if !onlyRare { index.commonRows.count(mentors, delta, into: counts, slots: slots) }
  }

  private enum Plan {
    case difference(Int), members(Int), complement(Int)

    /// Mentors to walk.
    var walked: Int {
      switch self {
      case .difference(let n), .members(let n), .complement(let n): n
      }
    }
    mutating func prefer(_ other: Plan) { if other.walked < walked { self = other } }
  }

  /// What the ways of counting cost, in nanoseconds measured on one machine; only their ratios matter.
  private struct Cost {
    private static let mentor = 3.0, entry = 0.5, listedEntry = 3.0, word = 0.2

    private let entries, rareEntries, listedEntries, commonValues: Double

    init(_ index: SearchIndex, _ range: Range<Int>, common: [Int], listed: [Int]?) {
      let mentors = Double(max(1, index.mentorCount))
      rareEntries = Double(index.rareRows.count) / mentors
      entries = rareEntries + Double(index.commonRows.count) / mentors
      listedEntries = (listed ?? []).reduce(0.0) { $0 + Double(index.valueDirect[$1]) }
      commonValues = Double(common.count)
    }

    func of(walking mentors: Int, words: Int) -> (rows: Double, rareRows: Double, lists: Double) {
      let mentors = Double(mentors), byBits = commonValues * Double(words) * Self.word
      return (
        mentors * (2 * Self.mentor + Self.entry * entries), mentors * (Self.mentor + Self.entry * rareEntries) + byBits,
        listedEntries * Self.listedEntry + byBits
      )
    }
  }
}
