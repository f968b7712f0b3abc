import Markup
import MentorDirectory

/// A page and the data that stands at its head, read: YAML, or the plain part of TOML.
struct ParsedFrontMatter: Equatable, Sendable {
  /// Nil if the page has none, or if it could not be read.
  var object: JSONObject?
  /// The page without it.
  var body: String
  /// Line of the file (from 1) on which the body begins.
  var bodyLine: Int
  var problems: [ReadProblem] = []

  /// Takes a page apart (`Markup.FrontMatter`). A page without front matter is all body.
  init(_ page: String) {
    let (matter, body, bodyLine) = FrontMatter.split(page)
    self.body = body
    self.bodyLine = bodyLine
    guard let matter else { return }
    switch matter.format {
    case .toml: object = Self.toml(matter.text.split(separator: "\n")[...], firstLine: matter.line)
    case .yaml:
      let (value, problems) = YAMLReader.read(matter.text, firstLine: matter.line)
      object = value?.object
      self.problems = problems
    }
  }

  /// Strings, numbers, truth values and lists of strings; tables by their header. What is more is left alone.
  private static func toml(_ lines: ArraySlice<Substring>, firstLine: Int) -> JSONObject {
    var object = JSONObject(line: firstLine), table = ""
    for line in lines {
      let line = line.trimmed
      if line.hasPrefix("["), line.hasSuffix("]"), !line.hasPrefix("[[") {
        table = String(line.dropFirst().dropLast())
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        let key = line[..<equals].trimmed, value = line[line.index(after: equals)...].trimmed
        object.append(table.isEmpty ? String(key) : "\(table).\(key)", tomlValue(value))
      }
    }
    return object
  }

  private static func tomlValue(_ text: Substring) -> JSONValue {
    if text.hasPrefix("'"), text.hasSuffix("'"), text.count > 1 { return .string(String(text.dropFirst().dropLast())) }
    let read = JSONReader.read(String(text))
    guard let value = read.value, read.problems.allSatisfy(\.isMended) else { return .string(String(text)) }
    return value
  }
}
