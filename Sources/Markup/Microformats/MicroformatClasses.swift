/// What the classes of an element mean: roots and properties of microformats2, and those of the classic formats.
enum MicroformatClasses {
  /// How a property is read.
  enum Kind: Sendable { case plain, address, time, embedded }

  struct Property: Equatable, Sendable {
    var kind: Kind
    var name: String
  }

  /// Words of one class attribute that are looked at.
  private static let maximumWords = 100

  /// The root classes of an element, sorted, each once; `isClassic` if only the classic formats have it as a root.
  static func roots(_ element: HTMLElement) -> (types: [String], isClassic: Bool)? {
    guard let attribute = element["class"], mayMatter(attribute) else { return nil }
    let words = attribute.utf8.split(maxSplits: maximumWords) { $0 <= 0x20 }.map { Substring($0) }
    let modern = words.filter { $0.hasPrefix("h-") && isName($0.dropFirst(2)) }
    if !modern.isEmpty { return (Set(modern.map(String.init)).sorted(), false) }
    let classic = Set(words.compactMap { classicRoots[$0] })
    return classic.isEmpty ? nil : (classic.sorted(), true)
  }

  /// The properties that an element is, for an item of microformats2.
  static func properties(_ element: HTMLElement) -> [Property] {
    var found: [Property] = []
    for word in element.classes.prefix(maximumWords) {
      guard let (prefix, kind) = prefixes.first(where: { word.hasPrefix($0.prefix) }) else { continue }
      let name = word.dropFirst(prefix.utf8.count)
      guard isName(name) else { continue }
      let property = Property(kind: kind, name: String(name))
      if !found.contains(property) { found.append(property) }
    }
    return found
  }

  /// The properties that an element is, for a classic item of these types.
  static func classicProperties(_ element: HTMLElement, in types: [String]) -> [Property] {
    var found: [Property] = []
    for word in element.classes.prefix(maximumWords) {
      for type in types {
        guard let property = Self.classicProperties[type]?[word], !found.contains(property) else { continue }
        found.append(property)
      }
    }
    return found
  }

  /// False for nearly every class attribute of nearly every page, without taking it apart.
  private static func mayMatter(_ attribute: String) -> Bool {
    var last: UInt32 = 0x20
    for byte in attribute.utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      guard last >> 16 <= 0x20 else { continue }
      switch last & 0xFFFF {
      // "h-", "vc", "ad", "ge"
      case 0x682D, 0x7663, 0x6164, 0x6765: return true
      default: break
      }
    }
    return false
  }

  private static let prefixes: [(prefix: String, kind: Kind)] = [
    ("p-", .plain), ("u-", .address), ("dt-", .time), ("e-", .embedded),
  ]

  /// Lower-case words joined by hyphens; the first may be a vendor's prefix with digits ("x2-thing").
  private static func isName(_ name: Substring) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let mayHaveDigits = index == 0 && parts.count > 1
      guard !part.isEmpty,
        part.allSatisfy({ (0x61...0x7A).contains($0) || (mayHaveDigits && (0x30...0x39).contains($0)) })
      else { return false }
    }
    return true
  }

  // MARK: Classic formats

  private static let classicRoots: [Substring: String] = ["vcard": "h-card", "adr": "h-adr", "geo": "h-geo"]

  /// `classic=modern` where the name has changed.
  private static let classicProperties: [String: [Substring: Property]] = [
    "h-card": table(
      plain: """
        fn=name title=job-title honorific-prefix given-name additional-name family-name honorific-suffix nickname
        category org organization-name organization-unit adr label geo tel note role tz agent key mailer class
        sort-string post-office-box extended-address street-address locality region postal-code country-name latitude
        longitude
        """, address: "email logo photo url uid sound", time: "bday rev"),
    "h-adr": table(
      plain: "post-office-box extended-address street-address locality region postal-code country-name"),
    "h-geo": table(plain: "latitude longitude"),
  ]

  private static func table(plain: String, address: String = "", time: String = "") -> [Substring: Property] {
    var table: [Substring: Property] = [:]
    for (kind, names) in [(Kind.plain, plain), (.address, address), (.time, time)] {
      for name in names.split(whereSeparator: \.isWhitespace) {
        let pair = name.split(separator: "=")
        table[pair[0]] = Property(kind: kind, name: String(pair[pair.count - 1]))
      }
    }
    return table
  }
}
