/// SplitMix64: the same numbers on every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Text that is hard to draw: all scripts, marks, joiners, emoji, controls, unassigned scalars.
  mutating func text(scalars count: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x7F...0x17F, 0x300...0x36F, 0x400...0x4FF, 0x5D0...0x6FF,
      0x900...0x97F, 0xE00...0xE7F, 0x1100...0x11FF, 0x2000...0x206F, 0x2500...0x27BF, 0x3000...0x30FF,
      0x4E00...0x4EFF, 0xAC00...0xAD00, 0xE000...0xE010, 0xFE00...0xFE0F, 0xFF00...0xFFFF, 0x1F1E6...0x1F1FF,
      0x1F300...0x1F64F, 0x1F3FB...0x1F3FF, 0x200D...0x200D, 0x20E3...0x20E3, 0xE0000...0xE007F, 0x20000...0x20010,
      0x11000...0x11080, 0x1D160...0x1D170,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
