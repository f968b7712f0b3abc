/// Puts mentors into the chosen order and cuts windows out of it. Equal mentors stand by name.
///
/// Mentors are numbered by name, so the order by name needs nothing. The order by a facet goes through the facet's
/// values and their lists as far as the window needs, the order by a number through its digits (`KeySelection`):
/// nothing is sorted that is not shown.
final class ResultOrder {
  private let index: SearchIndex
  private let pool: BitsetPool
  private let selection: KeySelection

  init(_ index: SearchIndex, _ pool: BitsetPool) {
    self.index = index
    self.pool = pool
    selection = KeySelection(pool)
  }

  /// The mentors at these places of the order, of those in `base`.
  func window(_ places: Range<Int>, of base: Bitset, sort: SortKey, day: CalendarDay) -> [Int] {
    var window = ResultWindow(places)
    switch sort {
    case .match, .name: window.add(base)
    case .title: addByFirstValue(.title, base, to: &window)
    case .location: addByFirstValue(.location, base, to: &window)
    case .group: addByFirstValue(.group, base, to: &window)
    case .interest: addByFirstValue(.interest, base, to: &window)
    case .team: addByFirstValue(.team, base, to: &window)
    case .availability: addByAvailability(base, to: &window)
    case .changed:
      let changed = index.changed
      // Latest first; unknown last.
      selection.add(base, to: &window) { UInt32(bitPattern: Int32.max &- max(changed[$0], Int32.min + 1)) }
    case .fair:
      let fairness = index.fairness, salt = UInt32(truncatingIfNeeded: day.daysSinceEpoch)
      selection.add(base, to: &window) { Self.mix(fairness[$0] ^ salt) }
    }
    return window.mentors
  }

  /// By rank, best first; equal ranks by name.
  func window(_ places: Range<Int>, of base: Bitset, ranks: RankPlanes) -> [Int] {
    var window = ResultWindow(places)
    let level = pool.bitset()
    for rank in (0...ranks.highest).reversed() where !window.isFull {
      ranks.mentors(ranked: rank, of: base, into: level)
      window.add(level)
    }
    return window.mentors
  }

  /// By the first value of each mentor in a facet, in the order of the values; those without one stand last.
  private func addByFirstValue(_ facet: FacetName, _ base: Bitset, to window: inout ResultWindow) {
    let rest = pool.bitset(), level = pool.bitset()
    rest.copy(base)
    for value in index.valueRange(of: facet) where !window.isFull {
      if !facet.isTree, let words = index.bits(of: value) {
        level.copy(rest)
        level.formIntersection(words)
        rest.subtract(words)
        window.add(level)
      } else {
        var members: [Int] = []
        index.forEachMentor(withExactly: value) { if rest.contains($0) { members.append($0) } }
        for mentor in members { rest.remove(mentor) }
        window.add(members)
      }
    }
    if !window.isFull { window.add(rest) }
  }

  /// Who has most time first; among those of one state, who has most places left.
  private func addByAvailability(_ base: Bitset, to window: inout ResultWindow) {
    let free = index.free, level = pool.bitset()
    let states = index.valueRange(of: .availability).map { value in
      (value, (Availability.State(rawValue: index.valueName(value)) ?? .unknown).rank)
    }
    for (value, _) in states.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) where !window.isFull {
      level.clear()
      if let words = index.bits(of: value) { level.copy(words) }
      index.forEachMentor(withExactly: value) { level.insert($0) }
      level.formIntersection(base)
      selection.add(level, to: &window) { free[$0] == 255 ? 255 : 255 - UInt32(free[$0]) }
    }
  }

  /// Finaliser of MurmurHash3 (Appleby): spreads neighbouring numbers evenly.
  private static func mix(_ value: UInt32) -> UInt32 {
    var h = value
    h = (h ^ h >> 16) &* 0x85EB_CA6B
    h = (h ^ h >> 13) &* 0xC2B2_AE35
    return h ^ h >> 16
  }
}

/// A window into an order that is handed in piece by piece, from its beginning.
struct ResultWindow {
  private(set) var mentors: [Int] = []
  /// Places still to be passed before the window, and to be filled in it.
  private var skip, wanted: Int

  init(_ places: Range<Int>) {
    skip = places.lowerBound
    wanted = places.count
    mentors.reserveCapacity(min(wanted, 1024))
  }

  var isFull: Bool { wanted == 0 }
  /// The part of a piece of `count` mentors that the window shows.
  func part(of count: Int) -> Range<Int> { min(skip, count)..<min(count, skip + wanted) }

  /// A piece in its order.
  mutating func add(_ piece: [Int]) {
    let part = part(of: piece.count)
    mentors += piece[part]
    pass(piece.count, showing: part.count)
  }

  /// A piece in the order of the numbers.
  mutating func add(_ piece: Bitset) {
    for word in 0..<piece.count where wanted > 0 {
      var bits = piece.words[word]
      let here = bits.nonzeroBitCount
      if skip >= here {
        skip -= here
        continue
      }
      while skip > 0 {
        bits &= bits &- 1
        skip -= 1
      }
      while bits != 0, wanted > 0 {
        mentors.append(word * 64 + bits.trailingZeroBitCount)
        wanted -= 1
        bits &= bits &- 1
      }
    }
  }

  /// Leaves a piece out that stands before the window.
  mutating func pass(_ count: Int, showing shown: Int = 0) {
    skip -= min(skip, count)
    wanted -= shown
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
