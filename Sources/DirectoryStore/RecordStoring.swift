import GRDB
import MentorDirectory

/// Brings what a source itself lists up to date: new, changed, vanished. The pages that it leads to are
/// `PageStoring`'s.
struct RecordStoring {
  let db: Database
  let source: StoredSource
  let now: Timestamp
  let monitor: ImportMonitor
  let optOuts: OptOuts

  /// Records between two reports; enough to keep all cores busy.
  private static let batch = 1024

  /// `mentors` become all that the source lists, or, if not all of it could be read, what it lists besides the rest.
  func run(_ mentors: [Mentor], isComplete: Bool = true) throws -> StoredRecords {
    let row = try SourceRows(db: db).store(source, readAt: now)
    return try run(mentors, isComplete: isComplete, of: row)
  }

  func run(_ mentors: [Mentor], isComplete: Bool, of sourceRow: Int64) throws -> StoredRecords {
    var rows = RecordRows(db: db, now: now, source: sourceRow)
    rows.stored.mentorsBefore = try Self.mentors(of: sourceRow, in: db)
    for row in try rowsOfOtherTrust(sourceRow) { try rows.setTrust(source.trust, of: row) }
    var existing = try existingRecords(of: sourceRow)
    var identifiers = IdentifierAllocator()
    let source = source, optOuts = optOuts
    for start in stride(from: 0, to: mentors.count, by: Self.batch) {
      try monitor.step(.storing, start, of: mentors.count)
      let keyed = mentors[start..<min(start + Self.batch, mentors.count)].map {
        ($0, identifiers.take($0.id).rawValue)
      }
      let encoded = keyed.mappedOnAllCores { mentor, key -> EncodedRecord? in
        let keys = IdentityKey.keys(of: mentor)
        guard !optOuts.contains(anyOf: keys) else { return nil }
        return EncodedRecord(mentor, key: key, keys: keys, source: source.name, trust: source.trust)
      }
      for record in encoded.compactMap({ $0 }) {
        guard let old = existing.removeValue(forKey: record.key) else {
          try rows.insert(record)
          continue
        }
        if old.confirmation != record.confirmed { try rows.confirm(old.id, record.confirmed) }
        if old.hash != record.hash {
          try rows.update(old.id, record)
        } else if old.textHash != record.textHash {
          try rows.rewrite(old.id, record)
        }
      }
    }
    try monitor.step(.storing, mentors.count, of: mentors.count)
    if isComplete { for vanished in existing.values { try rows.delete(vanished.id) } }
    return try rows.finish()
  }

  /// Nil if there is no such source.
  static func removeSource(named name: String, now: Timestamp, in db: Database) throws -> StoredRecords? {
    guard let source = try SourceRows(db: db).row(of: name) else { return nil }
    var rows = RecordRows(db: db, now: now, source: source)
    rows.stored.mentorsBefore = try mentors(of: source, in: db)
    for record in try Int64.fetchAll(db, sql: "SELECT id FROM record WHERE source = ?", arguments: [source]) {
      try rows.delete(record)
    }
    for table in ["problem", "page", "sync"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [source])
    }
    try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
    return try rows.finish()
  }

  static func mentors(of source: Int64, in db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: "SELECT mentor FROM membership JOIN record ON record.id = membership.record WHERE record.source = ?",
      arguments: [source])
  }

  private func rowsOfOtherTrust(_ row: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM record WHERE source = ? AND page IS NULL AND trust <> ?",
      arguments: [row, source.trust.rawValue])
  }

  private struct Existing {
    let id: Int64
    let hash, textHash: UInt64
    let confirmation: Timestamp?
  }

  private func existingRecords(of source: Int64) throws -> [String: Existing] {
    var existing: [String: Existing] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, id, hash, text_hash, stated_confirmation FROM record WHERE source = ? AND page IS NULL",
      arguments: [source])
    while let row = try rows.next() {
      let confirmation: Int64? = row[4]
      existing[row[0]] = Existing(
        id: row[1], hash: UInt64(bitPattern: row[2]), textHash: UInt64(bitPattern: row[3]),
        confirmation: confirmation.map(Timestamp.init(seconds:)))
    }
    return existing
  }
}
