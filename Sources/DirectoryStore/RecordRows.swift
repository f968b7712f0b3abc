import Foundation
import GRDB
import MentorDirectory

/// What storing did, as far as merging must know.
struct StoredRecords {
  /// Row of the source.
  var source: Int64
  /// Rows that are new or changed, with what they hold.
  var incoming: [Int64: Mentor] = [:]
  /// Rows whose part in a mentor may be another now, though they hold the same.
  var touched: Set<Int64> = []
  /// Keys that touched, changed or deleted records have or had.
  var keys: Set<Int64> = []
  /// Rows of the mentors in whom they had a part before.
  var mentorsBefore: Set<Int64> = []
  /// False if nothing needs merging.
  var isChanged = false

  init(source: Int64) { self.source = source }

  var rows: Set<Int64> { touched.union(incoming.keys) }
}

/// The rows of records with what hangs on them: keys, membership, earlier write-ups.
struct RecordRows {
  let db: Database
  let now: Timestamp
  var stored: StoredRecords
  private var newKeys: [IdentityRow] = []

  /// Of a record so many earlier write-ups are kept.
  private static let mostVersions = 5

  init(db: Database, now: Timestamp, source: Int64) {
    self.db = db
    self.now = now
    stored = StoredRecords(source: source)
  }

  mutating func insert(_ record: EncodedRecord, page: Int64? = nil) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO record(source, key, hash, text_hash, write_up_hash, name, identity, first_seen, changed, stated_change,
          stated_confirmation, json, write_up, trust, page) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    statement.setUncheckedArguments([
      stored.source, record.key, Int64(bitPattern: record.hash), Int64(bitPattern: record.textHash),
      Int64(bitPattern: record.writeUpHash), record.mentor.name, record.keys.data,
      min(record.firstSeen ?? now, now).seconds, now.seconds, record.changed?.seconds, record.confirmed?.seconds,
      record.json, record.writeUp, record.trust.rawValue, page,
    ])
    try statement.execute()
    let row = db.lastInsertedRowID
    newKeys += record.keys.map { IdentityRow(key: $0, record: row) }
    stored.keys.formUnion(record.keys.map { Int64(bitPattern: $0.rawValue) })
    stored.incoming[row] = record.mentor
    stored.isChanged = true
  }

  /// `keepsVersion` is false where a better reader, and not the mentor, changed the words.
  mutating func update(_ row: Int64, _ record: EncodedRecord, keepsVersion: Bool = true) throws {
    let old = try touch(row)
    if keepsVersion, !old.writeUp.isEmpty, old.writeUp != record.writeUp {
      try keep(old.writeUp, of: row)
    }
    if old.keys != record.keys {
      try IdentityRow.delete(old.keys.map { IdentityRow(key: $0, record: row) }, in: db)
      newKeys += record.keys.map { IdentityRow(key: $0, record: row) }
      stored.keys.formUnion(record.keys.map { Int64(bitPattern: $0.rawValue) })
    }
    let statement = try db.cachedStatement(
      sql: """
        UPDATE record SET hash = ?, text_hash = ?, write_up_hash = ?, name = ?, identity = ?, changed = ?, stated_change = ?,
          stated_confirmation = ?, json = ?, write_up = ?, trust = ? WHERE id = ?
        """)
    statement.setUncheckedArguments([
      Int64(bitPattern: record.hash), Int64(bitPattern: record.textHash), Int64(bitPattern: record.writeUpHash),
      record.mentor.name, record.keys.data, now.seconds, record.changed?.seconds, record.confirmed?.seconds,
      record.json, record.writeUp, record.trust.rawValue, row,
    ])
    try statement.execute()
    stored.incoming[row] = record.mentor
  }

  /// The same content that stands elsewhere in the source now.
  func rewrite(_ row: Int64, _ record: EncodedRecord) throws {
    try db.cachedStatement(sql: "UPDATE record SET json = ?, text_hash = ? WHERE id = ?")
      .execute(arguments: [record.json, Int64(bitPattern: record.textHash), row])
  }

  /// A source's word that nothing has changed is no change.
  func confirm(_ row: Int64, _ moment: Timestamp?) throws {
    try db.cachedStatement(sql: "UPDATE record SET stated_confirmation = ? WHERE id = ?")
      .execute(arguments: [moment?.seconds, row])
    try db.cachedStatement(
      sql: """
        UPDATE mentor SET confirmed = max(coalesce(confirmed, ?1), ?1)
        WHERE id = (SELECT mentor FROM membership WHERE record = ?2) AND ?1 IS NOT NULL
        """
    ).execute(arguments: [moment?.seconds, row])
  }

  /// Notes that the record's page is missing, or there again.
  mutating func set(_ absence: Absence, of row: Int64) throws {
    _ = try touch(row)
    try db.cachedStatement(sql: "UPDATE record SET gone = ?, gone_since = ? WHERE id = ?").execute(
      arguments: [absence.stage.rawValue, absence.stage == .present ? nil : absence.since?.seconds, row])
  }

  mutating func setTrust(_ trust: SourceTrust, of row: Int64) throws {
    _ = try touch(row)
    try db.cachedStatement(sql: "UPDATE record SET trust = ? WHERE id = ?").execute(arguments: [trust.rawValue, row])
  }

  mutating func delete(_ row: Int64) throws {
    let old = try touch(row)
    stored.touched.remove(row)
    try IdentityRow.delete(old.keys.map { IdentityRow(key: $0, record: row) }, in: db)
    for sql in [
      "DELETE FROM record WHERE id = ?", "DELETE FROM membership WHERE record = ?",
      "DELETE FROM version WHERE record = ?",
    ] { try db.cachedStatement(sql: sql).execute(arguments: [row]) }
  }

  /// What was stored. Call once, after the last change.
  mutating func finish() throws -> StoredRecords {
    try IdentityRow.insert(newKeys, in: db)
    newKeys = []
    return stored
  }

  /// Remembers what the record had a part in, and returns what it was.
  private mutating func touch(_ row: Int64) throws -> (keys: [IdentityKey], writeUp: String) {
    let old = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT identity, write_up, m.mentor FROM record r LEFT JOIN membership m ON m.record = r.id WHERE r.id = ?
          """), arguments: [row])
    guard let old else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let keys = [IdentityKey](old[0] as Data)
    stored.keys.formUnion(keys.map { Int64(bitPattern: $0.rawValue) })
    if let mentor = old[2] as Int64? { stored.mentorsBefore.insert(mentor) }
    stored.touched.insert(row)
    stored.isChanged = true
    return (keys, old[1])
  }

  private func keep(_ writeUp: String, of row: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO version(record, until, write_up) VALUES(?, ?, ?)")
      .execute(arguments: [row, now.seconds, writeUp])
    try db.cachedStatement(
      sql: """
        DELETE FROM version WHERE record = ?1
          AND id NOT IN (SELECT id FROM version WHERE record = ?1 ORDER BY id DESC LIMIT ?2)
        """
    ).execute(arguments: [row, Self.mostVersions])
  }
}

/// A source's record as its row keeps it: already in the form that merging gives it, so that a mentor of whom one
/// record alone tells needs no text of its own.
struct EncodedRecord: Sendable {
  let key: String
  let trust: SourceTrust
  let mentor: Mentor
  let json: String
  let writeUp: String
  let writeUpHash: UInt64
  let hash: UInt64
  /// Of the text as it stands.
  let textHash: UInt64
  let keys: [IdentityKey]
  /// What the source itself says of the times.
  let firstSeen, changed, confirmed: Timestamp?

  /// `keys` are those of the mentor, with others by which the record is known.
  init(_ original: Mentor, key: String, keys: [IdentityKey], source: String, trust: SourceTrust) {
    let own = SourcedMentor(
      source: source, trust: trust, mentor: original.withoutFetchTimes { $0.source == source })
    mentor = MentorMerge.mentor(of: [own]) ?? original
    self.key = key
    self.trust = trust
    self.keys = keys
    let encoded = EncodedMentor(mentor)
    json = encoded.json
    writeUp = mentor.writeUp.rowText
    writeUpHash = StableHash.of(writeUp)
    hash = contentHash(encoded.hash, writeUpHash)
    textHash = StableHash.of(json)
    (firstSeen, changed, confirmed) = (original.firstSeen, original.lastChanged, original.lastConfirmed)
  }
}
