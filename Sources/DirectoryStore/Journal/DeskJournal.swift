import GRDB
import Host
import MentorDirectory
import StewardDesk

/// The desk's journal: `desk.sqlite` in the data directory. It cannot be made again from anything.
///
/// Safe in the hands of several processes: what a steward does is decided and written in one transaction, so that
/// nobody decides on a desk that has changed meanwhile. What is committed survives a power cut.
public final class DeskJournal: Sendable {
  public let path: String
  private let queue: DatabaseQueue

  /// Opens the journal, and makes it if it is missing. Throws for a file of a later version, a foreign or a damaged one.
  public init(directory: String) throws(JournalError) {
    let file = JournalFile(directory: directory)
    path = file.path
    queue = try file.open()
  }

  /// An event as it is kept and shared: its text, understood or not.
  public struct Entry: Hashable, Sendable {
    public var id: DeskID
    /// One JSON object.
    public var json: String

    public init(id: DeskID, json: String) {
      self.id = id
      self.json = json
    }

    init(_ event: DeskEvent) {
      id = event.id
      json = JSONValue.object(event.json).text()
    }

    /// Nil for an event of a later version.
    public var event: DeskEvent? {
      JSONReader.read(Array(json.utf8)).value?.object.flatMap(DeskEvent.init(json:)).flatMap { $0.id == id ? $0 : nil }
    }
  }

  /// The desk as of now.
  public func desk() throws(JournalError) -> Desk {
    Desk(try entries().compactMap(\.event))
  }

  /// All that is kept, oldest first.
  public func entries() throws(JournalError) -> [Entry] {
    try JournalError.mapping(path) { try queue.read(Self.entries) }
  }

  /// Decides on the desk as it is and writes what was decided, all or nothing.
  ///
  /// - Parameters:
  ///   - milliseconds: since 1970; events sort behind all that are there whatever it is.
  ///   - decide: what to do; nothing is written if it throws.
  /// - Returns: the events as they were written, and the desk with them.
  public func record(
    by steward: String, at milliseconds: Int64, using generator: inout some RandomNumberGenerator,
    _ decide: (Desk) throws -> [DeskEvent.Body]
  ) throws -> (events: [DeskEvent], desk: Desk) {
    var refusal: (any Error)?
    let result = try JournalError.mapping(path) {
      try queue.write { db -> ([DeskEvent], Desk)? in
        let entries = try Self.entries(db)
        let desk = Desk(entries.compactMap(\.event))
        let bodies: [DeskEvent.Body]
        do {
          bodies = try decide(desk)
        } catch {
          // The decision's own error, not one of the file.
          refusal = error
          return nil
        }
        var clock = DeskClock(newest: entries.last?.id)
        let events = bodies.map { body in
          DeskEvent(
            id: clock.next(milliseconds: milliseconds, using: &generator),
            at: Timestamp(seconds: milliseconds / 1_000), steward: steward, body: body)
        }
        for event in events { try Self.insert(Entry(event), about: event, in: db) }
        try Self.redact(events, in: db)
        return (events, events.isEmpty ? desk : Desk(desk.events + events))
      }
    }
    if let refusal { throw refusal }
    return result ?? ([], Desk())
  }

  /// Adds what is not here yet; the order and repetition do not matter. Returns how many were new.
  public func merge(_ entries: [Entry]) throws(JournalError) -> Int {
    try JournalError.mapping(path) {
      try queue.write { db in
        var added = 0
        for entry in entries {
          let event = entry.event
          let known = try String.fetchOne(db, sql: "SELECT json FROM event WHERE id = ?", arguments: [entry.id.text])
          if known == nil {
            try Self.insert(entry, about: event, in: db)
            added += 1
          }
        }
        try Self.redact(entries.compactMap(\.event), in: db)
        // What came late about somebody who is forgotten already.
        try Self.redactKnown(in: db)
        return added
      }
    }
  }

  /// Overwrites what the file still holds of rows that were changed, after something was forgotten.
  public func compact() throws(JournalError) {
    try JournalError.mapping(path) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try db.execute(sql: "VACUUM")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
  }

  /// Reads through the whole file for damage; throws `corrupt` if there is any.
  public func checkIntegrity() throws(JournalError) {
    let verdict = try JournalError.mapping(path) {
      try queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
    }
    guard verdict == ["ok"] else { throw JournalError(.corrupt(path: path)) }
  }

  public func close() throws(JournalError) {
    try JournalError.mapping(path) { try queue.close() }
  }

  // MARK: - Rows

  private static func entries(_ db: Database) throws -> [Entry] {
    try Row.fetchAll(db, sql: "SELECT id, json FROM event ORDER BY id").compactMap { row in
      DeskID(row[0] as String).map { Entry(id: $0, json: row[1]) }
    }
  }

  private static func insert(_ entry: Entry, about event: DeskEvent?, in db: Database) throws {
    let request = event.flatMap { event -> DeskID? in
      if case .received = event.body { event.id } else { event.body.request }
    }
    try db.cachedStatement(sql: "INSERT INTO event(id, request, json) VALUES(?, ?, ?)")
      .execute(arguments: [entry.id.text, request?.text, entry.json])
  }

  /// Takes the personal data out of every event about a request that these events forget.
  private static func redact(_ events: [DeskEvent], in db: Database) throws {
    for event in events {
      guard case .forgotten(let request) = event.body else { continue }
      try redact(request, in: db)
    }
  }

  private static func redactKnown(in db: Database) throws {
    let forgotten = try String.fetchAll(
      db, sql: "SELECT request FROM event WHERE json LIKE '%\"kind\":\"forgotten\"%' AND request IS NOT NULL")
    for request in Set(forgotten.compactMap { DeskID($0) }) { try redact(request, in: db) }
  }

  private static func redact(_ request: DeskID, in db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id, json FROM event WHERE request = ?", arguments: [request.text])
    for row in rows {
      guard let id = DeskID(row[0] as String), let event = Entry(id: id, json: row[1]).event else { continue }
      let json = Entry(event.redacted).json
      if json != row[1] as String {
        try db.cachedStatement(sql: "UPDATE event SET json = ? WHERE id = ?").execute(arguments: [json, id.text])
      }
    }
  }
}
