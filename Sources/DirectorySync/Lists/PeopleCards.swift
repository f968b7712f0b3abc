import Markup
import MentorDirectory

/// People as cards: h-cards, or alike boxes that each hold a name and something personal.
struct PeopleCards {
  private(set) var records: [PersonRecord] = []
  /// True for cards that are marked up as such.
  let isStated: Bool

  init(_ document: MarkupDocument) {
    let stated = Self.hCards(document.cards)
    isStated = stated.count >= 2
    records = isStated ? stated : Self.boxes(document.body)
  }

  private static func hCards(_ cards: [PersonCard]) -> [PersonRecord] {
    cards.filter { PersonName.stated($0.name) != nil }.map { card in
      var record = PersonRecord(line: card.line)
      record.add("name", card.name)
      record.add("title", card.jobTitle)
      record.add("location", card.place)
      record.add("pronouns", card.pronouns)
      record.add("bio", card.note)
      for category in card.categories { record.add("topics", category) }
      for mail in card.mails { record.add("contact", mail) }
      for url in card.urls { record.addOwnAddress(url) }
      return record
    }
  }

  /// Siblings of one kind and class, most of which hold a person.
  private static func boxes(_ body: HTMLElement) -> [PersonRecord] {
    var found: [PersonRecord] = []
    body.walk { element in
      var groups: [String: [HTMLElement]] = [:]
      // Cells of all rows of a table are siblings to the eye.
      let children = element.name == "table" ? element.all { $0.name == "td" } : element.elements
      for child in children where ["div", "li", "article", "section", "td", "figure", "a"].contains(child.name) {
        groups[child.name + "." + (child["class"] ?? ""), default: []].append(child)
      }
      for boxes in groups.values where boxes.count >= 2 {
        let people = boxes.compactMap(record)
        if people.count >= 2, people.count * 3 >= boxes.count * 2 { found += people }
      }
      return element.name == "table" ? .skip : .deeper
    }
    // A box around boxes would repeat its people.
    var seen: Set<String> = []
    return found.filter { record in
      seen.insert(record["name"].joined() + "\u{1F}" + (record["profile"] + record["page"]).joined(separator: " "))
        .inserted
    }
  }

  private static func record(_ box: HTMLElement) -> PersonRecord? {
    let headings = box.all { $0.name.count == 2 && $0.name.hasPrefix("h") && $0.name != "hr" }
    guard headings.count <= 1 else { return nil }
    let bold = box.first { $0.name == "strong" || $0.name == "b" }
    let image = box.first { $0.name == "img" && !($0["alt"] ?? "").isEmpty }
    let candidates = [headings.first?.text(), bold?.text(), image?["alt"], box.first { $0.name == "a" }?.text()]
    guard let name = candidates.compactMap({ $0 }).compactMap({ PersonName.likely($0) }).first else { return nil }
    var record = PersonRecord(line: box.line)
    record.add("name", name)
    var isPersonal = image != nil
    for link in box.all({ $0.name == "a" && $0["href"] != nil }).prefix(10) {
      guard let address = link["href"].flatMap({ LinkAddress.cleaned($0) }) else { continue }
      switch KnownAddress(address) {
      case .profile, .mail, .contact, .booking: isPersonal = true
      case .web, .other: if address.lowercased().contains("mentor") { isPersonal = true }
      }
      record.addOwnAddress(address)
    }
    guard isPersonal else { return nil }
    for paragraph in box.all({ $0.name == "p" || $0.name == "li" }) {
      let text = paragraph.text()
      if text == name || text.isEmpty { continue }
      let topics = PersonRecord.split(text)
      if topics.count > 1, topics.allSatisfy({ $0.split(separator: " ").count <= 4 }) {
        topics.forEach { record.add("topics", $0) }
      } else if paragraph.first({ $0.name == "a" })?.text() != text {
        record.add("bio", text)
      }
    }
    if PersonRecord.isFrozen(box.text()) { record.set("availability", "full") }
    return record
  }
}
