import Foundation

/// E-mail addresses in what people write, plain or disguised.
enum EmailAddress {
  /// The addresses in a text, in order; `isDecoded` is true for "ada [at] mail [dot] example".
  static func find(in text: String) -> [(address: String, isDecoded: Bool)] {
    guard text.utf8.count <= 5000 else { return [] }
    if isAddress(text[...]), !text.containsASCII("<>()[]{},;\"'|? ") { return [(text, false)] }
    let plain = plain(in: text)
    if !plain.isEmpty || text.contains("@") { return plain.map { ($0, false) } }
    guard let undisguised = undisguised(text) else { return [] }
    return Self.plain(in: undisguised).map { ($0, true) }
  }

  private static func plain(in text: String) -> [String] {
    guard text.contains("@") else { return [] }
    return text.split { $0.isWhitespace || "<>()[]{},;\"'|".contains($0) }.compactMap { word in
      var word = word
      if word.lowercased().hasPrefix("mailto:") { word = word.dropFirst(7) }
      word = word.prefix { $0 != "?" }
      while let last = word.last, ".:!/".contains(last) { word = word.dropLast() }
      return isAddress(word) ? String(word) : nil
    }
  }

  static func isAddress(_ text: Substring) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254, !parts[0].hasPrefix("/"),
      !text.contains("/"), !text.contains(":")
    else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
  }

  /// "ada [at] mail (dot) example" → "ada@mail.example"; nil where nothing says "at".
  private static func undisguised(_ text: String) -> String? {
    let lower = text.lowercased()
    guard lower.contains("at") else { return nil }
    var words = text
    for (disguise, sign) in disguises { words = words.replacing(disguise, with: sign) }
    return words.contains("@") ? words : nil
  }

  private static var disguises: [(Regex<Substring>, String)] {
    [
      (/\s*[\[({<]\s*(?i:at)\s*[\])}>]\s*/, "@"), (/\s+AT\s+/, "@"),
      (/\s*[\[({<]\s*(?i:dot|punkt|point|punto)\s*[\])}>]\s*/, "."), (/\s+DOT\s+/, "."),
    ]
  }
}
