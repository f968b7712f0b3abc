import GRDB
import Host

/// The journal's file: looked at before it is touched, copied before it is migrated, readable by its owner alone.
struct JournalFile {
  static let name = "desk.sqlite"

  let directory: String
  var path: String { FilePath.join(directory, Self.name) }

  func open() throws(JournalError) -> DatabaseQueue {
    try JournalError.mapping(path) {
      try Files.createDirectory(directory)
      return try FileLock.holding(FilePath.join(directory, "desk.lock")) {
        let version = try inspect()
        if version == nil { try Files.createEmpty(path) }
        let queue = try DatabaseQueue(path: path, configuration: Self.configuration())
        if let version, version < JournalSchema.version { try copy(queue, from: version) }
        if version != JournalSchema.version { try JournalSchema.migrator.migrate(queue) }
        return queue
      }
    }
  }

  /// Nil if there is none, or an empty one; else its version. Throws what is wrong with it.
  private func inspect() throws -> Int? {
    guard let size = Files.size(of: path), size > 0 else { return nil }
    guard try Files.readStart(path, count: 16) == Array("SQLite format 3\u{0}".utf8) else {
      throw StoreError.corrupt(path: path)
    }
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if application == 0, version == 0, try Self.isEmpty(db) { return nil }
      guard application == JournalSchema.applicationID else { throw StoreError.notOurs(path: path) }
      guard version <= JournalSchema.version else {
        throw StoreError.newer(path: path, found: version, known: JournalSchema.version)
      }
      return version
    }
  }

  /// A process was killed between making the file and its schema.
  private static func isEmpty(_ db: Database) throws -> Bool {
    try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      .allSatisfy { $0 == "grdb_migrations" }
  }

  /// `desk.sqlite.before-2`: as it was before the migration to version 2.
  private func copy(_ queue: DatabaseQueue, from version: Int) throws {
    let target = "\(path).before-\(version + 1)"
    guard Files.kind(at: target) == nil else { return }
    try Files.createEmpty(target)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [target]) }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(15)
    configuration.prepareDatabase { db in
      // What is committed is on the disk, and what was forgotten is overwritten there.
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    }
    return configuration
  }
}
