import GRDB
import MentorDirectory

/// Brings the mentors up to date with the records of all sources.
///
/// Who is who is decided anew for all records, from their identity keys alone; only people whose records are not those
/// of before are read, merged and written.
struct DirectoryMerging {
  let db: Database
  let now: Timestamp
  let monitor: ImportMonitor
  let language: (String) -> Language
  let stored: StoredRecords

  func run() throws -> (counts: ImportCounts, isChanged: Bool) {
    let records = try MergingRecord.all(in: db)
    let before = try MergedMentor.all(in: db)
    var counts = ImportCounts(), kept = Set<Int64>(), plans: [Plan] = []
    for cluster in IdentityClusters.clusters(records.map(\.identity)) {
      let plan = Plan(cluster.map { records[$0] }, before: before)
      if plan.isUpToDate(before) {
        kept.formUnion(plan.before)
        if isTouched(plan) { counts.unchanged += 1 }
      } else {
        plans.append(plan)
      }
    }
    let survivors = plans.reduce(into: kept) { $0.formUnion($1.before) }
    counts.gone = stored.mentorsBefore.subtracting(survivors).count
    let removed = Set(before.keys).subtracting(kept)
    for row in removed {
      try db.cachedStatement(sql: "DELETE FROM mentor WHERE id = ?").execute(arguments: [row])
    }

    var isChanged = !removed.isSubset(of: survivors)
    var identifiers = IdentifierAllocator(taken: Set(kept.compactMap { before[$0]?.id }))
    var row = before.keys.max() ?? 0
    // Those who were there keep their identifiers before others may take them.
    let ordered = plans.filter { !$0.before.isEmpty } + plans.filter { $0.before.isEmpty }
    for (number, plan) in ordered.enumerated() {
      try monitor.step(.merging, number, of: ordered.count)
      row += 1
      let change = try write(plan, row: row, identifiers: &identifiers, before: before)
      if change != .none { isChanged = true }
      guard isTouched(plan) else { continue }
      switch change {
      case .new: counts.new += 1
      case .content: counts.changed += 1
      case .none: counts.unchanged += 1
      }
    }
    try monitor.step(.merging, ordered.count, of: ordered.count)
    return (counts, isChanged)
  }

  private enum Change { case new, content, none }

  /// True if the source has or had a part in this person.
  private func isTouched(_ plan: Plan) -> Bool {
    plan.records.contains { $0.source == stored.source } || plan.before.contains { stored.mentorsBefore.contains($0) }
  }

  private func write(
    _ plan: Plan, row: Int64, identifiers: inout IdentifierAllocator, before: [Int64: MergedMentor]
  ) throws -> Change {
    var merged = try merge(plan)
    let id = identifiers.take(merged.mentor.id)
    if merged.mentor.id != id || merged.textHash == nil {
      merged.mentor.id = id
      let encoded = EncodedMentor(merged.mentor)
      (merged.json, merged.textHash) = (encoded.json, contentHash(encoded.hash, merged.text?.writeUpHash ?? 0))
    }
    let mentor = merged.mentor
    let content = merged.textHash ?? 0
    let olds = plan.before.compactMap { before[$0] }
    let isSame = olds.count == 1 && olds[0].id == mentor.id && olds[0].contentHash == content
    let lastChange = olds.map(\.lastChanged).max()
    let stated = mentor.lastChanged.map { min($0, now) }
    let changed =
      isSame ? lastChange ?? now : stated.flatMap { $0 > lastChange ?? Timestamp(seconds: .min) ? $0 : nil } ?? now
    let firstSeen = (plan.records.map(\.firstSeen) + olds.map(\.firstSeen)).min() ?? now

    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mentor(id, mentor_id, sort_key, name_key, inputs, content_hash, first_seen, last_changed, confirmed,
          text_record, json) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    statement.setUncheckedArguments([
      row, mentor.id.rawValue, mentor.name.folded, mentor.name.nameKey, Int64(bitPattern: plan.inputs),
      Int64(bitPattern: content), firstSeen.seconds, changed.seconds, mentor.lastConfirmed?.seconds,
      merged.text?.row, merged.json,
    ])
    try statement.execute()
    let membership = try db.cachedStatement(sql: "INSERT OR REPLACE INTO membership VALUES(?, ?)")
    for record in plan.records { try membership.execute(arguments: [record.row, row]) }
    return isSame ? .none : olds.isEmpty ? .new : .content
  }

