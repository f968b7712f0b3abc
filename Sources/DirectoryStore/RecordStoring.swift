import Foundation
import GRDB
import MentorDirectory

/// What storing a source's records did.
struct StoredRecords {
  /// Row of the source.
  var source: Int64
  /// Rows that are new or changed, with what they hold.
  var incoming: [Int64: Mentor]
  /// Rows of the mentors in whom the source had a part before.
  var mentorsBefore: Set<Int64>
  /// False if nothing needs merging.
  var isChanged: Bool
}

/// Brings the records of one source up to date: new, changed, vanished.
struct RecordStoring {
  let db: Database
  let source: StoredSource
  let now: Timestamp
  let monitor: ImportMonitor

  /// Records between two reports; enough to keep all cores busy.
  private static let batch = 1024

  func run(_ mentors: [Mentor]) throws -> StoredRecords {
    let (sourceID, isTrustChanged) = try storeSource()
    let before = try Self.mentors(of: sourceID, in: db)
    var existing = try existingRecords(of: sourceID)
    var stored = StoredRecords(source: sourceID, incoming: [:], mentorsBefore: before, isChanged: isTrustChanged)
    var keys = IdentifierAllocator()
    let source = source
    for start in stride(from: 0, to: mentors.count, by: Self.batch) {
      try monitor.step(.storing, start, of: mentors.count)
      let keyed = mentors[start..<min(start + Self.batch, mentors.count)].map { ($0, keys.take($0.id).rawValue) }
      for record in keyed.mappedOnAllCores({ EncodedRecord($0.0, key: $0.1, of: source) }) {
        if let old = existing.removeValue(forKey: record.key) {
          if old.confirmation != record.confirmed { try confirm(old.id, record.confirmed) }
          guard old.hash != record.hash else {
            if old.textHash != record.textHash { try rewrite(old.id, record) }
            continue
          }
          try update(old.id, record)
          stored.incoming[old.id] = record.mentor
        } else {
          stored.incoming[try insert(record, source: sourceID)] = record.mentor
        }
      }
    }
    try monitor.step(.storing, mentors.count, of: mentors.count)
    for vanished in existing.values { try Self.delete(record: vanished.id, in: db) }
    stored.isChanged = stored.isChanged || !stored.incoming.isEmpty || !existing.isEmpty
    return stored
  }

  func replaceProblems(_ problems: [StoredProblem], source: Int64) throws {
    try db.execute(sql: "DELETE FROM problem WHERE source = ?", arguments: [source])
    let statement = try db.cachedStatement(sql: "INSERT INTO problem VALUES(?, ?, ?, ?, ?, ?)")
    for (position, problem) in problems.enumerated() {
      try statement.execute(arguments: [
        source, position, problem.file, problem.line, problem.column, problem.reason,
      ])
    }
  }

