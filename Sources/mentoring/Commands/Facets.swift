import ArgumentParser
import MentorDirectory

/// `mentoring facets`
struct Facets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count mentors by area, location, group, team …",
    discussion: """
      The counts say what choosing a value would give beside the query. Places count what lies below them. The query \
      is that of `mentoring find`.

      Examples:
        mentoring facets --facet location lang:de
        mentoring facets --json open:yes
      """)

  @Argument(parsing: .allUnrecognized, help: "Count only what matches.")
  var query: [String] = []

  @Option(help: "Only this facet.")
  var facet: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var place: LibraryOptions

  func validate() throws {
    if let facet, FacetName(word: facet) == nil {
      let names = FacetName.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no facet “\(facet)”: take \(names)")
    }
    try QueryArguments.checkOptions(query)
  }

  func run() throws {
    try Failure.reported {
      let library = try place.library()
      let arguments = QueryArguments(query, in: library.index)
      try arguments.check()
      let result = SearchSession(library.index).search(arguments.query)
      for note in arguments.notes + result.notes { Talk.say(note) }
      let facets = facet.flatMap { FacetName(word: $0) }.map { [$0] } ?? FacetName.allCases
      let answer = json ? self.json(result, facets) : text(result, facets)
      if !answer.isEmpty { try Output.print(answer) }
      try library.checkFound(result.total)
    }
  }

  private func json(_ result: SearchResult, _ facets: [FacetName]) -> String {
    let index = result.index
    let list = facets.map { facet -> JSONValue in
      let values = result.values(of: facet).map { value -> JSONValue in
        [
          "value": .string(index.valueName(value)), "path": .strings(index.path(of: value)),
          "count": .int(result.count(of: value)), "chosen": .bool(result.chosen.contains(value)),
          "excluded": .bool(result.excluded.contains(value)),
        ]
      }
      return ["name": .string(facet.rawValue), "values": .array(values)]
    }
    let answer: JSONValue = ["total": .int(result.total), "facets": .array(list)]
    return answer.text(indented: true)
  }

  /// Facets of which nothing is known are left out.
  private func text(_ result: SearchResult, _ facets: [FacetName]) -> String {
    facets.compactMap { facet -> String? in
      let values = facet.isTree ? Array(result.index.valueRange(of: facet)) : result.values(of: facet)
      let shown = values.filter { result.count(of: $0) > 0 || result.chosen.contains($0) }
      guard !shown.isEmpty else { return nil }
      return ([facet.heading] + shown.map { line($0, result) }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// A mark, the count, and the value below those that it belongs to.
  private func line(_ value: Int, _ result: SearchResult) -> String {
    let mark = result.excluded.contains(value) ? "−" : result.chosen.contains(value) ? "●" : " "
    let count = String(result.count(of: value))
    let indent = String(repeating: "  ", count: result.index.depth(of: value))
    let space = String(repeating: " ", count: max(1, 7 - count.count))
    return "\(mark)\(space)\(count)  \(indent)\(result.index.valueName(value))"
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object.append(key, value) }
    self = .object(object)
  }
}
