import Foundation

/// The bytes of a file a person named, within limits.
public enum InputFile {
  /// 256 MB.
  public static let defaultLimit = 256 << 20

  /// Reads a file, a pipe or a device to its end.
  ///
  /// - Throws: `.missing`, `.unreadable`, `.directory`, `.empty`, `.tooLarge`. Whether the bytes are text is for
  ///   `TextDecoder` to say.
  public static func read(_ path: String, limit: Int = defaultLimit) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw .directory }
    let isRegular = type == S_IFREG
    if isRegular, status.st_size > limit { throw .tooLarge(limit: limit) }
    let bytes = try readAll(descriptor, expecting: isRegular ? Int(status.st_size) : 0, limit: limit)
    if bytes.isEmpty { throw .empty }
    return bytes
  }

  private static func readAll(_ descriptor: Int32, expecting: Int, limit: Int) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expecting + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable(errno: errno)
      }
      if bytes.count + count > limit { throw .tooLarge(limit: limit) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
