import Markup
import MentorDirectory

/// One person of a list being read: common keys with their values, in the order in which they came.
struct PersonRecord {
  private(set) var values: [(key: String, texts: [String])] = []
  var line: Int

  init(line: Int) { self.line = line }

  subscript(key: String) -> [String] { values.first { $0.key == key }?.texts ?? [] }

  mutating func add(_ key: String, _ text: String) {
    let clean = text.cleanedLine(limit: 2_000)
    guard !clean.isEmpty, clean.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    if let index = values.firstIndex(where: { $0.key == key }) {
      if !values[index].texts.contains(clean), values[index].texts.count < 100 { values[index].texts.append(clean) }
    } else {
      values.append((key, [clean]))
    }
  }

  /// Sorts an address of somebody's own by what it is: a page, a profile, a contact.
  mutating func addOwnAddress(_ address: String) {
    switch KnownAddress(address) {
    case .profile: add("profile", address)
    case .mail(let mail): add("contact", mail)
    case .booking, .contact: add("contact", address)
    case .web: if self["page"].isEmpty { add("page", address) } else { add("profile", address) }
    case .other:
      if address.hasPrefix("./User:") {
        // A user page on the wiki itself, whose address nobody states: a name to look for there.
        add("contact", String(address.dropFirst(2)).replacing("_", with: " "))
      } else if self["page"].isEmpty, !address.hasPrefix("mailto:") {
        add("page", address)
      }
    }
  }

  /// What stands under a label or in a column.
  mutating func add(_ key: String, from element: HTMLElement) {
    let links = element.all { $0.name == "a" && $0["href"] != nil }
    var text = element.text()
    if Self.isFrozen(text) {
      set("availability", "full")
      text = Self.withoutMarker(text)
    }
    switch key {
    case "name": addName(element, links: links)
    case "contact", "profile", "page": addContact(key, text: text, links: links)
    case "topics", "interests", "areas", "languages", "groups":
      for link in links where Self.isMore(link) {
        link["href"].flatMap { LinkAddress.cleaned($0) }.map { addOwnAddress($0) }
      }
      let items = element.all { $0.name == "li" }
      let lines = items.isEmpty ? Self.lines(of: element) : items.map { $0.text() }
      for line in lines { for topic in Self.split(line) { add(key, topic) } }
    default: add(key, text)
    }
  }

  mutating func set(_ key: String, _ text: String) {
    values.removeAll { $0.key == key }
    add(key, text)
  }

  private mutating func addName(_ element: HTMLElement, links: [HTMLElement]) {
    let named = links.first { PersonName.stated($0.text()) != nil }
    let text = (named?.text()).flatMap { $0.isEmpty ? nil : $0 } ?? element.text()
    let (name, handle) = Self.nameAndHandle(text)
    add("name", name)
    if let handle { add("contact", handle) }
    for link in links { link["href"].flatMap { LinkAddress.cleaned($0) }.map { addOwnAddress($0) } }
    if self["pronouns"].isEmpty,
      let pronouns = PersonFinder.pronounPairs.first(where: { element.text().lowercased().contains($0) })
    {
      add("pronouns", pronouns)
    }
  }

  private mutating func addContact(_ key: String, text: String, links: [HTMLElement]) {
    for link in links {
      guard let address = link["href"].flatMap({ LinkAddress.cleaned($0) }) else { continue }
      let known = KnownAddress(address)
      switch known {
      case .profile:
        add("profile", address)
        if key == "contact" { add("contact", address) }
      case .mail(let mail): add("contact", mail)
      default: add(key == "profile" ? "profile" : key, address)
      }
    }
    guard links.isEmpty else { return }
    for piece in text.split(whereSeparator: { ",;|".contains($0) }).flatMap({ $0.split(separator: " / ") }) {
      add(key, String(piece))
    }
  }

