import MentorDirectory
import Testing

@Suite struct VocabularyTests {
  @Test(arguments: [
    ("mentorship", "Mentoring"), ("mentor", "Mentoring"), ("Mentoring", "Mentoring"), ("golang", "Go"),
    ("c-sharp", "C#"),
    ("c#", "C#"), ("C Sharp", "C#"), ("c", "C"), ("c++", "C++"), ("cpp", "C++"), ("a11y", "Accessibility"),
    ("ruby on rails", "Ruby on Rails"), ("rails", "Ruby on Rails"), ("js", "JavaScript"), ("javascript", "JavaScript"),
    ("l10n", "Localization"), ("localisation", "Localization"), ("sumo", "Support"), ("mdn", "Documentation"),
    ("developer documentation", "Documentation"), ("node js", "Node.js"), ("node.js", "Node.js"), ("nodejs", "Node.js"),
    ("NODE_JS", "Node.js"), ("reactjs", "React"), ("react.js", "React"),
    ("front-end development", "Front-End Development"),
    (".net", ".NET"), ("dotnet", ".NET"), ("ci/cd", "CI/CD"), ("UX", "User Experience"), ("résumé", "Resume Review"),
    ("DIVERSITY & INCLUSION", "Diversity and Inclusion"), ("r", "R"),
  ])
  func shippedRowsGiveThePreferredForm(_ word: String, _ preferred: String) {
    #expect(TableFiles.vocabulary.canonical(word) == preferred)
  }

  @Test(arguments: ["Basket weaving", "iPad repair", "net", "Q&A", "", "  ", "C/C++", "日本酒"])
  func unknownValuesStayAsTheyAre(_ word: String) { #expect(TableFiles.vocabulary.canonical(word) == word) }

  @Test func shippedFileHasNoProblemsAndNoWordTwice() {
    let vocabulary = TableFiles.vocabulary
    #expect(vocabulary.problems.isEmpty)
    #expect(vocabulary.preferred.count > 150)
    for preferred in vocabulary.preferred {
      #expect(vocabulary.canonical(preferred) == preferred)
      for alias in vocabulary.aliases(of: preferred) { #expect(vocabulary.canonical(alias) == preferred, "\(alias)") }
    }
    // A later row takes a word from an earlier one silently, so in the shipped file that would be a slip.
    let rows = TableFiles.text("vocabulary.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
    for row in rows {
      let sides = row.split(separator: "=", maxSplits: 1).map(String.init)
      let preferred = sides[0].cleanedLine()
      for word in sides.dropFirst().first?.split(separator: ",") ?? [] {
        #expect(vocabulary.canonical(String(word).cleanedLine()) == preferred, "\(word)")
      }
    }
  }

  @Test func aliasesAreKnownForSearch() {
    let vocabulary = Vocabulary(["Go = golang, go lang\nNode.js = nodejs"])
    #expect(vocabulary.aliases(of: "Go") == ["golang", "go lang"])
    #expect(vocabulary.aliases(of: "GOLANG") == ["golang", "go lang"])
    #expect(vocabulary.aliases(of: "Node.js") == ["nodejs"])
    #expect(vocabulary.aliases(of: "Chess").isEmpty)
  }

  @Test func theUsersRowsExtendAndOverrule() {
    let vocabulary = Vocabulary([
      "Support = sumo\nDocumentation = docs, mdn\nGo = golang",
      "Documentation = handbook\nLearning = mdn\nGolang = go\nsupport = ",
    ])
    #expect(vocabulary.canonical("handbook") == "Documentation")
    #expect(vocabulary.canonical("docs") == "Documentation")
    #expect(vocabulary.canonical("mdn") == "Learning")
    #expect(vocabulary.aliases(of: "Documentation") == ["docs", "handbook"])
    #expect(vocabulary.canonical("GO") == "Golang")
    #expect(vocabulary.canonical("sumo") == "support")
    #expect(vocabulary.preferred == ["support", "Documentation", "Learning", "Golang"])
  }

  @Test func cyclesEndInTheLastRow() {
    let vocabulary = Vocabulary(["A1 = B1\nB1 = C1\nC1 = A1"])
    #expect(["A1", "B1", "C1"].map(vocabulary.canonical) == ["C1", "B1", "C1"])
    #expect(vocabulary.preferred == ["B1", "C1"])
  }

  @Test func commentsAndHashesAreToldApart() {
    let vocabulary = Vocabulary(["# all of it\nC# = csharp # not Java\n\tF#=fsharp\t# tabs too\r\n"])
    #expect(vocabulary.canonical("csharp") == "C#")
    #expect(vocabulary.canonical("fsharp") == "F#")
    #expect(vocabulary.aliases(of: "C#") == ["csharp"])
    #expect(vocabulary.problems.isEmpty)
  }

  @Test func linesThatCannotBeReadAreReportedAndTheOthersCount() {
    let long = String(repeating: "x", count: 200)
    let vocabulary = Vocabulary(["", "Go = golang\njust words\n = alias\nLong = \(long)\n\nRust = rustlang"])
    #expect(
      vocabulary.problems == [
        .init(text: 1, line: 2, reason: .noEqualsSign), .init(text: 1, line: 3, reason: .noPreferredWord),
        .init(text: 1, line: 4, reason: .tooLong),
      ])
    #expect(vocabulary.canonical("rustlang") == "Rust")
    #expect(vocabulary.canonical("golang") == "Go")
  }
}
