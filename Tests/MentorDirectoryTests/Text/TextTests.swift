import Testing

@testable import MentorDirectory

@Suite struct TextTests {
  @Test(arguments: [
    ("Müller", "muller"), ("ŁUKASZ", "lukasz"), ("Straße", "strasse"), ("Ørsted Æ", "orsted ae"), ("Ёлка", "елка"),
    ("Йод", "йод"), ("I\u{307}stanbul", "istanbul"), ("İstanbul", "istanbul"), ("Ελλάδα", "ελλαδα"), ("ＡＢＣ", "abc"),
    ("हिन्दी", "हिन्दी"), ("שָׁלוֹם", "שלומ"), ("مُعَلِّم", "معلم"), ("Việt", "viet"), ("日本語", "日本語"),
  ])
  func foldsCaseAndAccents(text: String, folded: String) {
    #expect(text.folded == folded)
  }

  @Test(arguments: [
    ("C++, C# and F#!", ["c++", "c#", "and", "f#"]), ("rust+go", ["rust", "go"]), ("node.js", ["node", "js"]),
    ("O'Brien-Łukasz", ["o", "brien", "lukasz"]), ("a ++ b", ["a", "b"]), ("翻訳者 ab", ["翻訳", "訳者", "者", "ab"]),
    ("字", ["字"]), ("C+++x", ["c", "x"]), ("", []), ("\u{301}", []), ("naïve\u{200D}", ["naive"]),
  ])
  func cutsTextIntoWords(text: String, words: [String]) {
    #expect(Tokenizer.words(of: text) == words)
  }

  @Test func cutsOverlongWordsBetweenScalars() {
    let words = Tokenizer.words(of: String(repeating: "я", count: 1000))
    #expect(words == [String(repeating: "я", count: 30)])
  }

  @Test(arguments: [
    ("abc", "abc", true), ("abc", "abd", true), ("abc", "ab", true), ("abc", "abcd", true), ("abcd", "acbd", true),
    ("abc", "cab", false), ("abcd", "badc", false), ("", "a", true), ("", "ab", false), ("ab", "ba", true),
  ])
  func knowsOneTypingMistake(a: String, b: String, isSimilar: Bool) {
    #expect(similar(a, b) == isSimilar)
    #expect(similar(b, a) == isSimilar)
  }

  @Test(arguments: [
    ("loclizat", "localization", true), ("lcoal", "localization", true), ("locaal", "localization", true),
    ("xocal", "localization", true), ("xoxal", "localization", false), ("localizationn", "localization", true),
  ])
  func knowsTheBeginningOfAMistypedWord(typed: String, word: String, isBeginning: Bool) {
    let result = Array(typed.utf8).withUnsafeBufferPointer { a in
      Array(word.utf8).withUnsafeBufferPointer { EditDistance.isBeginningWithinOne(typed: a, of: $0) }
    }
    #expect(result == isBeginning)
  }

  @Test func losesWhatCouldMoveACursorOrReorderText() {
    #expect("a\u{1B}[31mb\u{7}\u{202E}c\u{200B}\u{9B}2Jd".cleanedLine() == "abcd")
    #expect("a\u{1B}]0;title\u{7}b\u{1B}]8;;x\u{1B}\\c\u{1B}cd\u{1B}".cleanedLine() == "abcd")
    #expect("x\u{1B}[1\u{E9}y".cleanedText() == "x\u{E9}y")
    #expect("  a \t\r\n b\u{2028}c ".cleanedLine() == "a b c")
    #expect("a\r\nb\rc\u{0}".cleanedText() == "a\nb\nc")
    #expect(String(repeating: "x", count: 10_000).cleanedLine().count == 501)
    // Cut after as many scalars, white space not counted, whether there is only ASCII or more.
    #expect("one  two three".cleanedLine(limit: 6) == "one two…")
    #expect("öne  two three".cleanedLine(limit: 6) == "öne two…")
    #expect("one two ".cleanedLine(limit: 6) == "one two")
    #expect("öne two ".cleanedLine(limit: 6) == "öne two")
    #expect("می‌خواهم".cleanedLine() == "می‌خواهم")
  }

  private func similar(_ a: String, _ b: String) -> Bool {
    Array(a.utf8).withUnsafeBufferPointer { a in
      Array(b.utf8).withUnsafeBufferPointer { EditDistance.isWithinOne(a, $0) }
    }
  }
}
