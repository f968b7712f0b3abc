import DirectoryStore
import DirectorySync
import Fetching
import Host
import MentorDirectory
import Synchronization

/// Reads sources and stores what they say: several at the same time, each step as soon as it is there.
struct SyncRunner: Sendable {
  /// Reads one source, delivering it step by step (`SourceReader.read`).
  typealias Reading =
    @Sendable (
      _ source: SyncSource, _ known: KnownSource, _ report: @escaping @Sendable (SyncProgress) -> Void,
      _ step: @escaping @Sendable (SyncStep) async throws -> Void
    ) async throws -> Void

  let store: DirectoryStore
  let clock: WallClock
  let read: Reading
  /// Called from several tasks, also at the same time.
  let emit: @Sendable (SyncEvent) -> Void

  /// Sources that are read at the same time; the pages of each come from many hosts.
  static let mostAtOnce = 8

  /// A source that fails stops no other. Cancelling the task ends all of them, and keeps what was stored.
  func run(_ sources: [SourceSetup]) async -> SyncResult {
    emit(.start(sources: sources.map(\.source.name), at: clock.now))
    let writer = StepWriter(store)
    var results: [SourceResult] = []
    await withTaskGroup(of: SourceResult.self) { group in
      var waiting = sources.makeIterator()
      for _ in 0..<Self.mostAtOnce {
        if let next = waiting.next() { group.addTask { await sync(next, writer) } }
      }
      for await result in group {
        results.append(result)
        if !Task.isCancelled, let next = waiting.next() { group.addTask { await sync(next, writer) } }
      }
    }
    let order = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.source.name, $0) })
    results.sort { (order[$0.source] ?? 0) < (order[$1.source] ?? 0) }
    return SyncResult(sources: results, wasCancelled: Task.isCancelled)
  }

  private func sync(_ setup: SourceSetup, _ writer: StepWriter) async -> SourceResult {
    let source = setup.source, started = clock.now
    emit(.source(source.name, kind: source.kind.rawValue, address: SourceAddress.withoutSecrets(source.address)))
    let run = SourceRun(source: source.name, emit: emit)
    var result = SourceResult(source: source.name, state: .done)
    var failure: StoredFailure?
    do {
      let known = KnownSource(try await writer.knowledge(of: setup.stored))
      try await read(source, known, { run.report($0) }) { step in
        let step = step.tellingOfMove(from: source.address)
        let changes = try await writer.apply(StoredStep(step), of: setup.stored, now: clock.now)
        run.note(step, changes)
      }
      // A source that is one page has nothing else that could have come.
      if source.kind == .page || source.kind == .site, let (address, only) = run.onlyFailure {
        throw SyncFailure.fetch(only, address: address)
      }
    } catch SyncFailure.cancelled {
      result.state = .cancelled
    } catch let error as SyncFailure {
      result.state = .failed
      result.problem = Sentence.of(error, source: source.name)
      failure = StoredFailure(error, sentence: result.problem ?? "")
    } catch {
      result.state = .failed
      result.problem = Sentence.of(error)
      failure = StoredFailure(.object(["kind": .string("store"), "text": .string(result.problem ?? "")]))
    }
    result.counts = run.counts
    // A sync that was broken off is none: the age of the source stays.
    if result.state != .cancelled {
      let counts = result.counts
      let sync = StoredSync(
        started: started, ended: clock.now, new: counts.new, changed: counts.changed, gone: counts.gone,
        failed: counts.failed, failure: failure)
      do {
        try await writer.finish(sync, of: setup.stored)
      } catch {
        result.state = .failed
        result.problem = result.problem ?? Sentence.of(error)
      }
    }
    emit(.sourceDone(result))
    return result
  }
}

/// One step after the other goes into the cache; whoever waits holds up no thread.
private actor StepWriter {
  private let store: DirectoryStore

  init(_ store: DirectoryStore) { self.store = store }

  func knowledge(of source: StoredSource) throws(StoreError) -> StoredKnowledge { try store.knowledge(of: source) }

  func apply(_ step: StoredStep, of source: StoredSource, now: Timestamp) throws(StoreError) -> [MentorChange] {
    try store.apply(step, of: source, now: now)
  }

  func finish(_ sync: StoredSync, of source: StoredSource) throws(StoreError) { try store.finish(sync, of: source) }
}

/// What the sync of one source did so far.
private final class SourceRun: Sendable {
  private struct State {
    var tally = SyncTally()
    var failed = 0
    var problems = 0
    var lastReport: ContinuousClock.Instant?
    var failures: [(address: String, failure: FetchFailure)] = []
    var visits = 0
  }

