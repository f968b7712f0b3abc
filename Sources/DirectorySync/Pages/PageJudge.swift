import Markup
import MentorDirectory

/// Judges whether a page is one person's offer to mentor. In doubt it is.
struct PageJudge {
  let page: PageSource
  static let fewWords = 8

  /// Nil for an offer, else what the page is and why.
  func verdict() -> (verdict: PageVerdict, reason: String)? {
    if let target = redirect() { return (.redirect(target), "the page only leads to \(target)") }
    if isStatedOffer { return nil }
    return template() ?? list() ?? emptiness() ?? impersonal()
  }

  /// Somebody filled in the fields that are for mentors.
  private var isStatedOffer: Bool {
    guard let mentoring = page.frontMatter["mentoring"]?.object else { return false }
    return !mentoring.members.isEmpty
  }

  private func redirect() -> String? {
    for key in ["redirect_to", "redirect"] {
      if let target = page.frontMatter[key]?.string, let address = LinkAddress.cleaned(target) { return address }
    }
    guard let target = page.facts.refresh, page.text.wordCount < 40 else { return nil }
    return WebParts.resolve(target, on: page.address) ?? target
  }

  private func emptiness() -> (PageVerdict, String)? {
    if page.format == .html, page.facts.isScriptShell {
      return (.needsJavaScript, "the page shows its text by JavaScript only, so there is nothing to read in its file")
    }
    let saysSomething =
      page.voice > 0 || !page.mails.isEmpty || !page.decodedMails.isEmpty || page.card?.note.isEmpty == false
    guard page.text.wordCount < Self.fewWords, !saysSomething else { return nil }
    let count = page.text.wordCount
    if count == 0 { return (.empty, "the page has no text of its own") }
    return (.empty, "the page has only \(count) word\(count == 1 ? "" : "s") of text, and no offer or address in them")
  }

  private func template() -> (PageVerdict, String)? {
    let places = Set(page.text.lines.flatMap { Self.unfilled(in: $0.text) })
    guard places.count >= 2 else { return nil }
    return (
      .notAnOffer,
      "it is a template whose places are not filled in: \(places.sorted().prefix(3).joined(separator: ", "))"
    )
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

  private func list() -> (PageVerdict, String)? {
    let list = ListReader().read(page.document)
    guard list.isList else { return nil }
    return (.notAnOffer, "it is a list of \(list.records.count) people; import it as a wiki page to get them")
  }

  private func impersonal() -> (PageVerdict, String)? {
    let voice = page.voice
    guard voice <= 1, page.card == nil else { return nil }
    let all = page.text.lines.filter { !$0.isQuoted }.map(\.folded)
    func count(_ phrases: PhraseSet) -> Int { all.reduce(0) { $0 + phrases.count(in: $1) } }
    let course = count(PagePhrases.course), programme = count(PagePhrases.programme),
      notes = count(PagePhrases.studyNotes)
    let needed = voice == 0 ? 3 : 6
    if course >= needed, course >= programme {
      return (.notAnOffer, "it describes a course, and nobody in it offers to mentor")
    }
    if programme >= needed { return (.notAnOffer, "it describes a programme, and nobody in it offers to mentor") }
    if notes >= needed { return (.notAnOffer, "it is about mentoring in general, and nobody in it offers to mentor") }
    return nil
  }
}
