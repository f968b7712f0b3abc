import Markup
import MentorDirectory

/// Finds the ways to reach somebody, and the other pages of the same person.
///
/// A link to a profile counts only where the page says that it is the writer's own: two people with one profile
/// address would later be taken for one.
struct ContactFinder {
  let page: PageSource
  static let maximumContacts = 12

  func contacts() -> [Contact] {
    var found: [Contact] = []
    func add(_ contact: Contact) {
      guard found.count < Self.maximumContacts,
        !found.contains(where: { $0.kind == contact.kind && $0.value == contact.value })
      else { return }
      found.append(contact)
    }
    let stated = page.frontMatter["mentoring"]?["contact"] ?? page.frontMatter["contact"]
    for text in Self.strings(stated) { Self.contact(text).map(add) }
    for mail in page.card?.mails ?? [] { add(Contact(kind: "email", value: mail)) }
    for key in ["email", "mail"] {
      if let mail = page.frontMatter[key]?.string.flatMap({ HTMLFacts.mail(inAddress: $0) }) {
        add(Contact(kind: "email", value: mail))
      }
    }
    for mail in page.mails.prefix(4) { add(Contact(kind: "email", value: mail)) }
    for mail in page.decodedMails.prefix(4) { add(Contact(kind: "email", value: mail, isDecoded: true)) }
    for (link, known) in zip(page.facts.links, page.known) {
      switch known {
      case .booking: if !isElsewhere(link) { add(Contact(kind: "booking", value: link.address)) }
      case .contact(let kind): if !isElsewhere(link) { add(Contact(kind: kind, value: link.address)) }
      case .web, .other:
        guard Self.isContactPage(link), !isElsewhere(link),
          let address = LinkAddress.resolved(link.address, on: page.base)
        else { continue }
        add(Contact(kind: "form", value: address))
      case .profile(let service, _):
        if isOwn(link, known), Self.asksToWrite(link), !isElsewhere(link), !hasWayToWrite(beside: link) {
          add(Contact(kind: service, value: link.address))
        }
      case .mail: break
      }
    }
    if page.facts.formActions.contains(where: Self.isMailForm), !page.address.isEmpty {
      add(Contact(kind: "form", value: page.address))
    }
    for action in page.facts.formActions {
      // Form services take the recipient's address as the last part of the path.
      if Self.isMailForm(action), let mail = WebParts(action).path.last.flatMap({ HTMLFacts.mail(inAddress: $0) }) {
        add(Contact(kind: "email", value: mail))
      }
    }
    return found
  }

  func profiles() -> [String] {
    var found: [String] = []
    func add(_ address: String) {
      guard WebParts.isWeb(address), found.count < 20,
        PageSource.normalised(address) != PageSource.normalised(page.address),
        !found.contains(where: { PageSource.normalised($0) == PageSource.normalised(address) })
      else { return }
      found.append(address)
    }
    for address in page.card?.urls ?? [] { if let whole = LinkAddress.resolved(address, on: page.base) { add(whole) } }
    page.facts.me.map(page.resolved).forEach(add)
    for (key, prefix) in Self.profileKeys {
      guard let text = page.frontMatter[key]?.string?.cleanedLine(), !text.isEmpty, !TemplateTags.isPlaceholder(text)
      else { continue }
      if WebParts.isWeb(text) {
        add(text)
      } else if !prefix.isEmpty, !text.contains(" "), text.lowercased() != "n/a" {
        add(prefix + text.drop(while: { $0 == "@" }))
      }
    }
    for (link, known) in zip(page.facts.links, page.known) {
      if case .profile = known, isOwn(link, known), !isElsewhere(link) { add(link.address) }
    }
    return found
  }

  /// Keys of front matter, and what stands before a bare handle under them.
  private static let profileKeys: [(key: String, prefix: String)] = [
    ("github", "https://github.com/"), ("gitlab", "https://gitlab.com/"), ("codeberg", "https://codeberg.org/"),
    ("twitter", "https://twitter.com/"), ("linkedin", "https://www.linkedin.com/in/"), ("mastodon", ""),
    ("website", ""),
    ("homepage", ""),
  ]

