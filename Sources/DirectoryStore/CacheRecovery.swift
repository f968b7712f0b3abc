import GRDB
import Host
import MentorDirectory

/// What to do with a cache that cannot be used: put it aside, begin a new one, and say what can be read again.
public struct CacheRecovery: Sendable {
  /// Of the files put aside, so many are kept.
  public static let mostKept = 2

  private let file: StoreFile

  /// `cacheDirectory` is the one that `DirectoryStore` is opened in.
  public init(cacheDirectory: String) { file = StoreFile(directory: cacheDirectory) }

  /// Moves the file aside (`directory.sqlite.corrupt-20260501T093000Z`) and returns where it is now; the next
  /// `DirectoryStore` begins anew. Nil if the file can be used after all, because another process has done this
  /// already. Takes as long as reading the whole file.
  public func putAside(now: Timestamp) throws(StoreError) -> String? {
    try file.holdingLock {
      guard let reason = reasonToPutAside() else { return nil }
      let stamp = now.text.filter { $0 != "-" && $0 != ":" }
      let target = unusedPath("\(file.path).\(reason)-\(stamp)")
      try Files.rename(file.path, to: target)
      // The log belongs to the file; without it the last changes in it would be lost to whoever looks at it.
      if Files.kind(at: file.path + "-wal") != nil { try Files.rename(file.path + "-wal", to: target + "-wal") }
      try Files.remove(file.path + "-shm")
      try removeOldest()
      return target
    }
  }

  /// The registered sources, and where each can be read from.
  public func rereadable(in registry: SourceRegistry) throws(StoreError) -> [RereadableSource] {
    try registry.sources().map { registry.places(of: $0) }
  }

  private func reasonToPutAside() -> String? {
    do throws(StoreError) {
      guard try file.inspect() != nil else { return nil }
      try StoreError.mapping(file.path) {
        let store = try DirectoryStore(unlocked: file)
        try store.checkIntegrity()
        try store.forEachMentorInDisplayOrder { _ in }
        try store.close()
      }
      return nil
    } catch {
      switch error {
      case .corrupt: return "corrupt"
      case .newer: return "newer"
      case .notOurs: return "foreign"
      default: return nil
      }
    }
  }

  private func unusedPath(_ path: String) -> String {
    var candidate = path, number = 2
    while Files.kind(at: candidate) != nil {
      candidate = "\(path)-\(number)"
      number += 1
    }
    return candidate
  }

  private func removeOldest() throws {
    let aside = try Files.names(in: file.directory).filter { name in
      ["corrupt-", "newer-", "foreign-"].contains { name.hasPrefix("\(StoreFile.name).\($0)") }
        && !name.hasSuffix("-wal")
    }
    let byAge = aside.sorted { stamp(of: $0) > stamp(of: $1) }
    for name in byAge.dropFirst(Self.mostKept) {
      for end in ["", "-wal"] { try Files.remove(FilePath.join(file.directory, name + end)) }
    }
  }

  /// "20260501T093000Z" of "directory.sqlite.corrupt-20260501T093000Z".
  private func stamp(of name: String) -> Substring { name.drop { $0 != "-" }.dropFirst() }
}
