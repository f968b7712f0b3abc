import CText

/// What the drawing of a scalar depends on.
enum ScalarClass {
  /// True for scalars that stand alone between two of their kind: no mark, joiner or jamo among them (UAX #29 breaks
  /// between any two), all visible. Text made of these needs no grapheme breaking.
  @inline(__always) static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E: true
    case 0xA0...0x2FF: value != 0xAD
    case 0x370...0x377, 0x386...0x482, 0x48A...0x52F: true
    case 0x2010...0x2027, 0x2030...0x205E: true
    case 0x2190...0x21FF, 0x2500...0x25FF: true
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60: true
    default: false
    }
  }

  /// Columns of a scalar: 0, 1, 2, or −1 without an assignment.
  @inline(__always) static func width(_ value: UInt32) -> Int {
    if value < 0x300 {
      return value >= 0xA0 || (value >= 0x20 && value < 0x7F) ? 1 : -1
    }
    return Int(ctext_width(value))
  }

  /// White space that would move a cursor, and so becomes one space.
  static func isLineBreakOrTab(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Scalars that leave no trace in a cell: controls, bidirectional controls, joiners, variation selectors, tags,
  /// soft hyphens and other default-ignorable ones.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0xA0 { return value < 0x20 || value >= 0x7F }
    if value < 0x300 { return value == 0xAD }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return scalar.properties.generalCategory == .format && width(value) <= 0
  }

  static func isRegionalIndicator(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

  static func isSkinTone(_ value: UInt32) -> Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// A pictograph that may begin a joined sequence. Digits and letters are `isEmoji` too, hence the lower bound.
  static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x203C && scalar.properties.isEmoji
  }
}
