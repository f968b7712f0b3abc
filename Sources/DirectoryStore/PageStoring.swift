import GRDB
import MentorDirectory

/// Brings the pages that a source leads to up to date, with the records that were read from them.
///
/// A page that was not changed costs no write. One that fails keeps its mentor; one that is missing, or is no offer any
/// more, keeps the mentor until `Absence` says otherwise.
struct PageStoring {
  let db: Database
  let source: Int64
  let sourceName: String
  let now: Timestamp
  let optOuts: OptOuts
  private var rows: RecordRows

  init(db: Database, source: Int64, sourceName: String, now: Timestamp, optOuts: OptOuts) {
    self.db = db
    self.source = source
    self.sourceName = sourceName
    self.now = now
    self.optOuts = optOuts
    rows = RecordRows(db: db, now: now, source: source)
  }

  // MARK: - The list of pages

  /// Notes the pages that the source leads to; if that is all of them, forgets the others with what they said.
  mutating func list(_ addresses: [String], isComplete: Bool) throws -> StoredRecords {
    var known: [String: Int64] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT address, id FROM page WHERE source = ?", arguments: [source]) {
      known[row[0]] = row[1]
    }
    for address in addresses where known.removeValue(forKey: address) == nil {
      guard !isOptedOut(address) else { continue }
      _ = try insert(StoredVisit(address: address, outcome: .unchanged))
    }
    // An address that stands in the list twice was taken from `known` the first time.
    let listed = Set(addresses)
    if isComplete { for (address, page) in known where !listed.contains(address) { try delete(page) } }
    return try rows.finish()
  }

  // MARK: - Visits

  mutating func store(_ visits: [StoredVisit]) throws -> StoredRecords {
    var last: [String: Int] = [:]
    for (number, visit) in visits.enumerated() { last[visit.address] = number }
    for (number, visit) in visits.enumerated() where last[visit.address] == number { try store(visit) }
    return try rows.finish()
  }

  private mutating func store(_ visit: StoredVisit) throws {
    let page = try PageRow.find(visit.address, source: source, in: db)
    switch visit.outcome {
    case .unchanged:
      // A page that nobody knows is read whole the next time.
      guard let page else { return }
      try clearFailure(of: page)
      try page.isOffer ? noteThere(page) : noteMissing(page)
    case .read(let mentor, let verdict):
      let keys = mentor.map { IdentityKey.keys(of: $0) } ?? []
      guard !optOuts.contains(anyOf: keys), !isOptedOut(visit.address), !isOptedOut(visit.finalAddress) else {
        if let page { try delete(page.id) }
        return
      }
      try read(visit, mentor, verdict, page)
    case .failed(let failure): try fail(visit, failure, page)
    }
  }

  private mutating func read(
    _ visit: StoredVisit, _ mentor: Mentor?, _ verdict: StoredVerdict, _ old: PageRow?
  ) throws {
    var page = if let old { old } else { PageRow(id: try insert(visit)) }
    let isSameText = page.state.readerVersion > 0 && page.state.bodyHash == visit.state.bodyHash
    try db.cachedStatement(
      sql: """
        UPDATE page SET final_address = ?, entity_tag = ?, last_modified = ?, body_hash = ?, reader_version = ?, verdict = ?,
          reason = ?, confidence = ?, has_mentor = ?, read_at = ?, changed_at = CASE WHEN ? THEN changed_at ELSE ? END WHERE id = ?
        """
    ).execute(arguments: [
      visit.finalAddress, visit.state.entityTag, visit.state.lastModified, Int64(bitPattern: visit.state.bodyHash),
      visit.state.readerVersion, verdict.word, verdict.reason, verdict.confidence, mentor != nil, now.seconds,
      isSameText, now.seconds,
      page.id,
    ])
    try clearFailure(of: page)
    try SourceRows(db: db).replaceProblems(visit.problems, source: source, page: page.id)
    page.hasMentor = mentor != nil
    guard let mentor else { return try noteMissing(page) }
    try noteThere(page)
    let record = encoded(mentor, visit)
    guard let row = page.record else { return try rows.insert(record, page: page.id) }
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT hash, text_hash, stated_confirmation FROM record WHERE id = ?"), arguments: [row])
    guard let known else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    if known[2] != record.confirmed?.seconds { try rows.confirm(row, record.confirmed) }
    if UInt64(bitPattern: known[0]) != record.hash {
      try rows.update(row, record, keepsVersion: !isSameText)
    } else if UInt64(bitPattern: known[1]) != record.textHash {
      try rows.rewrite(row, record)
    }
  }

  /// The mentor of a row in a list is that of the page it leads to, wherever that really stands.
  private func encoded(_ mentor: Mentor, _ visit: StoredVisit) -> EncodedRecord {
    var keys = IdentityKey.keys(of: mentor)
    for key in [visit.address, visit.finalAddress].compactMap({ IdentityKey.page($0) }) where !keys.contains(key) {
      keys.append(key)
    }
    return EncodedRecord(mentor, key: "page " + visit.address, keys: keys, source: sourceName, trust: .ownPage)
  }

  private mutating func fail(_ visit: StoredVisit, _ failure: StoredFailure, _ old: PageRow?) throws {
    guard !isOptedOut(visit.address) else { return }
    let page = if let old { old } else { PageRow(id: try insert(visit)) }
    guard !(failure.isGone && page.absence.stage == .dropped) else { return }
    try db.cachedStatement(
      sql: """
        UPDATE page SET failure = ?1, failed_at = ?2,
          confirmed_at = coalesce(confirmed_at, (SELECT imported_at FROM source WHERE id = ?3)) WHERE id = ?4
        """
    ).execute(arguments: [failure.facts.text(), now.seconds, source, page.id])
    if failure.isGone { try noteMissing(page) }
  }

  // MARK: - There or not

  private func clearFailure(of page: PageRow) throws {
    guard page.isFailing else { return }
    try db.cachedStatement(sql: "UPDATE page SET failure = '', failed_at = NULL, confirmed_at = NULL WHERE id = ?")
      .execute(arguments: [page.id])
  }

  private mutating func noteThere(_ page: PageRow) throws {
    guard !page.absence.isNone else { return }
    try db.cachedStatement(
      sql: "UPDATE page SET gone_since = NULL, gone_last = NULL, gone_visits = 0, gone_seconds = 0 WHERE id = ?"
    ).execute(arguments: [page.id])
    if let record = page.record, page.absence.stage != .present { try rows.set(Absence(), of: record) }
  }

  /// A page that never had a mentor is no loss.
  private mutating func noteMissing(_ page: PageRow) throws {
    guard let record = page.record, page.absence.stage != .dropped else { return }
    var absence = page.absence
    absence.noteMissing(at: now)
    try db.cachedStatement(
      sql: "UPDATE page SET gone_since = ?, gone_last = ?, gone_visits = ?, gone_seconds = ? WHERE id = ?"
    ).execute(arguments: [absence.since?.seconds, absence.last?.seconds, absence.visits, absence.seconds, page.id])
    if absence.stage != page.absence.stage { try rows.set(absence, of: record) }
  }

  // MARK: - Rows

  private func insert(_ visit: StoredVisit) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO page(source, address, final_address, entity_tag, last_modified, body_hash, reader_version, verdict,
          reason, confidence, failure) VALUES(?, ?, ?, '', '', 0, 0, '', '', 0, '')
        """
    ).execute(arguments: [source, visit.address, visit.finalAddress])
    return db.lastInsertedRowID
  }

  private mutating func delete(_ page: Int64) throws {
    if let record = try PageRow.record(of: page, in: db) { try rows.delete(record) }
    try Self.forget(page, in: db)
  }

  /// Deletes the row of a page whose record is gone already.
  static func forget(_ page: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM problem WHERE source = (SELECT source FROM page WHERE id = ?1) AND page = ?1",
      arguments: [page])
    try db.execute(sql: "DELETE FROM page WHERE id = ?", arguments: [page])
  }

  private func isOptedOut(_ address: String) -> Bool {
    guard !optOuts.isEmpty, let key = IdentityKey.page(address) else { return false }
    return optOuts.contains(anyOf: [key])
  }
}

/// What the cache knows of a page before a visit.
private struct PageRow {
  let id: Int64
  /// Row of the record that was read from it.
  var record: Int64?
  var state = ReadState()
  var hasMentor = false
  var isFailing = false
  var absence = Absence()
  /// False for a page that was read and had no mentor on it, then.
  var isOffer: Bool { hasMentor || state.readerVersion == 0 }

  init(id: Int64) { self.id = id }

  static func record(of page: Int64, in db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM record WHERE page = ?"), arguments: [page])
  }

  static func find(_ address: String, source: Int64, in db: Database) throws -> PageRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, body_hash, reader_version, has_mentor, failure, gone_since, gone_last, gone_visits, gone_seconds
          FROM page WHERE source = ? AND address = ?
          """), arguments: [source, address])
    guard let row else { return nil }
    var page = PageRow(id: row[0])
    page.record = try record(of: page.id, in: db)
    page.state.bodyHash = UInt64(bitPattern: row[1])
    page.state.readerVersion = row[2]
    page.hasMentor = row[3]
    page.isFailing = row[4] != ""
    let since: Int64? = row[5], last: Int64? = row[6]
    page.absence = Absence(
      since: since.map(Timestamp.init(seconds:)), last: last.map(Timestamp.init(seconds:)), visits: row[7],
      seconds: row[8])
    return page
  }
}
