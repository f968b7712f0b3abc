/// How the tables compare words: lower case, no diacritics, no dots and apostrophes, every run of white space and
/// joining punctuation one space. "St. John's" and "st johns", "Köln" and "koln" have one key.
enum TableKey {
  /// The key of a word or phrase; empty where nothing but punctuation stands. Linear in the length.
  static func of(_ text: some StringProtocol) -> String {
    // No scalar folds to more bytes than it has: a ligature of two bytes becomes two letters of one.
    let folding = Folding.standard
    return String(unsafeUninitializedCapacity: text.utf8.count + 1) { buffer in
      var count = 0, pendingSpace = false
      for scalar in text.unicodeScalars {
        switch kind(of: scalar.value) {
        case .nothing: continue
        case .joint: pendingSpace = count > 0
        case .letter:
          let folded = folding.fold(scalar)
          if folded.kind == .accent { continue }
          if pendingSpace { append(0x20, to: buffer, &count) }
          pendingSpace = false
          append(folded.base.value, to: buffer, &count)
          if let second = folded.second { append(second.value, to: buffer, &count) }
        }
      }
      return count
    }
  }

  private enum Kind { case nothing, joint, letter }

  private static func kind(of value: UInt32) -> Kind {
    switch value {
    // . ' ` and the other apostrophes, voicing marks of kana.
    case 0x2E, 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x3099, 0x309A: .nothing
    // White space, and & ( ) , - / : ; [ ] _ | with their wide forms.
    case 0...0x20, 0x7F, 0xA0, 0x2000...0x200A, 0x2010...0x2015, 0x3000, 0x3001, 0xFF0C: .joint
    case 0x26, 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x5F, 0x7C: .joint
    default: .letter
    }
  }

  private static func append(_ value: UInt32, to buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    switch value {
    case 0..<0x80:
      buffer[count] = UInt8(value)
      count += 1
    case 0..<0x800:
      buffer[count] = UInt8(0xC0 | value >> 6)
      buffer[count + 1] = UInt8(0x80 | value & 0x3F)
      count += 2
    case 0..<0x1_0000:
      buffer[count] = UInt8(0xE0 | value >> 12)
      buffer[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[count + 2] = UInt8(0x80 | value & 0x3F)
      count += 3
    default:
      buffer[count] = UInt8(0xF0 | value >> 18)
      buffer[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
      buffer[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[count + 3] = UInt8(0x80 | value & 0x3F)
      count += 4
    }
  }
}
