import ArgumentParser
import DirectoryStore
import DirectorySync
import Host
import MentorDirectory

/// `mentoring import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add mentors from files: sheets, lists, pages, folders of pages.",
    discussion: """
      The kind of a file is found out by looking into it. Importing a file again brings its mentors up to date; the \
      same person from several files becomes one mentor, if an address, a profile or an e-mail says so.

      Kinds: \(SourceKind.ofFiles.map(\.rawValue).joined(separator: ", ")). Fields for --map: \
      \(FieldMapping.fieldNames.joined(separator: ", ")).

      Examples:
        mentoring import mentors.csv volunteers.yaml
        mentoring import sign-ups.csv --name "sign-up sheet" \\
            --map "interests=What can you teach?"

      Exits with 3 if a file could not be read, or no mentor came of it.
      """)

  @Argument(help: "Files and folders.", completion: .file())
  var files: [String]

  @Option(name: .customLong("as"), help: "What the files are, if looking into them is not enough.")
  var kind: String?

  @Option(name: .customLong("map"), help: "What a column or key means, as FIELD=COLUMN. Repeatable.")
  var mappings: [String] = []

  @Option(help: "Name of the source; all files belong to it. Without it each file is a source of its own.")
  var name: String?

  @Flag(help: "The summary as JSON.")
  var json = false

  func validate() throws {
    if let kind, !SourceKind.ofFiles.map(\.rawValue).contains(kind) {
      let kinds = SourceKind.ofFiles.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no kind “\(kind)”: take \(kinds)")
    }
    if let bad = mappings.first(where: { FieldMapping($0) == nil }) {
      let fields = FieldMapping.fieldNames.joined(separator: ", ")
      throw ValidationError("--map takes FIELD=COLUMN, not “\(bad)”; FIELD is one of \(fields)")
    }
    if let name, name.cleanedLine().isEmpty { throw ValidationError("--name takes a name") }
  }

  func run() throws {
    try Failure.reported {
      let environment = RunEnvironment.current()
      let workplace = try Workplace(environment: environment, resources: try Resources())
      var run = try ImportRunner(
        workplace, progress: ProgressLine(isShown: environment.errorIsTerminal && !json),
        cancellation: Cancellation.onInterrupt())
      let groups = name == nil ? files.map { [$0] } : [files]
      do {
        for paths in groups { try run.add(paths, name: name, kind: kind.flatMap(SourceKind.init), mappings: mappings) }
      } catch {
        try stop(after: run.summary, because: error)
      }
      run.prepareIndex()
      try Output.print(json ? run.summary.json.text(indented: true) : run.summary.text)
      if let problem = run.summary.failure { throw problem }
    }
  }

  /// What was stored before stays, and is told.
  private func stop(after summary: ImportSummary, because error: any Error) throws -> Never {
    guard !summary.sources.isEmpty else { throw error }
    try Output.print(json ? summary.json.text(indented: true) : summary.text)
    guard case StoreError.cancelled = error else { throw error }
    throw Failure("Cancelled. What is listed above was stored, the rest was not.", .cancelled)
  }
}
