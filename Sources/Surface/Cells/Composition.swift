// Canonical composition of a base and a mark, so that "e" and an acute accent share one scalar and leave room for
// further marks. The Swift library compares characters by canonical equivalence, which makes a dictionary of the
// precomposed letters its own composition table; Hangul syllables follow the arithmetic of the Unicode standard, 3.12.

enum Composition {
  /// The precomposed scalar for `base` with `mark`, if there is one.
  static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    if let syllable = hangul(base, mark) { return syllable }
    guard let first = Unicode.Scalar(base), let second = Unicode.Scalar(mark),
      letterRanges.contains(where: { $0.contains(base) })
    else { return nil }
    var scalars = String.UnicodeScalarView()
    scalars.append(first)
    scalars.append(second)
    let text = String(scalars)
    guard text.count == 1, let character = text.first, let composed = precomposed[character] else { return nil }
    return composed
  }

  /// Leading and vowel jamo to LV, LV and trailing jamo to LVT.
  private static func hangul(_ base: UInt32, _ next: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(base), (0x1161...0x1175).contains(next) {
      return 0xAC00 + ((base - 0x1100) * 21 + (next - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3).contains(base), (base - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(next) {
      return base + (next - 0x11A7)
    }
    return nil
  }

  /// Where bases of precomposed letters and these letters themselves lie.
  private static let letterRanges: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0x61...0x7A, 0xA8...0x233, 0x370...0x4F9, 0x622...0x6D5, 0x1E00...0x1FFF, 0x3042...0x30FF,
  ]

  private static let precomposed: [Character: UInt32] = {
    var table: [Character: UInt32] = [:]
    for range in letterRanges.dropFirst(2) {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        let letter = Character(scalar)
        if table[letter] == nil { table[letter] = value }
      }
    }
    return table
  }()
}
