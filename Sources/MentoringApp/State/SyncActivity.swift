import MentorDirectory

/// What a running sync tells.
public enum SyncNews: Equatable, Sendable {
  case started([String])
  case source(String, kind: String, address: String)
  /// Requests answered, of how many as far as known, and what is being asked now.
  case progress(String, done: Int, total: Int, current: String)
  case problem(String, SourceProblem)
  /// With why it failed, if it did.
  case sourceDone(String, SourceCounts, problem: SourceProblem? = nil)
  case done(SourceCounts)
  /// Nothing more comes.
  case ended(SyncEnd)
}

/// How a sync ended.
public enum SyncEnd: Equatable, Sendable {
  case finished
  case cancelled
  /// The value is the sentence that says why.
  case failed(String)
}

/// A sync that runs: how far it is, at what pace, and what went wrong so far.
public struct SyncActivity: Equatable, Sendable {
  struct Part: Equatable, Sendable {
    var done = 0, total = 0
    var isOver = false
  }

  /// What is being asked, and by which source.
  struct Request: Equatable, Sendable { var source = "", address = "" }

  /// A problem and the source that has it.
  struct Trouble: Equatable, Sendable {
    var source: String
    var problem: SourceProblem
  }

  let started: Timestamp
  /// Sources in the order in which they come; empty until it is known.
  private(set) var names: [String]
  private(set) var parts: [String: Part] = [:]
  private(set) var current = Request()
  /// The newest of them, bounded.
  private(set) var problems: [Trouble] = []
  private(set) var problemCount = 0
  private(set) var counts = SourceCounts()
  var isCancelling = false

  private static let mostProblems = 200
  private static let mostSources = 10_000

  init(_ names: [String] = [], at started: Timestamp) {
    self.names = names
    self.started = started
  }

  mutating func apply(_ event: SyncNews) {
    switch event {
    case .started(let names): self.names = Array(names.prefix(Self.mostSources))
    case .source(let name, _, let address):
      change(name) { _ in }
      current = Request(source: name, address: address)
    case .progress(let name, let done, let total, let address):
      change(name) { ($0.done, $0.total) = (max(0, done), max(0, done, total)) }
      current = Request(source: name, address: address)
    case .problem(let name, let problem): note(problem, of: name)
    case .sourceDone(let name, let counts, let problem):
      if let problem { note(problem, of: name) }
      change(name) { part in
        part.isOver = true
        part.total = part.done
      }
      self.counts = self.counts + counts
    case .done(let counts): self.counts = counts
    case .ended: break
    }
  }

  private mutating func note(_ problem: SourceProblem, of name: String) {
    problemCount += 1
    problems.append(Trouble(source: name, problem: problem))
    if problems.count > Self.mostProblems { problems.removeFirst() }
  }

  private mutating func change(_ name: String, _ body: (inout Part) -> Void) {
    guard parts[name] != nil || parts.count < Self.mostSources else { return }
    body(&parts[name, default: Part()])
  }

  // MARK: - How far

  var done: Int { parts.values.reduce(0) { $0 + $1.done } }
  var total: Int { parts.values.reduce(0) { $0 + $1.total } }
  var sourcesOver: Int { parts.values.count(where: \.isOver) }

  /// "34 of 120"; before the first answer, what is known of the sources.
  var extent: String {
    if total > 0 { return "\(done.grouped) of \(total.grouped)" }
    return names.count > 1 ? "\(names.count.grouped) sources" : ""
  }

  func seconds(at now: Timestamp) -> Int64 { max(0, now.seconds - started.seconds) }

  /// Answers per second; nil where it cannot be told yet.
  func rate(at now: Timestamp) -> Double? {
    let seconds = seconds(at: now)
    return seconds > 0 && done > 0 ? Double(done) / Double(seconds) : nil
  }

  /// Seconds that what is known to be left will take; nil where it cannot be told.
  func remaining(at now: Timestamp) -> Int64? {
    guard let rate = rate(at: now), total > done, seconds(at: now) >= 2 else { return nil }
    return Int64((Double(total - done) / rate).rounded(.up))
  }
}
