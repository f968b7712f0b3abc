// Case and accent folding: what makes "muller" find "Müller".
//
// Folding is per scalar: lower case, then the base letter (`foldingGroups`); combining accents of the Latin, Greek,
// Cyrillic, Hebrew and Arabic scripts vanish, signs that carry meaning (Devanagari vowels, Thai tones) stay;
// full-width forms become ASCII.

/// What a scalar is to a reader of words.
enum ScalarClass: UInt8 {
  case separator, letter
  /// Joins the word it stands in and vanishes from the folded form.
  case accent
  /// Joins the word it stands in and stays.
  case mark
  /// Written without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese): indexed by pairs.
  case unspaced
}

/// The folding of one scalar.
struct FoldedScalar {
  var kind: ScalarClass
  /// The scalar in lower case.
  var lower: Unicode.Scalar
  /// The base letter; equal to `lower` where there is no accent.
  var base: Unicode.Scalar
  /// A second base letter ("ß" → "s", "s"), if any.
  var second: Unicode.Scalar?
  var isAccented: Bool { lower != base || second != nil }
}

/// Answers for the scalars below U+3000 from a table made once, for the rest from their properties.
struct Folding: Sendable {
  static let standard = Folding()
  private static let tableEnd = 0x3000

  private let kinds: [UInt8]
  private let lowers: [UInt16]
  private let bases: [UInt16]
  /// Second letters of the few that fold to two, by lower-case scalar.
  private let seconds: [UInt16: UInt16]

  private init() {
    var kinds = [UInt8](repeating: 0, count: Self.tableEnd)
    var lowers = [UInt16](repeating: 0, count: Self.tableEnd)
    var bases = lowers
    var seconds: [UInt16: UInt16] = [:]
    var baseOf: [UInt16: UInt16] = [:]
    for (base, letters) in foldingGroups {
      let parts = base.description.unicodeScalars.map { UInt16($0.value) }
      for letter in letters.description.unicodeScalars {
        baseOf[UInt16(letter.value)] = parts.first ?? 0
        if parts.count > 1 { seconds[UInt16(letter.value)] = parts[1] }
      }
    }
    for value in 0..<Self.tableEnd {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let lower = Self.lowerCase(scalar)
      let short = lower.value < Self.tableEnd ? UInt16(lower.value) : UInt16(value)
      kinds[value] = Self.kind(of: scalar).rawValue
      lowers[value] = short
      bases[value] = baseOf[short] ?? short
    }
    (self.kinds, self.lowers, self.bases, self.seconds) = (kinds, lowers, bases, seconds)
  }

  func fold(_ scalar: Unicode.Scalar) -> FoldedScalar {
    let value = Int(scalar.value)
    if value < Self.tableEnd {
      let lower = lowers[value], base = bases[value]
      return FoldedScalar(
        kind: ScalarClass(rawValue: kinds[value]) ?? .separator, lower: Unicode.Scalar(lower) ?? scalar,
        base: Unicode.Scalar(base) ?? scalar,
        second: lower == base ? nil : seconds[lower].flatMap { Unicode.Scalar($0) })
    }
    if (0xFF01...0xFF5E).contains(value), let narrow = Unicode.Scalar(UInt32(value - 0xFEE0)) { return fold(narrow) }
    return FoldedScalar(kind: Self.kind(of: scalar), lower: scalar, base: scalar, second: nil)
  }

  private static func lowerCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.first ?? scalar
  }

  private static func kind(of scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF:
      return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        ? .unspaced : .separator
    case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      return scalar == "\u{30FB}" ? .separator : .unspaced
    case 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7,
      0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x0640, 0x200C, 0x200D, 0xFE00...0xFE0F:
      return .accent
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .separator
    }
  }
}

extension String {
  /// Lower case without accents, white space and punctuation kept: for comparing names and values, and for sorting.
  public var folded: String {
    let folding = Folding.standard
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let folded = folding.fold(scalar)
      if folded.kind == .accent { continue }
      out.append(folded.base)
      if let second = folded.second { out.append(second) }
    }
    return String(out)
  }
}
