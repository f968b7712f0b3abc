import Fetching
import MentorDirectory

/// Finds the mentoring page of a person from their home page: where the page says it is, where a link says so, where
/// such pages usually are.
struct SiteVisitor: Sendable {
  let visitor: PageVisitor
  /// Links of the home page that are tried; each costs a request.
  static let linkLimit = 5

  /// Nil if the visit was cancelled.
  func visit(_ link: PageLink, known: KnownPage?) async -> PageVisit? {
    if PageAddress.saysMentoring(link.address) { return await visitor.visit(link, known: known) }
    // The page that was found the last time, as long as it stands and offers something.
    if let known, !known.finalAddress.isEmpty, PageAddress.normalised(known.finalAddress) != link.address {
      switch await visitor.open(known.finalAddress, known: known) {
      case .unchanged(let response): return PageVisitor.unchanged(link, response, known: known)
      case .page(let reading, let response, let hash) where reading.mentor != nil:
        return visitor.read(link, reading, response, hash)
      case .failed(.cancelled, _): return nil
      case .failed(let failure, let address) where !failure.isGone:
        return PageVisit(address: link.address, finalAddress: address, outcome: .failed(failure))
      case .page, .failed: break
      }
    }
    guard var visit = await search(link) else { return nil }
    if let known, known.isOf(visit) { visit.outcome = .unchanged }
    return visit
  }

  private func search(_ link: PageLink) async -> PageVisit? {
    switch await visitor.open(link.request, known: nil) {
    case .failed(.cancelled, _): return nil
    case .failed(let failure, let address):
      return PageVisit(address: link.address, finalAddress: address, outcome: .failed(failure))
    case .unchanged(let response): return PageVisitor.unchanged(link, response, known: nil)
    case .page(let reading, let response, let hash):
      return await search(from: Home(link: link, reading: reading, response: response, hash: hash))
    }
  }

  private struct Home {
    let link: PageLink, reading: PageReading, response: WebResponse, hash: UInt64

    /// Addresses to try; those that a link names are believed, the others must speak for themselves.
    var candidates: [(address: String, isNamed: Bool)] {
      let linked = reading.mentoringLinks.prefix(linkLimit).map { ($0.address, $0.reason != .text) }
      return linked + MentoringLinkFinder.wellKnownAddresses(for: response.address).map { ($0, false) }
    }
  }

  private func search(from home: Home) async -> PageVisit? {
    var asked: Set<String> = [home.response.address], reached = asked, unclear: PageVisit?
    for (address, isNamed) in home.candidates where asked.insert(address).inserted {
      switch await visitor.open(address, known: nil) {
      case .failed(.cancelled, _): return nil
      case .page(let reading, let response, let hash):
        // A server that answers every address with its home page has no mentoring page there.
        guard reached.insert(response.address).inserted, hash != home.hash else { continue }
        let visit = visitor.read(home.link.named(isNamed), reading, response, hash)
        if case .read(mentor: .some, _) = visit.outcome { return visit }
        if isNamed, unclear == nil { unclear = visit }
      case .failed, .unchanged: break
      }
    }
    // The mentoring section of a longer page.
    let own = visitor.read(home.link.named(false), home.reading, home.response, home.hash)
    if case .read(mentor: .some, _) = own.outcome { return own }
    return unclear ?? nothing(own, places: asked.count)
  }

  private func nothing(_ home: PageVisit, places: Int) -> PageVisit {
    var visit = home
    if case .read(_, let verdict) = home.outcome, verdict.kind == .needsJavaScript { return visit }
    let reason = "no mentoring page was found on this site; \(places) places were looked at"
    visit.outcome = .read(mentor: nil, verdict: PageVerdict(.notAnOffer, reason: reason, confidence: 0.8))
    return visit
  }
}

extension KnownPage {
  fileprivate func isOf(_ visit: PageVisit) -> Bool {
    readerVersion == SourceReader.version && bodyHash == visit.bodyHash && bodyHash != 0
      && finalAddress == visit.finalAddress
  }
}