  /// Nil if there is no such source.
  static func removeSource(named name: String, in db: Database) throws -> StoredRecords? {
    guard let source = try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) else {
      return nil
    }
    let before = try mentors(of: source, in: db)
    let records = try Int64.fetchAll(db, sql: "SELECT id FROM record WHERE source = ?", arguments: [source])
    for record in records { try delete(record: record, in: db) }
    try db.execute(sql: "DELETE FROM problem WHERE source = ?", arguments: [source])
    try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
    return StoredRecords(source: source, incoming: [:], mentorsBefore: before, isChanged: !records.isEmpty)
  }

  private func storeSource() throws -> (id: Int64, isTrustChanged: Bool) {
    let old = try Row.fetchOne(db, sql: "SELECT id, trust FROM source WHERE name = ?", arguments: [source.name])
    try db.execute(
      sql: """
        INSERT INTO source(name, kind, address, paths, trust, imported_at) VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(name) DO UPDATE SET kind = excluded.kind, address = excluded.address, paths = excluded.paths,
          trust = excluded.trust, imported_at = excluded.imported_at
        """,
      arguments: [
        source.name, source.kind, source.address, JSONValue.strings(source.paths).text(), source.trust.rawValue,
        now.seconds,
      ])
    guard let old else { return (db.lastInsertedRowID, false) }
    return (old["id"], old["trust"] != source.trust.rawValue)
  }

  private static func mentors(of source: Int64, in db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: "SELECT mentor FROM membership JOIN record ON record.id = membership.record WHERE record.source = ?",
      arguments: [source])
  }

  private func existingRecords(
    of source: Int64
  ) throws -> [String: (id: Int64, hash: UInt64, textHash: UInt64, confirmation: Timestamp?)] {
    var existing: [String: (id: Int64, hash: UInt64, textHash: UInt64, confirmation: Timestamp?)] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, id, hash, text_hash, stated_confirmation FROM record WHERE source = ?",
      arguments: [source])
    while let row = try rows.next() {
      let confirmation: Int64? = row[4]
      existing[row[0]] = (
        row[1], UInt64(bitPattern: row[2]), UInt64(bitPattern: row[3]), confirmation.map(Timestamp.init(seconds:))
      )
    }
    return existing
  }

  private func insert(_ record: EncodedRecord, source: Int64) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO record(source, key, hash, text_hash, write_up_hash, name, identity, first_seen, changed, stated_change,
          stated_confirmation, json, write_up) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    statement.setUncheckedArguments([
      source, record.key, Int64(bitPattern: record.hash), Int64(bitPattern: record.textHash),
      Int64(bitPattern: record.writeUpHash), record.mentor.name,
      record.identity, min(record.firstSeen ?? now, now).seconds, now.seconds,
      record.changed?.seconds, record.confirmed?.seconds, record.json, record.writeUp,
    ])
    try statement.execute()
    return db.lastInsertedRowID
  }

  private func update(_ id: Int64, _ record: EncodedRecord) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE record SET hash = ?, text_hash = ?, write_up_hash = ?, name = ?, identity = ?, changed = ?, stated_change = ?,
          stated_confirmation = ?, json = ?, write_up = ? WHERE id = ?
        """)
    statement.setUncheckedArguments([
      Int64(bitPattern: record.hash), Int64(bitPattern: record.textHash), Int64(bitPattern: record.writeUpHash),
      record.mentor.name, record.identity, now.seconds, record.changed?.seconds, record.confirmed?.seconds,
      record.json, record.writeUp, id,
    ])
    try statement.execute()
  }

  /// The same content that stands elsewhere in the source now.
  private func rewrite(_ id: Int64, _ record: EncodedRecord) throws {
    try db.cachedStatement(sql: "UPDATE record SET json = ?, text_hash = ? WHERE id = ?")
      .execute(arguments: [record.json, Int64(bitPattern: record.textHash), id])
  }

  /// A source's word that nothing has changed is no change.
  private func confirm(_ record: Int64, _ moment: Timestamp?) throws {
    try db.cachedStatement(sql: "UPDATE record SET stated_confirmation = ? WHERE id = ?")
      .execute(arguments: [moment?.seconds, record])
    try db.cachedStatement(
      sql: """
        UPDATE mentor SET confirmed = max(coalesce(confirmed, ?1), ?1)
        WHERE id = (SELECT mentor FROM membership WHERE record = ?2) AND ?1 IS NOT NULL
        """
    ).execute(arguments: [moment?.seconds, record])
  }

  private static func delete(record: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM record WHERE id = ?").execute(arguments: [record])
    try db.cachedStatement(sql: "DELETE FROM membership WHERE record = ?").execute(arguments: [record])
  }
}

/// A source's record as its row keeps it: already in the form that merging gives it, so that a mentor of whom one
/// record alone tells needs no text of its own.
private struct EncodedRecord: Sendable {
  let key: String
  let mentor: Mentor
  let json: String
  let writeUp: String
  let writeUpHash: UInt64
  let hash: UInt64
  /// Of the text as it stands.
  let textHash: UInt64
  let identity: Data
  /// What the source itself says of the times.
  let firstSeen, changed, confirmed: Timestamp?

  init(_ original: Mentor, key: String, of source: StoredSource) {
    let own = SourcedMentor(
      source: source.name, trust: source.trust, mentor: original.withoutFetchTimes { $0.source == source.name })
    mentor = MentorMerge.mentor(of: [own]) ?? original
    self.key = key
    let encoded = EncodedMentor(mentor)
    json = encoded.json
    writeUp = mentor.writeUp.rowText
    writeUpHash = StableHash.of(writeUp)
    hash = contentHash(encoded.hash, writeUpHash)
    textHash = StableHash.of(json)
    identity = IdentityKey.keys(of: original).data
    (firstSeen, changed, confirmed) = (original.firstSeen, original.lastChanged, original.lastConfirmed)
  }
}
