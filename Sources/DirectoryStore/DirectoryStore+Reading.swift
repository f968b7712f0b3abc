import GRDB
import MentorDirectory

extension DirectoryStore {
  /// Number of mentors.
  public func count() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM mentor") ?? 0 }
  }

  /// A mentor with the write-up; nil if nobody has that identifier.
  public func mentor(_ id: MentorID) throws(StoreError) -> Mentor? {
    try read { db in
      let imported = try importTimes(db)
      return try Row.fetchOne(db, sql: Self.select + "WHERE m.mentor_id = ?", arguments: [id.rawValue])
        .map { try mentor(MentorRow($0), imported: imported) }
    }
  }

  /// The write-up alone; nil if nobody has that identifier.
  public func writeUp(_ id: MentorID) throws(StoreError) -> WriteUp? { try mentor(id)?.writeUp }

  /// Calls `body` with every mentor, write-ups included, in the order in which they are shown: by folded name, then by
  /// identifier. Returns the generation that was read; a change meanwhile does not show. `body` may throw to stop.
  @discardableResult
  public func forEachMentorInDisplayOrder(_ body: (Mentor) throws -> Void) throws(StoreError) -> Int {
    try read { db in
      let imported = try importTimes(db)
      let rows = try Row.fetchCursor(db, sql: Self.select + "ORDER BY m.sort_key, m.mentor_id")
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

  /// All sources by name.
  public func sources() throws(StoreError) -> [SourceSummary] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, kind, trust, paths, address, imported_at,
            (SELECT count(*) FROM record WHERE source = source.id), (SELECT count(*) FROM problem WHERE source = source.id)
          FROM source ORDER BY name
          """
      ).map { row in
        let paths = JSONReader.read(row[3] as String).value?.array ?? []
        return SourceSummary(
          source: StoredSource(
            name: row[0], kind: row[1], trust: SourceTrust(rawValue: row[2]) ?? .list,
            paths: paths.compactMap(\.string), address: row[4]),
          imported: Timestamp(seconds: row[5]), records: row[6], problems: row[7])
      }
    }
  }

  /// The problems of a source's last import, in the order in which they were met.
  public func problems(ofSource name: String) throws(StoreError) -> [StoredProblem] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT file, line, "column", reason FROM problem
          WHERE source = (SELECT id FROM source WHERE name = ?) ORDER BY position
          """, arguments: [name]
      ).map { StoredProblem(file: $0[0], line: $0[1], column: $0[2], reason: $0[3]) }
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
          WHERE m.name_key <> '' AND m.name_key IN (SELECT name_key FROM mentor GROUP BY name_key HAVING count(*) > 1)
          ORDER BY m.name_key, m.mentor_id
          """)
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

  private static let select = """
    SELECT coalesce(m.json, r.json), r.write_up, m.first_seen, m.last_changed, m.confirmed FROM mentor m
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
    return mentor
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

  init(_ row: Row) {
    json = row[0]
    writeUp = row[1]
    firstSeen = Timestamp(seconds: row[2])
    lastChanged = Timestamp(seconds: row[3])
    let seconds: Int64? = row[4]
    confirmed = seconds.map(Timestamp.init(seconds:))
  }
}
