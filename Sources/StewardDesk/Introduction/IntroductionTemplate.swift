import MentorDirectory

/// How an introduction is written in one language: a subject, a text with fields, and a sentence for each kind of
/// reason. A file that a steward can edit:
///
///     # a comment
///     subject: {newcomer} and {mentor}
///     ---
///     Dear {newcomer}, dear {mentor},
///
///     {reasons}
///     ---
///     area: You both care about {value}.
///
/// Fields: `{newcomer}` `{newcomer.contact}` `{wish}` `{mentor}` `{mentor.title}` `{mentor.place}` `{mentor.page}`
/// `{mentor.contact}` `{how}` `{asks}` `{reasons}` `{steward}` `{community}`. A paragraph with a field that has nothing
/// to say is left out. `{reasons}`, `{asks}` and `{wish}` stand alone on their line.
public struct IntroductionTemplate: Equatable, Sendable {
  /// ISO 639-1 code.
  public let language: String
  public let subject: String
  public let body: String
  /// Sentences by the key of the reason; `{value}` stands for what is shared.
  public let sentences: [String: String]

  public static let fields = [
    "newcomer", "newcomer.contact", "wish", "mentor", "mentor.title", "mentor.place", "mentor.page", "mentor.contact",
    "how", "asks", "reasons", "steward", "community",
  ]
  /// The kinds of reason that have a sentence, by the keys of the third part.
  public static let reasonKeys = [
    "area", "interest", "words", "languages", "hours", "city", "country", "region", "group", "team", "teaches-back",
  ]

  /// What is wrong with a template, and where (from 1).
  public enum Problem: Error, Equatable, Sendable {
    case missingPart(String)
    case unknownField(String, line: Int)
    case unknownReason(String, line: Int)
    case tooLong
  }

  /// Throws the first problem.
  public init(_ text: String, language: String) throws(Problem) {
    guard text.utf8.count <= 100_000 else { throw .tooLong }
    var parts: [[(line: Int, text: String)]] = [[]]
    for (number, line) in text.cleanedText().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("---"), parts.count < 3 {
        parts.append([])
      } else if parts.count == 2 || !line.hasPrefix("#") {
        parts[parts.count - 1].append((number + 1, String(line)))
      }
    }
    guard parts.count == 3 else { throw .missingPart(parts.count == 1 ? "text" : "reasons") }
    guard let first = parts[0].first(where: { $0.text.hasPrefix("subject:") }) else { throw .missingPart("subject") }
    for line in [first] + parts[1] {
      if let field = TemplateField.names(in: line.text).first(where: { !Self.fields.contains($0) }) {
        throw .unknownField(field, line: line.line)
      }
    }
    var sentences: [String: String] = [:]
    for line in parts[2] where !line.text.cleanedLine().isEmpty {
      let pair = line.text.split(separator: ":", maxSplits: 1).map { String($0).cleanedLine() }
      guard pair.count == 2, Self.reasonKeys.contains(pair[0]) else {
        throw .unknownReason(pair.first ?? "", line: line.line)
      }
      sentences[pair[0]] = pair[1]
    }
    self.language = language
    subject = String(first.text.dropFirst("subject:".count)).cleanedLine()
    body = parts[1].map(\.text).joined(separator: "\n")
    self.sentences = sentences
  }
}

/// `{name}` in a text.
enum TemplateField {
  static func names(in text: String) -> [String] {
    var names: [String] = []
    pieces(of: text) { _ in
    } field: {
      names.append($0)
    }
    return names
  }

  /// The text with every field replaced. What a field says is never read as a field itself.
  static func fill(_ text: String, _ value: (String) -> String) -> String {
    var out = ""
    pieces(of: text) {
      out += $0
    } field: {
      out += value($0)
    }
    return out
  }

  private static func pieces(of text: String, plain: (Substring) -> Void, field: (String) -> Void) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      plain(rest[..<open])
      let after = rest.index(after: open)
      let end = rest[after...].firstIndex { !($0.isLetter || $0 == "." || $0 == "-") }
      if let end, rest[end] == "}", end > after {
        field(String(rest[after..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        plain(rest[open..<after])
        rest = rest[after...]
      }
    }
    plain(rest)
  }
}
