/// What one filter of a query lets through, as a bitset; remembered until the filter changes.
struct FilterMask {
  /// Mentors let through by the included values; nil if none is included.
  var included: Bitset?
  /// Mentors kept out.
  var excluded: Bitset?
  var includedValues: [Int] = []
  var excludedValues: [Int] = []
  var notes: [String] = []
}

/// Turns the filters of a query into bitsets.
final class FilterMasks {
  private let index: SearchIndex
  private let pool: BitsetPool
  private let resolver: ValueResolver
  /// The last few choices per facet, newest last: what to drop for more results is tried out in between.
  private var facets: [FacetName: [(choice: Query.Choice, mask: FilterMask)]] = [:]
  private static let kept = 3
  private var near: (places: [String], mask: FilterMask)?
  private var openMentors: Bitset?

  init(_ index: SearchIndex, _ pool: BitsetPool) {
    self.index = index
    self.pool = pool
    resolver = ValueResolver(index: index)
  }

  func mask(_ choice: Query.Choice, in facet: FacetName) -> FilterMask {
    if let known = facets[facet]?.first(where: { $0.choice == choice }) { return known.mask }
    var mask = FilterMask()
    let included = choice.included.map { name in resolve(name, facet, &mask) }
    mask.includedValues = included.flatMap(\.self)
    mask.excludedValues = choice.excluded.flatMap { resolve($0, facet, &mask) }
    if !choice.included.isEmpty {
      mask.included = choice.matchesAll ? intersection(included) : union(mask.includedValues)
    }
    if !mask.excludedValues.isEmpty { mask.excluded = union(mask.excludedValues) }
    facets[facet, default: []].append((choice, mask))
    if facets[facet, default: []].count > Self.kept { facets[facet]?.removeFirst() }
    return mask
  }

  func mask(near places: [String]) -> FilterMask {
    if let near, near.places == places { return near.mask }
    var mask = FilterMask()
    for place in places {
      let values = resolver.places(within: Query.nearKilometres, of: place)
      if values.isEmpty { mask.notes.append("no place of the directory is called “\(place)”") }
      mask.includedValues += values
    }
    mask.included = union(mask.includedValues)
    near = (places, mask)
    return mask
  }

  /// Mentors who have time for somebody now: open, limited or silent about it with a place left.
  func open() -> Bitset {
    if let openMentors { return openMentors }
    let bits = pool.bitset()
    for value in index.valueRange(of: .availability) {
      guard let state = Availability.State(rawValue: index.valueName(value)) else { continue }
      switch state {
      case .open, .limited: add(value, to: bits) { self.index.free[$0] != 0 }
      case .unknown: add(value, to: bits) { (1..<255).contains(self.index.free[$0]) }
      case .full, .away, .closed, .gone: break
      }
    }
    openMentors = bits
    return bits
  }

  private func resolve(_ name: String, _ facet: FacetName, _ mask: inout FilterMask) -> [Int] {
    let values = resolver.values(named: name, in: facet)
    if values.isEmpty { mask.notes.append("no \(facet.label) of the directory is called “\(name)”") }
    return values
  }

  /// Mentors at or below a value.
  func mentors(at value: Int) -> Bitset { union([value]) }

  private func union(_ values: [Int]) -> Bitset {
    let bits = pool.bitset()
    for value in values { add(value, to: bits) }
    return bits
  }

  private func intersection(_ groups: [[Int]]) -> Bitset {
    let bits = pool.bitset()
    bits.fill(bits: index.mentorCount)
    for group in groups { bits.formIntersection(union(group)) }
    return bits
  }

  /// Adds the mentors at or below a value. What lies below stands in one stretch behind it.
  private func add(_ value: Int, to bits: Bitset) {
    if let words = index.bits(of: value) { return bits.formUnion(words) }
    let parents = index.valueParent
    var next = value
    repeat {
      index.forEachMentor(withExactly: next) { bits.insert($0) }
      next += 1
    } while next < index.valueCount && parents[next] != noValue && parents[next] >= UInt32(value)
  }

  private func add(_ value: Int, to bits: Bitset, where isWanted: (Int) -> Bool) {
    let all = union([value])
    // A damaged bitset may have bits behind the last mentor.
    BitKernels.forEachBit(all.count, { all.words[$0] }) {
      if $0 < index.mentorCount, isWanted($0) { bits.insert($0) }
    }
  }
}
