import Markup
import MentorDirectory

/// People as bullets: a name, mostly linked, and perhaps a dash with more.
struct PeopleBullets {
  private(set) var records: [PersonRecord] = []

  init(_ list: HTMLElement, heading: String, lead: String) {
    let items = list.elements.filter { $0.name == "li" }
    guard items.count >= 2 else { return }
    let found = items.compactMap { Self.record($0) }
    guard found.count >= 2, found.count * 3 >= items.count * 2 else { return }
    // Organisations and books are linked names too; people are announced, write pages about mentoring, or say what
    // they do after a dash.
    let isAnnounced = PeopleKey.announcesPeople(heading) || PeopleKey.announcesPeople(lead)
    let personal = found.filter(\.isPersonal).count
    guard personal * 2 >= found.count, isAnnounced || personal == found.count else { return }
    records = found.map(\.record)
    if PeopleKey.saysFull(heading) { for index in records.indices { records[index].set("availability", "full") } }
  }

  private static func record(_ item: HTMLElement) -> (record: PersonRecord, isPersonal: Bool)? {
    let own = HTMLElement.line(of: item)
    let links = own.all { $0.name == "a" && $0["href"] != nil }
    let text = own.text(limit: 1_000)
    guard !text.hasSuffix("?") else { return nil }
    // A link that begins the item holds the name, and nothing but it.
    let linked = links.first?.text() ?? ""
    let isLinked = !linked.isEmpty && PersonName.stated(linked) != nil && text.hasPrefix(linked)
    let parts = split(text)
    let head = isLinked ? linked : parts.head
    let tail = isLinked ? String(text.dropFirst(linked.count).drop { " –—-:,|·".contains($0) }) : parts.tail
    let (name, handle) = PersonRecord.nameAndHandle(head)
    guard PersonName.likely(name) != nil || (isLinked && PersonName.likelySingle(name) != nil) || handle != nil else {
      return nil
    }
    guard !links.isEmpty || !tail.isEmpty || handle != nil else { return nil }

    var record = PersonRecord(line: item.line)
    record.add("name", name)
    if let handle { record.add("contact", handle) }
    var isPersonal = handle != nil
    for link in links {
      guard let address = link["href"].flatMap({ LinkAddress.cleaned($0) }) else { continue }
      record.addOwnAddress(address)
      switch KnownAddress(address) {
      case .profile, .mail, .contact, .booking: isPersonal = true
      case .web, .other:
        if address.lowercased().contains("mentor") || address.contains("User:") || address.contains("/~") {
          isPersonal = true
        }
      }
    }
    let isFrozen = PersonRecord.isFrozen(text)
    if !tail.isEmpty {
      addTail(tail, to: &record)
      isPersonal = isPersonal || !record["topics"].isEmpty || !record["contact"].isEmpty
    }
    for inner in item.elements where inner.name == "ul" {
      for line in inner.elements {
        for topic in PersonRecord.split(line.text()) where topic.count <= 60 { record.add("topics", topic) }
      }
    }
    if isFrozen { record.set("availability", "full") }
    return (record, isPersonal)
  }

  /// The name, and what follows the first dash, colon or comma after it.
  private static func split(_ text: String) -> (head: String, tail: String) {
    var end = text.endIndex, next = text.endIndex
    for mark in [" – ", " — ", " - ", ": ", " -- ", ", ", " | ", " · "] {
      if let range = text.place(of: mark), range.lowerBound < end {
        (end, next) = (range.lowerBound, range.upperBound)
      }
    }
    return (String(text[..<end]), String(text[next...]))
  }

  private static func addTail(_ tail: String, to record: inout PersonRecord) {
    let pieces = [" – ", " — ", " - ", " | "].reduce([tail]) { pieces, mark in
      pieces.flatMap { $0.split(separator: mark).map(String.init) }
    }
    for piece in pieces {
      if let mail = HTMLFacts.mail(inAddress: piece.cleanedLine()) {
        record.add("contact", mail)
        continue
      }
      let decoded = ObfuscatedMail.decoded(in: piece)
      if !decoded.isEmpty {
        record.add("contact", piece)
        continue
      }
      let topics = PersonRecord.split(PersonRecord.withoutMarker(piece))
      if topics.allSatisfy({ $0.split(separator: " ").count <= 6 }) {
        topics.filter { !$0.contains("@") }.forEach { record.add("topics", $0) }
      } else {
        record.add("bio", piece)
      }
    }
  }
}

extension HTMLElement {
  /// A list item without the lists inside it.
  fileprivate static func line(of item: HTMLElement) -> HTMLElement {
    var own = item
    own.children = item.children.filter { child in child.element.map { !["ul", "ol", "dl"].contains($0.name) } ?? true }
    return own
  }
}
