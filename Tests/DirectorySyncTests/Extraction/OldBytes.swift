import Foundation

/// Bytes of a text as an old server sends them.
enum OldBytes {
  /// windows-1251, of the letters that Russian has.
  static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x0410...0x044F: UInt8(scalar.value - 0x0410 + 0xC0)
      case 0x0401: 0xA8
      case 0x0451: 0xB8
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  static func shiftJIS(_ text: String) -> [UInt8] { Array(text.data(using: .shiftJIS) ?? Data()) }
}
