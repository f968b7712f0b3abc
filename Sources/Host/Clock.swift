import Glibc
import MentorDirectory

/// Tells the time. Comes in as a value, so that tests and screenshots can stop it.
public struct Clock: Sendable {
  private let read: @Sendable () -> Timestamp

  public init(_ read: @escaping @Sendable () -> Timestamp) { self.read = read }

  public var now: Timestamp { read() }

  /// The machine's clock.
  public static let system = Clock { Timestamp(seconds: Int64(time(nil))) }
  /// A clock that stands still.
  public static func fixed(_ moment: Timestamp) -> Clock { Clock { moment } }
  /// The machine's clock, or the moment in `MENTORING_NOW` (`2026-05-01T09:30:00Z`): for pictures and tests.
  public static func of(_ environment: RunEnvironment) -> Clock {
    environment.value("MENTORING_NOW").flatMap { Timestamp($0) }.map(fixed) ?? system
  }
}
