import Testing

@testable import MentoringApp

@Suite struct FuzzyMatchTests {
  @Test(arguments: [
    ("nm", "next-mentor", [0, 5]), ("sort n", "sort name", [0, 1, 2, 3, 5]), ("ÉX", "exclude", [0, 1]),
    ("", "anything", []), ("pd", "half-page-down", [5, 10]), ("th hi", "theme high-contrast", [0, 1, 6, 7]),
    ("a", "half-page-any", [10]), ("them", "theme mono", [0, 1, 2, 3]), ("ab", "axb ab", [4, 5]),
  ])
  func startsOfWordsAndNeighboursArePreferred(wanted: String, text: String, places: [Int]) {
    #expect(FuzzyMatch(wanted, in: text)?.places == places)
  }

  @Test(arguments: [("ts", "sort"), ("x", ""), ("sorts", "sort"), ("q", "search")])
  func lettersOutOfOrderDoNotFit(wanted: String, text: String) { #expect(FuzzyMatch(wanted, in: text) == nil) }

  @Test(arguments: [
    ("sort", "sort", "sort-values"), ("nm", "next-mentor", "down-mentor"), ("un", "undo", "bottom-run"),
    ("qu", "quit", "square-up"),
  ])
  func theBetterFitHasTheHigherScore(wanted: String, better: String, worse: String) throws {
    let good = try #require(FuzzyMatch(wanted, in: better)), bad = try #require(FuzzyMatch(wanted, in: worse))
    #expect(good.score > bad.score)
  }

  @Test func everyFoundCharacterIsOneThatWasAskedFor() {
    var random = Random(seed: 7)
    for _ in 0..<300 {
      let characters = (0..<20).compactMap { _ in "abcdé -水".randomElement(using: &random) }, text = String(characters)
      let picked = characters.indices.filter { _ in Bool.random(using: &random) }
      let wanted = String(picked.map { characters[$0] })
      let places = FuzzyMatch(wanted, in: text)?.places
      #expect(places?.count == wanted.count(where: { !$0.isWhitespace }))
      #expect(places?.sorted() == places)
    }
  }
}
