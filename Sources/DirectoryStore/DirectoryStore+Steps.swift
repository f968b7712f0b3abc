import GRDB
import MentorDirectory

// A sync, step by step. Each step is one transaction, so that a sync that ends between two has lost nothing.

extension DirectoryStore {
  /// What the source was asked with and what it leads to, from earlier syncs; nothing of a source that was set up in
  /// another way since (`StoredSource.settings`).
  public func knowledge(of source: StoredSource) throws(StoreError) -> StoredKnowledge {
    try read { db in
      var known = StoredKnowledge()
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, settings, kind, address, entity_tag, last_modified, body_hash, reader_version FROM source
          WHERE name = ?
          """, arguments: [source.name])
      guard let row, row[1] == Int64(bitPattern: source.settings), row[2] == source.kind, row[3] == source.address
      else { return known }
      known.state = ReadState(row, from: 4)
      let pages = try Row.fetchCursor(
        db,
        sql: """
          SELECT address, final_address, entity_tag, last_modified, body_hash, reader_version FROM page WHERE source = ?
          """, arguments: [row[0] as Int64])
      while let page = try pages.next() {
        known.pages[page[0]] = StoredKnowledge.Page(state: ReadState(page, from: 2), finalAddress: page[1])
      }
      return known
    }
  }

  /// Stores one step of a source and merges what it changed with what is there; returns what became of mentors.
  ///
  /// Whoever is missing from a complete listing is no longer listed; an empty one takes nobody, for that is what a list
  /// looks like whose owner has moved it. After an error or a cancellation nothing has happened.
  public func apply(
    _ step: StoredStep, of source: StoredSource, now: Timestamp, isCancelled: @escaping () -> Bool = { false }
  ) throws(StoreError) -> [MentorChange] {
    let monitor = ImportMonitor(progress: { _ in }, isCancelled: isCancelled)
    return try write { db in
      let optOuts = try currentOptOuts()
      let row = try SourceRows(db: db).store(source, firstReadAt: step.isOfNothing ? nil : now)
      switch step {
      case .listing(let listing):
        guard let mentors = listing.mentors else { return [] }
        let isEmpty = mentors.isEmpty && listing.pages.isEmpty
        let isComplete = listing.isComplete && !isEmpty
        let storing = RecordStoring(db: db, source: source, now: now, monitor: monitor, optOuts: optOuts)
        let listed = try storing.run(mentors, isComplete: isComplete, of: row)
        var paging = PageStoring(db: db, source: row, sourceName: source.name, now: now, optOuts: optOuts)
        let pages = try paging.list(listing.pages, isComplete: isComplete)
        let rows = SourceRows(db: db)
        try rows.replaceProblems(listing.problems, source: row)
        // What was not understood whole is asked for whole the next time.
        try rows.set(isComplete ? listing.state : ReadState(), of: row)
        return try finish(listed.united(with: pages), now: now, monitor: monitor, in: db).changes
      case .pages(let visits):
        var paging = PageStoring(db: db, source: row, sourceName: source.name, now: now, optOuts: optOuts)
        return try finish(try paging.store(visits), now: now, monitor: monitor, in: db).changes
      }
    }
  }

  /// Notes how a sync of the source went; with one that did not fail the source counts as read.
  public func finish(_ sync: StoredSync, of source: StoredSource) throws(StoreError) {
    try write { db in
      let rows = SourceRows(db: db)
      try rows.store(sync, of: try rows.store(source, firstReadAt: sync.failure == nil ? sync.ended : nil))
    }
  }

  /// What the mentor's write-up said before it last changed; nil if no change was seen.
  public func previousVersion(of id: MentorID) throws(StoreError) -> PreviousWriteUp? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT v.write_up, v.until FROM mentor m JOIN version v ON v.record = m.text_record WHERE m.mentor_id = ?
          ORDER BY v.id DESC LIMIT 1
          """, arguments: [id.rawValue])
      guard let row else { return nil }
      guard let writeUp = WriteUp(row: row[0]) else { throw StoreError.corrupt(path: path) }
      return PreviousWriteUp(writeUp: writeUp, until: Timestamp(seconds: row[1]))
    }
  }
}

extension StoredStep {
  /// True if no page in it could be had.
  fileprivate var isOfNothing: Bool {
    guard case .pages(let visits) = self else { return false }
    return visits.allSatisfy { if case .failed = $0.outcome { true } else { false } }
  }
}

extension ReadState {
  /// Of the columns entity_tag, last_modified, body_hash, reader_version.
  fileprivate init(_ row: Row, from first: Int) {
    self.init(
      entityTag: row[first], lastModified: row[first + 1], bodyHash: UInt64(bitPattern: row[first + 2]),
      readerVersion: row[first + 3])
  }
}

extension StoredRecords {
  fileprivate func united(with other: StoredRecords) -> StoredRecords {
    var both = self
    both.incoming.merge(other.incoming) { $1 }
    both.touched.formUnion(other.touched)
    both.keys.formUnion(other.keys)
    both.mentorsBefore.formUnion(other.mentorsBefore)
    both.isChanged = isChanged || other.isChanged
    return both
  }
}
