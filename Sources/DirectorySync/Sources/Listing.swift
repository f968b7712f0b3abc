import Fetching
import MentorDirectory

/// What a source lists, and where it leads.
struct Listing: Sendable {
  var step: SourceListing
  var links: [PageLink]
  /// What ends the sync once this much of the source has been delivered.
  var failure: SyncFailure?

  init(_ step: SourceListing, links: [PageLink] = [], failure: SyncFailure? = nil) {
    self.step = step
    self.links = links
    self.failure = failure
    self.step.pages = links.map(\.address)
  }

  /// A source that says that nothing changed: the same people, the same pages.
  static func unchanged(_ known: KnownSource, _ response: WebResponse) -> Listing {
    let links = known.pages.keys.sorted().compactMap { PageLink($0, isNamed: true) }
    let fresh = response.validators
    var step = SourceListing(mentors: nil, validators: fresh.isEmpty ? known.validators : fresh)
    step.bodyHash = known.bodyHash
    return Listing(step, links: links)
  }

  /// What an import made of a source's text or records.
  /// - Throws: `.notReadable` if nobody was found and something was wrong: the source keeps whom it had.
  init(_ imported: ImportedSource, followsLinks: Bool) throws(SyncFailure) {
    if imported.wasCancelled { throw .cancelled }
    if imported.mentors.isEmpty, let problem = imported.skipped.first { throw .notReadable(problem) }
    self.init(
      SourceListing(
        mentors: imported.mentors, isComplete: !imported.isCutShort, problems: imported.skipped + imported.warnings),
      links: followsLinks ? imported.mentors.mentoringPages : [])
  }
}
