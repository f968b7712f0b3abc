import Synchronization

/// The lanes of all hosts. Those in use are kept; of the others as many as memory is granted for.
final class HostLanes: Sendable {
  private struct Entry {
    var lane: HostLane
    var users = 1
    /// What of its cost is in the sum.
    var cost = 0
  }
  private struct State {
    var lanes: [String: Entry] = [:]
    /// Lanes at which idle ones are looked for; grows where all are needed.
    var threshold = HostLanes.countLimit
    var cost = 0
  }

  private static let countLimit = 4096
  private static let costLimit = 32 << 20
  private let state = Mutex(State())
  private let options: ClientOptions

  init(_ options: ClientOptions) { self.options = options }

  /// Whoever borrows gives back.
  func borrow(_ host: String) -> HostLane {
    state.withLock { state in
      if let entry = state.lanes[host] {
        state.lanes[host]?.users += 1
        return entry.lane
      }
      if state.lanes.count >= state.threshold || state.cost > Self.costLimit { forgetIdle(&state) }
      let lane = HostLane(host: host, atOnce: options.atOncePerHost, clock: options.clock)
      state.lanes[host] = Entry(lane: lane)
      return lane
    }
  }

  func giveBack(_ lane: HostLane) {
    state.withLock { state in
      guard var entry = state.lanes[lane.host] else { return }
      entry.users -= 1
      if entry.users == 0 {
        let cost = lane.cost
        state.cost += cost - entry.cost
        entry.cost = cost
      }
      state.lanes[lane.host] = entry
    }
  }

  private func forgetIdle(_ state: inout State) {
    state.lanes = state.lanes.filter { $0.value.users > 0 || !$0.value.lane.isIdle(pause: options.pause) }
    state.threshold = max(Self.countLimit, state.lanes.count * 2)
    state.cost = state.lanes.values.reduce(0) { $0 + $1.cost }
  }
}
