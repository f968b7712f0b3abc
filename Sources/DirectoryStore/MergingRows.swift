import Foundation
import GRDB
import MentorDirectory

/// The records of one person, and the mentors they were part of before.
struct MergingPlan {
  let records: [MergingRecord]
  let before: [Int64]
  /// Hash of what goes into the merge.
  let inputs: UInt64

  init(_ records: [MergingRecord], before mentors: [Int64: MergedMentor]) {
    self.records = records
    var before: [Int64] = []
    var inputs = StableHash()
    for record in records {
      if let mentor = record.mentor, mentors[mentor] != nil, !before.contains(mentor) { before.append(mentor) }
      inputs.combine(UInt64(bitPattern: record.row))
      inputs.combine(record.hash)
      inputs.combine(UInt64(record.trust.rawValue))
      if record.stage != .present { inputs.combine(UInt64(record.stage.rawValue)) }
    }
    self.before = before
    self.inputs = inputs.value
  }

  func isUpToDate(_ mentors: [Int64: MergedMentor]) -> Bool {
    before.count == 1 && mentors[before[0]]?.inputs == inputs
  }

  /// A mentor is gone when all of their pages are, and nothing but lists, which keep links that lead nowhere, still
  /// speaks of them.
  var absence: (stage: Absence.Stage, since: Timestamp?) {
    let pages = records.filter(\.isPage)
    guard !pages.isEmpty, records.allSatisfy({ $0.isPage || $0.trust == .list }) else { return (.present, nil) }
    return (pages.map(\.stage).min() ?? .present, pages.compactMap(\.goneSince).max())
  }
}

/// A record without its texts.
struct MergingRecord {
  let row: Int64
  let source: Int64
  let sourceName: String
  let trust: SourceTrust
  let hash: UInt64
  let writeUpHash: UInt64
  let firstSeen: Timestamp
  let changed: Timestamp
  let statedChange: Timestamp?
  let statedConfirmation: Timestamp?
  /// Row of the mentor it is part of so far.
  let mentor: Int64?
  /// True if it was read from a page that the source leads to.
  let isPage: Bool
  let stage: Absence.Stage
  let goneSince: Timestamp?
  var identity: IdentityRecord

  /// All, in the order of their rows.
  static func all(in db: Database) throws -> [MergingRecord] {
    let sources = try sourceNames(db)
    let rows = try Row.fetchCursor(db, sql: select + "ORDER BY r.id")
    var records: [MergingRecord] = []
    while let row = try rows.next() { records.append(MergingRecord(row, sources: sources)) }
    return records
  }

  /// Those of the rows, in their order.
  static func records(_ rows: Set<Int64>, in db: Database) throws -> [MergingRecord] {
    let sources = try sourceNames(db)
    let statement = try db.cachedStatement(sql: select + "WHERE r.id = ?")
    return try rows.sorted().compactMap { row in
      try Row.fetchOne(statement, arguments: [row]).map { MergingRecord($0, sources: sources) }
    }
  }

  private static let select = """
    SELECT r.id, r.source, r.hash, r.write_up_hash, r.first_seen, r.changed, r.stated_change, r.stated_confirmation,
      m.mentor, r.name, r.identity, r.trust, r.page IS NOT NULL, r.gone, r.gone_since
    FROM record r LEFT JOIN membership m ON m.record = r.id\u{20}
    """

  private static func sourceNames(_ db: Database) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM source") { names[row[0]] = row[1] }
    return names
  }

  private init(_ row: Row, sources: [Int64: String]) {
    let statedChange: Int64? = row[6], statedConfirmation: Int64? = row[7], goneSince: Int64? = row[14]
    self.row = row[0]
    source = row[1]
    sourceName = sources[source] ?? ""
    trust = SourceTrust(rawValue: row[11]) ?? .list
    hash = UInt64(bitPattern: row[2])
    writeUpHash = UInt64(bitPattern: row[3])
    firstSeen = Timestamp(seconds: row[4])
    changed = Timestamp(seconds: row[5])
    self.statedChange = statedChange.map(Timestamp.init(seconds:))
    self.statedConfirmation = statedConfirmation.map(Timestamp.init(seconds:))
    mentor = row[8]
    isPage = row[12]
    stage = Absence.Stage(rawValue: row[13]) ?? .present
    self.goneSince = goneSince.map(Timestamp.init(seconds:))
    // A list knows its own people apart, and so do pages; a row and the page it leads to may name one person in two
    // ways.
    identity = IdentityRecord(
      source: Int(source) * 2 + (isPage ? 1 : 0), name: row[9], keys: [IdentityKey](row[10] as Data))
  }
}

/// A mentor without its text.
struct MergedMentor {
  let id: MentorID
  let inputs: UInt64
  let contentHash: UInt64
  let firstSeen: Timestamp
  let lastChanged: Timestamp
  let stage: Absence.Stage

  static func all(in db: Database) throws -> [Int64: MergedMentor] {
    var mentors: [Int64: MergedMentor] = [:]
    let rows = try Row.fetchCursor(db, sql: select)
    while let row = try rows.next() { mentors[row[0]] = MergedMentor(row) }
    return mentors
  }

  static func mentors(_ rows: Set<Int64>, in db: Database) throws -> [Int64: MergedMentor] {
    let statement = try db.cachedStatement(sql: select + " WHERE id = ?")
    var mentors: [Int64: MergedMentor] = [:]
    for row in rows { mentors[row] = try Row.fetchOne(statement, arguments: [row]).map { MergedMentor($0) } }
    return mentors
  }

  private static let select =
    "SELECT id, mentor_id, inputs, content_hash, first_seen, last_changed, gone FROM mentor"

  private init(_ row: Row) {
    id = MentorID(row[1] as String)
    inputs = UInt64(bitPattern: row[2])
    contentHash = UInt64(bitPattern: row[3])
    firstSeen = Timestamp(seconds: row[4])
    lastChanged = Timestamp(seconds: row[5])
    stage = Absence.Stage(rawValue: row[6]) ?? .present
  }
}
