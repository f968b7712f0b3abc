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

  private static func write(string: String, to out: inout String) {
    out += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
