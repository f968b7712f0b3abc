import Markup
import MentorDirectory

/// People each in a section of their own: a heading with the name, then labelled bullets or lines.
struct PeopleSections {
  private(set) var records: [PersonRecord] = []

  init(_ flow: PageFlow) {
    var index = 0
    var status = "", certain = 0
    while index < flow.blocks.count {
      let block = flow.blocks[index]
      guard let level = PageFlow.level(block) else {
        index += 1
        continue
      }
      let end = flow.blocks[(index + 1)...].firstIndex { PageFlow.level($0) != nil } ?? flow.blocks.count
      if let record = Self.record(block, Array(flow.blocks[(index + 1)..<end]), isFull: PeopleKey.saysFull(status)) {
        records.append(record)
        if PersonName.likely(record["name"].first ?? "") != nil || !record["profile"].isEmpty { certain += 1 }
      } else if level <= 3 {
        status = block.text(limit: 200)
      }
      index = end
    }
    // Labels alone make no list: "Logistics" with "Contact:" under it is a part of an ordinary page.
    if records.count < 2 || certain == 0 { records = [] }
  }

  private static func record(_ heading: HTMLElement, _ blocks: [HTMLElement], isFull: Bool) -> PersonRecord? {
    let text = heading.text(limit: 200)
    let (name, handle) = PersonRecord.nameAndHandle(text)
    let isNamed =
      PersonName.likely(name) != nil
      || ((handle != nil || heading.first { $0.name == "a" } != nil) && PersonName.stated(name) != nil)
    guard isNamed || PersonName.likelySingle(name) != nil else { return nil }
    var record = PersonRecord(line: heading.line)
    record.add("name", from: heading)
    var known = 0, prose: [String] = []
    for block in blocks {
      let entries = block.name == "ul" || block.name == "ol" ? block.elements.filter { $0.name == "li" } : [block]
      for entry in entries {
        let labelled = add(entry, to: &record)
        known += labelled
        if labelled == 0, block.name == "p" { prose.append(entry.text()) }
        if labelled == 0, block.name == "ul" || block.name == "ol" {
          for topic in PersonRecord.split(entry.text()).prefix(1) where topic.count <= 60 {
            record.add("topics", topic)
          }
        }
      }
    }
    guard known >= (isNamed ? 1 : 2) else { return nil }
    if !prose.isEmpty { record.add("bio", prose.joined(separator: " ")) }
    if PersonRecord.isFrozen(text) || isFull { record.set("availability", "full") }
    return record
  }

  /// Adds "**Label:** value" lines of an element; returns how many labels were known.
  private static func add(_ element: HTMLElement, to record: inout PersonRecord) -> Int {
    var known = 0
    for piece in pieces(of: element) {
      guard let (label, value) = labelled(piece), let key = PeopleKey.key(for: label) else { continue }
      known += 1
      if key == "name" { continue }
      record.add(key, from: value)
    }
    return known
  }

  /// The element cut at its line breaks.
  private static func pieces(of element: HTMLElement) -> [HTMLElement] {
    var pieces: [HTMLElement] = [HTMLElement(name: "span", attributes: [], children: [], line: element.line)]
    for child in element.children {
      if case .element(let inner) = child, inner.name == "br" {
        pieces.append(HTMLElement(name: "span", attributes: [], children: [], line: inner.line))
      } else {
        pieces[pieces.count - 1].children.append(child)
      }
    }
    return pieces
  }

  /// Splits at the colon after a bold label, or after a short plain one.
  private static func labelled(_ element: HTMLElement) -> (label: String, value: HTMLElement)? {
    var children = element.children[...]
    while case .text(let text)? = children.first, text.allSatisfy(\.isWhitespace) { children.removeFirst() }
    // A loose item keeps its words in a paragraph.
    if case .element(let paragraph)? = children.first, paragraph.name == "p" {
      children = (paragraph.children + children.dropFirst())[...]
    }
    var label = ""
    switch children.first {
    case .element(let bold)? where ["strong", "b", "em"].contains(bold.name):
      label = bold.text(limit: 80)
      children.removeFirst()
      if case .text(let rest)? = children.first {
        let trimmed = rest.drop { $0 == ":" || $0.isWhitespace || $0 == "–" || $0 == "—" || $0 == "-" }
        children = ([.text(String(trimmed))] + children.dropFirst())[...]
      }
    case .text(let text)?:
      guard let colon = text.firstIndex(of: ":"), text[..<colon].split(separator: " ").count <= 4 else { return nil }
      label = String(text[..<colon])
      children = ([.text(String(text[text.index(after: colon)...]))] + children.dropFirst())[...]
    default: return nil
    }
    let name = label.trimmingMarks()
    var value = element
    value.children = Array(children)
    return name.isEmpty ? nil : (name, value)
  }
}
