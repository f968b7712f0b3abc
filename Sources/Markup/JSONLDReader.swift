import MentorDirectory

/// Reads the persons in a page's JSON-LD: `Person`, `ProfilePage.mainEntity`, and the author of an article
/// (schema.org vocabulary; not a JSON-LD processor: contexts are not resolved).
enum JSONLDReader {
  static func persons(in page: HTMLElement) -> [PersonCard] {
    var found: [PersonCard] = []
    let scripts = page.all { $0.name == "script" && ($0["type"] ?? "").lowercased().contains("ld+json") }
    for script in scripts.prefix(20) {
      if let value = JSONReader.read(script.rawText).value { visit(value, line: script.line, depth: 0, into: &found) }
    }
    return found
  }

  private static func visit(_ value: JSONValue, line: Int, depth: Int, into found: inout [PersonCard]) {
    guard depth < 8, found.count < 100 else { return }
    if let array = value.array { array.forEach { visit($0, line: line, depth: depth + 1, into: &found) } }
    guard let object = value.object else { return }
    if types(of: object).contains("Person") {
      var card = person(object)
      card.line = line
      if !card.name.isEmpty, !found.contains(card) { found.append(card) }
    }
    for key in ["@graph", "mainEntity", "author", "creator", "publisher", "about", "itemListElement", "item"] {
      if let inner = object[key] { visit(inner, line: line, depth: depth + 1, into: &found) }
    }
  }

  private static func types(of object: JSONObject) -> [String] { strings(object["@type"]) }

  private static func person(_ object: JSONObject) -> PersonCard {
    var card = PersonCard(origin: .jsonLD)
    card.name = first(object["name"])
    if card.name.isEmpty {
      card.name = [first(object["givenName"]), first(object["familyName"])].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
    card.nickname = first(object["alternateName"])
    let addresses = strings(object["url"]) + strings(object["sameAs"])
    card.urls = addresses.prefix(30).compactMap { LinkAddress.cleaned($0) }
    card.mails = strings(object["email"]).compactMap(HTMLFacts.mail(inAddress:))
    for point in objects(object["contactPoint"]) {
      card.mails += strings(point["email"]).compactMap(HTMLFacts.mail(inAddress:))
      card.languages += strings(point["availableLanguage"])
    }
    card.note = first(object["description"])
    card.categories = Array(strings(object["knowsAbout"]).prefix(50))
    card.languages += strings(object["knowsLanguage"])
    card.jobTitle = first(object["jobTitle"])
    card.organisation = first(object["worksFor"])
    for home in objects(object["homeLocation"]) + objects(object["address"]) {
      let address = home["address"]?.object ?? home
      card.locality = first(address["addressLocality"])
      card.region = first(address["addressRegion"])
      card.country = first(address["addressCountry"])
      if card.place.isEmpty { card.locality = first(home["name"]) }
      if !card.place.isEmpty { break }
    }
    if card.place.isEmpty { card.locality = object["homeLocation"]?.string?.cleanedLine() ?? "" }
    return card
  }

  private static func first(_ value: JSONValue?) -> String { strings(value).first ?? "" }

  /// A string, the name of an object, or those of a list of either.
  private static func strings(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text)?: [text.cleanedLine(limit: 2_000)].filter { !$0.isEmpty }
    case .array(let values)?: values.prefix(200).flatMap { $0.array == nil ? strings($0) : [] }
    case .object(let object)?: strings(object["name"] ?? object["@value"] ?? object["@id"])
    default: []
    }
  }

  private static func objects(_ value: JSONValue?) -> [JSONObject] {
    if let object = value?.object { return [object] }
    return value?.array?.compactMap(\.object) ?? []
  }
}
