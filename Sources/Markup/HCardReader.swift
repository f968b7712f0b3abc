import MentorDirectory

/// Reads h-cards: the properties of microformats2 that a directory needs, and their legacy names.
/// See microformats.org/wiki/h-card and microformats.org/wiki/microformats2-parsing (implied name and address included).
enum HCardReader {
  static func cards(in page: HTMLElement) -> [PersonCard] {
    var cards: [PersonCard] = []
    page.walk { element in
      guard isCard(element), let card = card(element) else { return .deeper }
      cards.append(card)
      return cards.count < 5_000 ? .deeper : .skip
    }
    return cards
  }

  static func isCard(_ element: HTMLElement) -> Bool { element.hasClass("h-card") || element.hasClass("vcard") }

  private static func card(_ root: HTMLElement) -> PersonCard? {
    var card = PersonCard(origin: .hCard)
    card.line = root.line
    var given = "", family = ""
    for child in root.elements { read(child, into: &card, given: &given, family: &family) }
    if card.name.isEmpty { card.name = [given, family].filter { !$0.isEmpty }.joined(separator: " ") }
    if card.name.isEmpty { card.name = impliedName(root) }
    if card.urls.isEmpty {
      let links = root.name == "a" ? [root] : root.all { $0.name == "a" && $0["href"] != nil }
      if links.count == 1 { add(links[0]["href"], to: &card.urls) }
    }
    return card.name.isEmpty && card.urls.isEmpty && card.mails.isEmpty ? nil : card
  }

  private static func read(
    _ element: HTMLElement, into card: inout PersonCard, given: inout String, family: inout String
  ) {
    for name in element.classes {
      let text = value(of: element)
      switch name {
      case "p-name", "fn": if card.name.isEmpty { card.name = text }
      case "p-given-name", "given-name": given = text
      case "p-family-name", "family-name": family = text
      case "p-nickname", "nickname": card.nickname = text
      case "u-url", "url": add(element["href"] ?? text, to: &card.urls)
      case "u-uid", "uid":
        card.uid = LinkAddress.cleaned(element["href"] ?? text) ?? ""
        add(element["href"] ?? text, to: &card.urls)
      case "u-email", "email": addMail(element["href"] ?? text, to: &card)
      case "p-note", "note", "e-note": if card.note.isEmpty { card.note = text }
      case "p-category", "category": if !text.isEmpty, card.categories.count < 50 { card.categories.append(text) }
      case "p-locality", "locality": card.locality = text
      case "p-region", "region": card.region = text
      case "p-country-name", "country-name": card.country = text
      case "p-org", "org": if card.organisation.isEmpty { card.organisation = text }
      case "p-job-title", "p-role", "title", "role": if card.jobTitle.isEmpty { card.jobTitle = text }
      case "p-pronouns", "p-pronoun", "u-pronouns", "u-pronoun": card.pronouns = text
      default: break
      }
    }
    // A card inside this one (an organisation, another person) keeps its properties to itself.
    if isCard(element) { return }
    for child in element.elements { read(child, into: &card, given: &given, family: &family) }
  }

  private static func value(of element: HTMLElement) -> String {
    if let title = element["title"], element.name == "abbr" || element.name == "link" { return title.cleanedLine() }
    if let value = element["value"], element.name == "data" || element.name == "input" { return value.cleanedLine() }
    if let alternative = element["alt"], element.name == "img" || element.name == "area" {
      return alternative.cleanedLine()
    }
    return element.text()
  }

  private static func impliedName(_ root: HTMLElement) -> String {
    if let image = root.name == "img" ? root : nil { return (image["alt"] ?? "").cleanedLine() }
    let text = root.text(limit: 200)
    if !text.isEmpty, text.utf8.count <= 60 { return text }
    return (root.first { $0.name == "img" && !($0["alt"] ?? "").isEmpty }?["alt"] ?? "").cleanedLine()
  }

  private static func add(_ raw: String?, to urls: inout [String]) {
    guard let address = raw.flatMap({ LinkAddress.cleaned($0) }), !address.hasPrefix("mailto:"), urls.count < 30,
      !urls.contains(address)
    else { return }
    urls.append(address)
  }

  private static func addMail(_ raw: String, to card: inout PersonCard) {
    guard let mail = HTMLFacts.mail(inAddress: raw), !card.mails.contains(mail) else { return }
    card.mails.append(mail)
  }
}
