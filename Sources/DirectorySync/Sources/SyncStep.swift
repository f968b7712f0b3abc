import Fetching
import MentorDirectory

/// What one part of a source turned out to be. Each step is stored in one transaction; a sync that ends between two
/// steps has lost nothing and goes on the next time.
public enum SyncStep: Sendable {
  /// What the source itself lists.
  case listing(SourceListing)
  /// Pages that were visited, in the order in which they came back.
  case pages([PageVisit])
}

/// The records of a source: all that it lists now, so that whoever is missing is no longer listed.
public struct SourceListing: Sendable {
  /// Nil if the source says that nothing changed since the last time.
  public var mentors: [Mentor]?
  /// False if some part could not be read: then nobody is gone for being absent.
  public var isComplete: Bool
  public var validators: Validators
  /// Of the bytes, to tell a change where the server does not; 0 for a source of several answers.
  public var bodyHash: UInt64 = 0
  /// Where the source has moved for good; nil if it stands where it was asked for.
  public var movedTo: String?
  /// Addresses of the pages that the source leads to, each once, normalised (`PageAddress.normalised`).
  public var pages: [String]
  public var problems: [ImportProblem]

  public init(
    mentors: [Mentor]?, isComplete: Bool = true, validators: Validators = Validators(), pages: [String] = [],
    problems: [ImportProblem] = []
  ) {
    self.mentors = mentors
    self.isComplete = isComplete
    self.validators = validators
    self.pages = pages
    self.problems = problems
  }
}

/// What came of one page of a source.
public struct PageVisit: Sendable {
  public enum Outcome: Sendable {
    /// The server, or the text itself, says that nothing changed: nothing is written.
    case unchanged
    /// The page was read anew. The mentor is nil if it is no offer.
    case read(mentor: Mentor?, verdict: PageVerdict)
    case failed(FetchFailure)
  }
  /// As the source names it, normalised; names the page within the source.
  public var address: String
  /// Where it really stands.
  public var finalAddress: String
  public var outcome: Outcome
  public var validators: Validators
  /// Of the bytes, to tell a change where the server does not.
  public var bodyHash: UInt64
  public var problems: [ImportProblem]

  public init(
    address: String, finalAddress: String, outcome: Outcome, validators: Validators = Validators(),
    bodyHash: UInt64 = 0, problems: [ImportProblem] = []
  ) {
    self.address = address
    self.finalAddress = finalAddress
    self.outcome = outcome
    self.validators = validators
    self.bodyHash = bodyHash
    self.problems = problems
  }
}

/// What the cache knows of a source from earlier syncs: what to ask with. Empty once the keeper changed what the source
/// is read with (address, kind, mapping, group, scope, privacy): then everything is read anew.
public struct KnownSource: Sendable {
  public var validators = Validators()
  public var bodyHash: UInt64 = 0
  /// Which reader read the listing (`SourceReader.version`).
  public var readerVersion = 0
  /// The pages that the source led to, by address: also those that were listed and not read yet, so that a sync that
  /// broke off after an unchanged listing goes on with them.
  public var pages: [String: KnownPage] = [:]
  public init() {}
}

public struct KnownPage: Equatable, Sendable {
  public var validators: Validators
  public var bodyHash: UInt64
  /// Which reader read it (`SourceReader.version`): a better one reads the same text again.
  public var readerVersion: Int
  /// Where the page really stood (`PageVisit.finalAddress`): what the validators belong to, and for a home page the
  /// mentoring page that was found on it. Empty if that is not known.
  public var finalAddress: String

  public init(validators: Validators, bodyHash: UInt64, readerVersion: Int, finalAddress: String = "") {
    self.validators = validators
    self.bodyHash = bodyHash
    self.readerVersion = readerVersion
    self.finalAddress = finalAddress
  }
}

/// How far the sync of a source is.
public struct SyncProgress: Equatable, Sendable {
  public var source: String
  /// Requests answered, and how many there will be as far as known.
  public var done: Int
  public var total: Int
  /// What is being asked now.
  public var current: String

  public init(source: String, done: Int, total: Int, current: String) {
    self.source = source
    self.done = done
    self.total = total
    self.current = current
  }
}
