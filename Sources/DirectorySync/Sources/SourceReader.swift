import Fetching
import MentorDirectory

/// Reads one source on the net, or a kept folder: first what it lists, then the pages that it leads to.
public struct SourceReader: Sendable {
  /// Grows when the same text would be read differently: what an older reader read is then read again.
  public static let version = 1

  let client: any WebFetching
  let tables: ReferenceTables
  let now: Timestamp

  /// `now`: the moment of the sync, for provenance.
  public init(client: any WebFetching, tables: ReferenceTables, now: Timestamp) {
    self.client = client
    self.tables = tables
    self.now = now
  }

  /// Reads a source to its end, and delivers it step by step.
  ///
  /// `.listing` comes once and first, unless the source is a single page; then `.pages` in batches. The calls of
  /// `report` and `step` do not overlap. When the task is cancelled, what was read by then is still delivered (so
  /// `step` must not itself give up for a cancelled task), and `.cancelled` is thrown.
  /// - Throws: `SyncFailure` if the source itself gave nothing. A page or a record that cannot be read is no failure:
  ///   it is a visit that failed, or a problem of the listing.
  public nonisolated(nonsending) func read(
    _ source: SyncSource, known: KnownSource = KnownSource(), report: (SyncProgress) -> Void = { _ in },
    step: (SyncStep) async throws -> Void
  ) async throws(SyncFailure) {
    throw .notReadable(ImportProblem(file: source.address, reason: "sources of this kind cannot be read yet"))
  }
}
