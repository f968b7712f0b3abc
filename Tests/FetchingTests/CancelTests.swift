import Fetching
import LoopbackKit
import Testing

/// Cancelling ends a request at once, whatever it waits for: in milliseconds where the machine is not busy with a
/// thousand other tests, and nothing else would end these requests for ten minutes.
@Suite struct CancelTests {
  private static let atOnce: Duration = .seconds(15)

  private func patientClient(_ server: LoopbackServer, _ change: (inout ClientOptions) -> Void = { _ in }) -> WebClient
  {
    client(of: server) { options in
      options.timeout = .seconds(600)
      options.stallTimeout = .seconds(600)
      options.longestWait = .seconds(600)
      change(&options)
    }
  }

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
    let (failure, time) = await cancelled(patientClient(server), "http://a.example/") {
      _ = await server.waitForPages(1)
    }
    #expect(failure == .cancelled)
    #expect(time < Self.atOnce)
  }

  @Test func whileItWaitsForItsTurn() async throws {
    let server = try server { _ in .script([.stall]) }
    let client = patientClient(server)
    let first = Task { await client.failure(of: "http://a.example/1") }
    #expect(await server.waitForPages(1))
    let (failure, time) = await cancelled(client, "http://a.example/2") {
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < Self.atOnce)
    first.cancel()
    #expect(await first.value == .cancelled)
    #expect(server.pages.count == 1)
  }

  @Test func whileItWaitsForAPlaceInTheWindow() async throws {
    let server = try server { _ in .script([.stall]) }
    let client = patientClient(server) { $0.atOnce = 1 }
    let first = Task { await client.failure(of: "http://a.example/") }
    #expect(await server.waitForPages(1))
    let (failure, time) = await cancelled(client, "http://b.example/") {
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < Self.atOnce)
    first.cancel()
    _ = await first.value
  }

  @Test func whileItWaitsOutAPause() async throws {
    let server = try server { _ in .status(503, headers: [LoopbackHeader("Retry-After", "500")]) }
    let client = patientClient(server) { $0.clock = .system }
    let (failure, time) = await cancelled(client, "http://a.example/") {
      _ = await server.waitForPages(1)
      try? await Task.sleep(for: .milliseconds(50))
    }
    #expect(failure == .cancelled)
    #expect(time < Self.atOnce)
  }

  @Test func beforeItBegins() async throws {
    let server = try server { _ in .page("") }
    let client = patientClient(server)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await client.failure(of: "http://a.example/")
    }
    #expect(await task.value == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func manyAtOnceAndTheClientGoesOn() async throws {
    let server = try server { $0.path == "/stall" ? .script([.stall]) : .page("there") }
    let client = patientClient(server)
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
    let client = patientClient(server) { $0.atOnce = 4 }
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
