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

/// Turns the bytes of a file or of a server's answer into text, in the order of the HTML standard (13.2.3.2):
/// byte-order mark, the transport's word, the document's own declaration, else the bytes themselves. A declaration that
/// the bytes contradict does not count, and a guess is reported.
public enum TextDecoder {
  /// - Parameter charset: the character set that the transport names (`charset=` of a `Content-Type` header), in any
  ///   case; nil if it names none, or if there was no transport.
  /// - Throws: `InputError.binary` if the bytes are not text of any kind, `.empty` if nothing follows the mark.
  public static func decode(_ bytes: [UInt8], charset: String? = nil) throws(InputError) -> DecodedText {
    let decoded: DecodedText
    if let marked = try byMark(bytes) { decoded = marked } else { decoded = try byContent(bytes, charset: charset) }
    if decoded.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { throw .empty }
    return decoded
  }

  /// The character set that a `Content-Type` header names, lower case: "text/html; charset=\"KOI8-R\"" → "koi8-r".
  public static func charset(inContentType header: String) -> String? {
    for parameter in header.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { continue }
      let name = pair[1].trimmed { $0.properties.isWhitespace || $0 == "\"" || $0 == "'" }
      return name.isEmpty ? nil : String(name.lowercased().prefix(40))
    }
    return nil
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

  private static func byContent(_ bytes: [UInt8], charset: String?) throws(InputError) -> DecodedText {
    if let content = BinaryContent.signature(bytes) { throw .binary(content) }
    if let littleEndian = BinaryContent.unmarkedUTF16(bytes) {
      var decoded = utf16(bytes[...], littleEndian: littleEndian)
      decoded.warnings.append("read as \(decoded.encoding); the file does not say so")
      return decoded
    }
    if BinaryContent.looksBinary(bytes) { throw .binary(.unknown) }
    let declared = [charset?.lowercased(), DeclaredCharset.find(bytes)].compactMap { $0 }
    let isUTF8 = isUTF8(bytes)
    // Text in another set is valid UTF-8 only if it is ASCII alone (which ISO-2022-JP is, with its escapes).
    if isUTF8, !declared.contains(where: { $0.contains("2022") }) || !bytes.contains(0x1B) {
      return DecodedText(utf8: bytes)
    }
    for name in declared { if let decoded = byDeclaration(bytes, name) { return decoded } }
    if isUTF8 { return DecodedText(utf8: bytes) }
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

  /// Nil for a name that says nothing, or that the bytes contradict.
  private static func byDeclaration(_ bytes: [UInt8], _ name: String) -> DecodedText? {
    if let encoding = SingleByteEncoding(declaredName: name) {
      return DecodedText(utf8: encoding.utf8(bytes), encoding: encoding.rawValue)
    }
    guard let encoding = ConvertedEncoding(declaredName: name), let (utf8, lost) = encoding.utf8(bytes) else {
      return nil
    }
    // More than one byte in a hundred without a meaning: it is something else.
    if lost * 100 > bytes.count { return nil }
    let warning = "some bytes are not \(encoding.name); each is shown as \u{FFFD}"
    return DecodedText(utf8: utf8, encoding: encoding.name, warnings: lost > 0 ? [warning] : [])
  }
}
