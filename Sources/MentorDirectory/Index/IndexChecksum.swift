/// A fast hash of bytes in four lanes, word by word (multiply and fold, after wyhash by Wang Yi); the tail byte by byte.
/// It notices damage; it is no protection against somebody who forges a file.
struct IndexChecksum {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93
  )
  private var tail: UInt64 = 0
  private var count: UInt64 = 0

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = IndexChecksum()
    checksum.add(bytes)
    return checksum.value
  }

  /// Adds the next bytes. Only the last part may have a length that is no multiple of 32.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    count &+= UInt64(bytes.count)
    let blocks = bytes.count / 32
    var (a, b, c, d) = lanes
    for i in 0..<blocks {
      let block = start + i &* 32
      a = Self.mix(a, block.loadUnaligned(as: UInt64.self))
      b = Self.mix(b, (block + 8).loadUnaligned(as: UInt64.self))
      c = Self.mix(c, (block + 16).loadUnaligned(as: UInt64.self))
      d = Self.mix(d, (block + 24).loadUnaligned(as: UInt64.self))
    }
    lanes = (a, b, c, d)
    for i in (blocks * 32)..<bytes.count { tail = Self.mix(tail, UInt64(bytes[i]) &+ 1) }
  }

  var value: UInt64 {
    Self.mix(Self.mix(Self.mix(lanes.0, lanes.1), Self.mix(lanes.2, lanes.3)), Self.mix(tail, count))
  }

  @inline(__always) private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ b ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
