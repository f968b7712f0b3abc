import MentorDirectory

/// One JSON object per line, as logs and bulk exports have it.
enum JSONLines {
  /// Nil unless a whole object ends the first line and the next line begins another. `problems` are those of reading
  /// the text as one value; line numbers are those of the text.
  static func read(
    _ bytes: [UInt8], after problems: [JSONReader.Problem]
  ) -> (JSONValue?, [JSONReader.Problem])? {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    guard !problems.isEmpty, let first = lines.first, lines.count > 1, first.first == UInt8(ascii: "{"),
      JSONReader.read(first).problems.isEmpty
    else { return nil }
    var elements: [JSONValue] = [], found: [JSONReader.Problem] = []
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let (value, problems) = JSONReader.read(line)
      found += problems.map { problem in
        var problem = problem
        problem.line += index
        return problem
      }
      if case .object(var object) = value {
        object.line = index + 1
        elements.append(.object(object))
      }
    }
    return (.array(elements), found)
  }
}
