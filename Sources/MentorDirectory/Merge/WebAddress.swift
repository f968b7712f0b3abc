/// A web address in the form in which two spellings of the same page are equal.
///
/// `http` and `https` are one, as are `www.` and none; the host is lower case without default port, the path has no
/// trailing slash and no `index.html`, percent escapes are spelled one way (RFC 3986, 6.2.2), tracking parameters,
/// user information and the fragment are gone. The letter case of the path counts.
public struct WebAddress: Hashable, Sendable {
  /// Lower case, without `www.`; with a port where it is not the default one.
  public let host: String
  /// The parts of the path between slashes, none of them empty.
  public let segments: [String]
  /// Without the question mark; empty if there is none.
  public let query: String

  /// `https://host/path?query`.
  public var normalised: String {
    var text = "https://" + host
    for segment in segments { text += "/" + segment }
    return query.isEmpty ? text : text + "?" + query
  }

  /// Reads an `http` or `https` address, or one without a scheme ("ada.example/mentoring"); nil for anything else.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    guard rest.count <= 4000, rest.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let start = Self.afterScheme(rest) else {
      return nil
    }
    rest = rest[start...]
    let authorityEnd = rest.firstIndex { $0 == slash || $0 == question || $0 == numberSign } ?? rest.endIndex
    guard let host = Self.host(rest[..<authorityEnd]) else { return nil }
    rest = rest[authorityEnd...]
    if let fragment = rest.firstIndex(of: numberSign) { rest = rest[..<fragment] }
    let pathEnd = rest.firstIndex(of: question) ?? rest.endIndex
    var segments = rest[..<pathEnd].split(separator: slash).map { Self.normalisedEscapes($0) }
    if let last = segments.last, Self.indexPages.contains(last.lowercased()) { segments.removeLast() }

    self.host = host
    self.segments = segments
    query = Self.query(rest[pathEnd...].dropFirst())
  }

  private typealias Bytes = ArraySlice<UInt8>
  private static let indexPages: Set<String> = ["index.html", "index.htm", "index.php", "index.md"]

  /// Where the host begins; nil for another scheme, or for a text that is no address.
  private static func afterScheme(_ text: Bytes) -> Int? {
    if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[colon...].starts(with: "://".utf8) {
      let scheme = lowercased(text[..<colon])
      return scheme == "https" || scheme == "http" ? colon + 3 : nil
    }
    let host = text.prefix { $0 != slash && $0 != question && $0 != numberSign }
    let isHost =
      host.contains(UInt8(ascii: ".")) && !host.contains(UInt8(ascii: "@")) && !host.contains(UInt8(ascii: ":"))
    return isHost ? text.startIndex : nil
  }

  private static func host(_ authority: Bytes) -> String? {
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    for port in [":443", ":80"] where host.suffix(port.utf8.count).elementsEqual(port.utf8) {
      host.removeLast(port.utf8.count)
    }
    while host.last == UInt8(ascii: ".") { host.removeLast() }
    var name = lowercased(host)
    if name.hasPrefix("www.") { name.removeFirst(4) }
    return name.isEmpty || name.hasPrefix(".") ? nil : name
  }

  private static func query(_ text: Bytes) -> String {
    if text.isEmpty { return "" }
    return text.split(separator: UInt8(ascii: "&")).filter { parameter in
      let name = lowercased(parameter.prefix { $0 != UInt8(ascii: "=") })
      return !name.hasPrefix("utm_") && name != "fbclid" && name != "gclid"
    }.map { normalisedEscapes($0) }.joined(separator: "&")
  }

  private static func lowercased(_ text: Bytes) -> String { String(decoding: text, as: UTF8.self).lowercased() }

  /// Unreserved characters stand for themselves, everything outside ASCII is escaped, hexadecimal is upper case.
  private static func normalisedEscapes(_ text: Bytes) -> String {
    if !text.contains(where: { $0 == percent || $0 >= 0x80 }) { return String(decoding: text, as: UTF8.self) }
    var out: [UInt8] = []
    func escape(_ byte: UInt8) {
      out.append(percent)
      for nibble in [byte >> 4, byte & 15] { out.append(nibble < 10 ? 0x30 + nibble : 0x37 + nibble) }
    }
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      if byte == percent, position + 2 < text.endIndex, let high = hex(text[position + 1]),
        let low = hex(text[position + 2])
      {
        let value = high << 4 | low
        if isUnreserved(value) { out.append(value) } else { escape(value) }
        position += 3
      } else {
        if byte < 0x80 { out.append(byte) } else { escape(byte) }
        position += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}

private let slash = UInt8(ascii: "/"), question = UInt8(ascii: "?"), numberSign = UInt8(ascii: "#"),
  percent = UInt8(ascii: "%")
