import MentorDirectory

/// The words in a value, whatever its shape.
enum ValueText {
  /// Strings and numbers of a value, lists taken apart, missing words left out; objects by their name. A cell that
  /// holds a printed list (Python or JSON) is that list.
  static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .null: return []
    case .bool(let bool): return [bool ? "true" : "false"]
    case .number(let number): return [number]
    case .string(let string):
      if let list = printedList(string) { return list.flatMap { strings($0) } }
      return MissingValue.isMissing(string) ? [] : [string]
    case .array(let elements): return elements.flatMap { strings($0) }
    case .object(let object):
      for key in ["name", "english", "label", "title", "value", "text", "native", "code", "slug", "_url"] {
        if let member = object[key] { return strings(member) }
      }
      return []
    }
  }

  /// The first line of words in a value.
  static func line(_ value: JSONValue) -> String? {
    for string in strings(value) {
      let line = string.line
      if !line.isEmpty, !MissingValue.isMissing(line) { return line }
    }
    return nil
  }

  static func bool(_ value: JSONValue) -> Bool? {
    if let bool = value.bool { return bool }
    guard let word = line(value)?.lowercased() else { return nil }
    if ["true", "yes", "y", "1", "on", "x", "ja", "oui", "да"].contains(word) { return true }
    if ["false", "no", "n", "0", "off", "nein", "non", "нет"].contains(word) { return false }
    return nil
  }

  /// A list inside a cell: `["a", "b"]` or `[u'a', u'b']`.
  static func printedList(_ text: String) -> [JSONValue]? {
    guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") else { return nil }
    let read = JSONReader.read(text)
    if let array = read.value?.array, read.problems.isEmpty { return array }
    return PythonList.strings(text)?.map { .string($0) }
  }
}