  /// The contact in a value of its own: a mail address, an address of the web, or a handle.
  static func contact(_ text: String) -> Contact? {
    let clean = text.cleanedLine()
    guard !clean.isEmpty, !TemplateTags.isPlaceholder(clean) else { return nil }
    if let mail = HTMLFacts.mail(inAddress: clean) { return Contact(kind: "email", value: mail) }
    if let mail = ObfuscatedMail.decoded(in: clean).first {
      return Contact(kind: "email", value: mail, isDecoded: true)
    }
    switch KnownAddress(clean) {
    case .profile(let service, _): return Contact(kind: service, value: clean)
    case .booking: return Contact(kind: "booking", value: clean)
    case .contact(let kind): return Contact(kind: kind, value: clean)
    case .web: return Contact(kind: "web", value: clean)
    case .mail, .other: break
    }
    if clean.hasPrefix("@"), clean.dropFirst().contains(":") { return Contact(kind: "matrix", value: clean) }
    if clean.hasPrefix("@"), clean.dropFirst().contains("@") { return Contact(kind: "mastodon", value: clean) }
    return Contact(kind: "other", value: clean)
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text)?: [text]
    case .array(let values)?: values.prefix(10).flatMap { strings($0) }
    case .object(let object)?: object.members.prefix(10).flatMap { strings($0.value) }
    default: []
    }
  }

  /// Names of services as link texts: icons and lists of one's own profiles are labelled so.
  private static let serviceNames: Set<String> = [
    "github", "gitlab", "codeberg", "twitter", "linkedin", "mastodon", "facebook", "instagram", "bluesky", "x",
    "dribbble", "medium",
    "keybase", "bitbucket", "stack overflow", "dev.to", "telegram", "fediverse",
  ]

  private func isOwn(_ link: HTMLFacts.Link, _ known: KnownAddress) -> Bool {
    if link.rel.contains("me") { return true }
    let text = link.text.foldedForPhrases
    if Self.serviceNames.contains(text) { return true }
    if case .profile(_, let handle) = known {
      let bare = text.drop { $0 == "@" || $0 == "/" }
      let name = handle.lowercased().prefix { $0 != "@" }
      if !bare.isEmpty, bare == name { return !link.context.foldedForPhrases.has(" by ") }
    }
    return Self.ownWords.matches(link.context.foldedForPhrases) && link.context.count < 300
  }

  private static let ownWords = PhraseSet([
    "find me", "follow me", "reach me", "contact me", "connect with me", "message me", "write me", "write to me",
    "dm me", "ping me",
    "my profile", "my github", "my twitter", "my linkedin", "i'm on", "i am on", "you can find me", "get in touch",
    "say hi",
    "schreib mir", "kontakt", "folge mir", "contactez-moi", "contacte-moi", "me trouver", "contáctame", "escríbeme",
    "sígueme",
    "me encontrar", "fale comigo", "мой профиль", "пишите", "napisz do mnie", "napište mi", "contattami", "scrivimi",
    "volg mij",
  ])

  /// "Contact me, and find me on …": then the profile is no way to write.
  private func hasWayToWrite(beside link: HTMLFacts.Link) -> Bool {
    zip(page.facts.links, page.known).contains { other, known in
      guard other.context == link.context else { return false }
      if case .mail = known { return true }
      return other != link && Self.isContactPage(other)
    }
  }

  private static func asksToWrite(_ link: HTMLFacts.Link) -> Bool {
    writingWords.matches(link.context.foldedForPhrases)
  }

  private static let writingWords = PhraseSet([
    "dm ", "message me", "reach me", "contact me", "ping me", "write me", "get in touch", "schreib mir", "пишите",
    "escríbeme",
  ])

  private static func isContactPage(_ link: HTMLFacts.Link) -> Bool {
    let text = link.text.foldedForPhrases
    if contactTexts.contains(text) || text.hasPrefix("contact me") || text.hasPrefix("get in touch") { return true }
    return ["contact", "kontakt", "contacto", "contato", "contatti"].contains(WebParts(link.address).path.last ?? "")
      && !link.isFurniture
  }
  private static let contactTexts = Set(
    [
      "contact", "contact me", "contact form", "get in touch", "kontakt", "kontaktformular", "contactez-moi",
      "contáctame", "contacto",
      "contato", "контакты", "contatti", "schedule a meeting", "book a call", "book a session", "book a time",
    ] + LanguageWords.all.flatMap(\.contactPages))

  /// Addresses of other people and movements stand in quotations and credits.
  private func isElsewhere(_ link: HTMLFacts.Link) -> Bool {
    Self.credits.matches(link.context.foldedForPhrases)
  }
  private static let credits = PhraseSet([
    "designed by", "theme by", "powered by", "created by", "built with", "hosted on", "template by", "inspired by",
  ])

  private static func isMailForm(_ action: String) -> Bool {
    if case .contact(kind: "form") = KnownAddress(action) { return true }
    return false
  }
}
