extension JSONValue {
  /// The text of the value: on one line, or indented by two spaces. Control characters, U+2028 and U+2029 are
  /// escaped, so that a line of output stays a line and can be pasted into a script. No line feed at the end.
  public func text(indented: Bool = false) -> String {
    var out: [UInt8] = []
    write(to: &out, indented: indented, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indented: Bool, depth: Int) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let b): out.append(contentsOf: (b ? "true" : "false").utf8)
    case .number(let n): out.append(contentsOf: n.utf8)
    case .string(let s): JSONValue.write(string: s, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        JSONValue.writeSeparator(before: index, to: &out, indented: indented, depth: depth + 1)
        element.write(to: &out, indented: indented, depth: depth + 1)
      }
      JSONValue.writeEnd(UInt8(ascii: "]"), of: elements.count, to: &out, indented: indented, depth: depth)
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        JSONValue.writeSeparator(before: index, to: &out, indented: indented, depth: depth + 1)
        JSONValue.write(string: member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        if indented { out.append(UInt8(ascii: " ")) }
        member.value.write(to: &out, indented: indented, depth: depth + 1)
      }
      JSONValue.writeEnd(UInt8(ascii: "}"), of: object.members.count, to: &out, indented: indented, depth: depth)
    }
  }

  private static func writeSeparator(before index: Int, to out: inout [UInt8], indented: Bool, depth: Int) {
    if index > 0 { out.append(UInt8(ascii: ",")) }
    if indented { writeNewLine(to: &out, depth: depth) }
  }

  private static func writeEnd(_ end: UInt8, of count: Int, to out: inout [UInt8], indented: Bool, depth: Int) {
    if indented, count > 0 { writeNewLine(to: &out, depth: depth) }
    out.append(end)
  }

  private static func writeNewLine(to out: inout [UInt8], depth: Int) {
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Runs without anything to escape are copied whole: most strings are one run.
  private static func write(string: String, to out: inout [UInt8]) {
    var string = string
    out.append(UInt8(ascii: "\""))
    string.withUTF8 { bytes in
      var start = 0, position = 0
      while position < bytes.count {
        let length = escapedLength(bytes, at: position)
        if length > 0 {
          out.append(contentsOf: bytes[start..<position])
          let scalars = String(decoding: bytes[position..<(position + length)], as: UTF8.self).unicodeScalars
          for scalar in scalars { out.append(contentsOf: escape(scalar).utf8) }
          start = position + length
        }
        position += max(length, 1)
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  /// The number of bytes of the scalar that begins here, if it is one to escape; else 0.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch bytes[position] {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F: 1
    case 0xC2: position + 1 < bytes.count && bytes[position + 1] < 0xA0 ? 2 : 0
    case 0xD8: position + 1 < bytes.count && bytes[position + 1] == 0x9C ? 2 : 0
    case 0xE2: position + 2 < bytes.count && isEscaped(bytes[position + 1], bytes[position + 2]) ? 3 : 0
    default: 0
    }
  }

  /// Behind 0xE2: line and paragraph separator, and the bidirectional controls, which reorder what a terminal shows.
  private static func isEscaped(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x8E...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case 0x81: (0xA6...0xA9).contains(third)
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let hex = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
