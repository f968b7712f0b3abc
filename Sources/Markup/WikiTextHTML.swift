/// Turns the wikitext of MediaWiki into HTML text: headings, bold and italic, lists, links, tables. Templates, comments,
/// references, categories and files are left out. Every line keeps its number.
struct WikiTextHTML {
  static func html(_ text: String) -> String {
    var writer = WikiTextHTML()
    for line in WikiTextCleaner.clean(text).split(separator: "\n", omittingEmptySubsequences: false) {
      writer.add(line)
      writer.out.raw("\n")
    }
    writer.closeParagraph()
    writer.closeLists(to: 0)
    return writer.out.string
  }

  private var out = HTMLText()
  private var isParagraphOpen = false
  /// The open lists, outermost first: `*` or `#`.
  private var lists: [Character] = []
  /// For each open table, whether a row is open.
  private var tables: [Bool] = []
  private static let maximumNesting = 20

  private mutating func add(_ line: Substring) {
    let trimmed = line.drop(while: \.isWhitespace)
    if trimmed.hasPrefix("{|"), tables.count < Self.maximumNesting { return openTable() }
    if !tables.isEmpty, addToTable(trimmed) { return }
    addBlock(line)
  }

  private mutating func addBlock(_ line: Substring) {
    let trimmed = line.drop(while: \.isWhitespace)
    if trimmed.isEmpty {
      closeParagraph()
      return closeLists(to: 0)
    }
    if let (level, title) = Self.heading(trimmed) {
      closeParagraph()
      closeLists(to: 0)
      out.raw("<h\(level)>")
      inline(title)
      return out.raw("</h\(level)>")
    }
    if trimmed.hasPrefix("----") {
      closeParagraph()
      closeLists(to: 0)
      return out.raw("<hr>")
    }
    if "*#:;".contains(line.first ?? " ") { return addItem(line) }
    closeLists(to: 0)
    if !isParagraphOpen { out.raw("<p>") }
    isParagraphOpen = true
    inline(trimmed)
  }

  private static func heading(_ line: Substring) -> (Int, Substring)? {
    let level = line.prefix { $0 == "=" }.count
    var text = line
    while text.last?.isWhitespace == true { text.removeLast() }
    guard (1...6).contains(level), text.count > 2 * level, text.suffix(level).allSatisfy({ $0 == "=" }) else {
      return nil
    }
    return (level, text.dropFirst(level).dropLast(level))
  }

  // MARK: Lists

  private mutating func addItem(_ line: Substring) {
    let marks = line.prefix { "*#:;".contains($0) }.prefix(Self.maximumNesting)
    let text = line.dropFirst(marks.count)
    let wanted = marks.filter { $0 == "*" || $0 == "#" }
    closeParagraph()
    if marks.last == ":" || marks.last == ";" {
      // Indented text goes on with the item before it, or is a paragraph of its own.
      if wanted.isEmpty { closeLists(to: 0) }
      out.raw(lists.isEmpty ? "<p>" : "<br>")
      if marks.last == ";" { out.raw("<b>") }
      inline(text)
      if marks.last == ";" { out.raw("</b>") }
      return out.raw(lists.isEmpty ? "</p>" : "")
    }
    let common = zip(lists, wanted).prefix { $0 == $1 }.count
    let continues = common == wanted.count
    closeLists(to: max(common, 0))
    if continues, !lists.isEmpty { out.raw("</li>") }
    for mark in wanted.dropFirst(common) {
      out.raw(mark == "*" ? "<ul>" : "<ol>")
      lists.append(mark)
      if lists.count < wanted.count { out.raw("<li>") }
    }
    out.raw("<li>")
    inline(text)
  }

  private mutating func closeLists(to count: Int) {
    while lists.count > count { out.raw(lists.removeLast() == "*" ? "</li></ul>" : "</li></ol>") }
  }

  private mutating func closeParagraph() {
    if isParagraphOpen { out.raw("</p>") }
    isParagraphOpen = false
  }

  // MARK: Tables

  private mutating func openTable() {
    closeParagraph()
    closeLists(to: 0)
    out.raw("<table>")
    tables.append(false)
  }

  private mutating func addToTable(_ line: Substring) -> Bool {
    if line.hasPrefix("|}") {
      closeParagraph()
      closeLists(to: 0)
      out.raw("</table>")
      tables.removeLast()
    } else if line.hasPrefix("|-") {
      closeParagraph()
      closeLists(to: 0)
      out.raw("<tr>")
      tables[tables.count - 1] = true
    } else if line.hasPrefix("|+") {
      out.raw("<caption>")
      inline(line.dropFirst(2))
      out.raw("</caption>")
    } else if line.hasPrefix("!") {
      cells(line.dropFirst(), isHeader: true)
    } else if line.hasPrefix("|") {
      cells(line.dropFirst(), isHeader: false)
    } else {
      return false
    }
    return true
  }

  private mutating func cells(_ line: Substring, isHeader: Bool) {
    closeParagraph()
    closeLists(to: 0)
    if !tables[tables.count - 1] { out.raw("<tr>") }
    tables[tables.count - 1] = true
    var pieces = Self.split(line, by: "||")
    if isHeader { pieces = pieces.flatMap { Self.split($0, by: "!!") } }
    for piece in pieces {
      out.raw(isHeader ? "<th>" : "<td>")
      inline(Self.withoutAttributes(piece))
    }
  }

  /// `style="…" | text`: what comes before a single bar is attributes, unless a link or a template holds the bar.
  private static func withoutAttributes(_ cell: Substring) -> Substring {
    guard let bar = cell.firstIndex(of: "|") else { return cell }
    let before = cell[..<bar]
    return before.contains("[[") || !before.contains("=") ? cell : cell[cell.index(after: bar)...]
  }

  private static func split(_ line: Substring, by separator: String) -> [Substring] {
    line.split(separator: separator, omittingEmptySubsequences: false)
  }

  private mutating func inline(_ text: Substring) { WikiTextInline.write(text, to: &out) }
}
