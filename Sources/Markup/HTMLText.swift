/// HTML text under construction, with the escaping that its places need, and the count of its lines.
struct HTMLText {
  private(set) var bytes: [UInt8] = []
  /// Line of the end of the text, from 1.
  private(set) var line = 1

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup as it stands.
  mutating func raw(_ text: some StringProtocol) {
    for byte in text.utf8 {
      if byte == 0x0A { line += 1 }
      bytes.append(byte)
    }
  }

  /// Appends text for an element or a quoted attribute value.
  mutating func escaped(_ text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case 0x0A:
        line += 1
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }

  /// Line feeds up to a line, so that what follows stands on the line it had in its source.
  mutating func pad(to wanted: Int) {
    while line < wanted {
      bytes.append(0x0A)
      line += 1
    }
  }
}
