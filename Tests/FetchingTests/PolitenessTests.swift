import Fetching
import LoopbackKit
import MentorDirectory
import Synchronization
import Testing

@Suite struct PolitenessTests {
  @Test func oneRequestAtATimePerHostAndManyHostsAtOnce() async throws {
    let server = try server { _ in .script([.pause(.milliseconds(30)), .text("HTTP/1.1 204 No Content\r\n\r\n")]) }
    let client = client(of: server)
    await withTaskGroup(of: Void.self) { group in
      for host in ["a.example", "b.example", "c.example"] {
        for page in 0..<4 { group.addTask { _ = try? await client.text("http://\(host)/\(page)") } }
      }
    }
    #expect(server.pages.count == 12)
    for host in ["a.example", "b.example", "c.example"] { #expect(server.mostAtOnce(host: host) == 1) }
    #expect(server.mostAtOnce() > 1)
  }

  @Test func aPauseBetweenVisitsToOneHost() async throws {
    let server = try server { _ in .page("") }
    let clock = TestClock()
    let client = client(of: server, clock: clock) { $0.pause = .milliseconds(700) }
    for page in 0..<3 { _ = try await client.text("http://a.example/\(page)") }
    #expect(clock.slept == [.milliseconds(700), .milliseconds(700)])
    _ = try await client.text("http://b.example/")
    #expect(clock.slept.count == 2)
    clock.advance(.seconds(5))
    _ = try await client.text("http://a.example/later")
    #expect(clock.slept.count == 2)
  }

  @Test func aServiceIsAskedFaster() async throws {
    let server = try server { _ in .json("{}") }
    let clock = TestClock()
    let client = client(of: server, clock: clock)
    for page in 0..<3 { _ = try await client.fetch(WebRequest("http://api.example/\(page)", obeysRobots: false)) }
    #expect(clock.slept == [.milliseconds(100), .milliseconds(100)])
    #expect(server.requests.count == 3)
  }

  @Test func inTheOrderOfArrival() async throws {
    let server = try server { _ in .page("") }
    let client = client(of: server)
    let gate = AsyncGate()
    await withTaskGroup(of: Void.self) { group in
      for page in 0..<20 {
        group.addTask {
          await gate.wait(for: page)
          async let fetched = client.failure(of: "http://a.example/\(page)")
          // The next may come once this one has had time to queue up.
          try? await Task.sleep(for: .milliseconds(3))
          await gate.open(page + 1)
          _ = await fetched
        }
      }
    }
    #expect(server.pages.count == 20)
    #expect(server.pages.map(\.target) == (0..<20).map { "/\($0)" })
  }

  @Test(arguments: [429, 503])
  func aHostThatAsksForPatienceGetsIt(status: Int) async throws {
    let counter = Counter()
    let server = try server { _ in
      counter.next() < 3 ? .status(status, headers: [LoopbackHeader("Retry-After", "7")]) : .page("there")
    }
    let clock = TestClock()
    #expect(try await client(of: server, clock: clock).text("http://a.example/") == "there")
    #expect(clock.slept == [.seconds(7), .seconds(7)])
  }

  @Test func aDateIsCountedFromTheCalendarOnly() async throws {
    let counter = Counter()
    let date = "Fri, 15 Jan 2027 08:00:20 GMT"
    let server = try server { _ in
      counter.next() % 2 == 1 ? .status(503, headers: [LoopbackHeader("Retry-After", date)]) : .page("there")
    }
    let clock = TestClock()
    clock.jump(to: Timestamp(seconds: 1_800_000_000))  // 2027-01-15 08:00:00
    let client = client(of: server, clock: clock) { $0.pause = .zero }
    _ = try await client.text("http://a.example/1")
    #expect(clock.slept == [.seconds(20)])
    // The clock is set an hour ahead: the date is past, and nothing is waited for.
    clock.jump(to: Timestamp(seconds: 1_800_003_600))
    _ = try await client.text("http://a.example/2")
    #expect(clock.slept.dropFirst().allSatisfy { $0 <= .milliseconds(1) })
  }

  @Test func aClockThatJumpsBackKeepsNobodyWaitingForYears() async throws {
    let server = try server { _ in
      .status(503, headers: [LoopbackHeader("Retry-After", "Fri, 15 Jan 2027 08:00:20 GMT")])
    }
    let clock = TestClock()
    clock.jump(to: Timestamp(seconds: 0))
    let client = client(of: server, clock: clock)
    #expect(await client.failure(of: "http://a.example/") == .status(503))
    #expect(clock.slept.isEmpty)
    // It is left alone, but for an hour at most.
    #expect(await client.failure(of: "http://a.example/") == .status(503))
    #expect(server.pages.count == 1)
    clock.advance(.seconds(3601))
    #expect(await client.failure(of: "http://a.example/") == .status(503))
    #expect(server.pages.count == 2)
  }

  @Test func withoutAWordTheWaitDoubles() async throws {
    let server = try server { _ in .status(503) }
    let clock = TestClock()
    let client = client(of: server, clock: clock) { $0.tries = 4 }
    #expect(await client.failure(of: "http://a.example/") == .status(503))
    #expect(clock.slept == [.seconds(1), .seconds(2), .seconds(4)])
    #expect(server.pages.count == 4)
  }

  @Test func aHostInTroubleIsTriedLessAndThenLeftAlone() async throws {
    let server = try server { _ in .status(503) }
    let clock = TestClock()
    let client = client(of: server, clock: clock)
    for page in 0..<10 { #expect(await client.failure(of: "http://a.example/\(page)") == .status(503)) }
    #expect(server.pages.map(\.target) == ["/0", "/0", "/0", "/1", "/2"])
    clock.advance(.seconds(301))
    _ = await client.failure(of: "http://a.example/later")
    #expect(server.pages.count == 6)
  }

  @Test func whileOneHostIsWaitedForOthersGoOn() async throws {
    let counter = Counter()
    let server = try server { request in
      request.host == "slow.example" && counter.next() == 1
        ? .status(503, headers: [LoopbackHeader("Retry-After", "30")]) : .page("there")
    }
    let gate = AsyncGate()
    let client = client(of: server) { options in
      options.clock.sleep = { duration in
        if duration >= .seconds(30) { await gate.wait(for: 1) }
      }
      options.clock.elapsed = { gate.isOpen(1) ? .seconds(100) : .zero }
      options.pause = .zero
    }
    let slow = Task { try await client.text("http://slow.example/1") }
    #expect(await server.waitForPages(1))
    let behind = Task { try await client.text("http://slow.example/2") }
    #expect(try await client.text("http://other.example/") == "there")
    #expect(server.requests(host: "slow.example").filter { $0.path != "/robots.txt" }.count == 1)
    await gate.open(1)
    #expect(try await slow.value == "there")
    #expect(try await behind.value == "there")
  }
}

/// Lets a test say when something may go on.
final class AsyncGate: Sendable {
  private struct State {
    var opened = 0
    var waiting: [(number: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())

  func isOpen(_ number: Int) -> Bool { state.withLock { $0.opened >= number } }

  func wait(for number: Int) async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if state.opened >= number { return true }
        state.waiting.append((number, continuation))
        return false
      }
      if isOpen { continuation.resume() }
    }
  }

  func open(_ number: Int) async {
    let free = state.withLock { state in
      state.opened = max(state.opened, number)
      let opened = state.opened
      defer { state.waiting.removeAll { $0.number <= opened } }
      return state.waiting.filter { $0.number <= opened }
    }
    for waiter in free { waiter.continuation.resume() }
  }
}
