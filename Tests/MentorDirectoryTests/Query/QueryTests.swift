import Testing

@testable import MentorDirectory

@Suite struct QueryTests {
  @Test func readsWordsFiltersAndExactWords() {
    let query = Query(#"pontoon area:localization -team:Support lang:de near:Berlin open:yes title:lead "style guide""#)
    #expect(query.terms == [Query.Term("pontoon"), Query.Term("style guide", kind: .exact)].compactMap { $0 })
    #expect(query[.area].included == ["localization"])
    #expect(query[.team].excluded == ["Support"])
    #expect(query[.language].included == ["de"])
    #expect(query[.title].included == ["lead"])
    #expect(query.near == ["Berlin"])
    #expect(query.isOpen == true)
  }

  @Test func writesACanonicalForm() {
    let query = Query(#"open:no lang:"Modern Greek" rust -"old words" area:Coding area:Support all:area"#)
    #expect(
      query.text == #"rust -"old words" area:Coding area:Support all:area language:"Modern Greek" open:no"#)
  }

  @Test(arguments: [
    (#"say "hello there"#, #"say "hello there""#, "a quote is not closed; read as \"hello there\" to the end"),
    ("area: rust", "rust", "area: names no value; left out"),
    ("open:perhaps", "", "open: takes yes or no; left out"),
    ("all:nothing", "", "all: takes the name of a facet; left out"),
  ])
  func saysHowItReadDoubtfulParts(text: String, means: String, note: String) {
    let reading = QueryReader.read(text)
    #expect(reading.query.text == means)
    #expect(reading.notes == [note])
  }

  @Test(arguments: [
    "-", "--", "\"", "\"\"", ":", "area", "a:b", "http://x.example/a:b", "-\"", "~", "a~", "a~~", "\\", "\"\\",
    "C++ C# .NET",
  ])
  func readsAnythingAndReadsItsOwnWritingBack(text: String) {
    let query = Query(text)
    #expect(Query(query.text) == query)
  }

  @Test func keepsWordsWithColonsThatNameNoField() {
    #expect(Query("std::vector").terms == [Query.Term("std::vector")].compactMap { $0 })
  }

  /// Query → text → query loses nothing, whatever the panes, chips and saved views put into it.
  @Test(arguments: 0..<40)
  func textAndQueryConvertWithoutLoss(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let scalars = Array("abz09~ \"\\:-/,;'()äß日本עב+#*\u{301}").map { String($0) }
    func value() -> String {
      (0..<Int.random(in: 1...9, using: &random)).map { _ in random.pick(scalars) }.joined().cleanedLine()
    }
    for _ in 0..<50 {
      var query = Query()
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let term = Query.Term(
          value(), kind: random.pick([.word, .exact, .similar]), field: random.pick([.anywhere, .name]),
          isNegated: Bool.random(using: &random))
        if let term { query.terms.append(term) }
      }
      for facet in random.some(FacetName.allCases, upTo: 4) {
        let values = Set((0..<4).map { _ in value() }.filter { !$0.isEmpty }).sorted()
        query[facet] = Query.Choice(
          included: Array(values.prefix(2)), excluded: Array(values.dropFirst(2)),
          matchesAll: Bool.random(using: &random))
      }
      query.near = Set((0..<2).map { _ in value() }.filter { !$0.isEmpty }).sorted()
      query.isOpen = random.pick([nil, true, false])
      #expect(Query(query.text) == query, "\(query.text)")
      let view = SavedView(name: "view", query: query, sort: random.pick(SortKey.allCases))
      let written = JSONReader.read(JSONValue.object(view.json).text()).value?.object
      #expect(written.flatMap(SavedView.init(json:)) == view)
    }
  }
}
