import Foundation

/// Text of a file as UTF-8, and how it came to be.
public struct DecodedText: Equatable, Sendable {
  /// Valid UTF-8 without a byte-order mark.
  public var utf8: [UInt8]
  /// Name of the encoding that the bytes were read in.
  public var encoding: String
  /// What a person should know of the reading: a guess, a repair; empty for a clear case.
  public var warnings: [String]

  public init(utf8: [UInt8], encoding: String = "UTF-8", warnings: [String] = []) {
    self.utf8 = utf8
    self.encoding = encoding
    self.warnings = warnings
  }

  public var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// Turns the bytes of a file into text: byte-order mark, declared character set, UTF-8, else a guess that is reported.
public enum TextDecoder {
  /// - Throws: `InputError.binary` if the bytes are not text of any kind, `.empty` if nothing follows the mark.
  public static func decode(_ bytes: [UInt8]) throws(InputError) -> DecodedText {
    let decoded: DecodedText
    if let marked = try byMark(bytes) { decoded = marked } else { decoded = try byContent(bytes) }
    if decoded.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { throw .empty }
    return decoded
  }

  private static func byMark(_ bytes: [UInt8]) throws(InputError) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      if rest.prefix(4096).contains(0) { throw .binary(.unknown) }
      return isUTF8(rest) ? DecodedText(utf8: rest) : repaired(rest)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return utf32(bytes.dropFirst(4), littleEndian: true) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(bytes.dropFirst(4), littleEndian: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    return nil
  }

  private static func byContent(_ bytes: [UInt8]) throws(InputError) -> DecodedText {
    if let content = BinaryContent.signature(bytes) { throw .binary(content) }
    if let littleEndian = BinaryContent.unmarkedUTF16(bytes) {
      var decoded = utf16(bytes[...], littleEndian: littleEndian)
      decoded.warnings.append("read as \(decoded.encoding); the file does not say so")
      return decoded
    }
    if BinaryContent.looksBinary(bytes) { throw .binary(.unknown) }
    let declared = DeclaredCharset.find(bytes)
    if let declared, let decoded = multiByte(bytes, declared) { return decoded }
    if isUTF8(bytes) { return DecodedText(utf8: bytes) }
    if let declared, let encoding = SingleByteEncoding(declaredName: declared) {
      return DecodedText(utf8: encoding.utf8(bytes), encoding: encoding.rawValue)
    }
    if isMostlyUTF8(bytes) { return repaired(bytes) }
    let encoding = EncodingDetector.detect(bytes)
    return DecodedText(
      utf8: encoding.utf8(bytes), encoding: encoding.rawValue,
      warnings: ["read as \(encoding.rawValue), by the letters in it; save it as UTF-8 if names look wrong"])
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Many well-formed sequences and a few strays: UTF-8 that something cut or pasted badly.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0, bad = 0, i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let tail = byte < 0x80 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : -1
      if tail == 0 {
        i += 1
      } else if tail > 0, i + tail < bytes.count, bytes[(i + 1)...(i + tail)].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        i += tail + 1
      } else {
        bad += 1
        i += 1
      }
    }
    return good >= 4 * bad
  }

  private static func repaired(_ bytes: [UInt8]) -> DecodedText {
    DecodedText(
      utf8: Array(String(decoding: bytes, as: UTF8.self).utf8),
      warnings: ["some bytes are not UTF-8; each is shown as \u{FFFD}"])
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(littleEndian ? b << 8 | a : a << 8 | b)
      i += 2
    }
    return DecodedText(
      utf8: Array(String(decoding: units, as: UTF16.self).utf8), encoding: littleEndian ? "UTF-16LE" : "UTF-16BE")
  }

  private static func utf32(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> DecodedText {
    var scalars = String.UnicodeScalarView()
    var i = bytes.startIndex
    while i + 3 < bytes.endIndex {
      let four = bytes[i..<(i + 4)]
      let value = (littleEndian ? Array(four.reversed()) : Array(four)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      i += 4
    }
    return DecodedText(utf8: Array(String(scalars).utf8), encoding: littleEndian ? "UTF-32LE" : "UTF-32BE")
  }

  /// East Asian encodings, where the declaration is all there is to go by.
  private static func multiByte(_ bytes: [UInt8], _ declared: String) -> DecodedText? {
    let encoding: String.Encoding
    switch declared {
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": encoding = .shiftJIS
    case "euc-jp", "x-euc-jp": encoding = .japaneseEUC
    case "iso-2022-jp": encoding = .iso2022JP
    default: return nil
    }
    guard let text = String(data: Data(bytes), encoding: encoding) else { return nil }
    return DecodedText(utf8: Array(text.utf8), encoding: declared)
  }
}
