import ArgumentParser
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

      Examples:
        mentoring find area:localization lang:de
        mentoring find 'near:Berlin open:yes "style guide"' --sort fair --limit 5
        mentoring find -team:support --json | jq .total

      Exits with 1 if nobody matches.
      """)

  enum Format { case text, json, tabs }

  @Argument(parsing: .allUnrecognized, help: "What to look for; nothing lists everybody.")
  var query: [String] = []

  @Option(help: "At most so many.")
  var limit: Int?

  @Option(
    help: "match, name, title, location, group, interest, availability, changed, team or fair; else that of the view.")
  var sort: String?

  @Option(help: "A view saved in the screens (M); what else is asked narrows it.")
  var view: String?

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "Tab-separated, with a heading.")
  var tsv = false

  @OptionGroup var place: LibraryOptions

  func validate() throws {
    if let sort, SortKey(rawValue: sort) == nil {
      let orders = SortKey.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no order “\(sort)”: take \(orders)")
    }
    guard limit ?? 1 > 0 else { throw ValidationError("--limit takes a number from 1 on") }
    guard !(json && tsv) else { throw ValidationError("--json and --tsv exclude each other") }
    try QueryArguments.checkOptions(query)
  }

  func run() throws {
    try Failure.reported {
      let saved = try view.map { try ViewsFile(environment: .current()).view(named: $0) }
      try Self.list(
        try place.library(), query, narrowing: saved?.query ?? Query(), limit: limit,
        sort: sort.flatMap(SortKey.init(rawValue:)) ?? saved?.sort ?? .match,
        format: json ? .json : tsv ? .tabs : .text)
    }
  }

  /// Prints the matches; throws the status of an empty answer.
  static func list(
    _ library: any MentorLibrary, _ words: [String], narrowing view: Query = Query(), limit: Int?, sort: SortKey,
    format: Format
  ) throws {
    let arguments = QueryArguments(words, in: library.index)
    try arguments.check()
    let session = SearchSession(library.index)
    let result = session.search(view.isEmpty ? arguments.query : Query(view.text + " " + arguments.query.text))
    for note in arguments.notes + result.notes { Talk.say(note) }
    let day = WallClock.of(.current()).now.day
    let found = session.mentors(0..<min(limit ?? .max, result.total), sort: sort, day: day)
    switch format {
    case .text:
      let width = min(200, max(60, Output.columns ?? RunEnvironment.current().columns ?? 119))
      let rows = found.map { PlainText.row($0, in: library.index, width: width) }
      if !rows.isEmpty { try Output.print(rows.joined(separator: "\n")) }
    case .tabs:
      let rows = try mentors(found, library).map { PlainText.tabRow($0) }
      try Output.print(([PlainText.tabColumns.joined(separator: "\t")] + rows).joined(separator: "\n"))
    case .json:
      let mentors = try mentors(found, library).map { JSONValue.object($0.summaryJSON) }
      let answer: JSONValue = ["total": .int(result.total), "mentors": .array(mentors)]
      try Output.print(answer.text(indented: true))
    }
    try library.checkFound(result.total)
  }

  private static func mentors(_ found: [Int], _ library: any MentorLibrary) throws -> [Mentor] {
    try found.compactMap { try library.mentor(library.index.id(of: $0)) }
  }
}
