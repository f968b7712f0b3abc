import ArgumentParser
import DirectoryStore
import DirectorySync
import Foundation
import Host
import MentorDirectory

/// `mentoring import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add mentors from files: sheets, lists, pages, folders of pages.",
    discussion: """
      The kind of a file is found out by looking into it. Importing a file again brings its mentors up to date; the \
      same person from several files becomes one mentor, if an address, a profile or an e-mail says so.

      Kinds: \(SourceKind.allCases.map(\.rawValue).joined(separator: ", ")). Fields for --map: \
      \(FieldMapping.fieldNames.joined(separator: ", ")).

      Example: mentoring import sign-ups.csv --map "interests=What can you teach?" --name "sign-up sheet"
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
    if let kind, SourceKind(rawValue: kind) == nil {
      throw ValidationError("there is no kind “\(kind)”: take \(SourceKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let bad = mappings.first(where: { FieldMapping($0) == nil }) {
      throw ValidationError("--map takes FIELD=COLUMN, not “\(bad)”; FIELD is one of \(FieldMapping.fieldNames.joined(separator: ", "))")
    }
    if let name, name.cleanedLine().isEmpty { throw ValidationError("--name takes a name") }
  }

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace(environment: .current(), resources: try Resources())
      let progress = ProgressLine(isShown: RunEnvironment.current().errorIsTerminal && !json)
      let cancellation = Cancellation.onInterrupt()
      var run = ImportCommandRun(workplace: workplace, progress: progress, cancellation: cancellation)
      let groups = name == nil ? files.map { [$0] } : [files]
      for paths in groups { try run.add(paths, name: name, kind: kind.flatMap(SourceKind.init), mappings: mappings) }
      progress.clear()
      print(json ? run.summary.json.text(indented: true) : run.summary.text)
      if run.summary.isEmpty { throw Failure("", run.summary.skipped.isEmpty ? .nothingFound : .trouble) }
    }
  }
}

/// What an import did, over all its sources.
struct ImportSummary {
  var counts = ImportCounts()
  var skipped: [ImportProblem] = []
  var warnings: [ImportProblem] = []
  var sources: [String] = []

  /// True if no mentor came of it.
  var isEmpty: Bool { counts.new + counts.changed + counts.unchanged == 0 }

  var text: String {
    var lines = ["\(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(skipped.count) skipped"]
    if counts.gone > 0 { lines[0] += ", \(counts.gone) gone" }
    if !sources.isEmpty { lines[0] += "  (\(sources.joined(separator: ", ")))" }
    if !skipped.isEmpty { lines += ["skipped:"] + skipped.map { "  " + $0.place + $0.reason } }
    if !warnings.isEmpty { lines += ["to look at:"] + warnings.map { "  " + $0.place + $0.reason } }
    return lines.joined(separator: "\n")
  }

  var json: JSONValue {
    [
      "new": .int(counts.new), "changed": .int(counts.changed), "unchanged": .int(counts.unchanged),
      "gone": .int(counts.gone), "skipped": .array(skipped.map(\.json)), "warnings": .array(warnings.map(\.json)),
      "sources": .strings(sources),
    ]
  }
}

extension ImportProblem {
  /// "file:12:3: ", as compilers write it.
  fileprivate var place: String {
    file + (line > 0 ? ":\(line)" : "") + (line > 0 && column > 0 ? ":\(column)" : "") + ": "
  }
  fileprivate var json: JSONValue {
    [
      "file": .string(file), "line": line > 0 ? .int(line) : .null, "column": column > 0 ? .int(column) : .null,
      "reason": .string(reason),
    ]
  }
}

/// Reads, stores and registers one source after the other.
struct ImportCommandRun {
  private let workplace: Workplace
  private let progress: ProgressLine
  private let cancellation: Cancellation
  private var opened: (tables: ReferenceTables, store: DirectoryStore)?
  private(set) var summary = ImportSummary()

  init(workplace: Workplace, progress: ProgressLine, cancellation: Cancellation) {
    self.workplace = workplace
    self.progress = progress
    self.cancellation = cancellation
  }

  mutating func add(_ paths: [String], name: String?, kind: SourceKind?, mappings: [String]) throws {
    let now = workplace.clock.now, progress = progress, cancellation = cancellation
    let (tables, store) = try open()
    let sourceName = try name?.cleanedLine(limit: 80) ?? workplace.registry.uniqueName(for: paths[0])
    let importer = Importer(tables: tables)
    let options = Importer.Options(
      kind: kind, mapping: mappings.compactMap { FieldMapping($0) }, name: sourceName, now: now)
    let imported = importer.run(paths, options, progress: { progress.show("reading \($0.file)", $0.done, of: $0.about) }) {
      cancellation.isCancelled
    }
    if imported.wasCancelled { throw StoreError.cancelled }
    summary.skipped += imported.skipped
    summary.warnings += imported.warnings
    // A file that gave nothing does not wipe out what it gave before.
    guard !imported.mentors.isEmpty else { return }
    let absolute = paths.map { FilePath.absolute($0) }
    let counts = try store.apply(
      imported, paths: absolute, now: now, progress: { progress.show("storing", $0.done, of: $0.total) },
      isCancelled: { cancellation.isCancelled })
    summary.counts.new += counts.new
    summary.counts.changed += counts.changed
    summary.counts.unchanged += counts.unchanged
    summary.counts.gone += counts.gone
    summary.sources.append(imported.name)
    try register(imported, paths: absolute, mappings: mappings, now: now)
  }

  private mutating func open() throws -> (ReferenceTables, DirectoryStore) {
    if let opened { return opened }
    try workplace.paths.create()
    let tables = try workplace.tables()
    let made = (tables, try workplace.usableStore(tables))
    opened = made
    return made
  }

  private mutating func register(
    _ imported: ImportedSource, paths: [String], mappings: [String], now: Timestamp
  ) throws {
    let source = RegisteredSource(
      name: imported.name, kind: imported.kind.rawValue, paths: paths,
      mapping: Dictionary(
        mappings.compactMap { text in text.firstIndex(of: "=").map { (String(text[..<$0]), String(text[text.index(after: $0)...])) } },
        uniquingKeysWith: { _, last in last }),
      imported: now)
    for file in try workplace.registry.record(source, files: imported.files) {
      summary.warnings.append(
        ImportProblem(file: file.path, reason: "no copy was kept; the cache can be made anew only while the file stays where it is"))
    }
  }
}
