import MentorDirectory

extension WriteUp {
  /// The write-up as Markdown. Reading it again (`WriteUp(markdown:)`) gives the same tree for a tidied write-up.
  /// Where Markdown's delimiters would be ambiguous, the HTML tags that Markdown allows stand instead.
  public var markdown: String {
    MarkdownWriter.lines(of: blocks).joined(separator: "\n") + (blocks.isEmpty ? "" : "\n")
  }
}

/// Writes blocks as lines, without the indentation or quote marks of what encloses them.
enum MarkdownWriter {
  static func lines(of blocks: [WriteUp.Block]) -> [String] {
    var lines: [String] = []
    var previous: WriteUp.List?, isAlternate = false
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      if case .list(let list) = block {
        // Two lists in a row would be read as one if they had the same marks.
        isAlternate = previous.map { ($0.start == nil) == (list.start == nil) ? !isAlternate : false } ?? false
        lines += listLines(list, isAlternate: isAlternate)
        previous = list
      } else {
        lines += blockLines(block)
        previous = nil
      }
    }
    return lines
  }

  private static func blockLines(_ block: WriteUp.Block) -> [String] {
    switch block {
    case .heading(let level, let inlines):
      return [String(repeating: "#", count: level) + " " + MarkdownInline.text(inlines, place: .heading)]
    case .paragraph(let inlines):
      return MarkdownInline.text(inlines, place: .paragraph).split(separator: "\n").map(String.init)
    case .quote(let blocks): return lines(of: blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .code(let language, let text):
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
      return [fence + language] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [
        fence
      ]
    case .table(let table): return tableLines(table)
    case .rule: return ["___"]
    case .list(let list): return listLines(list, isAlternate: false)
    }
  }

  private static func listLines(_ list: WriteUp.List, isAlternate: Bool) -> [String] {
    let isTight = isTight(list)
    var out: [String] = []
    for (offset, item) in list.items.enumerated() {
      let mark =
        list.start.map { "\(min($0 + offset, 999_999_999))" + (isAlternate ? ")" : ".") } ?? (isAlternate ? "*" : "-")
      let indent = String(repeating: " ", count: mark.utf8.count + 1)
      var inner = lines(of: item)
      if isTight { inner.removeAll(where: \.isEmpty) }
      if !isTight, offset > 0 { out.append("") }
      for (index, line) in inner.enumerated() {
        out.append(index == 0 ? mark + " " + line : line.isEmpty ? "" : indent + line)
      }
    }
    return out
  }

  /// True if no blank lines are needed inside: items of one paragraph, and such lists below them.
  private static func isTight(_ list: WriteUp.List) -> Bool {
    list.items.allSatisfy { item in
      guard case .paragraph? = item.first, item.count <= 2 else { return false }
      if case .list(let inner)? = item.dropFirst().first {
        // Only a list that begins with 1 may follow a paragraph without a blank line.
        return (inner.start == nil || inner.start == 1) && isTight(inner)
      }
      return item.count == 1
    }
  }

  private static func tableLines(_ table: WriteUp.Table) -> [String] {
    let width = max(table.header.count, table.rows.first?.count ?? 0)
    func row(_ cells: [WriteUp.Table.Cell]) -> String {
      "| " + cells.map { MarkdownInline.text($0, place: .cell) }.joined(separator: " | ") + " |"
    }
    let header = table.header.isEmpty ? Array(repeating: [], count: width) : table.header
    let rule = "|" + String(repeating: " --- |", count: width)
    return [row(header), rule] + table.rows.map(row)
  }

  static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0, run = 0
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
