import MentorDirectory

/// Finds the items of a page and their properties.
///
/// The tree is at most `HTMLParser.maximumTreeDepth` deep, so that recursion over it is bounded; what one page may have
/// of items, values and work on text is limited, so that no page costs more than a small multiple of its size.
struct MicroformatsReader {
  static let maximumItems = 5_000
  static let maximumValues = 20_000

  let base: String
  /// What is left of each limit.
  private var items = Self.maximumItems
  private var values = Self.maximumValues
  var text = MicroformatText()

  static func read(_ root: HTMLElement, base: String) -> Microformats {
    var reader = MicroformatsReader(base: baseAddress(of: root, page: base))
    var found = Microformats()
    reader.collect(root.children, into: &found.items)
    found.relations = LinkRelations(root, base: reader.base)
    return found
  }

  /// The items alone, addresses resolved on a `base` element only.
  static func items(in root: HTMLElement) -> [Microformat] {
    var reader = MicroformatsReader(base: baseAddress(of: root, page: "")), found: [Microformat] = []
    reader.collect([.element(root)], into: &found)
    return found
  }

  private init(base: String) { self.base = base }

  private static func baseAddress(of root: HTMLElement, page: String) -> String {
    guard let href = root.first({ $0.name == "base" && $0["href"] != nil })?["href"] else { return page }
    return LinkAddress.resolved(href, on: page) ?? page
  }

  /// The address that a reference means; the reference itself where nobody knows.
  func resolved(_ reference: String) -> String { LinkAddress.resolved(reference, on: base) ?? reference }

  // MARK: Items

  private mutating func collect(_ nodes: [HTMLNode], into found: inout [Microformat]) {
    for case .element(let element) in nodes {
      if let roots = MicroformatClasses.roots(element) {
        guard items > 0 else { return }
        found.append(item(element, roots.types, isClassic: roots.isClassic))
      } else {
        collect(element.children, into: &found)
      }
    }
  }

  /// What was seen inside an item, as far as it decides what is implied.
  struct Seen {
    var hasWords = false
    var hasAddress = false
    var hasItem = false
  }

  private mutating func item(_ element: HTMLElement, _ types: [String], isClassic: Bool) -> Microformat {
    items -= 1
    var item = Microformat(types: types)
    item.id = element["id"] ?? ""
    item.line = element.line
    var seen = Seen()
    for case .element(let child) in element.children { read(child, isClassic: isClassic, into: &item, &seen) }
    if !isClassic { imply(element, into: &item, seen) }
    return item
  }

  private mutating func read(
    _ element: HTMLElement, isClassic: Bool, into item: inout Microformat, _ seen: inout Seen
  ) {
    var properties: [MicroformatClasses.Property] = []
    if element["class"] != nil {
      properties =
        isClassic
        ? MicroformatClasses.classicProperties(element, in: item.types) : MicroformatClasses.properties(element)
    }
    for property in properties {
      switch property.kind {
      case .plain, .embedded: seen.hasWords = true
      case .address: seen.hasAddress = true
      case .time: break
      }
    }
    guard let roots = MicroformatClasses.roots(element), items > 0 else {
      for property in properties {
        add(value(of: element, property, isClassic: isClassic, in: item), property, to: &item)
      }
      for case .element(let child) in element.children { read(child, isClassic: isClassic, into: &item, &seen) }
      return
    }
    seen.hasItem = true
    let inner = self.item(element, roots.types, isClassic: roots.isClassic)
    if properties.isEmpty { item.children.append(inner) }
    for property in properties {
      let own = value(of: element, property, isClassic: isClassic, in: item)
      let stated: Microformat.Value?
      switch property.kind {
      case .plain: stated = inner["name"].first.map { .text($0.text) }
      case .address: stated = inner["url"].first.map { .text($0.text) }
      case .time, .embedded: stated = nil
      }
      add(.item(inner, value: stated ?? own), property, to: &item)
    }
  }

  private mutating func add(
    _ value: Microformat.Value, _ property: MicroformatClasses.Property, to item: inout Microformat
  ) {
    guard values > 0 else { return }
    values -= 1
    item.add(value, to: property.name)
  }
}
