import GRDB
import MentorDirectory

extension DirectoryStore {
  /// Makes `records` all that the source says, merges them with what other sources say, and counts what that did.
  ///
  /// One transaction: after an error, a cancellation or a kill nothing has happened. Importing the same content again
  /// changes no mentor and not the generation, only the time at which the source was last read. `isCancelled` is asked
  /// many times a second; both closures are called on the caller's thread.
  public func apply(
    source: StoredSource, records: [Mentor], problems: [StoredProblem] = [], now: Timestamp,
    progress: @escaping (ImportProgress) -> Void = { _ in }, isCancelled: @escaping () -> Bool = { false }
  ) throws(StoreError) -> ImportCounts {
    let monitor = ImportMonitor(progress: progress, isCancelled: isCancelled)
    return try write { db in
      let storing = RecordStoring(
        db: db, source: source, now: now, monitor: monitor, optOuts: try currentOptOuts())
      let stored = try storing.run(records)
      try SourceRows(db: db).replaceProblems(problems, source: stored.source)
      return try finish(stored, now: now, monitor: monitor, in: db).counts
    }
  }

  /// Forgets a source and all that it alone said. Unknown names do nothing.
  public func remove(source name: String, now: Timestamp) throws(StoreError) -> ImportCounts {
    try write { db in
      guard let stored = try RecordStoring.removeSource(named: name, now: now, in: db) else { return ImportCounts() }
      return try finish(stored, now: now, monitor: .none, in: db).counts
    }
  }

  /// Merges what was stored; the last part of every change.
  func finish(
    _ stored: StoredRecords, now: Timestamp, monitor: ImportMonitor, in db: Database
  ) throws -> DirectoryMerging.Outcome {
    guard stored.isChanged else {
      return DirectoryMerging.Outcome(counts: ImportCounts(unchanged: stored.mentorsBefore.count))
    }
    let merging = DirectoryMerging(
      db: db, now: now, monitor: monitor, language: language, stored: stored)
    let outcome = try merging.run()
    if outcome.isChanged { try Schema.advanceGeneration(db) }
    return outcome
  }

  /// Those of now: asked for inside each transaction, so that whoever opts out while a sync runs stays out.
  func currentOptOuts() throws(StoreError) -> OptOuts { try optOuts?.load() ?? OptOuts(salt: "") }
}

/// Tells how far an import is, and whether it should stop.
struct ImportMonitor {
  let progress: (ImportProgress) -> Void
  let isCancelled: () -> Bool
  private static let interval = 256

  static var none: ImportMonitor { ImportMonitor(progress: { _ in }, isCancelled: { false }) }

  /// Called before each step; throws `StoreError.cancelled`.
  func step(_ phase: ImportProgress.Phase, _ done: Int, of total: Int) throws {
    guard done.isMultiple(of: Self.interval) || done == total else { return }
    if isCancelled() { throw StoreError.cancelled }
    progress(ImportProgress(phase: phase, done: done, total: total))
  }
}
