import ArgumentParser
import Foundation
import Host
import MentorDirectory

/// `mentoring find`
struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the mentors that match.",
    discussion: """
      The query is that of the screens: words, "exact words", -not, similar~, and filters such as area:localization, \
      -team:support, lang:de, location:Germany/Berlin, near:Berlin, open:yes, title:lead, name:ada. Values of one \
      filter widen each other, everything else narrows.

      Exits with 1 if nobody matches.
      """)

  enum Format { case text, json, tabs }

  @Argument(parsing: .allUnrecognized, help: "What to look for; nothing lists everybody.")
  var query: [String] = []

  @Option(help: "At most so many.")
  var limit: Int?

  @Option(help: "match, name, title, location, group, interest, availability, changed, team or fair.")
  var sort: String = SortKey.match.rawValue

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "Tab-separated, with a heading.")
  var tsv = false

  @OptionGroup var place: LibraryOptions

  func validate() throws {
    guard SortKey(rawValue: sort) != nil else {
      throw ValidationError("there is no order “\(sort)”: take \(SortKey.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard limit ?? 1 > 0 else { throw ValidationError("--limit takes a number from 1 on") }
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("there is no option \(option)") }
  }

  func run() throws {
    try Failure.reported {
      try Self.list(
        try place.library(), QueryArguments(query), limit: limit, sort: SortKey(rawValue: sort) ?? .match,
        format: json ? .json : tsv ? .tabs : .text)
    }
  }

  /// Prints the matches; throws the status of an empty answer.
  static func list(
    _ library: any MentorLibrary, _ arguments: QueryArguments, limit: Int?, sort: SortKey, format: Format
  ) throws {
    let session = SearchSession(library.index)
    let result = session.search(arguments.query)
    for note in arguments.notes + result.notes { Talk.say(note) }
    let day = WallClock.system.now.day
    let found = session.mentors(0..<min(limit ?? .max, result.total), sort: sort, day: day)
    switch format {
    case .text:
      let width = min(200, max(60, RunEnvironment.current().columns ?? 119))
      for mentor in found { print(PlainText.row(mentor, in: library.index, width: width)) }
    case .tabs:
      print(PlainText.tabColumns.joined(separator: "\t"))
      try each(found, library) { print(PlainText.tabRow($0)) }
    case .json:
      var mentors: [JSONValue] = []
      try each(found, library) { mentors.append(.object($0.summaryJSON)) }
      print(JSONValue.object(["total": .int(result.total), "mentors": .array(mentors)]).text(indented: true))
    }
    if result.total == 0 { throw Failure("", .nothingFound) }
  }

  private static func each(_ found: [Int], _ library: any MentorLibrary, _ body: (Mentor) -> Void) throws {
    for mentor in found { if let mentor = try library.mentor(library.index.id(of: mentor)) { body(mentor) } }
  }
}
