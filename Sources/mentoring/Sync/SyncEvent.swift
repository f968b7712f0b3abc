import MentorDirectory

/// What happens in a sync, as whoever follows it learns it.
///
/// `mentoring sync --json`, and `mentoring sync` where it writes to no terminal, prints one JSON object per line. Each
/// has "event"; more events and more keys may come, none of these goes away.
///
/// ```
/// {"event": "start", "sources": ["sign-ups", "wiki"], "at": "2026-05-01T09:30:00Z"}
/// {"event": "source", "source": "sign-ups", "kind": "sheet", "address": "https://…"}
/// {"event": "progress", "source": "sign-ups", "done": 12, "total": 230, "current": "https://…", "problems": 1,
///  "perSecond": 4.5, "secondsLeft": 48}          at most four a second for each source; secondsLeft is null while unknown
/// {"event": "problem", "source": "sign-ups", "address": "https://…", "problem": "a sentence"}
/// {"event": "source-done", "source": "sign-ups", "state": "done", "new": 3, "changed": 1, "gone": 0, "failed": 2,
///  "problem": null}          state: done, failed (problem says why and what to do), cancelled; failed counts pages
/// {"event": "done", "state": "done", "new": 3, "changed": 1, "gone": 0, "failed": 2, "failedSources": []}
/// ```
/// The counts are people, each once, whatever the single steps of the sync did; a person in two sources counts in both.
enum SyncEvent: Equatable, Sendable {
  case start(sources: [String], at: Timestamp)
  case source(String, kind: String, address: String)
  case progress(SyncPace)
  case problem(source: String, address: String, sentence: String)
  case sourceDone(SourceResult)
  case done(SyncResult)

  var json: JSONValue {
    switch self {
    case .start(let sources, let moment):
      ["event": .string("start"), "sources": .strings(sources), "at": .string(moment.text)]
    case .source(let name, let kind, let address):
      ["event": .string("source"), "source": .string(name), "kind": .string(kind), "address": .string(address)]
    case .progress(let pace):
      [
        "event": .string("progress"), "source": .string(pace.source), "done": .int(pace.done),
        "total": .int(pace.total), "current": .string(pace.current), "problems": .int(pace.problems),
        "perSecond": .double((pace.perSecond * 10).rounded() / 10),
        "secondsLeft": pace.secondsLeft.map { .int($0) } ?? .null,
      ]
    case .problem(let source, let address, let sentence):
      [
        "event": .string("problem"), "source": .string(source), "address": .string(address),
        "problem": .string(sentence),
      ]
    case .sourceDone(let result):
      .object(
        JSONObject(
          event: "source-done", state: result.state, counts: result.counts,
          [("source", .string(result.source)), ("problem", result.problem.map { .string($0) } ?? .null)]))
    case .done(let result):
      .object(
        JSONObject(
          event: "done", state: result.state, counts: result.counts,
          [("failedSources", .strings(result.failures.map(\.source)))]))
    }
  }
}

extension JSONObject {
  fileprivate init(event: String, state: SyncState, counts: SyncCounts, _ more: [(String, JSONValue)]) {
    self = ["event": .string(event), "state": .string(state.rawValue)]
    for (key, count) in [
      ("new", counts.new), ("changed", counts.changed), ("gone", counts.gone), ("failed", counts.failed),
    ] { append(key, .int(count)) }
    for (key, value) in more { append(key, value) }
  }
}

enum SyncState: String, Sendable {
  case done, failed, cancelled
}

struct SyncCounts: Equatable, Sendable {
  var new = 0
  var changed = 0
  var gone = 0
  /// Pages that gave nothing.
  var failed = 0

  static func + (a: SyncCounts, b: SyncCounts) -> SyncCounts {
    SyncCounts(
      new: a.new + b.new, changed: a.changed + b.changed, gone: a.gone + b.gone, failed: a.failed + b.failed)
  }

  /// "3 new, 1 changed"; "nothing new".
  var text: String {
    let parts = [(new, "new"), (changed, "changed"), (gone, "gone")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
  }
}

/// How the sync of one source ended.
struct SourceResult: Equatable, Sendable {
  var source: String
  var state: SyncState
  var counts = SyncCounts()
  /// Why it failed and what to do, in a sentence.
  var problem: String?
}

/// How a sync ended.
struct SyncResult: Equatable, Sendable {
  var sources: [SourceResult] = []
  var wasCancelled = false

  var counts: SyncCounts { sources.reduce(SyncCounts()) { $0 + $1.counts } }
  var failures: [SourceResult] { sources.filter { $0.state == .failed } }
  var state: SyncState { wasCancelled ? .cancelled : failures.isEmpty ? .done : .failed }
}

/// How far the sync of a source is, and how fast it goes.
struct SyncPace: Equatable, Sendable {
  var source: String
  var done: Int
  var total: Int
  var current: String
  var problems: Int
  var perSecond: Double
  /// Nil as long as nobody can tell.
  var secondsLeft: Int?

  init(source: String, done: Int, total: Int, current: String, problems: Int, elapsed: Duration) {
    self.source = source
    self.done = done
    self.total = max(done, total)
    self.current = current
    self.problems = problems
    let seconds = elapsed / .seconds(1)
    perSecond = seconds > 0 ? Double(done) / seconds : 0
    // The first answers say little of those to come.
    secondsLeft =
      seconds >= 2 && done >= 5 && total > done
      ? Int(min(Double(total - done) / perSecond, 1_000_000).rounded(.up)) : nil
  }
}
