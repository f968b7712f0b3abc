import MentorDirectory

/// What one part of a source turned out to be, ready to be stored in one transaction.
public enum StoredStep: Sendable {
  /// What the source itself lists.
  case listing(StoredListing)
  /// Pages that were visited.
  case pages([StoredVisit])
}

/// All that a source lists now.
public struct StoredListing: Sendable {
  /// Nil if the source says that nothing changed: then nothing is written.
  public var mentors: [Mentor]?
  /// False if some part could not be read: then nobody is gone for being absent.
  public var isComplete: Bool
  /// What to ask the source with the next time.
  public var state: ReadState
  /// Addresses of the pages that the source leads to.
  public var pages: [String]
  public var problems: [StoredProblem]

  public init(
    mentors: [Mentor]?, isComplete: Bool = true, state: ReadState = ReadState(), pages: [String] = [],
    problems: [StoredProblem] = []
  ) {
    self.mentors = mentors
    self.isComplete = isComplete
    self.state = state
    self.pages = pages
    self.problems = problems
  }
}

/// What came of one page.
public struct StoredVisit: Sendable {
  public enum Outcome: Sendable {
    case unchanged
    /// Read anew; without a mentor it is no offer, and `verdict` says what it is.
    case read(Mentor?, StoredVerdict)
    case failed(StoredFailure)
  }
  /// As the source names it; names the page within the source.
  public var address: String
  /// Where it really stands.
  public var finalAddress: String
  public var outcome: Outcome
  public var state: ReadState
  public var problems: [StoredProblem]

  public init(
    address: String, finalAddress: String = "", outcome: Outcome, state: ReadState = ReadState(),
    problems: [StoredProblem] = []
  ) {
    self.address = address
    self.finalAddress = finalAddress.isEmpty ? address : finalAddress
    self.outcome = outcome
    self.state = state
    self.problems = problems
  }
}

/// How a list or a page was read the last time: by what a change is noticed.
public struct ReadState: Equatable, Sendable {
  public var entityTag: String
  public var lastModified: String
  public var bodyHash: UInt64
  /// 0 for what was never read.
  public var readerVersion: Int

  public init(entityTag: String = "", lastModified: String = "", bodyHash: UInt64 = 0, readerVersion: Int = 0) {
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.bodyHash = bodyHash
    self.readerVersion = readerVersion
  }
}

/// What a page is, why, and how sure that is.
public struct StoredVerdict: Equatable, Sendable {
  /// One word for the kind ("offer", "empty" …); the caller's, kept as it is.
  public var word: String
  public var reason: String
  /// 0 … 1
  public var confidence: Double

  public init(_ word: String, reason: String = "", confidence: Double = 1) {
    self.word = word
    self.reason = reason
    self.confidence = confidence
  }
}

/// Why a page or a source gave nothing.
public struct StoredFailure: Equatable, Sendable {
  /// The caller's facts, kept as they are, for the sentence that is made of them later.
  public var facts: JSONValue
  /// True if the server says that there is nothing any more.
  public var isGone: Bool

  public init(_ facts: JSONValue, isGone: Bool = false) {
    self.facts = facts
    self.isGone = isGone
  }
}

/// What the cache knows of a source from earlier syncs.
public struct StoredKnowledge: Equatable, Sendable {
  public struct Page: Equatable, Sendable {
    public var state: ReadState
    /// Where it really stood.
    public var finalAddress: String
  }
  /// Of the source's own list.
  public var state = ReadState()
  /// The pages that the source leads to, by address.
  public var pages: [String: Page] = [:]
  public init() {}
}

/// What a step, or a whole sync, did to one mentor.
public struct MentorChange: Equatable, Sendable {
  public enum Kind: String, Sendable {
    case new, changed
    /// No source knows the mentor any more, or the page has been missing for long enough to be marked.
    case gone
  }
  public var kind: Kind
  /// Who it is now; of somebody who is no longer there, who it was.
  public var mentor: MentorID
  /// Who it was before; several where records turned out to be of one person.
  public var before: [MentorID]

  public init(_ kind: Kind, _ mentor: MentorID, before: [MentorID] = []) {
    self.kind = kind
    self.mentor = mentor
    self.before = before
  }
}

/// The changes of a whole sync: each mentor once, whatever the single steps did.
public struct SyncTally: Equatable, Sendable {
  public private(set) var new: Set<MentorID> = []
  public private(set) var changed: Set<MentorID> = []
  public private(set) var gone: Set<MentorID> = []

  public init() {}

  public mutating func add(_ changes: [MentorChange]) {
    for change in changes { add(change) }
  }

  /// Somebody found by a list and completed by a page in the same sync is new, not changed.
  private mutating func add(_ change: MentorChange) {
    let wasNew = change.before.contains { new.contains($0) } || (change.before.isEmpty && new.contains(change.mentor))
    for id in change.before + [change.mentor] {
      new.remove(id)
      changed.remove(id)
    }
    switch change.kind {
    case .new: new.insert(change.mentor)
    case .changed: if wasNew { new.insert(change.mentor) } else { changed.insert(change.mentor) }
    case .gone: if !wasNew { gone.insert(change.mentor) }
    }
    if change.kind != .gone { gone.subtract([change.mentor]) }
  }
}

/// How the last sync of a source went.
public struct StoredSync: Equatable, Sendable {
  public var started: Timestamp
  public var ended: Timestamp
  public var new: Int
  public var changed: Int
  public var gone: Int
  /// Pages that gave nothing.
  public var failed: Int
  /// Why the source as a whole could not be read; nil if it could.
  public var failure: StoredFailure?

  public init(
    started: Timestamp, ended: Timestamp, new: Int = 0, changed: Int = 0, gone: Int = 0, failed: Int = 0,
    failure: StoredFailure? = nil
  ) {
    self.started = started
    self.ended = ended
    self.new = new
    self.changed = changed
    self.gone = gone
    self.failed = failed
    self.failure = failure
  }
}

/// What a write-up said before it was changed.
public struct PreviousWriteUp: Equatable, Sendable {
  public var writeUp: WriteUp
  /// When the change was noticed.
  public var until: Timestamp

  public init(writeUp: WriteUp, until: Timestamp) {
    self.writeUp = writeUp
    self.until = until
  }
}
