import Glibc
import MentorDirectory

/// A lock between processes, on a file of its own. The system releases it when its holder ends, however it ends.
public struct FileLock: ~Copyable {
  private let file: FileDescriptor

  /// Waits until the lock is free, at most `milliseconds`.
  public init(_ path: String, waitingAtMost milliseconds: Int = 10_000) throws(HostError) {
    let file = try FileDescriptor(opening: path, flags: O_RDWR | O_CREAT)
    var waited = 0
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .file(.open, path: path, .last) }
      guard waited < milliseconds else { throw .locked(path: path) }
      usleep(10_000)
      waited += 10
    }
    self.file = file
  }

  /// Writes into the locked file who holds it, for others to read.
  func write(note: String) throws(HostError) {
    let line = Array(note.cleanedLine(limit: 200).utf8)
    guard ftruncate(file.number, 0) == 0, lseek(file.number, 0, SEEK_SET) == 0 else { return }
    let outcome = line.withUnsafeBytes { bytes in Result { () throws(HostError) in try file.write(bytes) } }
    try outcome.get()
  }

  /// Who holds, or held, the lock; empty if nobody said.
  public static func note(of path: String) throws(HostError) -> String {
    try Files.readText(path, limit: 1000).cleanedLine(limit: 200)
  }

  /// Gives the lock back now, not at some later end of the value.
  public consuming func release() {}
}

extension FileLock {
  /// Runs `body` with the lock held; `note` says by whom.
  public static func holding<Value>(
    _ path: String, waitingAtMost milliseconds: Int = 10_000, note: String = "", _ body: () throws -> Value
  ) throws -> Value {
    let lock = try FileLock(path, waitingAtMost: milliseconds)
    // A note that cannot be written is missed by nobody but whoever waits.
    if !note.isEmpty { try? lock.write(note: note) }
    let outcome = Result { try body() }
    lock.release()
    return try outcome.get()
  }
}
