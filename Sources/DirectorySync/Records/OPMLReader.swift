import MentorDirectory

/// Reads the addresses of pages from an outline (opml.org/spec2.opml): `htmlUrl`, else `url`; a feed's `xmlUrl` is no
/// page. Takes the tags as they come, so that a file that is not quite XML is read as well. Linear in the length.
enum OPMLReader {
  /// `broken`: lines (from 1) of outlines of a link type or with a feed that have no address of a page.
  static func links(_ text: String) -> (addresses: [String], broken: [Int]) {
    var addresses: [String] = [], broken: [Int] = [], line = 1
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 10 { line += 1 }
      position += 1
      guard byte == UInt8(ascii: "<") else { continue }
      if bytes[position...].starts(with: "!--".utf8) {
        while position < bytes.count, !bytes[position...].starts(with: "-->".utf8) {
          if bytes[position] == 10 { line += 1 }
          position += 1
        }
        continue
      }
      guard isOutline(bytes[position...]) else { continue }
      let opened = line
      let attributes = attributes(bytes, from: &position, line: &line)
      if let address = attributes["htmlurl"] ?? attributes["url"], !address.isEmpty {
        addresses.append(address)
      } else if attributes["xmlurl"] != nil || attributes["type"] == "link", broken.count < 100 {
        broken.append(opened)
      }
    }
    return (addresses, broken)
  }

  private static func isOutline(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix(8)
    return name.count == 8 && name.prefix(7).elementsEqual("outline".utf8, by: { $0 | 0x20 == $1 })
      && (name.last.map { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? false)
  }

  /// The attributes of the tag at `position`, names in lower case, to its end.
  private static func attributes(_ bytes: [UInt8], from position: inout Int, line: inout Int) -> [String: String] {
    var found: [String: String] = [:]
    position += 7
    func skipSpace() {
      while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") {
        if bytes[position] == 10 { line += 1 }
        position += 1
      }
    }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return found }
      let start = position
      while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "="),
        bytes[position] != UInt8(ascii: ">")
      { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        if position == start { position += 1 }
        continue
      }
      position += 1
      skipSpace()
      guard position < bytes.count else { return found }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      position += 1
      let valueStart = position
      while position < bytes.count, bytes[position] != quote {
        if bytes[position] == 10 { line += 1 }
        position += 1
      }
      let value = String(decoding: bytes[valueStart..<position], as: UTF8.self)
      position += 1
      if found[name] == nil { found[name] = unescaped(value) }
    }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#38;", "&"), ("&amp;", "&")]
    return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
