import GRDB
import MentorDirectory

/// The rows of sources, their problems and their syncs. Whatever says what is there already is not written.
struct SourceRows {
  let db: Database

  func row(of name: String) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name])
  }

  /// Makes or brings up to date the row of a source that was read just now.
  func store(_ source: StoredSource, readAt now: Timestamp) throws -> Int64 {
    let row = try store(source, firstReadAt: now)
    try db.execute(sql: "UPDATE source SET imported_at = ? WHERE id = ?", arguments: [now.seconds, row])
    return row
  }

  /// The time of reading of a source that was read before stays: a sync that ends well sets it. Nil for a source of
  /// which nothing came yet.
  func store(_ source: StoredSource, firstReadAt now: Timestamp?) throws -> Int64 {
    let paths = JSONValue.strings(source.paths).text()
    let settings = Int64(bitPattern: source.settings)
    guard
      let old = try Row.fetchOne(
        db, sql: "SELECT id, kind, address, paths, trust, settings, imported_at FROM source WHERE name = ?",
        arguments: [source.name])
    else {
      try db.execute(
        sql: """
          INSERT INTO source(name, kind, address, paths, trust, imported_at, settings) VALUES(?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          source.name, source.kind, source.address, paths, source.trust.rawValue, now?.seconds ?? 0, settings,
        ])
      return db.lastInsertedRowID
    }
    let row: Int64 = old[0]
    if let now, old[6] == 0 {
      try db.execute(sql: "UPDATE source SET imported_at = ? WHERE id = ?", arguments: [now.seconds, row])
    }
    let isSame =
      old[1] == source.kind && old[2] == source.address && old[3] == paths && old[4] == source.trust.rawValue
      && old[5] == settings
    if !isSame {
      try db.execute(
        sql: """
          UPDATE source SET kind = ?, address = ?, paths = ?, trust = ?, settings = ?, entity_tag = '', last_modified = '',
            body_hash = 0, reader_version = 0 WHERE id = ?
          """,
        arguments: [source.kind, source.address, paths, source.trust.rawValue, settings, row])
    }
    return row
  }

  func set(_ state: ReadState, of source: Int64) throws {
    try db.execute(
      sql: """
        UPDATE source SET entity_tag = ?1, last_modified = ?2, body_hash = ?3, reader_version = ?4 WHERE id = ?5
          AND (entity_tag <> ?1 OR last_modified <> ?2 OR body_hash <> ?3 OR reader_version <> ?4)
        """,
      arguments: [state.entityTag, state.lastModified, Int64(bitPattern: state.bodyHash), state.readerVersion, source])
  }

  /// Puts `problems` in place of those of a page, or of the source's own list or files.
  func replaceProblems(_ problems: [StoredProblem], source: Int64, page: Int64? = nil) throws {
    guard try self.problems(of: source, page: page) != problems else { return }
    try db.cachedStatement(sql: "DELETE FROM problem WHERE source = ? AND page IS ?").execute(arguments: [source, page])
    let statement = try db.cachedStatement(
      sql: "INSERT INTO problem(source, page, file, line, \"column\", reason, failure) VALUES(?, ?, ?, ?, ?, ?, ?)")
    for problem in problems {
      try statement.execute(arguments: [
        source, page, problem.file, problem.line, problem.column, problem.reason, problem.failure?.text() ?? "",
      ])
    }
  }

  private func problems(of source: Int64, page: Int64?) throws -> [StoredProblem] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT file, line, "column", reason, failure FROM problem WHERE source = ? AND page IS ? ORDER BY id
          """), arguments: [source, page]
    ).map(StoredProblem.init(row:))
  }

  func store(_ sync: StoredSync, of source: Int64) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO sync VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        source, sync.started.seconds, sync.ended.seconds, sync.new, sync.changed, sync.gone, sync.failed,
        sync.failure?.facts.text() ?? "",
      ])
    guard sync.failure == nil else { return }
    try db.execute(sql: "UPDATE source SET imported_at = ? WHERE id = ?", arguments: [sync.ended.seconds, source])
  }
}

extension StoredProblem {
  /// Of the columns file, line, column, reason, failure.
  init(row: Row) {
    self.init(file: row[0], line: row[1], column: row[2], reason: row[3])
    failure = JSONReader.read(row[4] as String).value
  }
}
