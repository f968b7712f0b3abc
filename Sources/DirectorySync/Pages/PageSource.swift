import Markup
import MentorDirectory

/// Everything about one page that the finders look at, worked out once.
struct PageSource {
  let context: SourceContext
  let format: MarkupFormat
  let frontMatter: JSONObject
  let document: MarkupDocument
  let facts: HTMLFacts
  let writeUp: WriteUp
  let text: PageText
  /// The page's own web address, empty if nobody says it.
  let address: String
  /// What relative addresses on the page are relative to.
  let base: String
  /// The card of the person whose page it is, if there is one that can be told.
  let card: PersonCard?
  /// What is known of the address of each link of `facts`, in the same order.
  let known: [KnownAddress]
  /// Mail addresses of the page, those written for people only last.
  let mails: [String]
  let decodedMails: [String]
  /// Names under which somebody is known elsewhere, from links to profiles and booking pages.
  let handles: [String]
  /// First-person words on the page: somebody speaks.
  let voice: Int

  init(_ input: PageInput) throws(MarkupError) {
    let (_, body, line) = FrontMatter.split(input.text)
    context = input.context
    format = input.format
    frontMatter = input.frontMatter ?? JSONObject()
    document = try MarkupDocument(body, as: input.format, firstLine: line)
    facts = document.facts
    writeUp = document.writeUp
    text = PageText(writeUp)
    address = Self.address(of: input.context.file, facts: facts, frontMatter: frontMatter)
    base = facts.base.flatMap { [address] base in LinkAddress.resolved(base, on: address) } ?? address
    card = Self.card(in: facts, base: base, address: address)

    var decoded = facts.protectedMails
    for mail in text.lines.flatMap({ ObfuscatedMail.decoded(in: $0.text) }) where !decoded.contains(mail) {
      decoded.append(mail)
    }
    // Bare addresses in the text are links of the write-up already.
    var plain: [String] = []
    for mail in (writeUp.links + facts.mails).compactMap({ HTMLFacts.mail(inAddress: $0) }) where !plain.contains(mail)
    {
      plain.append(mail)
    }
    mails = plain.filter { !Self.isExample($0) }
    decodedMails = decoded.filter { !plain.contains($0) && !Self.isExample($0) }
    known = facts.links.map { KnownAddress($0.address) }
    handles = Self.handles(facts.links, known)
    voice = text.voice
  }

  /// The absolute address that a reference on the page means; the reference itself where nobody knows.
  func resolved(_ reference: String) -> String { LinkAddress.resolved(reference, on: base) ?? reference }

  private static func isExample(_ mail: String) -> Bool {
    ["you@", "your@", "your.name@", "yourname@", "name@example", "user@example", "email@example"].contains {
      mail.lowercased().hasPrefix($0)
    }
  }

  private static func handles(_ links: [HTMLFacts.Link], _ known: [KnownAddress]) -> [String] {
    var found: [String] = []
    for (link, known) in zip(links, known) {
      switch known {
      case .booking(_, let handle): if !found.contains(handle) { found.append(handle) }
      case .profile("linkedin", let handle) where link.isFurniture || link.rel.contains("me"):
        if !found.contains(handle) { found.append(handle) }
      default: break
      }
    }
    return found
  }

  /// Where the page is on the web: its context if that is an address, else what the page says of itself.
  private static func address(of file: String, facts: HTMLFacts, frontMatter: JSONObject) -> String {
    let stated = [
      file, facts.canonical, facts.openGraph["url"] ?? "", frontMatter["canonical_url"]?.string ?? "",
      frontMatter["canonical"]?.string ?? "", frontMatter["url"]?.string ?? "", frontMatter["permalink"]?.string ?? "",
    ]
    return stated.first { WebParts.isWeb($0) && !TemplateTags.isPlaceholder($0) }.flatMap { LinkAddress.cleaned($0) }
      ?? ""
  }

  /// The representative card, the only person among the cards, else the first person in the page's JSON-LD. Of many
  /// cards without a representative none is the page's own.
  private static func card(in facts: HTMLFacts, base: String, address: String) -> PersonCard? {
    func absolute(_ reference: String) -> String { LinkAddress.resolved(reference, on: base) ?? reference }
    let cards = facts.cards.filter { !$0.name.isEmpty || !$0.mails.isEmpty }.map { card in
      var card = card
      card.urls = card.urls.map(absolute)
      card.uid = card.uid.isEmpty ? "" : absolute(card.uid)
      return card
    }
    if let card = PersonCard.representative(of: cards, page: address, me: facts.me.map(absolute)) { return card }
    if let first = cards.first, cards.allSatisfy({ $0.name == first.name }) { return first }
    if cards.isEmpty, Set(facts.persons.map(\.name)).count == 1 { return facts.persons.first }
    return nil
  }

  /// For comparison only: no scheme, no `www.`, no trailing slash, no fragment.
  static func normalised(_ address: String) -> String {
    guard WebParts.isWeb(address) else { return "" }
    let parts = WebParts(address)
    return ([parts.host] + parts.path).joined(separator: "/")
  }

}
