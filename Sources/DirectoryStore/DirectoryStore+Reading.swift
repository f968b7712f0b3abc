import GRDB
import MentorDirectory

extension DirectoryStore {
  /// Number of mentors who are shown.
  public func count() throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM mentor WHERE gone < ?", arguments: [Self.dropped]) ?? 0
    }
  }

  /// A mentor with the write-up, also one who has been gone for too long to be shown; nil if nobody has that
  /// identifier.
  public func mentor(_ id: MentorID) throws(StoreError) -> Mentor? {
    try read { db in
      let imported = try importTimes(db).merging(try confirmations(ofFailingPagesOf: id, db)) { $1 }
      return try Row.fetchOne(db, sql: Self.select + "WHERE m.mentor_id = ?", arguments: [id.rawValue])
        .map { try mentor(MentorRow($0), imported: imported) }
    }
  }

  /// The write-up alone; nil if nobody has that identifier.
  public func writeUp(_ id: MentorID) throws(StoreError) -> WriteUp? { try mentor(id)?.writeUp }

  /// Calls `body` with every mentor who is shown, write-ups included, in the order in which they are: by folded name,
  /// then by identifier. Mentors whose pages have been gone for a month are left out; they stay in the cache, and come
  /// back with their pages. Returns the generation that was read; a change meanwhile does not show. `body` may throw to stop.
  @discardableResult
  public func forEachMentorInDisplayOrder(_ body: (Mentor) throws -> Void) throws(StoreError) -> Int {
    try read { db in
      let imported = try importTimes(db)
      let rows = try Row.fetchCursor(
        db, sql: Self.select + "WHERE m.gone < ? ORDER BY m.sort_key, m.mentor_id", arguments: [Self.dropped])
      var batch: [MentorRow] = []
      func deliver() throws {
        for mentor in batch.mappedOnAllCores({ row in Result { try mentor(row, imported: imported) } }) {
          try body(mentor.get())
        }
        batch.removeAll(keepingCapacity: true)
      }
      while let row = try rows.next() {
        batch.append(MentorRow(row))
        if batch.count == 512 { try deliver() }
      }
      try deliver()
      return try Schema.generation(db)
    }
  }

  /// Mentors of the same name that nothing else shows to be one person, by name.
  public func possibleDuplicates() throws(StoreError) -> [PossibleDuplicate] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT m.name_key, m.mentor_id, coalesce(m.json, r.json)
          FROM mentor m LEFT JOIN record r ON r.id = m.text_record
          WHERE m.gone < ?1 AND m.name_key <> '' AND m.name_key IN
            (SELECT name_key FROM mentor WHERE gone < ?1 GROUP BY name_key HAVING count(*) > 1)
          ORDER BY m.name_key, m.mentor_id
          """, arguments: [Self.dropped])
      var found: [PossibleDuplicate] = [], key: String?
      while let row = try rows.next() {
        if row[0] != key {
          found.append(PossibleDuplicate(name: try parsed(row[2]).name, mentors: []))
          key = row[0]
        }
        found[found.count - 1].mentors.append(MentorID(row[1] as String))
      }
      return found
    }
  }

  private static let dropped = Absence.Stage.dropped.rawValue

  private static let select = """
    SELECT coalesce(m.json, r.json), r.write_up, m.first_seen, m.last_changed, m.confirmed, m.gone, m.gone_since
    FROM mentor m
    LEFT JOIN record r ON r.id = m.text_record\u{20}
    """

  private func parsed(_ json: String) throws -> Mentor {
    guard let mentor = Mentor(row: json, language: language) else { throw StoreError.corrupt(path: path) }
    return mentor
  }

  /// Puts the times back that rows keep apart: a source confirms what it says whenever it is read.
  private func mentor(_ row: MentorRow, imported: [String: Timestamp]) throws -> Mentor {
    var mentor = try parsed(row.json)
    if let text = row.writeUp {
      guard let writeUp = WriteUp(row: text) else { throw StoreError.corrupt(path: path) }
      mentor.writeUp = writeUp
    }
    mentor.firstSeen = row.firstSeen
    mentor.lastChanged = row.lastChanged
    mentor.lastConfirmed = (mentor.sources.compactMap { imported[$0] } + [row.confirmed].compactMap { $0 }).max()
    for (field, origin) in mentor.provenance where origin.fetched == nil {
      mentor.provenance[field]?.fetched = imported[origin.source]
    }
    if row.isGone {
      mentor.availability.state = .gone
      mentor.goneSince = row.goneSince
    }
    return mentor
  }

  /// While a page of the mentor fails, its source's last reading confirms nothing: when the page was there last, by
  /// source.
  private func confirmations(ofFailingPagesOf id: MentorID, _ db: Database) throws -> [String: Timestamp] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.name, min(p.confirmed_at) FROM mentor m JOIN membership b ON b.mentor = m.id
        JOIN record r ON r.id = b.record JOIN page p ON p.id = r.page JOIN source s ON s.id = r.source
        WHERE m.mentor_id = ? AND p.confirmed_at IS NOT NULL GROUP BY s.name
        """, arguments: [id.rawValue])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Timestamp(seconds: $0[1])) })
  }

  private func importTimes(_ db: Database) throws -> [String: Timestamp] {
    var times: [String: Timestamp] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, imported_at FROM source") {
      times[row[0]] = Timestamp(seconds: row[1])
    }
    return times
  }
}

/// The columns of `select`.
private struct MentorRow: Sendable {
  let json: String
  let writeUp: String?
  let firstSeen, lastChanged: Timestamp
  let confirmed: Timestamp?
  let isGone: Bool
  let goneSince: Timestamp?

  init(_ row: Row) {
    json = row[0]
    writeUp = row[1]
    firstSeen = Timestamp(seconds: row[2])
    lastChanged = Timestamp(seconds: row[3])
    let seconds: Int64? = row[4], since: Int64? = row[6]
    confirmed = seconds.map(Timestamp.init(seconds:))
    isGone = row[5] != Absence.Stage.present.rawValue
    goneSince = since.map(Timestamp.init(seconds:))
  }
}
