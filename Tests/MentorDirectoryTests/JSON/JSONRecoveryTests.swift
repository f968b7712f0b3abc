import Testing

@testable import MentorDirectory

/// What is left of a list in which somebody made a mistake by hand.
@Suite struct JSONRecoveryTests {
  /// The "n" members of the objects that were read.
  private func names(_ text: String) -> [String] {
    let value = JSONReader.read(text).value
    let list = value?.array ?? value?["mentors"]?.array ?? []
    return list.compactMap { $0["n"]?.string }
  }

  @Test func `a missing comma between members is mended`() throws {
    let text = "[\n  {\n    \"n\": \"Ada\"\n    \"m\": 1\n  }\n]"
    let (value, problems) = JSONReader.read(text)
    #expect(value == .array([.object(["n": .string("Ada"), "m": .number("1")])]))
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.isMended)
    #expect((problem.line, problem.column) == (4, 5))
  }

  @Test(arguments: [
    #"[{"n":"A"} {"n":"B"}]"#, #"[{"n":"A"},{"n":"B"},]"#, #"[{"n":"A",},{"n":"B",}]"#,
    #"[{"n":"A","t":["x" "y"]},{"n":"B"}]"#,
  ]) func `missing and surplus commas cost nothing`(_ text: String) {
    #expect(names(text) == ["A", "B"])
    #expect(!JSONReader.read(text).problems.contains { !$0.isMended })
  }

  @Test(arguments: [
    // a broken member before a list of objects: the nested objects are not taken for records
    #"[{"n":"A"},{"n":oops,"c":[{"n":"x"},{"n":"y"}]},{"n":"B"}]"#,
    // a value missing
    #"[{"n":"A"},{"n":,"c":[{"n":"x"}]},{"n":"B"}]"#,
    // a string that is not closed
    "[\n {\"n\":\"A\"},\n {\"n\":\"oops},\n {\"n\":\"B\"}\n]",
    // a closing bracket missing
    "[\n {\"n\":\"A\"},\n {\"n\":\"x\",\"t\":[1,2},\n {\"n\":\"B\"}\n]",
    // a closing brace missing, the next record on a line of its own
    "[\n {\"n\":\"A\"},\n {\"m\": {\"n\":\"x\",\n {\"n\":\"B\"}\n]",
    // single quotes, comments, stray words
    #"[{"n":"A"},{'n':'x'},{"n":"B"}]"#, #"[{"n":"A"}, // note"# + "\n" + #"{"n":"B"}]"#,
    #"[{"n":"A"}, oops {"n":"B"}]"#,
    #"{"total":2,"mentors":[{"n":"A"},{"n":tru},{"n":"B"}]}"#,
  ]) func `a mistake costs its record only`(_ text: String) {
    #expect(names(text) == ["A", "B"])
    #expect(JSONReader.read(text).problems.contains { !$0.isMended })
  }

  @Test func `a file that ends too early keeps its complete records`() throws {
    let (value, problems) = JSONReader.read("[{\"n\":\"A\"},\n{\"n\":\"B\"},\n{\"n\":\"C")
    #expect(value?.array?.count == 2)
    #expect(problems.contains { $0.line == 3 })
  }

  @Test func `a broken list inside a single record leaves the members after it`() {
    let (value, problems) = JSONReader.read(#"{"t":[1 2],"n":"A"}"#)
    #expect(value?["n"]?.string == "A")
    #expect(problems.count == 1)
  }

  @Test func `objects know their line, also after a recovery`() {
    let (value, _) = JSONReader.read("[\n{\"n\":\"A\"},\n{\"n\": oops\n},\n\n{\"n\":\"B\"}]")
    #expect(value?.array?.compactMap { $0.object?.line } == [2, 6])
  }

  @Test(.timeLimit(.minutes(1))) func `hostile text takes linear time`() {
    _ = JSONReader.read("[" + String(repeating: "{\"a\":[", count: 300_000))
    _ = JSONReader.read("[" + String(repeating: "{\"n\":oops", count: 300_000))
    _ = JSONReader.read("[" + String(repeating: "{\"n\":oops},", count: 200_000) + "]")
  }
}
