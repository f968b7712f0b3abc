extension JSONValue {
  /// The text of the value: on one line, or indented by two spaces. Control characters, U+2028 and U+2029 are
  /// escaped, so that a line of output stays a line and can be pasted into a script. No line feed at the end.
  public func text(indented: Bool = false) -> String {
    var out = ""
    write(to: &out, indented: indented, depth: 0)
    return out
  }

  private func write(to out: inout String, indented: Bool, depth: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let b): out += b ? "true" : "false"
    case .number(let n): out += n
    case .string(let s): JSONValue.write(string: s, to: &out)
    case .array(let elements):
      write(count: elements.count, open: "[", close: "]", to: &out, indented: indented, depth: depth) { index, out in
        elements[index].write(to: &out, indented: indented, depth: depth + 1)
      }
    case .object(let object):
      write(count: object.members.count, open: "{", close: "}", to: &out, indented: indented, depth: depth) { i, out in
        JSONValue.write(string: object.members[i].key, to: &out)
        out += indented ? ": " : ":"
        object.members[i].value.write(to: &out, indented: indented, depth: depth + 1)
      }
    }
  }

  private func write(
    count: Int, open: String, close: String, to out: inout String, indented: Bool, depth: Int,
    element: (Int, inout String) -> Void
  ) {
    out += open
    for index in 0..<count {
      if index > 0 { out += "," }
      if indented { out += "\n" + String(repeating: "  ", count: depth + 1) }
      element(index, &out)
    }
    if indented, count > 0 { out += "\n" + String(repeating: "  ", count: depth) }
    out += close
  }

  /// Runs without anything to escape are copied whole: most strings are one run.
  private static func write(string: String, to out: inout String) {
    var string = string
    out += "\""
    string.withUTF8 { bytes in
      var start = 0, position = 0
      while position < bytes.count {
        let length = escapedLength(bytes, at: position)
        if length > 0 {
          out += String(decoding: bytes[start..<position], as: UTF8.self)
          let scalars = String(decoding: bytes[position..<(position + length)], as: UTF8.self).unicodeScalars
          for scalar in scalars { writeEscape(scalar, to: &out) }
          start = position + length
        }
        position += max(length, 1)
      }
      out += String(decoding: bytes[start...], as: UTF8.self)
    }
    out += "\""
  }

  /// The number of bytes of the scalar that begins here, if it is one to escape; else 0.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch bytes[position] {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F: 1
    case 0xC2: position + 1 < bytes.count && bytes[position + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      position + 2 < bytes.count && bytes[position + 1] == 0x80 && (0xA8...0xA9).contains(bytes[position + 2]) ? 3 : 0
    default: 0
    }
  }

  private static func writeEscape(_ scalar: Unicode.Scalar, to out: inout String) {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      let hex = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
