import MentorDirectory

/// Visits many pages: so many under way at a time, the results in batches.
///
/// How fast a host may be asked is for the client to know. Memory does not grow with the number of pages: a page is let
/// go with its batch.
struct VisitRun {
  /// Visits under way; most of them wait for their host.
  static let window = 64
  /// A batch is delivered when it has so many visits, or when its first one is so old.
  static let batchSize = 100
  static let batchAge = Duration.seconds(1)

  let links: [PageLink]
  let known: [String: KnownPage]
  let visit: @Sendable (PageLink, KnownPage?) async -> PageVisit?

  private enum Event: Sendable {
    case visited(PageVisit?)
    case tick
  }

  /// `report` is told how many pages are done and which was the last. `deliver` is also called once more after the
  /// task was cancelled, with what was visited by then.
  nonisolated(nonsending) func run(
    report: (_ done: Int, _ current: String) -> Void, deliver: ([PageVisit]) async throws -> Void
  ) async throws(SyncFailure) {
    var waiting = links.spreadOverHosts[...], batch: [PageVisit] = [], done = 0
    let failure = await withTaskGroup(of: Event.self) { group -> SyncFailure? in
      var underWay = 0
      func start() {
        while underWay < Self.window, let link = waiting.popFirst() {
          let page = known[link.address]
          group.addTask { [visit] in .visited(await visit(link, page)) }
          underWay += 1
        }
      }
      start()
      if underWay > 0 { group.addTask { await Self.tick() } }
      while underWay > 0, let event = await group.next() {
        switch event {
        case .tick:
          if Task.isCancelled { continue }
          group.addTask { await Self.tick() }
        case .visited(let visit):
          underWay -= 1
          done += 1
          if let visit {
            batch.append(visit)
            report(done, visit.address)
          }
          if !Task.isCancelled { start() }
          if batch.count < Self.batchSize { continue }
        }
        guard !batch.isEmpty else { continue }
        do {
          try await deliver(batch)
        } catch {
          group.cancelAll()
          return .step(error)
        }
        batch.removeAll(keepingCapacity: true)
      }
      group.cancelAll()
      return nil
    }
    if let failure { throw failure }
    if !batch.isEmpty {
      do { try await deliver(batch) } catch { throw .step(error) }
    }
    if Task.isCancelled { throw .cancelled }
  }

  private static func tick() async -> Event {
    try? await Task.sleep(for: batchAge)
    return .tick
  }
}
