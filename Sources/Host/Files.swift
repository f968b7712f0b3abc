import Glibc

/// Reading, listing, making and removing files and directories.
public enum Files {
  public enum Kind: Sendable { case file, directory, other }

  /// What stands at the path, links followed; nil if nothing does or it may not be looked at.
  public static func kind(at path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// Size in bytes; nil if there is no such file.
  public static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// All bytes of a file. More than `limit` bytes are an error, before they are read where the size is known.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(HostError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, flags: O_RDONLY)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .file(.read, path: path, .last) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .file(.read, path: path, SystemError(code: EISDIR)) }
    guard Int(status.st_size) <= limit else { throw .tooLarge(path: path, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { part.deallocate() }
    while true {
      let count = try file.read(into: part)
      if count == 0 { return bytes }
      bytes.append(contentsOf: part[..<count])
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    }
  }

  /// The file as text; bytes that are not UTF-8 become U+FFFD.
  public static func readText(_ path: String, limit: Int = 1 << 28) throws(HostError) -> String {
    String(decoding: try read(path, limit: limit), as: UTF8.self)
  }

  /// Names in a directory in ascending order, without "." and "..".
  public static func names(in directory: String) throws(HostError) -> [String] {
    guard let stream = opendir(directory) else { throw .file(.list, path: directory, .last) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes the directory and those above it that are missing, for the user alone (0700). Existing ones stay as they are.
  public static func createDirectory(_ path: String) throws(HostError) {
    if kind(at: path) == .directory { return }
    let parent = FilePath.split(path).directory
    if parent != path, parent != "." { try createDirectory(parent) }
    guard mkdir(path, 0o700) != 0 else { return }
    let error = SystemError.last
    if error.code == EEXIST, kind(at: path) == .directory { return }
    throw .file(.create, path: path, error.code == EEXIST ? SystemError(code: ENOTDIR) : error)
  }

  /// Copies a regular file, for the user alone (0600). An existing target is replaced.
  public static func copy(_ path: String, to target: String) throws(HostError) {
    let source = try FileDescriptor(opening: path, flags: O_RDONLY)
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { part.deallocate() }
    try AtomicFile.write(to: target) { sink throws(HostError) in
      while true {
        let count = try source.read(into: part)
        if count == 0 { return }
        try sink.append(UnsafeRawBufferPointer(rebasing: part[..<count]))
      }
    }
  }

  public static func rename(_ path: String, to target: String) throws(HostError) {
    guard Glibc.rename(path, target) == 0 else { throw .file(.rename, path: path, .last) }
  }

  /// Removes a file, or a directory with all that is in it. Links are removed, not followed. Missing is fine.
  public static func remove(_ path: String) throws(HostError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .file(.remove, path: path, .last)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in try names(in: path) { try remove(FilePath.join(path, name)) }
      if rmdir(path) != 0, errno != ENOENT { throw .file(.remove, path: path, .last) }
    } else if unlink(path) != 0, errno != ENOENT {
      throw .file(.remove, path: path, .last)
    }
  }
}

extension Files {
  /// The first bytes of a file, fewer if it is shorter.
  public static func readStart(_ path: String, count: Int) throws(HostError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, flags: O_RDONLY)
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { part.deallocate() }
    let read = try file.read(into: part)
    return Array(part[..<read])
  }

  /// Makes an empty file for the user alone (0600) if there is none.
  public static func createEmpty(_ path: String) throws(HostError) {
    _ = try FileDescriptor(opening: path, flags: O_WRONLY | O_CREAT)
  }
}

/// What tells one state of a file from the next, without reading it.
public struct FileStamp: Equatable, Sendable {
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// That of the file at the path, links followed; nil if there is none.
  public init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
