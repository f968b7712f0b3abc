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
  /// `.listing` comes once and first, unless the source is a single page or site; then `.pages` in batches. The calls of
  /// `report` and `step` do not overlap. When the task is cancelled, what was read by then is still delivered (so
  /// `step` must not itself give up for a cancelled task), and `.cancelled` is thrown.
  /// - Throws: `SyncFailure` if the source itself gave nothing. A page or a record that cannot be read is no failure:
  ///   it is a visit that failed, or a problem of the listing.
  public nonisolated(nonsending) func read(
    _ source: SyncSource, known: KnownSource = KnownSource(), report: (SyncProgress) -> Void = { _ in },
    step: (SyncStep) async throws -> Void
  ) async throws(SyncFailure) {
    var done = 0
    let links: [PageLink]
    if source.kind == .page || source.kind == .site {
      guard let link = PageLink(source.address, isNamed: true) else {
        throw .fetch(.badAddress(source.address), address: source.address)
      }
      links = [link]
    } else {
      report(SyncProgress(source: source.name, done: 0, total: 1, current: source.shownAddress))
      let listing = try await listing(source, known: known) { answered, expected, current in
        done = answered
        report(
          SyncProgress(source: source.name, done: answered, total: max(expected, answered), current: current))
      }
      done = max(1, done)
      do { try await step(.listing(listing.step)) } catch { throw .step(error) }
      if let failure = listing.failure { throw failure }
      links = listing.links
    }
    if Task.isCancelled { throw .cancelled }
    let listed = done, total = listed + links.count
    let run = VisitRun(links: links, known: known.pages, visit: visit(source))
    report(SyncProgress(source: source.name, done: done, total: total, current: source.shownAddress))
    try await run.run { visited, current in
      report(SyncProgress(source: source.name, done: listed + visited, total: total, current: current))
    } deliver: { visits in
      try await step(.pages(visits))
    }
  }

  private nonisolated(nonsending) func listing(
    _ source: SyncSource, known: KnownSource, report: (Int, Int, String) -> Void
  ) async throws(SyncFailure) -> Listing {
    switch source.kind {
    case .phonebook,
      .portal where SourceRecogniser.byAddress(source.address)?.kind != .sheet:
      try await ServiceReader(client: client, tables: tables, source: source, now: now)
        .read(known: known, report: report)
    default:
      try await ListingReader(client: client, tables: tables, source: source, now: now).read(known: known)
    }
  }

  private func visit(_ source: SyncSource) -> @Sendable (PageLink, KnownPage?) async -> PageVisit? {
    let visitor = PageVisitor(client: client, reader: PageReader(tables: tables), source: source, now: now)
    if source.kind == .site { return SiteVisitor(visitor: visitor).visit }
    return visitor.visit
  }
}

extension SyncSource {
  /// The address as it may be shown.
  var shownAddress: String { SourceAddress.withoutSecrets(address) }
}
