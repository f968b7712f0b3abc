import GRDB

/// The tables of the cache.
///
/// A record is what one source says of one mentor, in a list or on a page that it leads to; a mentor is merged from the
/// records that are of one person. Texts of mentors are JSON without times that say only when somebody looked; those
/// are columns, or the source's.
enum Schema {
  /// "Mntr": tells this file from other programs' SQLite files (sqlite.org/pragma.html#pragma_application_id).
  static let applicationID = 0x4D6E_7472
  /// `user_version` after all migrations.
  static let version = 2

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: first)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: second)
      try fillIdentity(db)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    return migrator
  }

  static func generation(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'generation'") ?? 0
  }

  static func advanceGeneration(_ db: Database) throws {
    try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE key = 'generation'")
  }

  private static let first = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    -- Begins anywhere: an index made from an earlier cache in the same place must never seem to fit this one.
    INSERT INTO meta VALUES('generation', abs(random() % 4611686018427387904));

    CREATE TABLE source(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      address TEXT NOT NULL,
      paths TEXT NOT NULL,            -- JSON array
      trust INTEGER NOT NULL,
      imported_at INTEGER NOT NULL    -- times are seconds since 1970, UTC
    );

    CREATE TABLE record(
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL,
      key TEXT NOT NULL,              -- names the record within its source
      hash INTEGER NOT NULL,          -- of json and write_up without any times and places in the source
      text_hash INTEGER NOT NULL,     -- of json as it stands: a row that only moved is rewritten, not changed
      write_up_hash INTEGER NOT NULL,
      name TEXT NOT NULL,
      identity BLOB NOT NULL,         -- identity keys, 8 bytes each
      first_seen INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      stated_change INTEGER,          -- what the source itself says of the times
      stated_confirmation INTEGER,
      json TEXT NOT NULL,
      write_up TEXT NOT NULL,         -- JSON of the blocks, empty if there are none
      UNIQUE(source, key)
    );

    CREATE TABLE mentor(
      id INTEGER PRIMARY KEY,
      mentor_id TEXT NOT NULL UNIQUE,
      sort_key TEXT NOT NULL,
      name_key TEXT NOT NULL,
      inputs INTEGER NOT NULL,        -- hash of the records it was merged from
      content_hash INTEGER NOT NULL,
      first_seen INTEGER NOT NULL,
      last_changed INTEGER NOT NULL,
      confirmed INTEGER,
      text_record INTEGER,            -- the record whose write-up it has
      json TEXT                       -- NULL if it is that of this record, of which alone it was made
    );
    CREATE INDEX mentor_order ON mentor(sort_key, mentor_id);
    CREATE INDEX mentor_name ON mentor(name_key);

    CREATE TABLE membership(record INTEGER PRIMARY KEY, mentor INTEGER NOT NULL);

    CREATE TABLE problem(
      source INTEGER NOT NULL,
      position INTEGER NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY(source, position)
    ) WITHOUT ROWID;
    """
}
