/// The value class pattern (microformats.org/wiki/value-class-pattern): parts of a property's value marked as such.
enum ValueClassPattern {
  /// The marked parts one after another; nil if nothing is marked.
  static func text(in element: HTMLElement, _ text: inout MicroformatText) -> String? {
    let parts = parts(in: element)
    if parts.isEmpty { return nil }
    return parts.map { value(of: $0, &text) }.joined()
  }

  /// A date, a time of the day and a time zone, put together; nil if nothing is marked. A time without a date is that
  /// of the item's times before it.
  static func time(in element: HTMLElement, _ item: Microformat, _ text: inout MicroformatText) -> String? {
    let parts = parts(in: element)
    if parts.isEmpty { return nil }
    var date = "", time = "", zone = ""
    for part in parts {
      let value = (part["datetime"] ?? value(of: part, &text)).trimmedSpace
      if isDate(value.prefix(10)), value.utf8.count > 10 { return value }
      if isDate(value[...]) {
        if date.isEmpty { date = value }
      } else if isZone(value[...]) {
        if zone.isEmpty { zone = value }
      } else if time.isEmpty {
        time = clock(value)
      }
    }
    if date.isEmpty, !time.isEmpty {
      let others = item.properties.prefix(20).compactMap { $0.values.first?.text.prefix(10) }
      date = others.first(where: isDate).map(String.init) ?? ""
    }
    return [date, time + zone].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The marked elements that belong to this property and to none inside it.
  private static func parts(in element: HTMLElement) -> [HTMLElement] {
    var found: [HTMLElement] = []
    for child in element.elements {
      guard let attribute = child["class"] else {
        if !child.children.isEmpty { found += parts(in: child) }
        continue
      }
      let words = attribute.split(whereSeparator: \.isWhitespace)
      if words.contains("value") || words.contains("value-title") {
        found.append(child)
      } else if MicroformatClasses.roots(child) == nil, MicroformatClasses.properties(child).isEmpty {
        found += parts(in: child)
      }
    }
    return found
  }

  private static func value(of element: HTMLElement, _ text: inout MicroformatText) -> String {
    if element.hasClass("value-title") { return element["title"] ?? "" }
    switch element.name {
    case "img", "area": if let alternative = element["alt"] { return alternative }
    case "data": if let value = element["value"] { return value }
    case "abbr": if let title = element["title"] { return title }
    default: break
    }
    return text.text(of: element, images: .dropped).trimmedSpace
  }

  /// `2027-06-01` or the day of the year, `2027-152`.
  private static func isDate(_ text: Substring) -> Bool {
    let digits = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard digits.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    return [[4, 2, 2], [4, 3]].contains(digits.map(\.count))
  }

  /// `Z`, `-05:00`, `+0530`.
  private static func isZone(_ text: Substring) -> Bool {
    if text == "Z" || text == "z" { return true }
    guard let sign = text.first, "+-−".contains(sign) else { return false }
    let rest = text.dropFirst()
    return (1...5).contains(rest.count) && rest.allSatisfy { $0.isNumber || $0 == ":" }
  }

  /// "7:30pm" → "19:30"; what is no clock stays.
  private static func clock(_ text: String) -> String {
    let bare = text.lowercased().filter { $0 != "." && $0 != " " }
    guard bare.hasSuffix("am") || bare.hasSuffix("pm") else { return text }
    let parts = bare.dropLast(2).split(separator: ":")
    guard let first = parts.first, let hour = Int(first), (1...12).contains(hour) else { return text }
    let whole = hour % 12 + (bare.hasSuffix("pm") ? 12 : 0)
    let rest = parts.dropFirst().map(String.init)
    return ([whole < 10 ? "0\(whole)" : "\(whole)"] + (rest.isEmpty ? ["00"] : rest)).joined(separator: ":")
  }
}
