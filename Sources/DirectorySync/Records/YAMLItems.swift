/// Takes a YAML list apart by its lines, and mends single lines: for files that do not parse as a whole.
enum YAMLItems {
  struct Item: Equatable {
    /// Line of the text (from 1) on which the item begins.
    var line: Int
    /// The item with its `- `, moved to the left margin.
    var text: String
  }

  /// The items of the outermost list: every line that begins with `- ` at the indentation of the first such line opens
  /// one; a line further left that is not blank or a comment closes it. Empty if there is no list.
  static func split(_ text: String) -> [Item] {
    var items: [Item] = [], current: [Substring] = [], start = 0, indentation: Int?
    func close() {
      if !current.isEmpty { items.append(Item(line: start, text: current.joined(separator: "\n") + "\n")) }
      current = []
    }
    for (index, line) in lines(text).enumerated() {
      let spaces = line.prefix { $0 == " " }.count
      let content = line.dropFirst(spaces)
      let opens = content.hasPrefix("- ") || content == "-"
      if opens, indentation == nil { indentation = spaces }
      let margin = indentation ?? 0
      if opens, spaces == margin {
        close()
        start = index + 1
        current = [line.dropFirst(margin)]
      } else if !current.isEmpty {
        let isBlank = content.allSatisfy(\.isWhitespace)
        if spaces < margin, !isBlank, !content.hasPrefix("#") {
          close()
        } else {
          current.append(isBlank ? "" : line.dropFirst(Swift.min(spaces, margin)))
        }
      }
    }
    close()
    return items
  }

  /// The text with the usual slips quoted away; nil if there is none to mend.
  static func mended(_ text: String) -> String? {
    var isChanged = false
    let better = lines(text).map { line -> String in
      guard let mended = mended(line: line) else { return String(line) }
      isChanged = true
      return mended
    }
    return isChanged ? better.joined(separator: "\n") : nil
  }

  /// Line (from 1) of an alias used as a key; composing one can take exponential time.
  static func lineOfAliasAsKey(_ text: String) -> Int? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    for (index, line) in lines(text).enumerated() where line.utf8.contains(UInt8(ascii: "*")) {
      if line.contains("? *") { return index + 1 }
      var rest = line[...]
      while let star = rest.firstIndex(of: "*") {
        let name = rest[star...].dropFirst().prefix { !$0.isWhitespace && !",]}:".contains($0) }
        let after = rest[name.endIndex...].drop { $0 == " " }
        let opensToken = star == rest.startIndex || " [{,-".contains(rest[rest.index(before: star)])
        if opensToken, !name.isEmpty, after.hasPrefix(":") { return index + 1 }
        rest = rest[rest.index(after: star)...]
      }
    }
    return nil
  }

  private static func mended(line: Substring) -> String? {
    let margin = line.prefix { $0 == " " || $0 == "\t" }
    var content = line.dropFirst(margin.count), opening = String(margin.replacing("\t", with: "  "))
    if content.hasPrefix("- ") {
      opening += "- "
      content = content.dropFirst(2)
    }
    if let separator = content.firstRange(of: ": ") {
      let key = content[..<separator.lowerBound]
      let value = content[separator.upperBound...].trimmed
      let isKey = !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isNumber || "_- .".contains($0) }
      if isKey, needsQuotes(value) { return "\(opening)\(key): \(quoted(value))" }
    } else if needsQuotes(content.trimmed), opening.hasSuffix("- ") {
      return opening + quoted(content.trimmed)
    }
    return margin.contains("\t") ? "\(opening)\(content)" : nil
  }

  private static func quoted(_ text: Substring) -> String { "'\(text.replacing("'", with: "''"))'" }

  private static func needsQuotes(_ value: Substring) -> Bool {
    guard let first = value.first else { return false }
    if "@`%".contains(first) { return true }
    if first == "\"" || first == "'" {
      let inner = value.dropFirst()
      return inner.contains(first) && inner.last != first
    }
    return !"[{|>&*!#".contains(first) && (value.contains(": ") || value.hasSuffix(":"))
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}
