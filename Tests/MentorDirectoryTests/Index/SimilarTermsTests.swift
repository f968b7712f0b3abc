import Testing

@testable import MentorDirectory

/// Looking a mistyped word up finds what looking at every term finds.
@Suite struct SimilarTermsTests {
  @Test(arguments: 0..<12)
  func findsWhatAScanOfAllTermsFinds(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    // Few letters, so that words are close to each other; some of them of several bytes.
    let letters = seed % 3 == 0 ? ["a", "b", "й", "字"] : ["a", "b", "c"]
    func word(_ lengths: ClosedRange<Int>) -> String {
      (0..<Int.random(in: lengths, using: &random)).map { _ in random.pick(letters) }.joined()
    }
    let texts = (0..<200).map { _ in word(1...7) }
    let mentors = texts.enumerated().map { number, text in
      var mentor = Mentor(id: MentorID("m\(number)"), name: "n")
      mentor.interests = [text]
      return mentor
    }
    let index = try IndexTests.index(mentors.inDisplayOrder())
    let similar = SimilarTerms(index)
    for _ in 0..<200 {
      let typed = Array(word(1...8).utf8)
      let scanned = (0..<index.termCount).filter { term in
        typed.withUnsafeBufferPointer { EditDistance.isWithinOne(index.terms.bytes(of: term), $0) }
      }
      #expect(similar.terms(like: typed, .whole) == scanned, "\(String(decoding: typed, as: UTF8.self))")
      let begun = (0..<index.termCount).filter { term in
        typed.withUnsafeBufferPointer { EditDistance.isBeginningWithinOne(typed: $0, of: index.terms.bytes(of: term)) }
      }
      #expect(similar.terms(like: typed, .beginning) == begun, "\(String(decoding: typed, as: UTF8.self))")
    }
  }

  @Test(
    "A mistake is forgiven wherever it stands",
    arguments: [
      "ocalization", "xocalization", "olcalization", "llocalization", "lcoalization", "locXlization", "localizatiom",
    ])
  func everywhere(typed: String) throws {
    let session = try IndexTests.session([
      IndexTests.named("Ada Quill") { $0.interests = ["localization"] }, IndexTests.named("Bo Reed"),
    ])
    #expect(IndexTests.names(session, typed) == ["Ada Quill"])
    #expect(IndexTests.names(session, typed + "~") == ["Ada Quill"])
  }
}
