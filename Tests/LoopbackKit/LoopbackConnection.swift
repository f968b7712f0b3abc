import Glibc

/// One connection of a client, on a thread of its own.
struct LoopbackConnection {
  private let descriptor: Int32
  private let number: Int
  private let state: LoopbackState

  init(_ descriptor: Int32, number: Int, state: LoopbackState) {
    self.descriptor = descriptor
    self.number = number
    self.state = state
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Answers request after request until one side ends it.
  func run() {
    defer { close(descriptor) }
    var buffer: [UInt8] = []
    while var request = nextRequest(&buffer) {
      let length = min(Int(request["content-length"] ?? "") ?? 0, 1 << 24)
      while buffer.count < length { guard receive(&buffer) else { return } }
      request.body = Array(buffer.prefix(length))
      buffer.removeFirst(length)
      let answer = state.answer(request)
      let goesOn = state.during(request) { answer.steps.allSatisfy(perform) }
      if !goesOn || request["connection"]?.lowercased() == "close" { return }
    }
  }

  private func nextRequest(_ buffer: inout [UInt8]) -> LoopbackRequest? {
    while true {
      if let end = endOfHead(buffer) {
        defer { buffer.removeFirst(end + 4) }
        return LoopbackRequest(head: Array(buffer[..<end]), connection: number)
      }
      // What begins with no method is no HTTP: a client that wants to speak TLS, for one.
      if let first = buffer.first, !(0x41...0x5A).contains(first) { return nil }
      guard buffer.count < 1 << 20, receive(&buffer) else { return nil }
    }
  }

  private func endOfHead(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { bytes[$0] == 13 && bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
  }

  private func receive(_ buffer: inout [UInt8]) -> Bool {
    guard Wait.until(descriptor, orStopped: state.stopped) else { return false }
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }

  /// False if the connection is over.
  private func perform(_ step: LoopbackAnswer.Step) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes)
    case .sendForever(let bytes):
      while send(bytes) {}
      return false
    case .pause(let duration): return Wait.pause(duration, with: descriptor, orStopped: state.stopped)
    case .stall:
      _ = Wait.pause(nil, with: descriptor, orStopped: state.stopped)
      return false
    case .reset:
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
      return false
    case .close: return false
    }
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      guard Wait.until(descriptor, Int16(POLLOUT), orStopped: state.stopped) else { return false }
      let count = bytes.withUnsafeBytes { raw in
        Glibc.send(
          descriptor, raw.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0, errno != EAGAIN, errno != EINTR { return false }
      sent += max(0, count)
    }
    return true
  }
}
