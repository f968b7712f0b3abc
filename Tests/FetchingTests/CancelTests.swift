import Fetching
import LoopbackKit
import Testing

/// Cancelling ends a request within a second, whatever it waits for.
@Suite struct CancelTests {
  /// What a cancelled request ends with, and how long that took; `ready` says when to cancel.
  private func cancelled(_ client: WebClient, _ address: String, ready: () async -> Void) async -> (
    FetchFailure?, Duration
  ) {
    let task = Task { await client.failure(of: address) }
    await ready()
    let start = ContinuousClock.now
    task.cancel()
    let failure = await task.value
    return (failure, ContinuousClock.now - start)
  }

  @Test func whileTheBodyStalls() async throws {
    let server = try server { _ in .script([.text("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf"), .stall]) }
    let (failure, time) = await cancelled(client(of: server), "http://a.example/") { _ = await server.waitForPages(1) }
    #expect(failure == .cancelled)
    #expect(time < .seconds(1))
  }

  @Test func whileItWaitsForItsTurn() async throws {
    let server = try server { _ in .script([.stall]) }
    let client = client(of: server)
    let first = Task { await client.failure(of: "http://a.example/1") }
    #expect(await server.waitForPages(1))
    let (failure, time) = await cancelled(client, "http://a.example/2") {
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < .seconds(1))
    first.cancel()
    #expect(await first.value == .cancelled)
    #expect(server.pages.count == 1)
  }

  @Test func whileItWaitsForAPlaceInTheWindow() async throws {
    let server = try server { _ in .script([.stall]) }
    let client = client(of: server) { $0.atOnce = 1 }
    let first = Task { await client.failure(of: "http://a.example/") }
    #expect(await server.waitForPages(1))
    let (failure, time) = await cancelled(client, "http://b.example/") {
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < .seconds(1))
    first.cancel()
    _ = await first.value
  }

  @Test func whileItWaitsOutAPause() async throws {
    let server = try server { _ in .status(503, headers: [LoopbackHeader("Retry-After", "50")]) }
    let client = client(of: server) { $0.clock = .system }
    let (failure, time) = await cancelled(client, "http://a.example/") {
      _ = await server.waitForPages(1)
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < .seconds(1))
  }

  @Test func beforeItBegins() async throws {
    let server = try server { _ in .page("") }
    let client = client(of: server)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await client.failure(of: "http://a.example/")
    }
    #expect(await task.value == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func manyAtOnceAndTheClientGoesOn() async throws {
    let server = try server { $0.path == "/stall" ? .script([.stall]) : .page("there") }
    let client = client(of: server)
    let tasks = (0..<200).map { number in
      Task { await client.failure(of: "http://host\(number % 50).example/stall") }
    }
    #expect(await server.waitForPages(10))
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value == .cancelled) }
    #expect(try await client.text("http://host7.example/") == "there")
  }

  @Test func inRandomInstantsNothingIsLostOrLeftOver() async throws {
    let server = try server { _ in .script([.pause(.milliseconds(2)), .text("HTTP/1.1 204 No Content\r\n\r\n")]) }
    let client = client(of: server) { $0.atOnce = 4 }
    for seed in 0..<60 {
      let tasks = (0..<8).map { number in Task { await client.failure(of: "http://h\(number % 3).example/") } }
      try await Task.sleep(for: .microseconds(seed * 150))
      for task in tasks.shuffled().prefix(5) { task.cancel() }
      for task in tasks {
        let failure = await task.value
        #expect(failure == nil || failure == .cancelled)
      }
    }
    // Every place in window and lanes was given back.
    for number in 0..<3 { #expect(await client.failure(of: "http://h\(number).example/end") == nil) }
  }
}
