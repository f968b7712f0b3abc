/// Numbers terms as they come: an open-addressing hash table over one arena of bytes.
struct TermTable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  /// Slot → term + 1; 0 is free. A power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 1 << 14)

  var count: Int { offsets.count - 1 }

  /// The number of a term, given out on first sight.
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(term)
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot]) - 1
      if equals(candidate, term) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: term)
    offsets.append(UInt32(bytes.count))
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Terms in bytewise order.
  func sorted() -> [UInt32] {
    var order = Array(0..<UInt32(count))
    bytes.withUnsafeBufferPointer { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        func spelling(_ term: UInt32) -> UnsafeBufferPointer<UInt8> {
          UnsafeBufferPointer(rebasing: bytes[Int(offsets[Int(term)])..<Int(offsets[Int(term) + 1])])
        }
        order.sort { a, b in compareBytes(spelling(a), spelling(b)) < 0 }
      }
    }
    return order
  }

  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(offsets[number])..<Int(offsets[number + 1])] }

  private func equals(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[number])
    guard Int(offsets[number + 1]) - start == term.count else { return false }
    for i in 0..<term.count where bytes[start + i] != term[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        let range = Int(offsets[number])..<Int(offsets[number + 1])
        var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[range])) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a (Fowler, Noll, Vo), folded once more so that the low bits are good.
  @inline(__always) private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}

/// Bytewise order: negative, zero or positive as `a` stands before, at or after `b`.
@inline(__always) func compareBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  let count = min(a.count, b.count)
  for i in 0..<count where a[i] != b[i] { return Int(a[i]) - Int(b[i]) }
  return a.count - b.count
}
