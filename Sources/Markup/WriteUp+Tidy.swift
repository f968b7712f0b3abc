import MentorDirectory

extension WriteUp {
  /// The same write-up in the one form that all readers of markup give: strings clean, white space collapsed, empty
  /// parts gone, alike neighbours joined, links safe, bare addresses links, no deeper than `maximumDepth`.
  /// Tidying twice changes nothing.
  public func tidied() -> WriteUp { WriteUp(Self.tidied(blocks, depth: 0)) }

  /// Blocks that hold blocks nest this deep at most; the styles of inlines come on top, within `maximumDepth`.
  static let maximumBlockDepth = maximumDepth - InlineTidy.maximumStyles

  private static func tidied(_ blocks: [Block], depth: Int) -> [Block] {
    var out: [Block] = []
    for block in blocks {
      switch block {
      case .heading(let level, let inlines):
        let line = InlineTidy.line(inlines)
        if !line.isEmpty { out.append(.heading(level: min(6, max(1, level)), line)) }
      case .paragraph(let inlines): out += InlineTidy.paragraphs(inlines).map { .paragraph($0) }
      case .list(let list): out += tidied(list, depth: depth)
      case .quote(let inner):
        let blocks = tidied(inner, depth: depth + 1)
        if depth >= maximumBlockDepth { out += blocks } else if !blocks.isEmpty { out.append(.quote(blocks)) }
      case .code(let language, let text):
        let code = trimmedLines(text.cleanedText(limit: 100_000))
        if !code.isEmpty { out.append(.code(language: languageWord(language), text: code)) }
      case .table(let table): if let tidy = tidied(table) { out.append(.table(tidy)) }
      case .rule: if !out.isEmpty, out.last != .rule { out.append(.rule) }
      }
    }
    if out.last == .rule { out.removeLast() }
    return out
  }

  private static func tidied(_ list: List, depth: Int) -> [Block] {
    let items = list.items.map { tidied($0, depth: depth + 1) }.filter { !$0.isEmpty }
    if depth >= maximumBlockDepth { return items.flatMap { $0 } }
    let start = list.start.map { min(999_999_999, max(0, $0)) }
    return items.isEmpty ? [] : [.list(List(start: start, items: items))]
  }

  private static func tidied(_ table: Table) -> Table? {
    var header = table.header.map(InlineTidy.line)
    var rows = table.rows.map { $0.map(InlineTidy.line) }.filter { row in row.contains { !$0.isEmpty } }
    if header.allSatisfy(\.isEmpty) { header = [] }
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    guard width > 0, width <= 200 else { return nil }
    // Padding must not turn a small hostile table into a large one.
    rows = Array(rows.prefix(200_000 / width))
    if !header.isEmpty { header += Array(repeating: [], count: width - header.count) }
    for index in rows.indices { rows[index] += Array(repeating: [], count: width - rows[index].count) }
    return Table(header: header, rows: rows)
  }

  private static func languageWord(_ text: String) -> String {
    let allowed = text.lowercased().unicodeScalars.filter { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "+-#._".unicodeScalars.contains(scalar))
    }
    return String(String.UnicodeScalarView(allowed.prefix(30)))
  }

  private static func trimmedLines(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