  private let source: String
  private let emit: @Sendable (SyncEvent) -> Void
  private let started = ContinuousClock.now
  private let state = Mutex(State())
  private static let interval = Duration.milliseconds(250)

  init(source: String, emit: @escaping @Sendable (SyncEvent) -> Void) {
    self.source = source
    self.emit = emit
  }

  var counts: SyncCounts {
    state.withLock {
      SyncCounts(new: $0.tally.new.count, changed: $0.tally.changed.count, gone: $0.tally.gone.count, failed: $0.failed)
    }
  }

  /// What the only page met; nil if there were more, or it was read.
  var onlyFailure: (address: String, failure: FetchFailure)? {
    state.withLock { $0.visits == 1 ? $0.failures.first : nil }
  }

  /// Tells how far it is, at most four times a second.
  func report(_ progress: SyncProgress) {
    let now = ContinuousClock.now
    let problems = state.withLock { state -> Int? in
      let isEdge = progress.done == 0 || progress.done >= progress.total
      if !isEdge, let last = state.lastReport, now - last < Self.interval { return nil }
      state.lastReport = now
      return state.problems
    }
    guard let problems else { return }
    emit(
      .progress(
        SyncPace(
          source: source, done: progress.done, total: progress.total, current: progress.current, problems: problems,
          elapsed: now - started)))
  }

  func note(_ step: SyncStep, _ changes: [MentorChange]) {
    let problems = Self.problems(step)
    let failed = Self.failures(step)
    state.withLock {
      $0.tally.add(changes)
      $0.problems += problems.count
      $0.failed += failed
      if case .pages(let visits) = step {
        $0.visits += visits.count
        // The first says it all; a list may have thousands.
        if $0.failures.isEmpty, let first = visits.first, case .failed(let failure) = first.outcome {
          $0.failures = [(first.address, failure)]
        }
      }
    }
    for (address, sentence) in problems {
      emit(.problem(source: source, address: address, sentence: sentence))
    }
  }

  private static func problems(_ step: SyncStep) -> [(address: String, sentence: String)] {
    switch step {
    case .listing(let listing): return listing.problems.map { ($0.file, Sentence.of($0)) }
    case .pages(let visits):
      return visits.flatMap { visit -> [(String, String)] in
        let warnings = visit.problems.map { (visit.address, Sentence.of($0)) }
        switch visit.outcome {
        case .unchanged, .failed(.cancelled): return warnings
        case .failed(let failure): return [(visit.address, Sentence.of(failure, at: visit.address))] + warnings
        case .read(let mentor, let verdict):
          return mentor == nil ? [(visit.address, Sentence.of(verdict, at: visit.address))] + warnings : warnings
        }
      }
    }
  }

  private static func failures(_ step: SyncStep) -> Int {
    guard case .pages(let visits) = step else { return 0 }
    return visits.count {
      switch $0.outcome {
      case .failed(let failure): failure != .cancelled
      case .read(let mentor, _): mentor == nil
      case .unchanged: false
      }
    }
  }
}

extension SyncStep {
  /// With a word on a list that has moved for good: until the keeper sets the new address, each sync makes the detour.
  fileprivate func tellingOfMove(from address: String) -> SyncStep {
    guard case .listing(var listing) = self, let target = listing.movedTo else { return self }
    listing.problems.append(
      ImportProblem(
        file: SourceAddress.withoutSecrets(address),
        reason: "it has moved for good to \(SourceAddress.withoutSecrets(target).cleanedLine(limit: 500)); "
          + "set that with `mentoring source set NAME address …`"))
    return .listing(listing)
  }
}

extension StoredFailure {
  /// Of a failure to fetch the facts are kept, of anything else the sentence.
  fileprivate init(_ failure: SyncFailure, sentence: String) {
    if case .fetch(let failure, let address) = failure {
      var facts = failure.json.object ?? JSONObject()
      facts.append("address", .string(SourceAddress.withoutSecrets(address)))
      self.init(.object(facts), isGone: failure.isGone)
    } else {
      self.init(.object(["kind": .string("sentence"), "text": .string(sentence)]))
    }
  }
}

extension Sentence {
  /// Why the last sync of a source failed, as the cache keeps it.
  static func of(_ failure: StoredFailure) -> String {
    if let fetch = FetchFailure(json: failure.facts) {
      return of(fetch, at: failure.facts["address"]?.string ?? "")
    }
    return failure.facts["text"]?.string ?? ""
  }
}
