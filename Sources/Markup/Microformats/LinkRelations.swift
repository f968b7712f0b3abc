/// The relations that links declare (`rel`), by relation and by address
/// (microformats.org/wiki/microformats2-parsing#rel_parsing).
public struct LinkRelations: Equatable, Sendable {
  /// Everything that is said of one address.
  public struct Target: Equatable, Sendable {
    public var address: String
    /// Sorted, each once.
    public var relations: [String]
    /// The words of the first link there, white space as it stands.
    public var text: String
    /// `media`, `hreflang`, `title`, `type` of the links, the first of each kind.
    public private(set) var attributes: [(name: String, value: String)] = []

    public static func == (a: Target, b: Target) -> Bool {
      a.address == b.address && a.relations == b.relations && a.text == b.text
        && a.attributes.elementsEqual(b.attributes) { $0 == $1 }
    }

    fileprivate mutating func add(_ element: HTMLElement) {
      for name in ["media", "hreflang", "title", "type"] where !attributes.contains(where: { $0.name == name }) {
        if let value = element[name] { attributes.append((name, value)) }
      }
    }
  }

  static let maximumTargets = 5_000

  /// In the order in which they first occur.
  public private(set) var targets: [Target] = []

  public init() {}

  /// Reads the links below an element; addresses are resolved on `base`.
  init(_ root: HTMLElement, base: String) {
    var places: [String: Int] = [:], text = MicroformatText()
    root.walk { element in
      let relations = Self.relations(of: element)
      guard !relations.isEmpty, let href = element["href"] else { return .deeper }
      let address = LinkAddress.resolved(href, on: base) ?? href
      if let place = places[address] {
        targets[place].relations = Set(targets[place].relations).union(relations).sorted()
        targets[place].add(element)
      } else if targets.count < Self.maximumTargets {
        places[address] = targets.count
        let words = text.text(of: element, images: .dropped)
        var target = Target(address: address, relations: Set(relations).sorted(), text: words)
        target.add(element)
        targets.append(target)
      }
      return .deeper
    }
  }

  /// The words of `rel` of a link, lower case; none for any other element.
  static func relations(of element: HTMLElement) -> [String] {
    guard element.name == "a" || element.name == "link" || element.name == "area", let rel = element["rel"] else {
      return []
    }
    return rel.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The addresses of each relation, both in the order in which they first occur.
  var byRelation: [(relation: String, addresses: [String])] {
    var found: [(relation: String, addresses: [String])] = [], places: [String: Int] = [:]
    for target in targets {
      for relation in target.relations {
        if let place = places[relation] {
          found[place].addresses.append(target.address)
        } else {
          places[relation] = found.count
          found.append((relation, [target.address]))
        }
      }
    }
    return found
  }

  /// The addresses of one relation, in reading order.
  public subscript(relation: String) -> [String] {
    targets.filter { $0.relations.contains(relation) }.map(\.address)
  }
}
