import Glibc

/// Writes files so that, whatever happens, the old content or the new one is there, whole.
///
/// A new file is written beside the old one, brought to the disk, and renamed over it. A symbolic link stays: what it
/// points to is replaced.
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
    let temporary = temporaryPath(beside: target)
    do throws(HostError) {
      let sink = Sink(
        file: try FileDescriptor(
          opening: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, permissions: mode_t(permissions)))
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
    return FilePath.join(directory, ".\(name).new-\(getpid())-\(UInt32.random(in: 0 ... .max))")
  }

  /// Brings the rename to the disk. Some file systems refuse; the rename is atomic without it.
  private static func synchroniseDirectory(of path: String) {
    let descriptor = Glibc.open(FilePath.split(path).directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
