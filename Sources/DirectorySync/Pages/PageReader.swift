// One page of one person → a verdict, and a mentor where the verdict is an offer.
//
// Each field is taken from the surest place that has it, in the order of the design: h-card, JSON-LD, front matter, the
// page's own description of itself, then its text in many languages; every field says where it came from and how sure
// that is. A page that no person would call an offer gets a verdict with its reason; in doubt, it is an offer.
import Markup
import MentorDirectory

/// Reads mentors' own pages: pure, so that a page gives the same reading wherever it came from.
public struct PageReader: Sendable {
  private let tables: ReferenceTables

  public init(tables: ReferenceTables) { self.tables = tables }

  /// Never fails: what cannot be read is a verdict. Time is linear in the size of the page for honest pages, and
  /// bounded for all (`MarkupDocument.maximumSize`, `HTMLGuard`).
  public func read(_ input: PageInput) -> PageReading {
    if let verdict = Self.gone(input.status) { return PageReading(verdict: verdict) }
    let page: PageSource
    do {
      page = try PageSource(input)
    } catch {
      return PageReading(verdict: PageVerdict(.unreadable, reason: Self.reason(error), confidence: 1))
    }
    let judge = PageJudge(page: page)
    var reading = PageReading(verdict: judge.verdict())
    reading.address = page.address
    reading.language = page.facts.language
    reading.refresh = judge.refresh
    reading.me = page.facts.me.map(page.resolved)
    reading.translations = Self.translations(of: page)
    reading.mentoringLinks = MentoringLinkFinder.links(in: page.facts, address: page.address)
    reading.warnings = input.problems
    if reading.verdict.kind == .offer {
      var draft = PageDraft(page: page, tables: tables)
      reading.mentor = draft.mentor()
      reading.warnings += draft.warnings
    }
    return reading
  }

  private static func gone(_ status: Int) -> PageVerdict? {
    switch status {
    case 404: PageVerdict(.gone, reason: "the server says that there is no such page", confidence: 0.9)
    case 410: PageVerdict(.gone, reason: "the server says that the page is gone for good", confidence: 1)
    default: nil
    }
  }

  private static func translations(of page: PageSource) -> [PageReading.Translation] {
    let own = PageSource.normalised(page.address)
    var found: [PageReading.Translation] = []
    for alternate in page.facts.translations where alternate.language != "x-default" {
      let address = page.resolved(alternate.address)
      let isOwn = !own.isEmpty && PageSource.normalised(address) == own
      if !isOwn, alternate.language != page.facts.language || page.facts.language.isEmpty,
        !found.contains(where: { $0.address == address })
      {
        found.append(PageReading.Translation(language: alternate.language, address: address))
      }
    }
    return found
  }

  static func reason(_ error: MarkupError) -> String {
    switch error {
    case .tooLarge(let bytes):
      "the page is \(bytes >> 20) MB long, more than the \(MarkupDocument.maximumSize >> 20) MB that are read"
    case .tooDeep(let limit): "the page nests its elements deeper than \(limit) levels"
    case .tooManyAttributes(let limit): "an element of the page has more than \(limit) attributes"
    }
  }
}
