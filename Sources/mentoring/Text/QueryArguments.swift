import ArgumentParser
import MentorDirectory

/// A query from the words of a command line.
///
/// Words with spaces were quoted for the shell: `area:"Radio & Audio"` arrives without its quotes, and gets them back.
/// A single argument is a whole query (`'near:Berlin open:yes'`), unless there is a value of that very name.
struct QueryArguments {
  let query: Query
  let notes: [String]
  private let isWider: Bool

  init(_ arguments: [String], in index: SearchIndex) {
    let arguments = arguments.filter { $0 != "--" }
    let isWhole = arguments.count == 1 && !index.hasValue(meantBy: arguments[0])
    let text = isWhole ? arguments[0] : arguments.map(Self.requoted).joined(separator: " ")
    let reading = QueryReader.read(text)
    query = reading.query
    notes = reading.notes
    isWider = reading.isWider
  }

  /// For a script a filter that says nothing (`area:$EMPTY`) is a mistake: it would list everybody.
  func check() throws(Failure) {
    guard !isWider else { throw Failure(notes.joined(separator: "\n"), .usage) }
  }

  /// What looks like an option and is none is a mistake, not a word to look for; after "--" everything is.
  static func checkOptions(_ arguments: [String]) throws {
    guard let option = arguments.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) else { return }
    throw ValidationError("there is no option \(option); to look for it as a word, put -- before it")
  }

  private static func requoted(_ argument: String) -> String {
    guard argument.contains(where: \.isWhitespace), !argument.contains("\"") else { return argument }
    let isNegated = argument.hasPrefix("-")
    let body = isNegated ? String(argument.dropFirst()) : argument
    guard let colon = body.firstIndex(of: ":"), !body[..<colon].contains(where: \.isWhitespace) else {
      return (isNegated ? "-" : "") + "\"\(body)\""
    }
    return (isNegated ? "-" : "") + body[...colon] + "\"\(body[body.index(after: colon)...])\""
  }
}

extension SearchIndex {
  /// True for "area:Radio & Audio" and "-near:New York" if the facet has a value of that name.
  fileprivate func hasValue(meantBy argument: String) -> Bool {
    let parts = argument.drop { $0 == "-" }.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let facet = parts[0].folded == "near" ? .location : FacetName(word: parts[0]) else {
      return false
    }
    let name = parts[1].folded
    return valueRange(of: facet).contains { valueName($0).folded == name }
  }
}
