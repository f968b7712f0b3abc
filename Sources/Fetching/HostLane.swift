import Synchronization

/// What is known of one host during the life of a client, and who is let to it.
final class HostLane: Sendable {
  /// robots.txt of one origin.
  enum Robots: Sendable {
    case rules(RobotsRules)
    /// It could not be had, and so nothing may be asked.
    case unavailable(FetchFailure)
  }

  struct State {
    var lastVisit: Duration?
    /// The host asked for patience until then.
    var pausedUntil: Duration = .zero
    var failuresInRow = 0
    var closed: (until: Duration, failure: FetchFailure)?
    var robots: [String: (known: Robots, until: Duration)] = [:]
  }

  let host: String
  let turnstile: Turnstile
  private let state = Mutex(State())
  private let clock: FetchClock

  init(host: String, atOnce: Int, clock: FetchClock) {
    self.host = host
    turnstile = Turnstile(capacity: atOnce)
    self.clock = clock
  }

  /// Waits until a visit may begin: `pause` after the last one.
  func beginVisit(pause: Duration) async throws(FetchFailure) {
    try await wait { state in
      if let last = state.lastVisit, last + pause > clock.elapsed() { return last + pause }
      state.lastVisit = clock.elapsed()
      return nil
    }
  }

  func endVisit() { state.withLock { $0.lastVisit = clock.elapsed() } }

  /// Waits as long as the host asked for.
  func waitOutPause() async throws(FetchFailure) {
    try await wait { $0.pausedUntil > clock.elapsed() ? $0.pausedUntil : nil }
  }

  func pause(for duration: Duration) {
    state.withLock { $0.pausedUntil = max($0.pausedUntil, clock.elapsed() + duration) }
  }

  // MARK: - Trouble

  /// Throws while the host is left alone.
  func checkOpen() throws(FetchFailure) {
    let failure: FetchFailure? = state.withLock { state in
      guard let closed = state.closed else { return nil }
      if closed.until > clock.elapsed() { return closed.failure }
      state.closed = nil
      return nil
    }
    if let failure { throw failure }
  }

  func close(for duration: Duration, with failure: FetchFailure) {
    state.withLock { $0.closed = (clock.elapsed() + duration, failure) }
  }

  var hasTrouble: Bool { state.withLock { $0.failuresInRow > 0 } }

  func noteSuccess() { state.withLock { $0.failuresInRow = 0 } }

  /// How many in a row there are now.
  func noteFailure() -> Int {
    state.withLock { state in
      state.failuresInRow += 1
      return state.failuresInRow
    }
  }

  // MARK: - robots.txt

  func robots(at origin: String) -> Robots? {
    state.withLock { state in
      guard let entry = state.robots[origin], entry.until > clock.elapsed() else { return nil }
      return entry.known
    }
  }

  func keep(_ robots: Robots, at origin: String, for lifetime: Duration) {
    state.withLock { state in
      // Ports of one host; nobody has many.
      if state.robots.count > 16 { state.robots = [:] }
      state.robots[origin] = (robots, clock.elapsed() + lifetime)
    }
  }

  // MARK: - Memory

  /// Of its rules, in bytes, about.
  var cost: Int {
    state.withLock { state in
      state.robots.values.reduce(500) { sum, entry in
        if case .rules(let rules) = entry.known { return sum + rules.cost }
        return sum
      }
    }
  }

  /// True if forgetting it would be no rudeness.
  func isIdle(pause: Duration) -> Bool {
    state.withLock { state in
      let now = clock.elapsed()
      return state.pausedUntil <= now && (state.closed?.until ?? now) <= now
        && (state.lastVisit.map { $0 + pause } ?? now) <= now
    }
  }

  /// Sleeps until the moment that `next` names, again until it names none.
  private func wait(_ next: (inout State) -> Duration?) async throws(FetchFailure) {
    while let moment = state.withLock({ next(&$0) }) {
      do { try await clock.sleep(max(.milliseconds(1), moment - clock.elapsed())) } catch { throw .cancelled }
      if Task.isCancelled { throw .cancelled }
    }
  }
}
