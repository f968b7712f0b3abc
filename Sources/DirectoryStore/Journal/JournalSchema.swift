import GRDB

/// The tables of the journal. Rows are never changed but for what was forgotten.
enum JournalSchema {
  /// "Desk": tells this file from other programs' SQLite files.
  static let applicationID = 0x4465_736B
  static let version = 1

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE event(
            id TEXT PRIMARY KEY,          -- ULID, the order of the desk
            request TEXT,                 -- what it is about, so that forgetting finds it
            json TEXT NOT NULL            -- the event whole; one of a later version is kept as it came
          ) WITHOUT ROWID;
          CREATE INDEX event_request ON event(request);
          PRAGMA application_id = \(applicationID);
          PRAGMA user_version = 1
          """)
    }
    return migrator
  }
}
