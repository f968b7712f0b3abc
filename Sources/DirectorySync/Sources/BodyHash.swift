/// Tells a changed body from an unchanged one: FNV-1a over words of eight bytes, finished by the mixer of MurmurHash3.
/// Not against an adversary, who could only keep a page from being read anew. Never 0.
enum BodyHash {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBytes { raw in
      var i = 0
      while i + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state ^= state >> 29
        i += 8
      }
      while i < raw.count {
        state = (state ^ UInt64(raw[i])) &* 0x0000_0100_0000_01B3
        i += 1
      }
    }
    state ^= UInt64(bytes.count)
    state = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    state = (state ^ (state >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return max(1, state ^ (state >> 33))
  }
}
