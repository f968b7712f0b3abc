import Foundation

/// The name of a column or key, as it is compared: "Full_Name", "fullName" and "Full name:" are the same.
enum FieldName {
  /// Lower-case words without accents and punctuation, one space between: "spokenLanguages" → "spoken languages".
  static func normalised(_ name: String) -> String {
    let folded = splitCamelCase(name).folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    var words = "", pendingSpace = false
    for scalar in folded.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.isEmoji && scalar.value > 0xFF
        || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
      {
        if pendingSpace, !words.isEmpty { words.append(" ") }
        pendingSpace = false
        words.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        pendingSpace = true
      }
    }
    return words
  }

  /// The names under which a nested or flattened key is looked for, most exact first: "profile.city" →
  /// "profile city", "city". Only words that merely hold others are dropped: "company.name" is not a name.
  static func candidates(_ path: String) -> [String] {
    var parts = path.split(separator: ".").map { normalised(String($0)) }.filter { !$0.isEmpty }
    var found = [parts.joined(separator: " ")]
    while let first = parts.first, parts.count > 1, containers.contains(first) {
      parts.removeFirst()
      found.append(parts.joined(separator: " "))
    }
    return found
  }

  private static let containers: Set<String> = [
    "profile", "user", "person", "mentor", "mentoring", "mentorship", "fields", "attributes", "data", "record", "info",
    "details", "properties", "contact", "contacts", "social", "socials", "social media", "links", "accounts", "handles",
    "location", "place", "address", "geo", "geometry", "coordinates", "position", "about", "author", "params",
    "extra", "network", "networks", "channels", "node", "acf", "meta",
  ]

  /// "spokenLanguages" → "spoken Languages". "GitHub" becomes two words: aliases are looked up without spaces too.
  private static func splitCamelCase(_ name: String) -> String {
    guard !name.contains(" ") else { return name }
    var out = "", previous: Character?
    for character in name {
      if let previous, previous.isLowercase, character.isUppercase { out.append(" ") }
      out.append(character)
      previous = character
    }
    return out
  }
}
