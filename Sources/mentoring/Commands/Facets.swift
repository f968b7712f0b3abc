import ArgumentParser
import Foundation
import MentorDirectory

/// `mentoring facets`
struct Facets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count mentors by area, location, group, team …",
    discussion: """
      The counts say what choosing a value would give beside the query. Places count what lies below them. The query \
      is that of `mentoring find`.
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
      throw ValidationError("there is no facet “\(facet)”: take \(FacetName.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("there is no option \(option)") }
  }

  func run() throws {
    try Failure.reported {
      let library = try place.library()
      let arguments = QueryArguments(query)
      let result = SearchSession(library.index).search(arguments.query)
      for note in arguments.notes + result.notes { Talk.say(note) }
      let facets = facet.flatMap { FacetName(word: $0) }.map { [$0] } ?? FacetName.allCases
      if json { printJSON(result, facets) } else { printText(result, facets) }
      if result.total == 0 { throw Failure("", .nothingFound) }
    }
  }

  private func printJSON(_ result: SearchResult, _ facets: [FacetName]) {
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
    print(JSONValue.object(["total": .int(result.total), "facets": .array(list)]).text(indented: true))
  }

  private func printText(_ result: SearchResult, _ facets: [FacetName]) {
    let index = result.index
    for (place, facet) in facets.enumerated() {
      if place > 0 { print() }
      print(facet.heading)
      let values = facet.isTree ? Array(index.valueRange(of: facet)) : result.values(of: facet)
      for value in values where result.count(of: value) > 0 || result.chosen.contains(value) {
        let mark = result.excluded.contains(value) ? "−" : result.chosen.contains(value) ? "●" : " "
        let indent = String(repeating: "  ", count: index.depth(of: value))
        let count = String(result.count(of: value))
        print("\(mark)\(String(repeating: " ", count: max(1, 7 - count.count)))\(count)  \(indent)\(index.valueName(value))")
      }
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object.append(key, value) }
    self = .object(object)
  }
}
