import GRDB
import Host

/// The database file in its directory: looked at before it is touched, made whole or not at all.
struct StoreFile {
  static let name = "directory.sqlite"

  let directory: String
  var path: String { FilePath.join(directory, Self.name) }

  struct Opened {
    let reader: any DatabaseReader
    let writer: (any DatabaseWriter)?
  }

  func open() throws(StoreError) -> Opened {
    do throws(StoreError) {
      try StoreError.mapping(path) { try Files.createDirectory(directory) }
      return try holdingLock { try openWritable() }
    } catch {
      guard case .readOnly = error, Files.kind(at: path) == .file else { throw error }
      return try openReadOnly()
    }
  }

  /// The lock is held while the file is looked at, made, migrated or moved aside, so that two processes do not do so
  /// at once.
  func holdingLock<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    try StoreError.mapping(path) { try FileLock.holding(FilePath.join(directory, "directory.lock"), body) }
  }

  /// Nil if there is none, or an empty one; else throws what is wrong with it or returns its schema version.
  func inspect() throws(StoreError) -> Int? {
    guard let size = Files.size(of: path), size > 0 else { return nil }
    let head = try StoreError.mapping(path) { try Files.readStart(path, count: 16) }
    guard head == Array("SQLite format 3\u{0}".utf8) else { throw .corrupt(path: path) }
    return try StoreError.mapping(path) {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: true))
      return try queue.read { db in
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0 {
          // A process was killed between making the file and its schema.
          let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
          guard tables.allSatisfy({ $0 == "grdb_migrations" }) else { throw StoreError.notOurs(path: path) }
          return nil
        }
        guard application == Schema.applicationID else { throw StoreError.notOurs(path: path) }
        guard version <= Schema.version else {
          throw StoreError.newer(path: path, found: version, known: Schema.version)
        }
        return version
      }
    }
  }

  func openWritable() throws(StoreError) -> Opened {
    let version = try inspect()
    return try StoreError.mapping(path) {
      if version == nil { try Files.createEmpty(path) }
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: false))
      if version != Schema.version { try Schema.migrator.migrate(pool) }
      return Opened(reader: pool, writer: pool)
    }
  }

  private func openReadOnly() throws(StoreError) -> Opened {
    guard try inspectReadOnly() == Schema.version else { throw .readOnly(path: path) }
    return try StoreError.mapping(path) {
      let queue = try DatabaseQueue(path: readOnlyPath, configuration: Self.configuration(readOnly: true))
      _ = try queue.read { db in try Schema.generation(db) }
      return Opened(reader: queue, writer: nil)
    }
  }

  private func inspectReadOnly() throws(StoreError) -> Int? {
    try StoreError.mapping(path) {
      let queue = try DatabaseQueue(path: readOnlyPath, configuration: Self.configuration(readOnly: true))
      return try queue.read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
          throw StoreError.notOurs(path: path)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= Schema.version else {
          throw StoreError.newer(path: path, found: version, known: Schema.version)
        }
        return version
      }
    }
  }

  /// Without a log beside it nobody is writing, and `immutable` lets SQLite read where it can make no files
  /// (sqlite.org/uri.html). With one, SQLite must find its way with the files that are there.
  private var readOnlyPath: String {
    if let size = Files.size(of: path + "-wal"), size > 0 { return path }
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x30...0x39, 0x41...0x5A,
        0x61...0x7A:
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default: escaped += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "file:\(escaped)?immutable=1"
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(15)
    configuration.prepareDatabase { db in
      // 64 MB of page cache.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      guard !readOnly else { return }
      // Three mentors of usual length to a page, and a log that shrinks again after a large import.
      try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA journal_size_limit = 16777216")
    }
    return configuration
  }
}
