/// The printed form of a Python list, as one phonebook serves it: `"[(u'widgets',), (u'chocolate',)]"`.
enum PythonList {
  /// The strings in it; nil if the text is not such a list.
  static func strings(_ text: String) -> [String]? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2, scalars.count <= 1 << 20, scalars[0] == "[" || scalars[0] == "(",
      scalars.last == "]" || scalars.last == ")"
    else { return nil }
    var found: [String] = [], i = 1
    while i < scalars.count - 1 {
      switch scalars[i] {
      case "'", "\"":
        guard let (string, end) = string(scalars, at: i) else { return nil }
        found.append(string)
        i = end
      case "u", "b", "r", "(", ")", "[", "]", ",", " ", "\n": i += 1
      default: return nil
      }
    }
    return found
  }

  /// The string whose quote is at `start`, and the position after it.
  private static func string(_ scalars: [Unicode.Scalar], at start: Int) -> (String, Int)? {
    var out = String.UnicodeScalarView(), i = start + 1
    while i < scalars.count {
      if scalars[i] == scalars[start] { return (String(out), i + 1) }
      guard scalars[i] == "\\", i + 1 < scalars.count else {
        out.append(scalars[i])
        i += 1
        continue
      }
      let digits = ["x": 2, "u": 4, "U": 8][scalars[i + 1]] ?? 0
      let hex = scalars[min(i + 2, scalars.count)..<min(i + 2 + digits, scalars.count)]
      if digits > 0, hex.count == digits, let value = UInt32(hex.map { String($0) }.joined(), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        out.append(scalar)
        i += 2 + digits
      } else {
        out.append(scalars[i + 1] == "n" ? "\n" : scalars[i + 1])
        i += 2
      }
    }
    return nil
  }
}
