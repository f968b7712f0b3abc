/// Cuts a window out of the order by a number, without sorting what is not in it: counts how many mentors have each
/// leading digit, passes the digits before the window, and looks closer at those in it (quickselect by radix).
struct KeySelection {
  private let pool: BitsetPool
  private static let digits = 2048
  /// So few are sorted.
  private static let few = 4096

  init(_ pool: BitsetPool) { self.pool = pool }

  /// Adds the members in ascending order of `key`, equal ones by number. Two passes over the members, or a few.
  func add(_ members: Bitset, to window: inout ResultWindow, key: (Int) -> UInt32) {
    var low = UInt32.max, high = UInt32.min, count = 0
    BitKernels.forEachBit(members.count, { members.words[$0] }) { mentor in
      let key = key(mentor)
      low = min(low, key)
      high = max(high, key)
      count &+= 1
    }
    if count > 0 { add(members, count, low...high, to: &window, key) }
  }

  private func add(
    _ members: Bitset, _ count: Int, _ keys: ClosedRange<UInt32>, to window: inout ResultWindow,
    _ key: (Int) -> UInt32
  ) {
    let low = keys.lowerBound
    guard low < keys.upperBound else { return window.add(members) }
    if count <= Self.few || window.part(of: count).count > Self.few { return sort(members, to: &window, key) }
    let span = keys.upperBound - low
    let shift = UInt32(max(0, UInt32.bitWidth - span.leadingZeroBitCount - Self.digits.trailingZeroBitCount))
    var counts = [Int](repeating: 0, count: Self.digits)
    counts.withUnsafeMutableBufferPointer { counts in
      BitKernels.forEachBit(members.count, { members.words[$0] }) { counts[Int((key($0) &- low) &>> shift)] &+= 1 }
    }
    for digit in 0..<Self.digits where counts[digit] > 0 && !window.isFull {
      guard !window.part(of: counts[digit]).isEmpty else {
        window.pass(counts[digit])
        continue
      }
      let level = pool.bitset()
      BitKernels.forEachBit(members.count, { members.words[$0] }) {
        if Int((key($0) &- low) &>> shift) == digit { level.insert($0) }
      }
      let first = low + UInt32(digit) << shift
      let last = first + min(keys.upperBound - first, 1 << shift - 1)
      add(level, counts[digit], first...last, to: &window, key)
    }
  }

  private func sort(_ members: Bitset, to window: inout ResultWindow, _ key: (Int) -> UInt32) {
    var order: [UInt64] = []
    BitKernels.forEachBit(members.count, { members.words[$0] }) { order.append(UInt64(key($0)) << 32 | UInt64($0)) }
    order.sort()
    window.add(order.map { Int($0 & 0xFFFF_FFFF) })
  }
}
