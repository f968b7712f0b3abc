import Foundation
import GRDB
import MentorDirectory

extension Schema {
  /// Pages that sources lead to, what is known of them, what a sync did, and who is found by which key.
  static let second = """
    ALTER TABLE source ADD COLUMN settings INTEGER NOT NULL DEFAULT 0;  -- hash of how it was read
    ALTER TABLE source ADD COLUMN entity_tag TEXT NOT NULL DEFAULT '';
    ALTER TABLE source ADD COLUMN last_modified TEXT NOT NULL DEFAULT '';
    ALTER TABLE source ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE source ADD COLUMN reader_version INTEGER NOT NULL DEFAULT 0;

    -- The last sync of a source that came to an end.
    CREATE TABLE sync(
      source INTEGER PRIMARY KEY,
      started INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      new INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      gone INTEGER NOT NULL,
      failed INTEGER NOT NULL,        -- pages that gave nothing
      failure TEXT NOT NULL           -- JSON: why the source as a whole could not be read; empty if it could
    );

    ALTER TABLE record ADD COLUMN trust INTEGER NOT NULL DEFAULT 1;
    UPDATE record SET trust = coalesce((SELECT trust FROM source WHERE source.id = record.source), 1);
    ALTER TABLE record ADD COLUMN page INTEGER;                         -- the page it was read from; NULL if listed
    ALTER TABLE record ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;      -- `Absence.Stage` of the page
    ALTER TABLE record ADD COLUMN gone_since INTEGER;
    CREATE INDEX record_page ON record(page) WHERE page IS NOT NULL;

    -- The keys of each record's `identity`, so that the others who have one are found without reading all.
    CREATE TABLE identity(
      key INTEGER NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY(key, record)
    ) WITHOUT ROWID;
    CREATE INDEX membership_mentor ON membership(mentor);

    ALTER TABLE mentor ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE mentor ADD COLUMN gone_since INTEGER;

    CREATE TABLE page(
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL,
      address TEXT NOT NULL,          -- as the source names it
      final_address TEXT NOT NULL,
      entity_tag TEXT NOT NULL,
      last_modified TEXT NOT NULL,
      body_hash INTEGER NOT NULL,
      reader_version INTEGER NOT NULL,  -- 0: never read
      verdict TEXT NOT NULL,
      reason TEXT NOT NULL,
      confidence REAL NOT NULL,
      has_mentor INTEGER NOT NULL DEFAULT 0,  -- whether somebody was read from it the last time
      read_at INTEGER,                -- when its words were read last, and when they last changed
      changed_at INTEGER,
      failure TEXT NOT NULL,          -- JSON: what the last visit met; empty if it went well
      failed_at INTEGER,
      confirmed_at INTEGER,           -- while it fails: when it was there last
      gone_since INTEGER,
      gone_last INTEGER,
      gone_visits INTEGER NOT NULL DEFAULT 0,
      gone_seconds INTEGER NOT NULL DEFAULT 0,
      UNIQUE(source, address)
    );

    -- Earlier write-ups of a record, the latest last.
    CREATE TABLE version(
      id INTEGER PRIMARY KEY,
      record INTEGER NOT NULL,
      until INTEGER NOT NULL,
      write_up TEXT NOT NULL
    );
    CREATE INDEX version_record ON version(record);

    CREATE TABLE problem2(
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL,
      page INTEGER,                   -- the page it was met on; NULL for the source's own list or files
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      reason TEXT NOT NULL,
      failure TEXT NOT NULL           -- JSON: what was met on the way; empty for a problem with what was read
    );
    INSERT INTO problem2(source, file, line, "column", reason, failure)
      SELECT source, file, line, "column", reason, '' FROM problem ORDER BY source, position;
    DROP TABLE problem;
    ALTER TABLE problem2 RENAME TO problem;
    CREATE INDEX problem_source ON problem(source, page);
    """

  static func fillIdentity(_ db: Database) throws {
    var pairs: [IdentityRow] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, identity FROM record")
    while let row = try rows.next() {
      let record: Int64 = row[0]
      pairs += [IdentityKey](row[1] as Data).map { IdentityRow(key: $0, record: record) }
    }
    try IdentityRow.insert(pairs, in: db)
  }
}

/// That a record has a key.
struct IdentityRow: Comparable {
  /// The key's bits as SQLite keeps them.
  let key: Int64
  let record: Int64

  init(key: IdentityKey, record: Int64) {
    self.key = Int64(bitPattern: key.rawValue)
    self.record = record
  }

  static func < (a: IdentityRow, b: IdentityRow) -> Bool { (a.key, a.record) < (b.key, b.record) }

  /// In the order of the tree: many at once cost a fraction of the same many in disorder.
  static func insert(_ rows: [IdentityRow], in db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO identity VALUES(?, ?)")
    for row in rows.sorted() {
      statement.setUncheckedArguments([row.key, row.record])
      try statement.execute()
    }
  }

  static func delete(_ rows: [IdentityRow], in db: Database) throws {
    let statement = try db.cachedStatement(sql: "DELETE FROM identity WHERE key = ? AND record = ?")
    for row in rows { try statement.execute(arguments: [row.key, row.record]) }
  }
}
