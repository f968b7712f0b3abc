import Markup
import MentorDirectory

/// Tells whether words can be somebody's name. Errs on the side of no where a title, a heading or a service is as likely.
enum PersonName {
  /// The name in a text from a field that holds names: marks, handles, pronouns and job titles around it removed.
  /// Nil for a template's placeholder and for what is certainly no name.
  static func stated(_ raw: String) -> String? {
    var text = raw.cleanedLine(limit: 120)
    if TemplateTags.isPlaceholder(raw) || isPlaceholder(text) { return nil }
    if let bracket = text.unicodeScalars.firstIndex(where: isBracket), bracket > text.startIndex {
      text = String(text[..<bracket])
    }
    text = text.trimmingMarks()
    guard text.contains(where: { $0.isLetter }), !text.has("://"), !text.has("@"), text.count <= 80 else {
      return nil
    }
    return isGeneric(text) ? nil : text
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "|", "<", "•", "·": true
    default: false
    }
  }

  /// True if there is a digit or a mark that is in no name.
  private static func holdsMark(_ text: String) -> Bool {
    if text.isPlainASCII { return text.containsASCII("0123456789!?:;,/\"&+=_#*") }
    return text.contains { $0.isNumber || "!?:;,/\"“”&+=_#*".contains($0) }
  }

  /// The name in a text that may as well be anything: two to five words that look like those of a name, or two to
  /// six characters of a script that writes names without spaces.
  static func likely(_ raw: String) -> String? {
    guard let text = stated(raw), !holdsMark(text) else { return nil }
    if isUnspaced(text) { return (2...6).contains(text.count) ? text : nil }
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), words.allSatisfy({ (1...20).contains($0.count) }) else { return nil }
    guard !words.contains(where: { PagePhrases.neverInNames.contains(Self.key($0)) }) else { return nil }
    let capitals = words.filter { isCapitalised($0) || PagePhrases.nameParticles.contains($0.lowercased()) }.count
    if capitals == words.count, words.contains(where: isCapitalised) { return text }
    // Some write their names without capitals: then every word must be one, and there must be few.
    let isLower = words.allSatisfy { $0.allSatisfy { ($0.isLetter && !$0.isUppercase) || "-'’.".contains($0) } }
    return isLower && words.count <= 3 && words.allSatisfy { $0.count >= 2 } ? text : nil
  }

  /// A single capitalised word that may be a first name or a pseudonym.
  static func likelySingle(_ raw: some StringProtocol) -> String? {
    let text = String(raw).trimmingMarks()
    guard (2...20).contains(text.count), isCapitalised(text[...]), text.allSatisfy({ $0.isLetter || $0 == "-" }),
      !PagePhrases.neverInNames.contains(key(text)), !PagePhrases.neverAfterIAm.contains(key(text))
    else { return nil }
    return text
  }

  /// The word for a look-up: lower case, without an apostrophe's tail ("let's" → "let").
  private static func key(_ word: some StringProtocol) -> String {
    String(word.lowercased().prefix { $0.isLetter || $0 == "-" })
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.first(where: { $0.isLetter }) else { return false }
    // Scripts without case count as capitalised.
    return first.isUppercase || (!first.isLowercase && first.isLetter)
  }

  private static func isUnspaced(_ text: String) -> Bool {
    !text.has(" ")
      && text.unicodeScalars.allSatisfy {
        (0x3040...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value) || $0 == "・"
      }
  }

  /// "Mentoring", "Home", "About me": titles of pages, never of people.
  static func isGeneric(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    return words.isEmpty || words.allSatisfy { PagePhrases.genericTitleWords.contains(String($0)) }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    return lower.hasPrefix("your name") || lower.hasPrefix("[") || lower.hasPrefix("<") || lower == "name"
      || lower == "n/a" || lower == "none" || lower == "null" || lower == "todo" || lower == "author"
      || lower == "admin" || lower == "anonymous"
  }

  /// "jane-doe" → "Jane Doe"; a single word stays as it is.
  static func spelledOut(_ slug: String) -> String {
    let words = slug.split { "-_. ".contains($0) }.filter { !$0.isEmpty }
    guard words.count > 1 else { return slug }
    return words.map { $0.allSatisfy { !$0.isUppercase } ? $0.prefix(1).uppercased() + $0.dropFirst() : String($0) }
      .joined(separator: " ")
  }
}

extension String {
  /// Without emoji, bullets, quotes, dashes and punctuation at the ends.
  func trimmingMarks() -> String {
    func isKept(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    var text = self[...]
    while let first = text.first, !isKept(first) { text.removeFirst() }
    while let last = text.last, !isKept(last), !(last == "." && text.dropLast().last?.isUppercase == true) {
      text.removeLast()
    }
    return String(text)
  }
}