  var json: JSONObject {
    var object = JSONObject(line: line)
    for (key, texts) in values {
      let isList = Self.listKeys.contains(key) || texts.count > 1
      object.append(key, isList ? .strings(texts) : .string(texts[0]))
    }
    return object
  }

  private static let listKeys: Set<String> = [
    "topics", "interests", "areas", "languages", "contact", "profile", "groups",
  ]

  // MARK: Pieces of text

  /// "Robin Doe (@robin)" → the name and "@robin".
  static func nameAndHandle(_ text: String) -> (name: String, handle: String?) {
    let clean = withoutMarker(text).cleanedLine(limit: 200)
    var handle: String?
    if let at = clean.firstIndex(of: "@"), at == clean.startIndex || !clean[clean.index(before: at)].isLetter {
      let word = clean[at...].prefix { !$0.isWhitespace && !")]},;".contains($0) }
      if word.count > 1 { handle = String(word) }
    }
    var name = clean
    if let cut = name.utf8.firstIndex(where: { "([{@|".utf8.contains($0) }), cut > name.startIndex {
      name = String(name[..<cut])
    }
    name = name.trimmingMarks()
    if name.isEmpty, let handle { name = String(handle.dropFirst()) }
    return (name, handle)
  }

  /// Splits "FULL-STACK / PYTHON", "Rust, Go; Python"; a slash without spaces belongs to its word ("CI/CD").
  static func split(_ text: String) -> [String] {
    var text = text
    // What stands in square brackets is a link to more.
    while let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]") {
      text.removeSubrange(open...close)
    }
    var pieces: [String] = [], current = "", depth = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      let isBesideSpace =
        (index > 0 && characters[index - 1] == " ") || (index + 1 < characters.count && characters[index + 1] == " ")
      let separates = depth == 0 && (",;•·，、|\n".contains(character) || (character == "/" && isBesideSpace))
      if separates {
        pieces.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    pieces.append(current)
    return pieces.map { $0.cleanedLine(limit: 120).trimmingBullets() }.filter { !$0.isEmpty }
  }

  /// The text of an element in the lines that its breaks and blocks make.
  static func lines(of element: HTMLElement) -> [String] {
    var lines: [String] = [""]
    func visit(_ element: HTMLElement) {
      for child in element.children {
        switch child {
        case .text(let text): lines[lines.count - 1] += text
        case .element(let inner):
          if ["br", "p", "div", "li"].contains(inner.name) { lines.append("") }
          if !inner.isHidden { visit(inner) }
          if ["p", "div", "li"].contains(inner.name) { lines.append("") }
        }
      }
    }
    visit(element)
    return lines.map { $0.cleanedLine(limit: 2_000) }.filter { !$0.isEmpty }
  }

  private static func isMore(_ link: HTMLElement) -> Bool {
    ["info", "[info]", "more", "details", "page", "write-up", "mais", "más", "mehr", "plus", "link"].contains(
      link.text().lowercased())
  }

  /// Signs by which lists mark somebody who takes nobody now.
  static let frozenMarkers = [":snowflake:", ":ice_cube:", ":no_entry:", ":x:", "❄️", "❄", "🧊", "⛔", "🚫"]
  static func isFrozen(_ text: String) -> Bool {
    mayHoldMarker(text) && frozenMarkers.contains { text.contains($0) }
  }
  /// Every marker begins with a colon, or is a sign outside ASCII.
  private static func mayHoldMarker(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ":") || $0 >= 0x80 }
  }
  static func withoutMarker(_ text: String) -> String {
    guard mayHoldMarker(text) else { return text }
    return frozenMarkers.reduce(text) { $0.contains($1) ? $0.replacing($1, with: " ") : $0 }
  }
}

extension String {
  fileprivate func trimmingBullets() -> String {
    var text = self[...]
    while let first = text.first, "-–—*•/|: ".contains(first) { text.removeFirst() }
    while let last = text.last, "-–—*•/|:;,. ".contains(last) { text.removeLast() }
    return String(text)
  }
}
