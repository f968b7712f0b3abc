/// Words that say how well somebody speaks a language, not which.
enum LanguageLevels {
  /// The text without level words, CEFR codes and brackets around them: "Intermediate Spanish", "French (B2)",
  /// "German – native speaker", "a bit of Dutch".
  static func without(_ text: String) -> String {
    var kept: [Substring] = []
    for word in text.split(whereSeparator: { " :".contains($0) }) where !isLevel(word) { kept.append(word) }
    return kept.joined(separator: " ").cleanedLine()
  }

  private static func isLevel(_ word: Substring) -> Bool {
    let key = TableKey.of(word)
    return key.isEmpty || words.contains(key) || key.split(separator: " ").allSatisfy { words.contains(String($0)) }
  }

  private static let words: Set<String> = [
    "a1", "a2", "b1", "b2", "c1", "c2", "a1+", "a2+", "b1+", "b2+", "c1+", "c2+", "level", "cefr", "cefrl", "native",
    "mother", "tongue", "fluent", "fluently", "basic", "basics", "beginner", "beginning", "beginners", "elementary",
    "intermediate", "upper", "lower", "advanced", "proficient", "proficiency", "professional", "working",
    "conversational",
    "limited", "full", "bilingual", "good", "very", "little", "bit", "of", "some", "a", "the", "spoken", "written",
    "reading", "writing", "speaking", "only", "learning", "rusty", "poor", "passive", "speaker", "first", "second",
    "language", "languages", "near", "business", "technical", "broken", "decent", "excellent", "perfect", "also", "my",
    "muttersprache", "fliessend", "grundkenntnisse", "etwas", "nativo", "nativa", "basico", "intermedio", "avanzado",
    "fluido", "fluida", "fluente", "fluent", "basique", "courant", "maternelle", "langue", "notions", "moedertaal",
    "родной", "базовыи", "свободно", "nivel", "niveau", "sprache", "idioma", "lengua", "bits", "tiny", "small", "just",
    "~", "*", "+", "-", "–", "—", "fair", "moderate", "novice", "understand", "reads", "speak", "speaks",
  ]
}
