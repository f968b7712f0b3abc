import Fetching
import LoopbackKit
import Testing

/// Servers that fail, by accident or on purpose. Each request ends, in time and within its memory.
@Suite struct FaultTests {
  private let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

  /// Of a single try at a server that answers every page like this.
  private func failure(_ steps: [LoopbackAnswer.Step], sizeLimit: Int = WebRequest.pageLimit) async throws
    -> FetchFailure?
  {
    let server = try server { _ in .script(steps) }
    let client = client(of: server) { options in
      options.tries = 1
      options.timeout = .seconds(20)
      options.stallTimeout = .seconds(1)
    }
    return await client.failure(of: WebRequest("http://ada.example/", sizeLimit: sizeLimit))
  }

  private func isBrokenOff(_ failure: FetchFailure?) -> Bool {
    if case .brokenOff = failure { return true }
    return false
  }

  @Test func connectionRefused() async throws {
    let server = try server { _ in .page("") }
    let client = client(of: server)
    server.stop()
    // The listener closes on its own thread.
    try await Task.sleep(for: .milliseconds(100))
    #expect(await client.failure(of: "http://ada.example/") == .connectionRefused(host: "ada.example"))
  }

  @Test func hostNotFound() async throws {
    // A name that can never be (RFC 6761); what looks it up may also be absent, which is as good.
    let clock = TestClock()
    var options = ClientOptions()
    options.clock = clock.clock
    options.connectTimeout = .seconds(5)
    let failure = await WebClient(options).failure(of: "http://nobody.invalid/")
    switch failure {
    case .hostNotFound(host: "nobody.invalid"), .timedOut: break
    default: Issue.record("\(String(describing: failure))")
    }
    #expect(clock.slept.count == 2)
  }

  @Test func resetInTheMiddle() async throws {
    #expect(
      isBrokenOff(
        try await failure([.text(head + "Content-Length: 90\r\n\r\nhalf"), .pause(.milliseconds(30)), .reset])))
  }

  @Test func resetBeforeAnything() async throws {
    #expect(isBrokenOff(try await failure([.reset])))
  }

  @Test func closedBeforeAnything() async throws {
    #expect(isBrokenOff(try await failure([.close])))
  }

  @Test func noHTTPAtAll() async throws {
    #expect(isBrokenOff(try await failure([.text("220 mail.example ESMTP\r\n"), .close])))
  }

  @Test func aLengthThatIsNotReached() async throws {
    #expect(isBrokenOff(try await failure([.text(head + "Content-Length: 90\r\n\r\nhalf"), .close])))
  }

  @Test func aLengthThatIsExceededEndsThere() async throws {
    let head = head
    let server = try server { _ in .script([.text(head + "Content-Length: 4\r\n\r\nhalf and more"), .close]) }
    #expect(try await client(of: server).text("http://ada.example/") == "half")
  }

  @Test(arguments: ["-4", "four", "99999999999999999999999"])
  func aLengthThatIsNoNumber(length: String) async throws {
    let failure = try await failure([.text(head + "Content-Length: \(length)\r\n\r\nhalf"), .close])
    // Refused, or taken for no length at all: never more than what came.
    #expect(failure == nil || failure == .tooLarge(limit: WebRequest.pageLimit) || isBrokenOff(failure))
  }

  @Test func aTruncatedChunk() async throws {
    #expect(isBrokenOff(try await failure([.text(head + "Transfer-Encoding: chunked\r\n\r\n40\r\nhalf"), .close])))
  }

  @Test func aChunkThatIsNone() async throws {
    #expect(isBrokenOff(try await failure([.text(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf"), .close])))
  }

  @Test func aCompressedBodyThatIsNone() async throws {
    #expect(
      isBrokenOff(try await failure([.text(head + "Content-Encoding: gzip\r\n\r\nthis is no gzip at all"), .close])))
  }

  @Test func aStalledBody() async throws {
    let failure = try await failure([.text(head + "Content-Length: 90\r\n\r\nhalf"), .stall])
    guard case .timedOut(let seconds) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(seconds < 20)
  }

  @Test func aServerThatSaysNothing() async throws {
    guard case .timedOut = try await failure([.stall]) else {
      Issue.record("did not time out")
      return
    }
  }

  @Test func anEndlessBody() async throws {
    let failure = try await failure(
      [.text(head + "\r\n"), .sendForever(Array(repeating: 0x61, count: 4096))], sizeLimit: 1 << 20)
    #expect(failure == .tooLarge(limit: 1 << 20))
  }

  @Test func endlessHeaders() async throws {
    #expect(isBrokenOff(try await failure([.text(head), .sendForever(Array("X-More: and more\r\n".utf8))])))
  }

  @Test func aLargeBodyIsRefusedByItsLength() async throws {
    #expect(try await failure([.text(head + "Content-Length: 90000000\r\n\r\n"), .stall]) == .tooLarge(limit: 8 << 20))
  }

  @Test func aDecompressionBombEndsAtTheLimit() async throws {
    let bomb = Gzip.bomb(size: 64 << 20)
    #expect(bomb.count < 1 << 20)
    let headers = head + "Content-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
    #expect(try await failure([.text(headers), .send(bomb)], sizeLimit: 1 << 20) == .tooLarge(limit: 1 << 20))
  }

  @Test func aBombInABomb() async throws {
    let bomb = Gzip.stored(Gzip.bomb(size: 64 << 20))
    let headers = head + "Content-Encoding: gzip, gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
    let failure = try await failure([.text(headers), .send(bomb)], sizeLimit: 2 << 20)
    #expect(failure == .tooLarge(limit: 2 << 20))
  }

  @Test func aBodyOfExactlyTheLimitIsTaken() async throws {
    let server = try server { _ in .page(String(repeating: "x", count: 1000)) }
    let client = client(of: server)
    #expect(await client.failure(of: WebRequest("http://ada.example/", sizeLimit: 1000)) == nil)
    #expect(await client.failure(of: WebRequest("http://ada.example/", sizeLimit: 999)) == .tooLarge(limit: 999))
  }

  @Test func whatBreaksOffOnceIsAskedAgain() async throws {
    let counter = Counter()
    let server = try server { _ in
      counter.next() < 3
        ? .script([.text("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf"), .close]) : .page("whole")
    }
    let clock = TestClock()
    #expect(try await client(of: server, clock: clock).text("http://ada.example/") == "whole")
    #expect(clock.slept == [.seconds(1), .seconds(2)])
  }
}
