/// The value of a `Content-Type` header, taken apart (RFC 9110, 8.3).
struct MediaType: Equatable {
  /// "text/html"; lower case, empty if there is none.
  var name = ""
  /// As written, without quotes; empty if there is none.
  var charset = ""

  init(_ header: String) {
    let parts = header.split(separator: ";", omittingEmptySubsequences: false)
    name = Self.trimmed(parts.first ?? "").lowercased()
    for part in parts.dropFirst() where charset.isEmpty {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" else { continue }
      charset = Self.trimmed(pair[1])
      charset.removeAll { $0 == "\"" || $0 == "'" }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
