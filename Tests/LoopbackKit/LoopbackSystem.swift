import Glibc

/// A socket that listens on 127.0.0.1.
struct Listener {
  let descriptor: Int32
  let port: Int

  /// Port 0 takes a free one.
  init?(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1024) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      return nil
    }
    self.port = Int(UInt16(bigEndian: address.sin_port))
  }
}

/// Waits that end when the server stops.
enum Wait {
  /// True once the descriptor is ready, false if the server stops first.
  static func until(_ descriptor: Int32, _ events: Int16 = Int16(POLLIN), orStopped stopped: Int32) -> Bool {
    var sources = [pollfd(fd: descriptor, events: events, revents: 0), pollfd(fd: stopped, events: 0, revents: 0)]
    while poll(&sources, 2, -1) < 0 {}
    return sources[1].revents == 0
  }

  /// True after the time, false if the client goes or the server stops before. Without a time, waits for those.
  static func pause(_ duration: Duration?, with descriptor: Int32, orStopped stopped: Int32) -> Bool {
    let gone = Int16(0x2000)  // POLLRDHUP, which the overlay does not have
    let end = duration.map { ContinuousClock.now + $0 }
    while true {
      let left = end.map { ContinuousClock.now.duration(to: $0) }
      let milliseconds = left.map {
        $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000 + 1
      }
      if let left, left <= .zero { return true }
      var sources = [pollfd(fd: descriptor, events: gone, revents: 0), pollfd(fd: stopped, events: 0, revents: 0)]
      if poll(&sources, 2, Int32(clamping: milliseconds ?? -1)) > 0 { return false }
    }
  }
}

enum Thread {
  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs `body` on a thread that nobody waits for.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    if failed != 0 { box.release() } else { pthread_detach(thread) }
  }
}
