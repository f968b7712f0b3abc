/// How people write lists of languages.
enum LanguageList {
  /// The parts between commas, semicolons, slashes, line ends and words for "and", brackets kept whole.
  static func parts(_ text: String) -> [String] {
    var parts: [String] = [], part = "", depth = 0
    for character in text {
      switch character {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth = max(0, depth - 1)
      case _ where depth == 0 && ",;/|&+·•、，；\n".contains(character):
        parts.append(part)
        part = ""
        continue
      default: break
      }
      part.append(character)
    }
    parts.append(part)
    return parts.flatMap(betweenAnds).map { $0.cleanedLine() }.filter { !TableKey.of($0).isEmpty }
  }

  private static func betweenAnds(_ text: String) -> [String] {
    let words = text.split(separator: " ")
    // "en" and "ja" alone are codes, between words they mean "and".
    guard words.count > 2 else { return [text] }
    return words.split { ands.contains($0.lowercased()) }.map { $0.joined(separator: " ") }
  }

  private static let ands: Set<String> = [
    "and", "or", "und", "oder", "y", "o", "et", "ou", "e", "и", "en", "och", "og", "ja", "i", "a", "ve", "plus", "also",
    "then", "as", "well", "&", "-", "–", "—",
  ]

  /// A word of a list that no table knows, as a language without code; nil for what is no name.
  static func unknown(_ words: String) -> Language? {
    let name = words.cleanedLine(limit: 40)
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic, !first.properties.isLowercase,
      name.split(separator: " ").count <= 3, name.unicodeScalars.count > 2, !saysNothing(name)
    else { return nil }
    return Language(code: "", name: name)
  }

  /// True for what people write into a field of languages that says nothing.
  static func saysNothing(_ text: String) -> Bool { nothings.contains(TableKey.of(text)) }

  private static let nothings: Set<String> = [
    "n a", "na", "none", "null", "nil", "other", "others", "various", "many", "unknown", "all", "any", "more", "etc",
    "emoji", "programming", "code", "not specified", "some", "both",
  ]
}
