import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory

/// `mentoring source list`
struct SourceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the sources, with what came of them and when.",
    discussion: """
      Examples:
        mentoring source list
        mentoring source list --problems
        mentoring source list sign-ups --json

      Exits with 1 if there are none.
      """)

  @Argument(help: "Only these.")
  var names: [String] = []

  @Flag(help: "With what could not be read, and what to do about it.")
  var problems = false

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current(), registry = workplace.registry
      let registered = try names.isEmpty ? registry.sources() : names.map { try registry.meant(by: $0) }
      let cache = try Cache(workplace, progress: ProgressLine(isShown: workplace.environment.errorIsTerminal))
      let known = Dictionary(
        try cache.use { try $0.sources() }.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
      let now = workplace.clock.now
      let lines = try registered.map { source in
        var line = SourceLine(
          source: source, summary: known[source.name],
          problems: problems || json ? try cache.use { try $0.problems(ofSource: source.name) } : [], now: now)
        if json { try cache.use { try line.addOutcome(from: $0) } }
        return line
      }
      if json {
        let answer: JSONValue = ["sources": .array(lines.map(\.json))]
        try Output.print(answer.text(indented: true))
      } else if !lines.isEmpty {
        try Output.print(lines.map(\.text).joined(separator: "\n"))
      }
      if lines.isEmpty {
        throw Failure("No source is set up yet. `mentoring source add ADDRESS` adds one.", .nothingFound)
      }
    }
  }
}

/// One source as it is told.
private struct SourceLine {
  let source: RegisteredSource
  let summary: SourceSummary?
  let problems: [StoredProblem]
  let now: Timestamp
  private var changes: SourceChanges?
  private var verdicts: [(word: String, pages: Int)] = []

  init(source: RegisteredSource, summary: SourceSummary?, problems: [StoredProblem], now: Timestamp) {
    self.source = source
    self.summary = summary
    self.problems = problems
    self.now = now
  }

  /// Whom the last sync changed, and what the pages were found to be.
  mutating func addOutcome(from store: DirectoryStore) throws {
    changes = try summary?.sync.map { try store.changes(ofSource: source.name, since: $0.started) }
    verdicts = try store.verdicts(ofSource: source.name)
  }

  var text: String {
    var parts = [source.kind.isEmpty ? summary?.source.kind ?? "files" : source.kind]
    if let summary, summary.wasRead {
      parts.append(counted(summary.mentors, "mentor"))
      parts.append((source.net == nil ? "imported " : "read ") + age(of: summary.imported))
      if summary.problems > 0 { parts.append(counted(summary.problems, "problem")) }
    } else {
      parts.append("never read")
    }
    if let net = source.net {
      if !net.isEnabled { parts.append("off") } else if let every = net.every { parts.append("every \(every.text)") }
    }
    var lines = ["\(source.name)  \(parts.joined(separator: " · "))"]
    lines += (source.net.map { [$0.address] } ?? source.paths).map { "  \($0)" }
    if let failure = summary?.sync?.failure { lines.append("  last sync failed: \(Sentence.of(failure))") }
    lines += problems.map { "  - \(Sentence.of($0))" }
    return lines.joined(separator: "\n").cleanedText(limit: 200_000)
  }

  private func age(of moment: Timestamp) -> String {
    let seconds = max(0, now.seconds - moment.seconds)
    switch seconds {
    case ..<90: return "just now"
    case ..<5400: return "\(seconds / 60) min ago"
    case ..<172_800: return "\(seconds / 3600) h ago"
    default: return "\(seconds / 86_400) days ago"
    }
  }

  /// More keys may come, none of these goes away.
  var json: JSONValue {
    var object: JSONObject = ["name": .string(source.name), "kind": .string(source.kind)]
    if let net = source.net {
      for (key, value) in [
        ("address", JSONValue.string(net.address)), ("every", net.every.map { .string($0.text) } ?? .null),
        ("enabled", .bool(net.isEnabled)), ("allowPrivate", .bool(net.allowsPrivate)),
        ("keepRestricted", .bool(net.keepsRestricted)), ("followLinks", .bool(net.followsLinks)),
        ("group", .string(net.group)), ("scope", .string(net.scopeNote)),
      ] { object.append(key, value) }
    } else {
      object.append("paths", .strings(source.paths))
    }
    var mapping = JSONObject()
    for (column, field) in source.mapping.sorted(by: { $0.key < $1.key }) { mapping.append(column, .string(field)) }
    object.append("mapping", .object(mapping))
    object.append("mentors", .int(summary?.mentors ?? 0))
    object.append("pages", .int(summary?.pages ?? 0))
    object.append("read", summary.flatMap { $0.wasRead ? .string($0.imported.text) : nil } ?? .null)
    object.append("lastSync", summary?.sync.map(\.json) ?? .null)
    object.append("changes", changes.map(\.json) ?? .null)
    object.append(
      "verdicts", .array(verdicts.map { ["verdict": .string($0.word), "pages": .int($0.pages)] }))
    object.append(
      "problems",
      .array(
        problems.map { problem in
          let sentence: JSONValue = .string(Sentence.of(problem))
          return ["address": .string(problem.file), "problem": sentence]
        }))
    return .object(object)
  }
}

extension SourceChanges {
  fileprivate var json: JSONValue { ["new": .strings(new), "changed": .strings(changed), "gone": .strings(gone)] }
}

extension StoredSync {
  fileprivate var json: JSONValue {
    [
      "started": .string(started.text), "ended": .string(ended.text), "new": .int(new), "changed": .int(changed),
      "gone": .int(gone), "failed": .int(failed), "problem": failure.map { .string(Sentence.of($0)) } ?? .null,
    ]
  }
}