  private struct Merged {
    var mentor: Mentor
    /// The record whose write-up it has, and whose text where `json` is nil.
    var text: MergingRecord?
    var json: String?
    var textHash: UInt64?
  }

  /// Of one record alone, the record's text is the mentor's.
  private func merge(_ plan: Plan) throws -> Merged {
    let members = try plan.records.map { try sourced($0) }
    if plan.records.count == 1 {
      return Merged(mentor: members[0].mentor, text: plan.records[0], textHash: plan.records[0].hash)
    }
    guard let mentor = MentorMerge.mentor(of: members) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let teller = MentorMerge.ranking(of: members).first { !members[$0].mentor.writeUp.isEmpty }
    return Merged(mentor: mentor, text: teller.map { plan.records[$0] })
  }

  private func sourced(_ record: MergingRecord) throws -> SourcedMentor {
    var mentor: Mentor
    if let known = stored.incoming[record.row] {
      mentor = known
    } else {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT json, write_up FROM record WHERE id = ?"), arguments: [record.row])
      guard let row, let read = Mentor(row: row[0], language: language), let writeUp = WriteUp(row: row[1]) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      mentor = read
      mentor.writeUp = writeUp
    }
    mentor.firstSeen = record.firstSeen
    mentor.lastChanged = record.statedChange
    mentor.lastConfirmed = record.statedConfirmation
    return SourcedMentor(
      source: record.sourceName, trust: record.trust, changed: record.changed, mentor: mentor)
  }
}

/// The records of one person, and the mentors they were part of before.
private struct Plan {
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
    }
    self.before = before
    self.inputs = inputs.value
  }

  func isUpToDate(_ mentors: [Int64: MergedMentor]) -> Bool {
    before.count == 1 && mentors[before[0]]?.inputs == inputs
  }
}

/// A record without its texts.
private struct MergingRecord {
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
  let identity: IdentityRecord

  /// In the order of their rows.
  static func all(in db: Database) throws -> [MergingRecord] {
    var sources: [Int64: (name: String, trust: SourceTrust)] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name, trust FROM source") {
      sources[row[0]] = (row[1], SourceTrust(rawValue: row[2]) ?? .list)
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.source, r.hash, r.write_up_hash, r.first_seen, r.changed, r.stated_change,
          r.stated_confirmation, m.mentor, r.name, r.identity
        FROM record r LEFT JOIN membership m ON m.record = r.id ORDER BY r.id
        """)
    var records: [MergingRecord] = []
    while let row = try rows.next() {
      let source: Int64 = row[1], statedChange: Int64? = row[6], statedConfirmation: Int64? = row[7]
      records.append(
        MergingRecord(
          row: row[0], source: source, sourceName: sources[source]?.name ?? "", trust: sources[source]?.trust ?? .list,
          hash: UInt64(bitPattern: row[2]), writeUpHash: UInt64(bitPattern: row[3]),
          firstSeen: Timestamp(seconds: row[4]), changed: Timestamp(seconds: row[5]),
          statedChange: statedChange.map(Timestamp.init(seconds:)),
          statedConfirmation: statedConfirmation.map(Timestamp.init(seconds:)), mentor: row[8],
          identity: IdentityRecord(source: Int(source), name: row[9], keys: [IdentityKey](row[10]))))
    }
    return records
  }
}

/// A mentor without its text.
private struct MergedMentor {
  let id: MentorID
  let inputs: UInt64
  let contentHash: UInt64
  let firstSeen: Timestamp
  let lastChanged: Timestamp

  static func all(in db: Database) throws -> [Int64: MergedMentor] {
    var mentors: [Int64: MergedMentor] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, mentor_id, inputs, content_hash, first_seen, last_changed FROM mentor")
    while let row = try rows.next() {
      mentors[row[0]] = MergedMentor(
        id: MentorID(row[1] as String), inputs: UInt64(bitPattern: row[2]), contentHash: UInt64(bitPattern: row[3]),
        firstSeen: Timestamp(seconds: row[4]), lastChanged: Timestamp(seconds: row[5]))
    }
    return mentors
  }
}
