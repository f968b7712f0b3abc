import Fetching
import LoopbackKit
import MentorDirectory
import Synchronization

/// A clock that only passes when somebody sleeps, which takes no time.
final class TestClock: Sendable {
  private struct State {
    var elapsed = Duration.zero
    var now = Timestamp(seconds: 1_800_000_000)
    var slept: [Duration] = []
  }
  private let state = Mutex(State())

  var slept: [Duration] { state.withLock { $0.slept } }
  var elapsed: Duration { state.withLock { $0.elapsed } }

  /// Moves the calendar, as a person or a time server does; nothing else notices.
  func jump(to moment: Timestamp) { state.withLock { $0.now = moment } }

  func advance(_ duration: Duration) { state.withLock { $0.elapsed += duration } }

  var clock: FetchClock {
    FetchClock(
      elapsed: { self.elapsed }, now: { self.state.withLock { $0.now } },
      sleep: { duration in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.slept.append(duration)
          state.elapsed += duration
        }
        await Task.yield()
      }, jitter: { 0 })
  }
}

/// A client for which every host name is found at the server, and no wait takes time.
func client(
  of server: LoopbackServer, clock: TestClock = TestClock(), _ change: (inout ClientOptions) -> Void = { _ in }
)
  -> WebClient
{
  var options = ClientOptions()
  options.routes = [HostRoute(port: server.port)]
  options.clock = clock.clock
  change(&options)
  return WebClient(options)
}

/// A server without robots.txt.
func server(_ answer: @escaping LoopbackServer.Handler) throws -> LoopbackServer {
  try LoopbackServer { $0.path == "/robots.txt" ? .status(404) : answer($0) }
}

extension LoopbackServer {
  /// What was asked, but for robots.txt.
  var pages: [LoopbackRequest] { requests.filter { $0.path != "/robots.txt" } }

  /// Waits until so many pages were asked; false if it takes far too long.
  func waitForPages(_ count: Int) async -> Bool {
    for _ in 0..<2000 {
      if pages.count >= count { return true }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return false
  }
}

extension WebClient {
  func failure(of request: WebRequest) async -> FetchFailure? {
    do {
      _ = try await fetch(request)
      return nil
    } catch { return error }
  }

  func failure(of address: String) async -> FetchFailure? { await failure(of: WebRequest(address)) }

  func text(_ address: String) async throws -> String {
    String(decoding: try await fetch(WebRequest(address)).body, as: UTF8.self)
  }
}

/// Answers that depend on how often was asked.
final class Counter: Sendable {
  private let count = Mutex(0)

  /// 1 the first time.
  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
