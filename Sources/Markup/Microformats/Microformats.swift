// microformats2 (microformats.org/wiki/microformats2-parsing), with the classic hCard, adr and geo read as their
// successors (microformats.org/wiki/microformats2-parsing#backcompat).
//
// Reading goes from the classes of an element (`MicroformatClasses`) through the values of its properties
// (`MicroformatValues`, `ValueClassPattern`) to what is implied when nothing is said (`ImpliedProperties`); relations of
// links are read beside it (`LinkRelations`).

/// What a page states in microformats.
public struct Microformats: Equatable, Sendable {
  /// The outermost items, in reading order.
  public var items: [Microformat] = []
  public var relations = LinkRelations()

  public init() {}
}

/// One item: an element whose class is a root such as `h-card`.
public struct Microformat: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    /// Text, or an address.
    case text(String)
    /// The address of an image, and what it shows.
    case image(address: String, alternative: String)
    /// A part of the page as it stands: untrusted markup, never to be shown as markup.
    case embedded(html: String, text: String)
    /// Another item; `value` is what the property would be without it.
    indirect case item(Microformat, value: Value)

    /// The words or the address, whatever the form.
    public var text: String {
      switch self {
      case .text(let text): text
      case .image(let address, _): address
      case .embedded(_, let text): text
      case .item(_, let value): value.text
      }
    }

    public var item: Microformat? { if case .item(let item, _) = self { item } else { nil } }
  }

  public struct Property: Equatable, Sendable {
    public var name: String
    public var values: [Value]
  }

  /// Root classes, sorted, each once.
  public var types: [String]
  /// The element's `id`, empty if it has none.
  public var id = ""
  /// In the order in which they first occur.
  public private(set) var properties: [Property] = []
  /// Items inside this one that are no property of it.
  public var children: [Microformat] = []
  /// Line on which it begins, from 1; 0 if unknown.
  public var line = 0

  /// Names of properties in one item; more are no person's.
  static let maximumProperties = 200

  public init(types: [String]) { self.types = types }

  /// The values of a property; empty if it has none.
  public subscript(name: String) -> [Value] { properties.first { $0.name == name }?.values ?? [] }

  /// The words of a property's values, on one line each, without empty ones.
  public func texts(_ name: String) -> [String] {
    self[name].map { $0.text.cleanedLine(limit: 2_000) }.filter { !$0.isEmpty }
  }

  mutating func add(_ value: Value, to name: String) {
    if let index = properties.firstIndex(where: { $0.name == name }) {
      properties[index].values.append(value)
    } else if properties.count < Self.maximumProperties {
      properties.append(Property(name: name, values: [value]))
    }
  }
}

extension MarkupDocument {
  /// The microformats of the page. `base` is the page's address, empty if it is not known: then addresses stay as they
  /// were written. A `base` element counts. Linear in the size for honest pages, bounded for all.
  public func microformats(base: String = "") -> Microformats { MicroformatsReader.read(root, base: base) }
}
