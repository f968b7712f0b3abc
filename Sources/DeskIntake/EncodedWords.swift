import DirectorySync

/// Encoded words in headers (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
enum EncodedWords {
  /// The text of a header, on one line. Raw bytes beside encoded words are read as UTF-8, or by what they look like.
  static func text(_ bytes: [UInt8]) -> String {
    let raw = CharsetText.decode(bytes, charset: nil)
    guard raw.contains("=?") else { return raw.cleanedLine(limit: 2_000) }
    var out = "", rest = raw[...], previousWasWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let (text, after) = word(rest[start.upperBound...]) else {
        out += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        previousWasWord = false
        continue
      }
      // White space between two encoded words is not part of the text.
      if !(previousWasWord && before.allSatisfy(\.isWhitespace)) { out += before }
      out += text
      rest = rest[after...]
      previousWasWord = true
    }
    return (out + rest).cleanedLine(limit: 2_000)
  }

  /// `charset?encoding?text?=` and where it ends.
  private static func word(_ text: Substring) -> (text: String, end: String.Index)? {
    let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "?="), parts[0].count <= 60 else { return nil }
    let content = parts[2][..<end.lowerBound]
    guard !content.contains(where: \.isWhitespace) else { return nil }
    // A language may follow the charset (RFC 2231, 5).
    let charset = String(parts[0].prefix { $0 != "*" })
    let bytes: [UInt8]
    switch parts[1].uppercased() {
    case "B": bytes = TransferDecoding.base64(content.utf8)
    case "Q": bytes = TransferDecoding.quotedPrintable(ArraySlice(content.utf8), underscoreIsSpace: true)
    default: return nil
    }
    return (CharsetText.decode(bytes, charset: charset), end.upperBound)
  }
}

/// Bytes of a mail as text.
enum CharsetText {
  /// By the charset if it is known and fits, else by what the bytes look like; never fails.
  static func decode(_ bytes: [UInt8], charset: String?) -> String {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0 && $0 != 0x1B }) { return String(decoding: bytes, as: UTF8.self) }
    if let text = try? TextDecoder.decode(bytes, charset: charset) { return text.text }
    return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
  }
}
