import GRDB
import MentorDirectory

/// The records and mentors that a change can concern: a batch of pages costs what it changes, not what there is.
struct MergingScope {
  /// In the order of their rows.
  let records: [MergingRecord]
  /// The mentors they are part of so far, by row.
  let mentors: [Int64: MergedMentor]

  /// From so many records or mentors on, going through all of them costs less than looking each one up.
  private static let mostLookedUp = 2000

  init(of stored: StoredRecords, in db: Database) throws {
    let isSmall =
      stored.rows.count <= Self.mostLookedUp && stored.mentorsBefore.count <= Self.mostLookedUp
      && stored.keys.count <= 8 * Self.mostLookedUp
    guard isSmall else {
      records = try MergingRecord.all(in: db)
      mentors = try MergedMentor.all(in: db)
      return
    }
    // Only keys of changed records can join or part people; whoever has one, and all that is one person with those so
    // far, is looked at again.
    var rows = stored.rows
    for key in stored.keys { rows.formUnion(try Self.holders(of: key, changed: stored.rows.count, in: db)) }
    var mentorRows = stored.mentorsBefore
    let mentorOf = try db.cachedStatement(sql: "SELECT mentor FROM membership WHERE record = ?")
    for row in rows { if let mentor = try Int64.fetchOne(mentorOf, arguments: [row]) { mentorRows.insert(mentor) } }
    let members = try db.cachedStatement(sql: "SELECT record FROM membership WHERE mentor = ?")
    for mentor in mentorRows { rows.formUnion(try Int64.fetchSet(members, arguments: [mentor])) }
    var records = try MergingRecord.records(rows, in: db)
    try Self.dropKeysFromOutside(&records, in: db)
    self.records = records
    mentors = try MergedMentor.mentors(mentorRows, in: db)
  }

  /// Records with a key that may identify somebody now or before the change; none where too many have it.
  private static func holders(of key: Int64, changed: Int, in db: Database) throws -> [Int64] {
    let most = IdentityClusters.mostSharing + changed
    let holders = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT record FROM identity WHERE key = ? LIMIT ?"), arguments: [key, most + 1])
    return holders.count > most ? [] : holders
  }

  /// A key that somebody outside has too identifies nobody: else they would be one person with somebody inside, and
  /// inside themselves.
  private static func dropKeysFromOutside(_ records: inout [MergingRecord], in db: Database) throws {
    var inside: [IdentityKey: Int] = [:]
    for record in records { for key in record.identity.keys { inside[key, default: 0] += 1 } }
    let counting = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM identity WHERE key = ? LIMIT ?)")
    var outside: Set<IdentityKey> = []
    for (key, count) in inside {
      let total = try Int.fetchOne(counting, arguments: [Int64(bitPattern: key.rawValue), count + 1]) ?? 0
      if total > count { outside.insert(key) }
    }
    guard !outside.isEmpty else { return }
    for place in records.indices { records[place].identity.keys.removeAll { outside.contains($0) } }
  }
}
