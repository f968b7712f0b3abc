import Glibc
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1. Stops when it is let go.
public final class LoopbackServer: Sendable {
  public typealias Handler = @Sendable (LoopbackRequest) -> LoopbackAnswer

  public struct StartError: Error {
    public let code: Int32
  }

  public let port: Int
  private let state: LoopbackState

  /// Listens at once. `answer` is called on the threads of the connections, several at a time.
  public init(port: Int = 0, answer: @escaping Handler) throws {
    guard let listener = Listener(port: port), let state = LoopbackState(answer) else {
      throw StartError(code: errno)
    }
    self.port = listener.port
    self.state = state
    Thread.start { state.accept(on: listener.descriptor) }
  }

  deinit { stop() }

  /// Ends all connections and listens no more. What is asked afterwards is refused.
  public func stop() { state.stop() }

  /// "http://ada.example:40123/mentoring".
  public func address(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  /// Everything that was asked so far, in the order in which it arrived.
  public var requests: [LoopbackRequest] { state.records.withLock { $0.requests } }

  public func requests(host: String) -> [LoopbackRequest] { requests.filter { $0.host == host } }

  /// The largest number of requests that were being answered at the same time, of all hosts or of one.
  public func mostAtOnce(host: String? = nil) -> Int {
    state.records.withLock { records in
      guard let host else { return records.mostOfAll }
      return records.most[host] ?? 0
    }
  }
}

/// What the threads of a server share.
final class LoopbackState: Sendable {
  struct Records {
    var requests: [LoopbackRequest] = []
    var connections = 0
    var running: [String: Int] = [:]
    var most: [String: Int] = [:]
    var runningOfAll = 0
    var mostOfAll = 0
  }

  let answer: LoopbackServer.Handler
  let records = Mutex(Records())
  /// Readable from the moment the server stops.
  let stopped: Int32
  private let stopper: Mutex<Int32>

  init?(_ answer: @escaping LoopbackServer.Handler) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopped = ends[0]
    stopper = Mutex(ends[1])
    self.answer = answer
  }

  deinit {
    stop()
    close(stopped)
  }

  func stop() {
    stopper.withLock { end in
      if end >= 0 { close(end) }
      end = -1
    }
  }

  func accept(on listener: Int32) {
    defer { close(listener) }
    while Wait.until(listener, orStopped: stopped) {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { continue }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let number = records.withLock { records in
        records.connections += 1
        return records.connections
      }
      Thread.start { LoopbackConnection(descriptor, number: number, state: self).run() }
    }
  }

  /// Records the request, for as long as `body` answers it.
  func during(_ request: LoopbackRequest, _ body: () -> Bool) -> Bool {
    let host = request.host
    records.withLock { records in
      records.requests.append(request)
      records.running[host, default: 0] += 1
      records.most[host] = max(records.most[host] ?? 0, records.running[host] ?? 0)
      records.runningOfAll += 1
      records.mostOfAll = max(records.mostOfAll, records.runningOfAll)
    }
    defer {
      records.withLock { records in
        records.running[host, default: 1] -= 1
        records.runningOfAll -= 1
      }
    }
    return body()
  }
}
