/// A 64-bit hash that is the same in every process and on every machine, unlike `Hasher`: for noticing change and for
/// comparing identities. Not against an adversary.
///
/// FNV-1a (isthe.com/chongo/tech/comp/fnv), finished by the mixer of MurmurHash3 so that all bits count.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// The hash of one text.
  public static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  /// Adds a text and its end: ("ab", "c") differs from ("a", "bc").
  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { add(byte) }
    }
    add(0xFF)
  }

  public mutating func combine(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  public var value: UInt64 {
    var h = state
    h = (h ^ (h >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    h = (h ^ (h >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h >> 33)
  }

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
