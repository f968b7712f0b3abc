import Glibc
import MentorDirectory

/// Times that come in from outside, so that tests need not wait.
public struct FetchClock: Sendable {
  /// Time since some moment, that never jumps: what waits are measured by.
  public var elapsed: @Sendable () -> Duration
  /// The moment by the calendar, for dates that a server names; it may jump, and is used for nothing else.
  public var now: @Sendable () -> Timestamp
  /// Waits; throws when its task is cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// 0 ..< 1, to spread waits that would end together.
  public var jitter: @Sendable () -> Double

  public init(
    elapsed: @escaping @Sendable () -> Duration, now: @escaping @Sendable () -> Timestamp,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.elapsed = elapsed
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
  }

  /// The machine's.
  public static var system: FetchClock {
    let start = ContinuousClock.now
    return FetchClock(
      elapsed: { start.duration(to: .now) }, now: { Timestamp(seconds: Int64(time(nil))) },
      sleep: { try await Task.sleep(for: $0) })
  }
}
