import Glibc

/// What went wrong between the program and the machine.
public enum HostError: Error, Equatable, Sendable {
  /// Neither `HOME` nor the XDG variable of that directory says where files belong; the value names the variable.
  case noPlace(variable: String)
  /// A file or directory could not be read, written, made, moved or removed.
  case file(FileOperation, path: String, SystemError)
  /// A file is larger than the limit, in bytes.
  case tooLarge(path: String, limit: Int)
  /// A file that comes with the program was not found; the value is its name.
  case noResource(name: String)
  /// Another process holds the lock for too long.
  case locked(path: String)
}

public enum FileOperation: String, Sendable {
  case open, read, write, create, rename, remove, list
}

/// An `errno`.
public struct SystemError: Error, Equatable, Sendable {
  public var code: Int32
  public init(code: Int32) { self.code = code }
  /// The error that the last call of the C library left.
  static var last: SystemError { SystemError(code: errno) }
  /// The system's words for it ("Permission denied").
  public var message: String { String(cString: strerror(code)) }

  public var isPermission: Bool { code == EACCES || code == EPERM }
  public var isReadOnly: Bool { code == EROFS }
  public var isFull: Bool { code == ENOSPC || code == EDQUOT }
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
