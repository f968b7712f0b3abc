import DirectoryStore
import DirectorySync
import Fetching
import MentorDirectory

// Between what is read and what is stored: neither module knows the other.

extension StoredStep {
  init(_ step: SyncStep) {
    switch step {
    case .listing(let listing):
      self = .listing(
        StoredListing(
          mentors: listing.mentors, isComplete: listing.isComplete,
          state: ReadState(listing.validators, bodyHash: listing.bodyHash), pages: listing.pages,
          problems: listing.problems.map(StoredProblem.init)))
    case .pages(let visits): self = .pages(visits.compactMap(StoredVisit.init))
    }
  }
}

extension StoredVisit {
  /// Nil for a visit that was cancelled: it says nothing of the page.
  init?(_ visit: PageVisit) {
    let outcome: Outcome
    switch visit.outcome {
    case .unchanged: outcome = .unchanged
    case .read(let mentor, let verdict): outcome = .read(mentor, StoredVerdict(verdict))
    case .failed(.cancelled): return nil
    case .failed(let failure): outcome = .failed(StoredFailure(failure))
    }
    self.init(
      address: visit.address, finalAddress: visit.finalAddress, outcome: outcome,
      state: ReadState(visit.validators, bodyHash: visit.bodyHash), problems: visit.problems.map(StoredProblem.init))
  }
}

extension ReadState {
  fileprivate init(_ validators: Validators, bodyHash: UInt64) {
    self.init(
      entityTag: validators.entityTag, lastModified: validators.lastModified, bodyHash: bodyHash,
      readerVersion: SourceReader.version)
  }

  fileprivate var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }
}

extension KnownSource {
  init(_ known: StoredKnowledge) {
    self.init()
    validators = known.state.validators
    bodyHash = known.state.bodyHash
    readerVersion = known.state.readerVersion
    pages = known.pages.mapValues { page in
      KnownPage(
        validators: page.state.validators, bodyHash: page.state.bodyHash, readerVersion: page.state.readerVersion,
        finalAddress: page.finalAddress)
    }
  }
}

extension StoredVerdict {
  fileprivate init(_ verdict: PageVerdict) {
    self.init(verdict.kind.rawValue, reason: verdict.reason, confidence: verdict.confidence)
  }
}

extension StoredProblem {
  init(_ problem: ImportProblem) {
    self.init(file: problem.file, line: problem.line, column: problem.column, reason: problem.reason)
  }
}

extension StoredFailure {
  init(_ failure: FetchFailure) { self.init(failure.json, isGone: failure.isGone) }
}
