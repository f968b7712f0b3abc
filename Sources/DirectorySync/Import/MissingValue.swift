import Foundation
import MentorDirectory

/// The words that stand in a list where there is nothing to say.
enum MissingValue {
  /// True for "", "None", "n/a", "-", "NULL" and their like.
  static func isMissing(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    if !text.utf8.contains(where: { isWordByte($0) }), text.unicodeScalars.allSatisfy(isFiller) { return true }
    return words.contains(text.lowercased())
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "-–—_.?/\\*".unicodeScalars.contains(scalar)
  }

  /// Also "no", "none yet", "0": where a handle, an address or a page is asked for.
  static func isRefusal(_ text: String) -> Bool {
    isMissing(text) || refusals.contains(text.lowercased())
  }

  private static let words: Set<String> = [
    "none", "null", "nil", "n/a", "n.a.", "n\\a", "#n/a", "nan", "undefined", "not provided", "unspecified",
    "anonymous", "tbd", "tba",
    "keine", "aucun", "ninguno", "nenhum", "нет",
  ]
  private static let refusals: Set<String> = [
    "no", "na", "none yet", "nope", "0", "false", "x", "not yet", "private", "nein", "non", "-no-", "not applicable",
  ]
}

extension String {
  /// One clean line in NFC: what every single-line value of a record passes. Fast for plain ASCII.
  var line: String {
    var previous: UInt8 = 0x20, isPlain = true
    for byte in utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) {
        isPlain = false
        break
      }
      previous = byte
    }
    if isPlain, utf8.count <= 500, previous != 0x20 || isEmpty { return self }
    return cleanedLine().precomposedStringWithCanonicalMapping
  }

  /// Clean text of several lines in NFC.
  var paragraphs: String { isPlainASCII ? self : cleanedText().precomposedStringWithCanonicalMapping }
}
