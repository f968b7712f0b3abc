/// Lower case without diacritics for the scripts of the tables: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic.
/// Other scripts have no case and stay as they are.
enum DiacriticFold {
  /// The one or two scalars that stand for this one in a key; 0 where there is none (a combining mark has neither). They
  /// never take more bytes of UTF-8 than the scalar itself.
  static func fold(_ value: UInt32) -> (first: UInt32, second: UInt32) {
    switch value {
    case 0x41...0x5A: return (value + 32, 0)
    case 0x21...0x7F: return (value, 0)
    case 0xC0...0x17F: return latin(latinLetters[Int(value) - 0xC0])
    case 0x180...0x24F: return (laterLatin[value] ?? value, 0)
    case 0x1E00...0x1EFF: return latin(additionalLetters[Int(value) - 0x1E00])
    case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0xFE00...0xFE0F: return (0, 0)
    case 0x370...0x3FF: return (greek[value] ?? (0x391...0x3A9 ~= value ? value + 32 : value), 0)
    case 0x400...0x45F: return (cyrillic(value), 0)
    case 0x531...0x556: return (value + 48, 0)
    case 0x622, 0x623, 0x625: return (0x627, 0)
    case 0x649, 0x6CC: return (0x64A, 0)
    case 0x6A9: return (0x643, 0)
    case 0xFF01...0xFF5E: return fold(value - 0xFEE0)
    default: return (value, 0)
    }
  }

  /// Digits stand for ligatures in the letter tables.
  private static func latin(_ letter: UInt8) -> (first: UInt32, second: UInt32) {
    switch letter {
    case UInt8(ascii: "1"): (0x61, 0x65)
    case UInt8(ascii: "2"): (0x74, 0x68)
    case UInt8(ascii: "3"): (0x73, 0x73)
    case UInt8(ascii: "4"): (0x69, 0x6A)
    case UInt8(ascii: "5"): (0x6F, 0x65)
    default: (UInt32(letter), 0)
    }
  }

  private static func cyrillic(_ value: UInt32) -> UInt32 {
    let lower = value < 0x410 ? value + 80 : value < 0x430 ? value + 32 : value
    switch lower {
    case 0x450, 0x451: return 0x435
    case 0x439, 0x45D: return 0x438
    case 0x453: return 0x433
    case 0x457: return 0x456
    case 0x45C: return 0x43A
    case 0x45E: return 0x443
    default: return lower
    }
  }

  /// U+00C0 … U+017F.
  private static let latinLetters = letters(
    "a6 11 c1 e4 i4 d1 n1 o5 x1 o1 u4 y1 21 31 a6 11 c1 e4 i4 d1 n1 o5 x1 o1 u4 y1 21 y1"
      + " a6 c8 d4 e10 g8 h4 i10 42 j2 k3 l10 n9 o6 52 r6 s8 t6 u12 w2 y3 z6 s1")

  /// U+1E00 … U+1EFF, most of it Vietnamese.
  private static let additionalLetters = letters(
    "a2 b6 c2 d10 e10 f2 g2 h10 i4 k6 l8 m6 n8 o8 p4 r8 s10 t8 u10 v4 w10 x4 y2 z6 h1 t1 w1 y1 a1 s3 31 d1"
      + " a24 e16 i4 o24 u14 y8 l2 v2 y2")

  /// Runs of a letter and how often it stands, in the order of the code points.
  private static func letters(_ runs: String) -> [UInt8] {
    runs.split(separator: " ").flatMap { run in
      Array(repeating: run.utf8.first ?? 0, count: Int(run.dropFirst()) ?? 0)
    }
  }

  private static let laterLatin: [UInt32: UInt32] = [
    0x1A0: 0x6F, 0x1A1: 0x6F, 0x1AF: 0x75, 0x1B0: 0x75, 0x1CD: 0x61, 0x1CE: 0x61, 0x1CF: 0x69, 0x1D0: 0x69,
    0x1D1: 0x6F, 0x1D2: 0x6F, 0x1D3: 0x75, 0x1D4: 0x75, 0x1E6: 0x67, 0x1E7: 0x67, 0x18F: 0x259,
    0x218: 0x73, 0x219: 0x73, 0x21A: 0x74, 0x21B: 0x74, 0x232: 0x79, 0x233: 0x79,
  ]

  private static let greek: [UInt32: UInt32] = [
    0x386: 0x3B1, 0x388: 0x3B5, 0x389: 0x3B7, 0x38A: 0x3B9, 0x38C: 0x3BF, 0x38E: 0x3C5, 0x38F: 0x3C9, 0x390: 0x3B9,
    0x3AA: 0x3B9, 0x3AB: 0x3C5, 0x3AC: 0x3B1, 0x3AD: 0x3B5, 0x3AE: 0x3B7, 0x3AF: 0x3B9, 0x3B0: 0x3C5, 0x3C2: 0x3C3,
    0x3CA: 0x3B9, 0x3CB: 0x3C5, 0x3CC: 0x3BF, 0x3CD: 0x3C5, 0x3CE: 0x3C9,
  ]
}
