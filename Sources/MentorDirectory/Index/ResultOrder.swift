/// Puts mentors into the chosen order and cuts windows out of it.
///
/// Mentors are numbered by name, so the order by name needs nothing. Any other order is a permutation, made once per
/// session when first asked for, by a stable sort: equal mentors stand by name.
final class ResultOrder {
  private let index: SearchIndex
  private var permutations: [SortKey: [UInt32]] = [:]
  private var fairDay: CalendarDay?

  init(_ index: SearchIndex) { self.index = index }

  /// The mentors at these places of the order, of those in `base`.
  func window(_ places: Range<Int>, of base: Bitset, sort: SortKey, day: CalendarDay) -> [Int] {
    guard sort != .name, sort != .match else { return byNumber(places, of: base) }
    var found: [Int] = [], skip = places.lowerBound
    found.reserveCapacity(places.count)
    for mentor in permutation(sort, day) {
      guard base.contains(Int(mentor)) else { continue }
      if skip > 0 {
        skip -= 1
        continue
      }
      if found.count == places.count { break }
      found.append(Int(mentor))
    }
    return found
  }

  /// By rank, best first; equal ranks by name.
  func window(_ places: Range<Int>, of base: Bitset, ranks: RankPlanes) -> [Int] {
    var found: [Int] = [], skip = places.lowerBound
    let level = Bitset(words: index.wordCount)
    for rank in (0...ranks.highest).reversed() where found.count < places.count {
      ranks.mentors(ranked: rank, of: base, into: level)
      let here = level.population
      if skip >= here {
        skip -= here
        continue
      }
      found += byNumber(skip..<(skip + places.count - found.count), of: level)
      skip = 0
    }
    return found
  }

  private func byNumber(_ places: Range<Int>, of base: Bitset) -> [Int] {
    var found: [Int] = [], skip = places.lowerBound
    for word in 0..<base.count where found.count < places.count {
      var bits = base.words[word]
      let here = bits.nonzeroBitCount
      if skip >= here {
        skip -= here
        continue
      }
      while skip > 0 {
        bits &= bits &- 1
        skip -= 1
      }
      while bits != 0, found.count < places.count {
        found.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
    return found
  }

  private func permutation(_ sort: SortKey, _ day: CalendarDay) -> [UInt32] {
    if let known = permutations[sort], sort != .fair || fairDay == day { return known }
    let keys = keys(sort, day)
    let made = Self.stablySorted(keys)
    permutations[sort] = made
    if sort == .fair { fairDay = day }
    return made
  }

  /// One number per mentor; lower stands first.
  private func keys(_ sort: SortKey, _ day: CalendarDay) -> [UInt32] {
    let mentors = 0..<index.mentorCount
    switch sort {
    case .match, .name: return mentors.map { UInt32($0) }
    case .title: return firstValues(.title)
    case .location: return firstValues(.location)
    case .group: return firstValues(.group)
    case .interest: return firstValues(.interest)
    case .team: return firstValues(.team)
    case .availability:
      let states = firstValues(.availability)
      let range = index.valueRange(of: .availability)
      let order = Dictionary(
        uniqueKeysWithValues: range.map { value in
          let state = Availability.State(rawValue: index.valueName(value)) ?? .unknown
          return (UInt32(value), UInt32(state.rank))
        })
      return mentors.map { mentor in
        let free = index.free[mentor] == 255 ? 0 : UInt32(index.free[mentor])
        return (order[states[mentor]] ?? 9) << 8 | (255 - free)
      }
    case .changed: return mentors.map { UInt32(bitPattern: Int32.max &- max(index.changed[$0], Int32.min + 1)) }
    case .fair: return mentors.map { mix(index.fairness[$0] ^ UInt32(truncatingIfNeeded: day.daysSinceEpoch)) }
    }
  }

  /// The first value of each mentor in a facet, in the order of the values; those without one stand last.
  private func firstValues(_ facet: FacetName) -> [UInt32] {
    let range = index.valueRange(of: facet)
    var keys = [UInt32](repeating: .max, count: index.mentorCount)
    for mentor in 0..<index.mentorCount {
      for at in Int(index.rowOffsets[mentor])..<Int(index.rowOffsets[mentor + 1]) {
        let value = index.rowValue(at)
        if range.contains(value), UInt32(value) < keys[mentor] { keys[mentor] = UInt32(value) }
      }
    }
    return keys
  }

  /// Mentors by key, equal keys by number: least-significant-digit radix sort with 16-bit digits.
  private static func stablySorted(_ keys: [UInt32]) -> [UInt32] {
    var order = Array(0..<UInt32(keys.count)), next = order
    for shift in [UInt32(0), 16] {
      var starts = [Int](repeating: 0, count: 65_537)
      for key in keys { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
      for digit in 1...65_536 { starts[digit] += starts[digit - 1] }
      for mentor in order {
        let digit = Int(keys[Int(mentor)] >> shift & 0xFFFF)
        next[starts[digit]] = mentor
        starts[digit] += 1
      }
      swap(&order, &next)
    }
    return order
  }

  /// Finaliser of MurmurHash3 (Appleby): spreads neighbouring numbers evenly.
  private func mix(_ value: UInt32) -> UInt32 {
    var h = value
    h = (h ^ h >> 16) &* 0x85EB_CA6B
    h = (h ^ h >> 13) &* 0xC2B2_AE35
    return h ^ h >> 16
  }
}

extension Availability.State {
  /// Most available first.
  public var rank: Int {
    switch self {
    case .open: 0
    case .limited: 1
    case .unknown: 2
    case .full: 3
    case .away: 4
    case .closed: 5
    case .gone: 6
    }
  }
}
