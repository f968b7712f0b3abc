import Foundation

/// The character set that a document declares of itself, as HTML (`<meta charset>`) and XML (`encoding="…"`) have it.
enum DeclaredCharset {
  /// The declared name in lower case, looked for in the first 4,096 bytes; nil if there is none.
  static func find(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    if start.hasPrefix("<?xml"), let end = start.range(of: "?>") {
      if let name = name(after: "encoding", in: start[..<end.lowerBound]) { return name }
    }
    var rest = start[...]
    while let meta = rest.range(of: "<meta") {
      let tag = rest[meta.upperBound...].prefix { $0 != ">" }
      if let name = name(after: "charset", in: tag) { return name }
      rest = rest[tag.endIndex...]
    }
    return nil
  }

  private static func name(after key: String, in text: Substring) -> String? {
    guard let range = text.range(of: key) else { return nil }
    let value = text[range.upperBound...].drop { $0 == " " }
    guard value.first == "=" else { return nil }
    let name = value.dropFirst().drop { " \"'".contains($0) }
      .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
