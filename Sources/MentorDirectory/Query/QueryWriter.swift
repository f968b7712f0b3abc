/// Writes a query in the language that `QueryReader` reads.
enum QueryWriter {
  static func text(_ query: Query) -> String {
    var parts = query.terms.map(text)
    for facet in FacetName.allCases {
      let choice = query[facet]
      parts += choice.included.map { "\(facet.rawValue):\(quoted($0))" }
      parts += choice.excluded.map { "-\(facet.rawValue):\(quoted($0))" }
      if choice.matchesAll, !choice.isEmpty { parts.append("all:\(facet.rawValue)") }
    }
    parts += query.near.map { "near:\(quoted($0))" }
    if let isOpen = query.isOpen { parts.append("open:\(isOpen ? "yes" : "no")") }
    return parts.joined(separator: " ")
  }

  private static func text(_ term: Query.Term) -> String {
    let body =
      switch term.kind {
      case .word: term.text
      case .similar: term.text + "~"
      case .exact: alwaysQuoted(term.text)
      }
    return (term.isNegated ? "-" : "") + (term.field == .anywhere ? "" : term.field.rawValue + ":") + body
  }

  /// True if the text as a word of its own is read back as that word.
  static func canStandBare(_ text: String, field: Query.Term.Field) -> Bool {
    guard !text.isEmpty, !text.hasPrefix("-"), !text.hasSuffix("~"), !needsQuotes(text) else { return false }
    guard field == .anywhere, let colon = text.firstIndex(of: ":") else { return true }
    return !QueryReader.isField(String(text[..<colon]))
  }

  static func quoted(_ value: String) -> String {
    value.isEmpty || needsQuotes(value) ? alwaysQuoted(value) : value
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" || $0.properties.isWhitespace }
  }

  private static func alwaysQuoted(_ text: String) -> String {
    "\"" + text.escapingScalars("\\\"", with: "\\") + "\""
  }
}

extension Query {
  /// The query in its own language, in a canonical order: words as typed, then facets, then the rest.
  public var text: String { QueryWriter.text(self) }
}
