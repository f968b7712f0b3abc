import MentorDirectory

/// Reads the people in the microformats of a page: h-cards and classic hCards (microformats.org/wiki/h-card).
enum HCardReader {
  /// In reading order. A card that only says something of another item (the organisation of a person, the author of a
  /// comment) is nobody whom the page presents.
  static func cards(in page: HTMLElement) -> [PersonCard] {
    var cards: [PersonCard] = []
    for item in MicroformatsReader.items(in: page) { collect(item, into: &cards) }
    return cards
  }

  static func isCard(_ element: HTMLElement) -> Bool { element.hasClass("h-card") || element.hasClass("vcard") }

  private static func collect(_ item: Microformat, into cards: inout [PersonCard]) {
    if item.types.contains("h-cite") { return }
    if item.types.contains("h-card"), let card = card(item) { cards.append(card) }
    for property in item.properties where !asides.contains(property.name) {
      for inner in property.values.compactMap(\.item) { collect(inner, into: &cards) }
    }
    for child in item.children { collect(child, into: &cards) }
  }

  private static let asides: Set<String> = [
    "org", "agent", "adr", "geo", "location", "comment", "like", "like-of", "repost", "repost-of", "mention",
    "in-reply-to", "bookmark-of", "follow-of", "syndication", "invitee", "attendee",
  ]

  private static func card(_ item: Microformat) -> PersonCard? {
    var card = PersonCard(origin: .hCard)
    card.line = item.line
    func first(_ names: String...) -> String { names.lazy.compactMap { item.texts($0).first }.first ?? "" }
    card.name = first("name")
    if card.name.isEmpty {
      card.name = [first("given-name"), first("family-name")].filter { !$0.isEmpty }.joined(separator: " ")
    }
    card.nickname = first("nickname")
    for value in item["url"] + item["uid"] { add(value.text, to: &card.urls) }
    card.uid = item["uid"].first.flatMap { LinkAddress.cleaned($0.text) } ?? ""
    for value in item["email"] {
      if let mail = HTMLFacts.mail(inAddress: value.text), !card.mails.contains(mail) { card.mails.append(mail) }
    }
    card.note = first("note", "bio")
    card.categories = Array(item.texts("category").prefix(50))
    card.organisation = item["org"].first.map(organisation) ?? ""
    card.jobTitle = first("job-title", "role")
    card.pronouns = pronouns(item)
    card.languages = item.texts("language") + item.texts("lang")
    readPlace(item, into: &card)
    return card.name.isEmpty && card.urls.isEmpty && card.mails.isEmpty ? nil : card
  }

  /// The name, where the organisation is an item of its own.
  private static func organisation(_ value: Microformat.Value) -> String {
    (value.item?.texts("name").first ?? value.text).cleanedLine()
  }

  /// Place names stand in the card itself or in an address inside it; an address in one line is a place as well.
  private static func readPlace(_ item: Microformat, into card: inout PersonCard) {
    let inner = (item["adr"] + item["location"]).compactMap(\.item) + item.children
    for source in [item] + inner.filter({ !$0.types.contains("h-card") }) where card.place.isEmpty {
      card.locality = source.texts("locality").first ?? ""
      card.region = source.texts("region").first ?? ""
      card.country = source.texts("country-name").first ?? ""
    }
    if card.place.isEmpty { card.locality = (item.texts("adr") + item.texts("location")).first ?? "" }
  }

  /// "she/her", be it in words, in two properties, or as the address of a page about pronouns.
  private static func pronouns(_ item: Microformat) -> String {
    for name in ["pronouns", "pronoun"] {
      guard let text = item.texts(name).first else { continue }
      guard let scheme = text.firstRange(of: "://") else { return text }
      return text[scheme.upperBound...].split(separator: "/").dropFirst().joined(separator: "/")
    }
    return ["pronoun-nominative", "pronoun-oblique"].compactMap { item.texts($0).first }.joined(separator: "/")
  }

  private static func add(_ raw: String, to urls: inout [String]) {
    guard let address = LinkAddress.cleaned(raw), !address.hasPrefix("mailto:"), urls.count < 30,
      !urls.contains(address)
    else { return }
    urls.append(address)
  }
}
