import GRDB
import MentorDirectory

/// Brings the mentors up to date with the records of all sources.
///
/// Who is who is decided anew for all records that a change can concern (`MergingScope`), from their identity keys
/// alone; only people whose records are not those of before are read, merged and written.
struct DirectoryMerging {
  let db: Database
  let now: Timestamp
  let monitor: ImportMonitor
  let language: (String) -> Language
  let stored: StoredRecords

  struct Outcome {
    var counts = ImportCounts()
    /// Mentors in whom the source has or had a part.
    var changes: [MentorChange] = []
    /// True if any mentor is another than before.
    var isChanged = false
  }

  func run() throws -> Outcome {
    let scope = try MergingScope(of: stored, in: db)
    let records = scope.records, before = scope.mentors
    var outcome = Outcome(), kept = Set<Int64>(), plans: [MergingPlan] = []
    for cluster in IdentityClusters.clusters(records.map(\.identity)) {
      let plan = MergingPlan(cluster.map { records[$0] }, before: before)
      if plan.isUpToDate(before) {
        kept.formUnion(plan.before)
        if isTouched(plan) { outcome.counts.unchanged += 1 }
      } else {
        plans.append(plan)
      }
    }
    let survivors = plans.reduce(into: kept) { $0.formUnion($1.before) }
    for row in stored.mentorsBefore.subtracting(survivors) {
      guard let mentor = before[row] else { continue }
      outcome.counts.gone += 1
      outcome.changes.append(MentorChange(.gone, mentor.id, before: [mentor.id]))
    }
    let removed = Set(before.keys).subtracting(kept)
    for row in removed {
      try db.cachedStatement(sql: "DELETE FROM mentor WHERE id = ?").execute(arguments: [row])
    }

    outcome.isChanged = !removed.isSubset(of: survivors)
    var identifiers = FreeIdentifiers(db: db)
    var row = try max(Int64.fetchOne(db, sql: "SELECT max(id) FROM mentor") ?? 0, before.keys.max() ?? 0)
    // Those who were there keep their identifiers before others may take them.
    let ordered = plans.filter { !$0.before.isEmpty } + plans.filter { $0.before.isEmpty }
    for (number, plan) in ordered.enumerated() {
      try monitor.step(.merging, number, of: ordered.count)
      row += 1
      let change = try write(plan, row: row, identifiers: &identifiers, before: before)
      if change != nil { outcome.isChanged = true }
      guard isTouched(plan) else { continue }
      switch change?.kind {
      case .new: outcome.counts.new += 1
      case .changed: outcome.counts.changed += 1
      case .gone: outcome.counts.gone += 1
      case nil: outcome.counts.unchanged += 1
      }
      if let change { outcome.changes.append(change) }
    }
    try monitor.step(.merging, ordered.count, of: ordered.count)
    return outcome
  }

  /// True if the source has or had a part in this person.
  private func isTouched(_ plan: MergingPlan) -> Bool {
    plan.records.contains { $0.source == stored.source } || plan.before.contains { stored.mentorsBefore.contains($0) }
  }

  /// Nil if the mentor is the same as before.
  private func write(
    _ plan: MergingPlan, row: Int64, identifiers: inout FreeIdentifiers, before: [Int64: MergedMentor]
  ) throws -> MentorChange? {
    var merged = try merge(plan)
    let id = try identifiers.take(merged.mentor.id)
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
    let absence = plan.absence

    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mentor(id, mentor_id, sort_key, name_key, inputs, content_hash, first_seen, last_changed, confirmed,
          text_record, json, gone, gone_since) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    statement.setUncheckedArguments([
      row, mentor.id.rawValue, mentor.name.folded, mentor.name.nameKey, Int64(bitPattern: plan.inputs),
      Int64(bitPattern: content), firstSeen.seconds, changed.seconds, mentor.lastConfirmed?.seconds,
      merged.text?.row, merged.json, absence.stage.rawValue,
      absence.stage == .present ? nil : absence.since?.seconds,
    ])
    try statement.execute()
    let membership = try db.cachedStatement(sql: "INSERT OR REPLACE INTO membership VALUES(?, ?)")
    for record in plan.records { try membership.execute(arguments: [record.row, row]) }

    let oldStage = olds.map(\.stage).min() ?? .present
    if isSame, oldStage == absence.stage { return nil }
    let isGone = oldStage == .present && absence.stage != .present
    return MentorChange(olds.isEmpty ? .new : isGone ? .gone : .changed, mentor.id, before: olds.map(\.id))
  }

  private struct Merged {
    var mentor: Mentor
    /// The record whose write-up it has, and whose text where `json` is nil.
    var text: MergingRecord?
    var json: String?
    var textHash: UInt64?
  }

  /// Of one record alone, the record's text is the mentor's.
  private func merge(_ plan: MergingPlan) throws -> Merged {
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

/// Gives each mentor an identifier that nobody in the table has.
private struct FreeIdentifiers {
  let db: Database
  private var lastNumbers: [MentorID: Int] = [:]

  init(db: Database) { self.db = db }

  /// The identifier itself if it is free, else the next of "… (2)", "… (3)", as `IdentifierAllocator` has it.
  mutating func take(_ id: MentorID) throws -> MentorID {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM mentor WHERE mentor_id = ?")
    var candidate = id
    while try Int.fetchOne(statement, arguments: [candidate.rawValue]) != nil {
      let number = (lastNumbers[id] ?? 1) + 1
      lastNumbers[id] = number
      candidate = MentorID(id.rawValue + " (\(number))")
    }
    return candidate
  }
}
