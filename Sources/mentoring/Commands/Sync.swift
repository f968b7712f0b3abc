import ArgumentParser
import DirectoryStore
import DirectorySync
import Fetching
import Host
import MentorDirectory

/// `mentoring sync`
struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the directory up to date with the sources on the net.",
    discussion: """
      Pages that have not changed cost one short question each. A source that cannot be reached keeps its mentors; a \
      mentor whose page has been gone for days is marked, and left out after a month. Ctrl-C stops, and keeps what was \
      read.

      On a terminal it shows how far it is; elsewhere, and with --json, it prints one JSON object per line and event.

      Examples:
        mentoring sync
        mentoring sync sign-ups wiki
        */30 * * * *  mentoring sync --due >/dev/null        in a crontab

      Exits with 3 if a source failed, 4 if it was cancelled, 1 if there is no source to sync.
      """)

  @Argument(help: "Only these sources.")
  var sources: [String] = []

  @Flag(help: "One JSON object per line and event.")
  var json = false

  @Flag(help: "Only sources whose time has come: `mentoring source set NAME every 12h`.")
  var due = false

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current()
      let environment = workplace.environment
      let chosen = try setups(workplace)
      let result = try SyncLock.holding(workplace) { try sync(chosen, workplace, environment) }
      if result.wasCancelled { throw Failure("Cancelled; what was read is kept.", .cancelled) }
      let failures = result.failures.map { "“\($0.source)” failed. \($0.problem ?? "")" }
      if !failures.isEmpty { throw Failure(failures.joined(separator: "\n")) }
    }
  }

  private func sync(
    _ chosen: [SourceSetup], _ workplace: Workplace, _ environment: RunEnvironment
  ) throws -> SyncResult {
    let isJSON = json || !environment.outputIsTerminal
    let line = ProgressLine(isShown: environment.errorIsTerminal && !isJSON, after: .milliseconds(300))
    let output = SyncOutput(isJSON: isJSON, line: line)
    let cancellation = Cancellation.onInterrupt()
    let cache = try Cache(workplace, progress: line, cancellation: cancellation)
    let store = try cache.use { $0 }
    if store.isReadOnly { throw StoreError.readOnly(path: store.path) }
    try Self.clearAway(notIn: workplace.registry, store, now: workplace.clock.now)
    let clock = workplace.clock
    let reader = SourceReader(client: WebClient(.of(environment)), tables: cache.tables, now: clock.now)
    let runner = SyncRunner(store: store, clock: clock) { source, known, report, step in
      try await reader.read(source, known: known, report: report, step: step)
    } emit: {
      output.emit($0)
    }
    let due = due ? try Self.due(chosen, store, now: clock.now) : chosen
    let result = try Blocking.run {
      let clock = Task {
        while true {
          try await Task.sleep(for: .milliseconds(500))
          output.tick()
        }
      }
      defer { clock.cancel() }
      return try await cancellation.cancelling { await runner.run(due) }
    }
    // Cancelling leaves the index to the next start.
    if !result.wasCancelled {
      _ = try? Snapshot.index(of: cache, in: workplace, progress: line, cancellation: cancellation)
    }
    output.emit(.done(result))
    return result
  }

  /// The sources that are meant, before anything is asked or locked.
  private func setups(_ workplace: Workplace) throws -> [SourceSetup] {
    let keys = SourceKeys(workplace.environment)
    guard sources.isEmpty else {
      var seen: Set<String> = []
      return try sources.compactMap { name in
        let source = try workplace.registry.meant(by: name)
        guard let setup = SourceSetup(source, keys: keys) else {
          throw Failure("“\(source.name)” comes from files; `mentoring import` brings it up to date.", .usage)
        }
        return seen.insert(source.name).inserted ? setup : nil
      }
    }
    let all = try workplace.registry.sources().compactMap { SourceSetup($0, keys: keys) }
    guard !all.isEmpty else {
      throw Failure("There is no source on the net yet. `mentoring source add ADDRESS` adds one.", .nothingFound)
    }
    let enabled = all.filter(\.isEnabled)
    guard !enabled.isEmpty else {
      throw Failure("All sources are off. `mentoring source set NAME enabled yes` turns one on.", .nothingFound)
    }
    return enabled
  }

  /// What a removal that was cut short has left.
  private static func clearAway(notIn registry: SourceRegistry, _ store: DirectoryStore, now: Timestamp) throws {
    let known = Set(try registry.sources().map(\.name))
    for summary in try store.sources() where summary.sync != nil && !known.contains(summary.source.name) {
      _ = try store.remove(source: summary.source.name, now: now)
    }
  }

  private static func due(
    _ setups: [SourceSetup], _ store: DirectoryStore, now: Timestamp
  ) throws -> [SourceSetup] {
    var last: [String: Timestamp] = [:]
    for summary in try store.sources() { last[summary.source.name] = summary.sync?.ended }
    return setups.filter { setup in setup.every?.isDue(last: last[setup.source.name], now: now) ?? false }
  }
}
