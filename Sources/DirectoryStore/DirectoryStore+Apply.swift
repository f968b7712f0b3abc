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
      let storing = RecordStoring(db: db, source: source, now: now, monitor: monitor)
      let stored = try storing.run(records)
      try storing.replaceProblems(problems, source: stored.source)
      return try finish(stored, now: now, monitor: monitor, in: db)
    }
  }

  /// Forgets a source and all that it alone said. Unknown names do nothing.
  public func remove(source name: String, now: Timestamp) throws(StoreError) -> ImportCounts {
    let monitor = ImportMonitor(progress: { _ in }, isCancelled: { false })
    return try write { db in
      guard let stored = try RecordStoring.removeSource(named: name, in: db) else { return ImportCounts() }
      return try finish(stored, now: now, monitor: monitor, in: db)
    }
  }

  private func finish(
    _ stored: StoredRecords, now: Timestamp, monitor: ImportMonitor, in db: Database
  ) throws -> ImportCounts {
    guard stored.isChanged else { return ImportCounts(unchanged: stored.mentorsBefore.count) }
    let merging = DirectoryMerging(
      db: db, now: now, monitor: monitor, language: language, stored: stored)
    let (counts, isChanged) = try merging.run()
    if isChanged { try Schema.advanceGeneration(db) }
    return counts
  }
}

/// Tells how far an import is, and whether it should stop.
struct ImportMonitor {
  let progress: (ImportProgress) -> Void
  let isCancelled: () -> Bool
  private static let interval = 256

  /// Called before each step; throws `StoreError.cancelled`.
  func step(_ phase: ImportProgress.Phase, _ done: Int, of total: Int) throws {
    guard done.isMultiple(of: Self.interval) || done == total else { return }
    if isCancelled() { throw StoreError.cancelled }
    progress(ImportProgress(phase: phase, done: done, total: total))
  }
}
