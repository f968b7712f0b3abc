import GRDB
import MentorDirectory

/// Mentors whom a sync brought, changed, or no longer found, by name.
public struct SourceChanges: Equatable, Sendable {
  public var new: [String] = []
  public var changed: [String] = []
  public var gone: [String] = []
  public init() {}
}

extension DirectoryStore {
  /// Names beyond that are left out, of each kind.
  public static let mostNamedChanges = 50

  /// What became of those mentors of a source whom a sync that began then touched. Whom no source knows any more has no
  /// name here.
  public func changes(ofSource name: String, since start: Timestamp) throws(StoreError) -> SourceChanges {
    try read { db in
      func names(_ condition: String) throws -> [String] {
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT json_extract(coalesce(m.json, t.json), '$.name') FROM source
            JOIN record r ON r.source = source.id JOIN membership b ON b.record = r.id
            JOIN mentor m ON m.id = b.mentor LEFT JOIN record t ON t.id = m.text_record
            WHERE source.name = :name AND \(condition) ORDER BY m.sort_key LIMIT \(Self.mostNamedChanges)
            """, arguments: ["name": name, "start": start.seconds])
      }
      var changes = SourceChanges()
      changes.new = try names("m.gone = 0 AND m.first_seen >= :start")
      changes.changed = try names("m.gone = 0 AND m.first_seen < :start AND m.last_changed >= :start")
      changes.gone = try names("m.gone > 0 AND m.last_changed >= :start")
      return changes
    }
  }

  /// How many pages of a source were found to be what, most first: "offer", the words of other verdicts, and
  /// "unreached" for those that could not be fetched the last time.
  public func verdicts(ofSource name: String) throws(StoreError) -> [(word: String, pages: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT CASE WHEN failure <> '' THEN 'unreached' WHEN has_mentor THEN 'offer' ELSE verdict END AS word,
            count(*) AS pages
          FROM page WHERE source = (SELECT id FROM source WHERE name = ?) AND (failure <> '' OR reader_version > 0)
          GROUP BY word ORDER BY pages DESC, word
          """, arguments: [name]
      ).map { ($0[0] as String, $0[1] as Int) }
    }
  }
}
