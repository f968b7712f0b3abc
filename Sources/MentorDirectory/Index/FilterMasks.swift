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
  private let resolver: ValueResolver
  private var facets: [FacetName: (choice: Query.Choice, mask: FilterMask)] = [:]
  private var near: (places: [String], mask: FilterMask)?
  private var openMentors: Bitset?

  init(_ index: SearchIndex) {
    self.index = index
    resolver = ValueResolver(index: index)
  }

  func mask(_ choice: Query.Choice, in facet: FacetName) -> FilterMask {
    if let known = facets[facet], known.choice == choice { return known.mask }
    var mask = FilterMask()
    let included = choice.included.map { name in resolve(name, facet, &mask) }
    mask.includedValues = included.flatMap(\.self)
    mask.excludedValues = choice.excluded.flatMap { resolve($0, facet, &mask) }
    if !choice.included.isEmpty {
      mask.included = choice.matchesAll ? intersection(included) : union(mask.includedValues)
    }
    if !mask.excludedValues.isEmpty { mask.excluded = union(mask.excludedValues) }
    facets[facet] = (choice, mask)
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
    let bits = Bitset(words: index.wordCount)
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
    let bits = Bitset(words: index.wordCount)
    for value in values { add(value, to: bits) }
    return bits
  }

  private func intersection(_ groups: [[Int]]) -> Bitset {
    let bits = Bitset(words: index.wordCount)
    bits.fill(bits: index.mentorCount)
    for group in groups { bits.formIntersection(union(group)) }
    return bits
  }

  /// Adds the mentors at or below a value.
  private func add(_ value: Int, to bits: Bitset) {
    if index.valueBitset[value] >= 0, let words = index.valueBits.baseAddress {
      BitKernels.or(bits.words, words + Int(index.valueBitset[value]) * index.wordCount, index.wordCount)
      return
    }
    for at in Int(index.postingOffsets[value])..<Int(index.postingOffsets[value + 1]) {
      bits.insert(Int(index.postings[at]))
    }
    guard index.hasChildren(value) else { return }
    var child = value + 1
    while child < index.valueCount, isBelow(child, value) {
      if index.valueParent[child] == UInt32(value) { add(child, to: bits) }
      child += 1
    }
  }

  private func isBelow(_ value: Int, _ ancestor: Int) -> Bool {
    var node = index.parent(of: value)
    while let current = node {
      if current == ancestor { return true }
      node = index.parent(of: current)
    }
    return false
  }

  private func add(_ value: Int, to bits: Bitset, where isWanted: (Int) -> Bool) {
    for at in Int(index.postingOffsets[value])..<Int(index.postingOffsets[value + 1]) {
      let mentor = Int(index.postings[at])
      if isWanted(mentor) { bits.insert(mentor) }
    }
  }
}
