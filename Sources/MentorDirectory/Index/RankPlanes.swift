/// The rank of every mentor as bit-sliced numbers: plane p holds bit p of all ranks.
///
/// An atom gives a mentor 0 … 7: twice the best field in which it matches (name 3, title 2, topics 1, write-up 0), one
/// more if the very word stands there. A mentor's rank is the sum over the atoms. Sums are made 64 mentors at a time
/// with the full adder's logic (O'Neil and Quass, "Improved query performance with variant indexes", 1997, slice
/// values for aggregates in the same way), so ranking a million mentors costs a few passes over bitsets.
struct RankPlanes {
  private var planes: [Bitset] = []
  private let pool: BitsetPool
  private(set) var highest = 0

  init(_ pool: BitsetPool) { self.pool = pool }

  /// Adds an atom's ranks. `field` restricts it to one field.
  mutating func add(_ match: AtomMatch, field: TextField? = nil) {
    let rank = (0..<3).map { _ in pool.bitset() }
    for candidate in TextField.allCases.reversed() where field == nil || field == candidate {
      let base = (TextField.count - 1 - candidate.rawValue) * 2
      assign(base, where: match.fields[candidate.rawValue], in: rank)
      assign(base + 1, where: match.wholeFields[candidate.rawValue], in: rank)
    }
    add(rank)
    highest += 7
  }

  /// Sets the number at each of the mentors.
  private func assign(_ value: Int, where mentors: Bitset?, in rank: [Bitset]) {
    guard let mentors else { return }
    for bit in 0..<3 {
      if value >> bit & 1 == 1 { rank[bit].formUnion(mentors) } else { rank[bit].subtract(mentors) }
    }
  }

  private mutating func add(_ number: [Bitset]) {
    let carry = pool.bitset(), wordCount = pool.wordCount
    var bit = 0
    while bit < number.count || carry.population > 0 {
      if bit == planes.count { planes.append(pool.bitset()) }
      let sum = planes[bit].words, carried = carry.words
      if bit < number.count {
        let addend = number[bit].words
        for i in 0..<wordCount {
          let a = sum[i], b = addend[i], c = carried[i]
          sum[i] = a ^ b ^ c
          carried[i] = (a & b) | (c & (a ^ b))
        }
      } else {
        for i in 0..<wordCount {
          let a = sum[i], c = carried[i]
          sum[i] = a ^ c
          carried[i] = a & c
        }
      }
      bit += 1
    }
  }

  /// The mentors of `base` that have exactly this rank.
  func mentors(ranked rank: Int, of base: Bitset, into target: Bitset) {
    target.copy(base)
    guard rank >> planes.count == 0 else { return target.clear() }
    for (bit, plane) in planes.enumerated() {
      if rank >> bit & 1 == 1 { target.formIntersection(plane) } else { target.subtract(plane) }
    }
  }
}
