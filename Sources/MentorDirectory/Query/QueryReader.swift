/// Reads the query language:
///
///     word  -word  "exact words"  name:ada  mistpyed~
///     area:localization  -team:support  lang:de  location:Germany/Berlin  title:"team lead"
///     near:Berlin  open:yes  all:interest
///
/// Values of one facet widen each other, everything else narrows. In quotes, `\"` and `\\` stand for themselves.
/// Every text can be read; what had to be guessed is said in the notes.
public enum QueryReader {
  public struct Reading: Equatable, Sendable {
    public var query: Query
    /// Sentences about how doubtful parts were read.
    public var notes: [String]
    /// True if a filter could not be read and was left out: the query lets more through than was meant.
    public var isWider: Bool { notes.contains { $0.hasSuffix(QueryReader.leftOut) } }
  }

  static let leftOut = "; left out"

  /// Scalars; what is longer is cut.
  public static let maximumLength = 100_000

  public static func read(_ text: String) -> Reading {
    var query = Query(), notes: [String] = [], wantAll: [FacetName] = []
    for token in tokens(of: text.cleanedLine(limit: maximumLength), notes: &notes) {
      add(token, to: &query, wantAll: &wantAll, notes: &notes)
    }
    // `all:` may stand before or after the values; without any value it says nothing.
    for facet in wantAll {
      var choice = query[facet]
      choice.matchesAll = true
      query[facet] = choice
    }
    return Reading(query: query, notes: notes)
  }

  /// True for the words that may stand before a colon.
  static func isField(_ word: String) -> Bool {
    FacetName(word: word) != nil || ["near", "open", "all", "name"].contains(word.folded)
  }

  private struct Token {
    var isNegated = false
    var field: String?
    var value = ""
    var isQuoted = false
  }

  private static func tokens(of text: String, notes: inout [String]) -> [Token] {
    var tokens: [Token] = []
    var rest = text.unicodeScalars[...]
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      guard let first = rest.first else { return tokens }
      var token = Token()
      if first == "-", let next = rest.dropFirst().first, !next.properties.isWhitespace {
        token.isNegated = true
        rest = rest.dropFirst()
      }
      if let field = takeField(&rest) { token.field = field }
      if rest.first == "\"" {
        token.isQuoted = true
        token.value = takeQuoted(&rest, notes: &notes)
      } else {
        let end = rest.firstIndex { $0.properties.isWhitespace } ?? rest.endIndex
        token.value = String(rest[..<end])
        rest = rest[end...]
      }
      tokens.append(token)
    }
  }

  private static func takeField(_ rest: inout Substring.UnicodeScalarView) -> String? {
    guard let stop = rest.firstIndex(where: { $0 == ":" || $0 == "\"" || $0.properties.isWhitespace }),
      rest[stop] == ":"
    else { return nil }
    let word = String(rest[..<stop])
    guard isField(word) else { return nil }
    rest = rest[rest.index(after: stop)...]
    return word
  }

  private static func takeQuoted(_ rest: inout Substring.UnicodeScalarView, notes: inout [String]) -> String {
    var value = String.UnicodeScalarView(), isEscaped = false
    rest = rest.dropFirst()
    while let scalar = rest.first {
      rest = rest.dropFirst()
      if isEscaped {
        if scalar != "\"" && scalar != "\\" { value.append("\\") }
        value.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        return String(value)
      } else {
        value.append(scalar)
      }
    }
    if isEscaped { value.append("\\") }
    notes.append("a quote is not closed; read as \"\(String(value))\" to the end")
    return String(value)
  }

  private static func add(
    _ token: Token, to query: inout Query, wantAll: inout [FacetName], notes: inout [String]
  ) {
    let value = token.value.cleanedLine()
    guard let word = token.field else {
      if !token.isQuoted, let name = unknownField(value) {
        notes.append("there is no filter “\(name):”; looked for as words")
      }
      addTerm(token, value, field: .anywhere, to: &query)
      return
    }
    if let facet = FacetName(word: word) {
      guard !value.isEmpty else {
        notes.append("\(word): names no value\(leftOut)")
        return
      }
      var choice = query[facet]
      let keyPath = token.isNegated ? \Query.Choice.excluded : \Query.Choice.included
      if !choice[keyPath: keyPath].contains(value) { choice[keyPath: keyPath].append(value) }
      query[facet] = choice
      return
    }
    switch word.folded {
    case "near":
      if value.isEmpty {
        notes.append("near: names no place\(leftOut)")
      } else if !query.near.contains(value) {
        query.near.append(value)
      }
    case "open":
      switch value.folded {
      case "yes", "true", "1", "y", "ja", "oui": query.isOpen = !token.isNegated
      case "no", "false", "0", "n": query.isOpen = token.isNegated
      default: notes.append("open: takes yes or no\(leftOut)")
      }
    case "all":
      guard let facet = FacetName(word: value) else {
        notes.append("all: takes the name of a facet\(leftOut)")
        return
      }
      wantAll.append(facet)
    default: addTerm(token, value, field: .name, to: &query)
    }
  }

  /// What looks like a filter of a name that there is not: letters, a colon, a value. Addresses and `::` do not.
  private static func unknownField(_ value: String) -> String? {
    guard let colon = value.firstIndex(of: ":"), colon != value.startIndex, value[..<colon].allSatisfy(\.isLetter)
    else { return nil }
    let rest = value[value.index(after: colon)...]
    return rest.isEmpty || rest.hasPrefix("//") || rest.hasPrefix(":") ? nil : String(value[..<colon])
  }

  private static func addTerm(_ token: Token, _ value: String, field: Query.Term.Field, to query: inout Query) {
    let isSimilar = !token.isQuoted && value.hasSuffix("~") && value.count > 1
    let kind: Query.Term.Kind = token.isQuoted ? .exact : isSimilar ? .similar : .word
    let text = isSimilar ? String(value.dropLast()) : value
    if let term = Query.Term(text, kind: kind, field: field, isNegated: token.isNegated) { query.terms.append(term) }
  }
}

extension Query {
  /// Reads a query; how doubtful parts were read is in `QueryReader.read`.
  public init(_ text: String) { self = QueryReader.read(text).query }
}
