import Glibc
import MentorDirectory

/// What happened out of sight, in `mentoring.log` of the state directory: one line per event, at most `limit` bytes,
/// and once that is reached the file before it as `mentoring.log.old`.
public struct LogFile: Sendable {
  public let path: String
  private let limit: Int
  private let clock: Clock

  public init(directory: String, limit: Int = 1 << 20, clock: Clock) {
    path = FilePath.join(directory, "mentoring.log")
    self.limit = limit
    self.clock = clock
  }

  /// Appends a line with the time. Several processes may do so at once. Failures are silent: a log that cannot be
  /// written must not stop anybody.
  public func append(_ message: String) {
    guard let file = try? open() else { return }
    let line = "\(clock.now.text) \(message.cleanedLine(limit: 4000))\n"
    try? Array(line.utf8).withUnsafeBytes { try file.write($0) }
  }

  /// Opens the file for appending, for a stream that goes on while the screen is up; the caller closes it.
  public func openDescriptor() throws(HostError) -> Int32 {
    rotateIfFull()
    let descriptor = Glibc.open(path, Self.flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .file(.open, path: path, .last) }
    return descriptor
  }

  private static let flags = O_WRONLY | O_APPEND | O_CREAT

  private func open() throws(HostError) -> FileDescriptor {
    rotateIfFull()
    return try FileDescriptor(opening: path, flags: Self.flags)
  }

  private func rotateIfFull() {
    if let size = Files.size(of: path), size >= limit { _ = Glibc.rename(path, path + ".old") }
  }
}
