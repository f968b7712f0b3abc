import GRDB
import MentorDirectory

extension DirectoryStore {
  /// All sources by name.
  public func sources() throws(StoreError) -> [SourceSummary] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, kind, trust, paths, address, imported_at, settings,
            (SELECT count(*) FROM record WHERE source = source.id),
            (SELECT count(DISTINCT b.mentor) FROM record r JOIN membership b ON b.record = r.id
              WHERE r.source = source.id),
            (SELECT count(*) FROM page WHERE source = source.id),
            (SELECT count(*) FROM problem WHERE source = source.id)
              + (SELECT count(*) FROM page WHERE source = source.id AND \(Self.isProblem)),
            sync.started, sync.ended, sync.new, sync.changed, sync.gone, sync.failed, sync.failure
          FROM source LEFT JOIN sync ON sync.source = source.id ORDER BY name
          """
      ).map { row in
        let paths = JSONReader.read(row[3] as String).value?.array ?? []
        return SourceSummary(
          source: StoredSource(
            name: row[0], kind: row[1], trust: SourceTrust(rawValue: row[2]) ?? .list,
            paths: paths.compactMap(\.string), address: row[4], settings: UInt64(bitPattern: row[6])),
          imported: Timestamp(seconds: row[5]), records: row[7], mentors: row[8], pages: row[9], problems: row[10],
          sync: StoredSync(row, from: 11))
      }
    }
  }

  /// The problems of a source's last import or sync: those with its list or files in the order in which they were met,
  /// then, page by page, what kept each from being read, and what was wrong on it.
  public func problems(ofSource name: String) throws(StoreError) -> [StoredProblem] {
    try read { db in
      guard let source = try SourceRows(db: db).row(of: name) else { return [] }
      let problems = try Row.fetchAll(
        db,
        sql: """
          SELECT file, line, "column", reason, failure, page FROM problem WHERE source = ?
          ORDER BY page IS NOT NULL, id
          """, arguments: [source])
      let pages = try Row.fetchAll(
        db,
        sql: """
          SELECT address, 0, 0, CASE WHEN failure <> '' THEN '' ELSE reason END, failure, verdict FROM page
          WHERE source = ? AND \(Self.isProblem) ORDER BY id
          """, arguments: [source]
      ).map { row in
        var problem = StoredProblem(row: row)
        if problem.failure == nil { problem.verdict = row[5] }
        return problem
      }
      let own = problems.prefix { $0[5] == nil }
      return own.map(StoredProblem.init(row:)) + pages
        + problems.dropFirst(own.count).map(StoredProblem.init(row:))
    }
  }

  /// A page that could not be visited the last time, or was read and has nobody on it.
  private static let isProblem = "(failure <> '' OR (reader_version > 0 AND NOT has_mentor))"
}

extension StoredSync {
  /// Of the columns started, ended, new, changed, gone, failed, failure; nil where they are not set.
  fileprivate init?(_ row: Row, from first: Int) {
    guard let started = row[first] as Int64? else { return nil }
    self.init(
      started: Timestamp(seconds: started), ended: Timestamp(seconds: row[first + 1]), new: row[first + 2],
      changed: row[first + 3], gone: row[first + 4], failed: row[first + 5],
      failure: JSONReader.read(row[first + 6] as String).value.map { StoredFailure($0) })
  }
}
