import Glibc

/// Writes files so that, whatever happens, the old content or the new one is there, whole.
///
/// A new file is written beside the old one, brought to the disk, and renamed over it. A symbolic link stays: what it
/// points to is replaced. What a killed writer leaves behind is removed by the next one: its file is locked by nobody.
public enum AtomicFile {
  /// `permissions` are those of the new file; the directory must exist.
  public static func write(_ text: String, to path: String, permissions: UInt32 = 0o600) throws(HostError) {
    try write(Array(text.utf8), to: path, permissions: permissions)
  }

  public static func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o600) throws(HostError) {
    try write(to: path, permissions: permissions) { sink throws(HostError) in try sink.append(bytes) }
  }

  /// Writes in parts. When `body` throws, the old file stays as it was.
  public static func write(
    to path: String, permissions: UInt32 = 0o600, _ body: (borrowing Sink) throws(HostError) -> Void
  ) throws(HostError) {
    let target = FilePath.resolved(path) ?? path
    removeAbandoned(beside: target)
    let temporary = temporaryPath(beside: target)
    do throws(HostError) {
      let sink = Sink(
        file: try FileDescriptor(
          opening: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, permissions: mode_t(permissions)))
      // Where locks are not to be had, the file is safe for as long as it is young.
      flock(sink.file.number, LOCK_EX | LOCK_NB)
      try body(sink)
      try sink.file.synchronise()
      guard rename(temporary, target) == 0 else { throw .file(.rename, path: target, .last) }
    } catch {
      unlink(temporary)
      throw error
    }
    synchroniseDirectory(of: target)
  }

  /// Takes the parts of a file that is being written.
  public struct Sink: ~Copyable {
    fileprivate let file: FileDescriptor

    public func append(_ bytes: UnsafeRawBufferPointer) throws(HostError) { try file.write(bytes) }

    public func append(_ bytes: [UInt8]) throws(HostError) {
      let outcome = bytes.withUnsafeBytes { buffer in
        Result { () throws(HostError) in try file.write(buffer) }
      }
      try outcome.get()
    }
  }

  private static func temporaryPath(beside path: String) -> String {
    let (directory, name) = FilePath.split(path)
    return FilePath.join(directory, temporaryPrefix(name) + "\(getpid())-\(UInt32.random(in: 0 ... .max))")
  }

  private static func temporaryPrefix(_ name: String) -> String { ".\(name).new-" }

  /// Between making a file and locking it somebody else may look at it.
  private static let youngSeconds = 10

  private static func removeAbandoned(beside path: String) {
    let (directory, name) = FilePath.split(path)
    for other in (try? Files.names(in: directory)) ?? [] where other.hasPrefix(temporaryPrefix(name)) {
      let abandoned = FilePath.join(directory, other)
      guard let file = try? FileDescriptor(opening: abandoned, flags: O_RDWR | O_NOFOLLOW) else { continue }
      var status = stat()
      guard fstat(file.number, &status) == 0, status.st_mtim.tv_sec + youngSeconds < time(nil),
        flock(file.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(abandoned)
    }
  }

  /// Brings the rename to the disk. Some file systems refuse; the rename is atomic without it.
  private static func synchroniseDirectory(of path: String) {
    let descriptor = Glibc.open(FilePath.split(path).directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
