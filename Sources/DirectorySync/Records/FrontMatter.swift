import MentorDirectory

/// The block of data at the head of a page: YAML between lines of `---`, or the plain part of TOML between `+++`.
public struct FrontMatter: Equatable, Sendable {
  /// Nil if the page has none, or if it could not be read.
  public var object: JSONObject?
  /// The page without it.
  public var body: String
  /// Line of the file (from 1) on which the body begins.
  public var bodyLine: Int
  public var problems: [ReadProblem]

  /// Takes a page apart. A page without front matter is all body.
  public static func split(_ text: String) -> FrontMatter {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let whole = FrontMatter(object: nil, body: text, bodyLine: 1, problems: [])
    guard let opening = lines.firstIndex(where: { !$0.trimmed.isEmpty }), opening < 3 else { return whole }
    let fence = lines[opening].trimmed
    guard fence == "---" || fence == "+++",
      let closing = lines[(opening + 1)...].firstIndex(where: {
        $0.trimmed == fence || (fence == "---" && $0.trimmed == "...")
      })
    else { return whole }
    let data = lines[(opening + 1)..<closing]
    let body = lines[(closing + 1)...].joined(separator: "\n")
    if fence == "+++" {
      return FrontMatter(object: toml(data, firstLine: opening + 2), body: body, bodyLine: closing + 2, problems: [])
    }
    let (value, problems) = YAMLReader.read(data.joined(separator: "\n") + "\n", firstLine: opening + 2)
    let isProse = value?.object == nil && !data.allSatisfy { $0.trimmed.isEmpty } && problems.isEmpty
    if isProse { return whole }
    return FrontMatter(object: value?.object, body: body, bodyLine: closing + 2, problems: problems)
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
