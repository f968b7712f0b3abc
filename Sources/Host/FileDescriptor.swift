import Glibc

/// An open file that closes itself.
struct FileDescriptor: ~Copyable {
  let number: Int32
  let path: String

  init(opening path: String, flags: Int32, permissions: mode_t = 0o600) throws(HostError) {
    var result: Int32
    repeat { result = Glibc.open(path, flags | O_CLOEXEC, permissions) } while result < 0 && errno == EINTR
    guard result >= 0 else {
      throw .file(flags & O_CREAT != 0 ? .create : .open, path: path, .last)
    }
    number = result
    self.path = path
  }

  deinit { close(number) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(HostError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(number, rest.base.baseAddress.map { $0 + rest.startIndex }, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        throw .file(.write, path: path, .last)
      }
    }
  }

  /// Reads at most as much as fits; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(HostError) -> Int {
    while true {
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .file(.read, path: path, .last) }
    }
  }

  func synchronise() throws(HostError) {
    if fsync(number) != 0 { throw .file(.write, path: path, .last) }
  }
}
