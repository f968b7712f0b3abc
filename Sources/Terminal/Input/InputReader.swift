import CTerminal
import Surface

/// An event that may need something from the screen before the program sees it.
enum RawEvent {
  case event(TerminalEvent)
  case resized
  /// The process was stopped without warning.
  case stopped
}

/// Waits for bytes and notices, and puts them into one stream.
struct InputReader {
  private var decoder: InputDecoder
  private let escapeDelay: Duration
  private var queue: [RawEvent] = []
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// An answer of the terminal that is still to come.
  private var awaitsReport = false
  private var isHungUp = false
  private let clock = ContinuousClock()
  private var lastInput = ContinuousClock.now

  init(escapeDelay: Duration = .milliseconds(25), terminfo: TerminfoKeys = TerminfoKeys()) {
    self.escapeDelay = escapeDelay
    decoder = InputDecoder(terminfo: terminfo)
  }

  mutating func add(_ event: TerminalEvent) { queue.append(.event(event)) }

  mutating func nextEvents(timeout: Duration?) -> [RawEvent] {
    let deadline = timeout.map { clock.now + $0 }
    repeat {
      if queue.isEmpty { wait(until: deadline) } else { wait(until: clock.now) }
    } while queue.isEmpty && !isHungUp && deadline.map { clock.now < $0 } ?? true
    // Nothing will ever come again: say so again rather than wait.
    if queue.isEmpty, isHungUp { add(.terminate(.hangUp)) }
    defer { queue.removeAll() }
    return queue
  }

  /// Waits for the answer about the background; everything else stays in the queue.
  mutating func background(within timeout: Duration) -> Background {
    awaitsReport = true
    let deadline = clock.now + timeout
    while awaitsReport, clock.now < deadline, !isHungUp {
      wait(until: deadline)
      if let found = takeBackground() { return found }
    }
    return .unknown
  }

  /// Reads an answer that is on its way, so that it does not end up on the command line.
  mutating func awaitReport(atMost timeout: Duration) {
    guard awaitsReport else { return }
    _ = background(within: timeout)
  }

  private mutating func takeBackground() -> Background? {
    for (index, event) in queue.enumerated() {
      if case .event(.background(let background)) = event {
        queue.remove(at: index)
        return background
      }
    }
    return nil
  }

  /// One wait. Returns early for an escape that nothing follows.
  private mutating func wait(until deadline: ContinuousClock.Instant?) {
    let patience = decoder.patience(escapeDelay: escapeDelay).map { lastInput + $0 }
    let end = [deadline, patience].compactMap { $0 }.min()
    let limit = end.map { InputReader.milliseconds(max(.zero, $0 - clock.now)) }
    let ready = UInt32(bitPattern: cterm_wait(limit ?? -1))
    if ready & UInt32(CTERM_WOKEN) != 0 { takeNotices() }
    if ready & UInt32(CTERM_INPUT) != 0 {
      read()
    } else if ready & UInt32(CTERM_HANGUP) != 0 {
      hangUp()
    } else if let patience, patience <= clock.now {
      decoder.giveUpWaiting(now: clock.now)
    }
    takeDecoded()
  }

  private mutating func read() {
    let count = buffer.withUnsafeMutableBufferPointer { cterm_read($0.baseAddress, $0.count) }
    guard count > 0 else { return hangUp() }
    lastInput = clock.now
    decoder.feed(buffer[0..<count], now: lastInput)
  }

  private mutating func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    add(.terminate(.hangUp))
  }

  private mutating func takeDecoded() {
    for decoded in decoder.takeEvents() {
      switch decoded {
      case .event(let event): add(event)
      case .answered: awaitsReport = false
      }
    }
  }

  private mutating func takeNotices() {
    let notices = cterm_take_notices()
    func has(_ bit: Int) -> Bool { notices & UInt32(bit) != 0 }
    if has(CTERM_CONTINUED) { queue.append(.stopped) }
    if has(CTERM_CONTINUED) || has(CTERM_RESIZED), cterm_update_size() { queue.append(.resized) }
    if has(CTERM_STOP_WANTED) { add(.suspendRequest) }
    if has(CTERM_INTERRUPTED) { add(.terminate(.interrupt)) }
    if has(CTERM_TERMINATED) { add(.terminate(.terminate)) }
    if has(CTERM_HUNG_UP) { hangUp() }
    if has(CTERM_WAKE) { add(.wake) }
  }

  /// Rounded up, so that a wait never ends just before its time.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let parts = duration.components
    let whole = parts.seconds.multipliedReportingOverflow(by: 1000)
    guard !whole.overflow, whole.partialValue < 1 << 30 else { return 1 << 30 }
    return Int32(whole.partialValue + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
