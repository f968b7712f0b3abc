import MentorDirectory

/// A query from the words of a command line.
///
/// One argument is a query as it is. Of several, those with spaces were quoted for the shell: `area:"Radio & Audio"`
/// arrives without its quotes, and gets them back.
struct QueryArguments {
  let query: Query
  let notes: [String]

  init(_ arguments: [String]) {
    let text = arguments.count == 1 ? arguments[0] : arguments.map(Self.requoted).joined(separator: " ")
    let reading = QueryReader.read(text)
    query = reading.query
    notes = reading.notes
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
