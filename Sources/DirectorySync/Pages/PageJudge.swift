import Markup
import MentorDirectory

/// Judges whether a page is one person's offer to mentor. In doubt it is.
struct PageJudge {
  let page: PageSource
  static let fewWords = 8

  func verdict() -> PageVerdict {
    if let refresh { return PageVerdict(.redirect, reason: "the page only leads to \(refresh)", confidence: 0.95) }
    if isStatedOffer {
      return PageVerdict(.offer, reason: "its front matter says what its writer mentors in", confidence: 1)
    }
    return template() ?? gone() ?? list() ?? emptiness() ?? impersonal() ?? offer()
  }

  /// Somebody filled in the fields that are for mentors.
  private var isStatedOffer: Bool {
    guard let mentoring = page.frontMatter["mentoring"]?.object else { return false }
    return !mentoring.members.isEmpty
  }

  /// Where the page sends everybody, if it is there for nothing else.
  var refresh: String? {
    for key in ["redirect_to", "redirect"] {
      let value = page.frontMatter[key]
      if let target = value?.string ?? value?.array?.first?.string, let address = LinkAddress.cleaned(target) {
        return page.resolved(address)
      }
    }
    guard let target = page.facts.refresh, page.text.wordCount < 40 else { return nil }
    let address = page.resolved(target)
    // A page that loads itself again (a slide show, a status page) leads nowhere.
    return PageSource.normalised(address) == PageSource.normalised(page.address) && !page.address.isEmpty
      ? nil : address
  }

  private func emptiness() -> PageVerdict? {
    if page.format == .html, page.facts.isScriptShell {
      return PageVerdict(
        .needsJavaScript, reason: "the page shows its text by JavaScript only, so there is nothing to read in its file",
        confidence: 0.9)
    }
    let saysSomething =
      page.voice > 0 || !page.mails.isEmpty || !page.decodedMails.isEmpty || page.card?.note.isEmpty == false
    guard page.text.wordCount < Self.fewWords, !saysSomething else { return nil }
    let count = page.text.wordCount
    if count == 0 { return PageVerdict(.empty, reason: "the page has no text of its own", confidence: 0.95) }
    return PageVerdict(
      .empty,
      reason: "the page has only \(count) word\(count == 1 ? "" : "s") of text, and no offer or address in them",
      confidence: 0.8)
  }

  private func template() -> PageVerdict? {
    let places = Set(page.text.lines.flatMap { Self.unfilled(in: $0.text) })
    guard places.count >= 2 else { return nil }
    return PageVerdict(
      .notAnOffer,
      reason: "it is a template whose places are not filled in: \(places.sorted().prefix(3).joined(separator: ", "))",
      confidence: 0.9)
  }

  /// Places like `[MAIL ADDRESS]` or `[your name]`.
  static func unfilled(in text: String) -> [String] {
    text.split(separator: "[").dropFirst().compactMap { piece in
      guard let end = piece.firstIndex(of: "]") else { return nil }
      let inside = piece[..<end]
      let isShouted = inside.count >= 4 && inside.allSatisfy { $0.isUppercase || " /-_".contains($0) }
      return isShouted || inside.lowercased().hasPrefix("your ") ? "[\(inside)]" : nil
    }
  }

  private func list() -> PageVerdict? {
    let list = ListReader().read(page.document)
    guard list.isList else { return nil }
    return PageVerdict(
      .notAnOffer, reason: "it is a list of \(list.records.count) people; import it as a wiki page to get them",
      confidence: 0.85)
  }

  private func impersonal() -> PageVerdict? {
    let voice = page.voice
    guard voice <= 1, page.card == nil else { return nil }
    let all = page.text.lines.filter { !$0.isQuoted }.map(\.folded)
    func count(_ phrases: PhraseSet) -> Int { all.reduce(0) { $0 + phrases.count(in: $1) } }
    let course = count(PagePhrases.course), programme = count(PagePhrases.programme),
      notes = count(PagePhrases.studyNotes)
    let needed = voice == 0 ? 3 : 6
    func not(_ reason: String, _ count: Int) -> PageVerdict {
      // Twice as many words as needed leave no doubt.
      PageVerdict(
        .notAnOffer, reason: reason, confidence: min(0.95, 0.6 + 0.35 * Double(count - needed) / Double(needed)))
    }
    if course >= needed, course >= programme {
      return not("it describes a course, and nobody in it offers to mentor", course)
    }
    if programme >= needed { return not("it describes a programme, and nobody in it offers to mentor", programme) }
    if notes >= needed { return not("it is about mentoring in general, and nobody in it offers to mentor", notes) }
    return nil
  }

  // MARK: What speaks for an offer

  private func offer() -> PageVerdict {
    var signs: [String] = []
    let named = [page.facts.title] + page.facts.headings.prefix(3).map(\.text) + [page.address]
    let speaksOfMentoring =
      named.contains { PagePhrases.mentoring.matches($0.foldedForPhrases) }
      || page.text.lines.contains { !$0.isQuoted && PagePhrases.mentoring.matches($0.folded) }
    if speaksOfMentoring { signs.append("names mentoring") }
    if page.voice > 1 { signs.append("speaks in the first person") }
    if page.text.lines.contains(where: { !$0.isQuoted && PagePhrases.topics.matches($0.folded) }) {
      signs.append("says what with")
    }
    if !page.mails.isEmpty || !page.decodedMails.isEmpty || page.known.contains(where: Self.isWayToWrite) {
      signs.append("says how to get in touch")
    }
    guard speaksOfMentoring else {
      return PageVerdict(
        .offer, reason: "nothing on it says that it is not one, though it never speaks of mentoring",
        confidence: signs.isEmpty ? 0.2 : PageVerdict.doubt - 0.1)
    }
    return PageVerdict(
      .offer, reason: "it " + signs.joined(separator: ", "),
      confidence: [0.6, 0.75, 0.85, 0.95][min(signs.count, 4) - 1])
  }

  private static func isWayToWrite(_ known: KnownAddress) -> Bool {
    switch known {
    case .booking, .contact, .mail: true
    default: false
    }
  }

  // MARK: Pages that say themselves that they are gone

  private func gone() -> PageVerdict? {
    guard page.text.wordCount < 150 else { return nil }
    let titles = [page.facts.title] + page.facts.headings.prefix(2).map(\.text)
    guard let title = titles.first(where: { PagePhrases.notFound.matches($0.foldedForPhrases) }) else { return nil }
    return PageVerdict(.gone, reason: "the page calls itself “\(title.cleanedLine(limit: 60))”", confidence: 0.8)
  }
}
