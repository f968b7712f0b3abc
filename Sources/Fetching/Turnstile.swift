import Synchronization

/// Lets a number of tasks in at a time, in the order in which they came.
final class Turnstile: Sendable {
  private struct State {
    var free: Int
    var nextTicket: UInt64 = 0
    /// Who waits, in order. A ticket that is not here any more was cancelled.
    var queue: [UInt64] = []
    /// Everything before it in `queue` is done; the array is shortened now and then.
    var head = 0
    var waiting: [UInt64: CheckedContinuation<Bool, Never>] = [:]
  }

  private let state: Mutex<State>

  init(capacity: Int) { state = Mutex(State(free: max(1, capacity))) }

  /// Waits for a place; whoever has one calls `leave`.
  func enter() async throws(FetchFailure) {
    if Task.isCancelled { throw .cancelled }
    let ticket: UInt64? = state.withLock { state in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.nextTicket += 1
      return state.nextTicket
    }
    guard let ticket else { return }
    let isIn = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        wait(ticket, continuation)
        // The handler may have run before there was anything to cancel.
        if Task.isCancelled { cancel(ticket) }
      }
    } onCancel: {
      cancel(ticket)
    }
    if !isIn { throw .cancelled }
  }

  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      while state.head < state.queue.count {
        let ticket = state.queue[state.head]
        state.head += 1
        if state.head > 64, state.head * 2 > state.queue.count {
          state.queue.removeFirst(state.head)
          state.head = 0
        }
        if let continuation = state.waiting.removeValue(forKey: ticket) { return continuation }
      }
      state.free += 1
      return nil
    }
    next?.resume(returning: true)
  }

  private func wait(_ ticket: UInt64, _ continuation: CheckedContinuation<Bool, Never>) {
    // A place may have become free since the ticket was drawn.
    let isIn = state.withLock { state in
      if state.free > 0 {
        state.free -= 1
        return true
      }
      state.queue.append(ticket)
      state.waiting[ticket] = continuation
      return false
    }
    if isIn { continuation.resume(returning: true) }
  }

  private func cancel(_ ticket: UInt64) {
    state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume(returning: false)
  }
}
