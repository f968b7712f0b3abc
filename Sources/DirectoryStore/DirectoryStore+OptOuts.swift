import Foundation
import GRDB
import MentorDirectory

extension DirectoryStore {
  /// Takes a mentor out for good: what identifies them is remembered as hashes, and all that any source said of them
  /// is deleted, earlier write-ups and pages included. No sync or import brings them back. False if nobody has that
  /// identifier.
  public func optOut(_ id: MentorID, now: Timestamp) throws(StoreError) -> Bool {
    guard let optOuts else { throw .readOnly(path: path) }
    let keys = try read { db in try Self.ownKeys(of: id, in: db) }
    guard !keys.isEmpty else { return false }
    // First the file: whoever stores meanwhile sees it, or is followed by the deletion.
    try optOuts.change { $0.add(keys, since: now.day) }
    try write { db in try removeOptedOut(try optOuts.load(), now: now, in: db) }
    return true
  }

  /// Lets people with this page address, profile, e-mail or identifier be listed again, from the next sync or import
  /// on; returns how many there were.
  public func undoOptOut(_ address: String) throws(StoreError) -> Int {
    guard let optOuts else { throw .readOnly(path: path) }
    var mentor = Mentor(id: MentorID(address), name: "")
    mentor.page = address
    mentor.contacts = [Contact(kind: "email", value: address)]
    let keys = IdentityKey.keys(of: mentor)
    let count = try optOuts.change { $0.remove(anyOf: keys) }
    // A list that has not changed has to be read again all the same.
    if count > 0 {
      try write { db in try db.execute(sql: "UPDATE source SET entity_tag = '', last_modified = '', body_hash = 0") }
    }
    return count
  }

  /// The keys that nobody else has: whoever shares a mailbox with somebody who leaves, stays.
  private static func ownKeys(of id: MentorID, in db: Database) throws -> [IdentityKey] {
    let records = try Row.fetchAll(
      db,
      sql: """
        SELECT r.id, r.identity FROM mentor m JOIN membership s ON s.mentor = m.id JOIN record r ON r.id = s.record
        WHERE m.mentor_id = ?
        """, arguments: [id.rawValue])
    let rows = Set(records.map { $0[0] as Int64 })
    return try Set(records.flatMap { [IdentityKey]($0[1] as Data) }).filter { key in
      let holders = try Int64.fetchAll(
        db, sql: "SELECT record FROM identity WHERE key = ?", arguments: [Int64(bitPattern: key.rawValue)])
      return rows.isSuperset(of: holders)
    }
  }

  /// Deletes whatever is left of people who opted out.
  private func removeOptedOut(_ optOuts: OptOuts, now: Timestamp, in db: Database) throws {
    var bySource: [Int64: [Int64]] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, source, identity FROM record")
    while let row = try rows.next() {
      guard optOuts.contains(anyOf: [IdentityKey](row[2] as Data)) else { continue }
      bySource[row[1], default: []].append(row[0])
    }
    for (source, records) in bySource {
      var deleting = RecordRows(db: db, now: now, source: source)
      for record in records {
        let page = try Int64.fetchOne(db, sql: "SELECT page FROM record WHERE id = ?", arguments: [record])
        try deleting.delete(record)
        if let page { try PageStoring.forget(page, in: db) }
      }
      _ = try finish(try deleting.finish(), now: now, monitor: .none, in: db)
    }
    let pages = try Row.fetchAll(db, sql: "SELECT id, address, final_address FROM page")
    for page in pages {
      let keys = [page[1] as String, page[2] as String].compactMap { IdentityKey.page($0) }
      if optOuts.contains(anyOf: keys) { try PageStoring.forget(page[0], in: db) }
    }
  }
}
