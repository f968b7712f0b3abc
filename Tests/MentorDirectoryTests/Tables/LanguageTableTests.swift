import MentorDirectory
import Testing

@Suite struct LanguageTableTests {
  let table = TableFiles.languages

  @Test(arguments: [
    ("de", "German"), ("DE", "German"), ("deu", "German"), ("ger", "German"), ("pt-BR", "Portuguese"),
    ("zh_Hans_CN", "Chinese"), ("Deutsch", "German"), ("日本語", "Japanese"), ("Mandarin", "Chinese"),
    ("Farsi", "Persian"), ("Castellano", "Spanish"), ("castellano", "Spanish"), ("Intermediate Spanish", "Spanish"),
    ("basic french", "French"), ("Spanish (native)", "Spanish"), ("German B2", "German"), ("French (C1)", "French"),
    ("English - fluent", "English"), ("Portuguese (Brazil)", "Portuguese"), ("Chinese (Mandarin)", "Chinese"),
    ("русский", "Russian"), ("Français", "French"), ("francais", "French"), ("हिन्दी", "Hindi"), ("العربية", "Arabic"),
    ("עברית", "Hebrew"), ("Türkçe", "Turkish"), ("Bahasa Indonesia", "Indonesian"), ("Upper Sorbian", "Upper Sorbian"),
    ("yue", "Cantonese"), ("Tagalog", "Tagalog"), ("American Sign Language", "American Sign Language"),
    ("a little Dutch", "Dutch"), ("Swiss German", "Swiss German"), ("inglés", "English"), ("Valencià", "Catalan"),
  ])
  func readsCodesNamesAndLevels(_ word: String, _ name: String) {
    #expect(table.language(word)?.name == name)
  }

  @Test(arguments: ["", "N/A", "Klingonish", "JavaScript", "fluent", "B2", "x-y"])
  func knowsNothingElse(_ word: String) { #expect(table.language(word) == nil) }

  @Test(arguments: [
    ("Swahili and Little French", ["sw", "fr"]), ("English, German; русский", ["en", "de", "ru"]),
    ("en/de", ["en", "de"]),
    ("N/A", []), ("NA", []), ("none", []), ("", []), ("Deutsch und Englisch", ["de", "en"]),
    ("español y portugués", ["es", "pt"]), ("français et anglais", ["fr", "en"]), ("Duits en Engels", ["de", "en"]),
    ("English (C2), Polish (mother tongue, C2)", ["en", "pl"]), ("English: C1, German: B1", ["en", "de"]),
    ("English English, english", ["en"]), ("EN DE FR", ["en", "de", "fr"]), ("en, ja", ["en", "ja"]),
    ("I speak fluent Dutch", ["nl"]), ("Chinese (Mandarin, Cantonese), English", ["zh", "en"]),
    ("日本語、英語は勉強中、English", ["ja", "en"]), ("I am no morning person", []),
  ])
  func readsLists(_ text: String, _ codes: [String]) {
    #expect(table.languages(in: text).map(\.code).filter { !$0.isEmpty } == codes)
  }

  @Test func aListKeepsALanguageThatNoTableKnows() {
    #expect(table.languages(in: "English, Klingon, German").map(\.name) == ["English", "Klingon", "German"])
    #expect(table.languages(in: "English, Klingon, German")[1].code.isEmpty)
    #expect(table.languages(in: "Gardening, Chess and English").map(\.name) == ["English"])
  }

  @Test func everyRowIsFoundByItsCodesAndItsName() {
    let rows = TableFiles.text("languages.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count > 200)
    for row in rows where row[0] != "na" {
      #expect(table.language(row[0])?.code == row[0])
      #expect(table.language(row[1])?.code == row[0])
      #expect(table.language(row[2])?.code == row[0])
    }
  }
}
