import MentorDirectory
import Surface

/// Sets a write-up as lines of a given width: headings, paragraphs, lists, quotes, code, tables, numbered links.
struct WriteUpTypesetter {
  private let width: Int
  /// Address → number of the link.
  private let numbers: [String: Int]
  private(set) var lines: [StyledText] = []

  init(_ writeUp: WriteUp, width: Int, links: [String]) {
    self.width = max(8, width)
    numbers = Dictionary(links.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    set(writeUp.blocks, first: StyledText(), rest: StyledText(), isTight: false)
    while lines.last?.text.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  }

  /// - Parameters:
  ///   - first: what stands before the first line (a bullet), `rest` before the others.
  private mutating func set(_ blocks: [WriteUp.Block], first: StyledText, rest: StyledText, isTight: Bool) {
    for (place, block) in blocks.enumerated() {
      let lead = place == 0 ? first : rest
      if place > 0, !isTight || isSpacious(block) { blank(rest) }
      set(block, first: lead, rest: rest)
    }
  }

  private func isSpacious(_ block: WriteUp.Block) -> Bool {
    switch block {
    case .paragraph, .heading, .code, .table, .rule, .quote: true
    case .list: false
    }
  }

  private mutating func blank(_ lead: StyledText) {
    guard lines.last.map({ !$0.text.allSatisfy(\.isWhitespace) }) ?? false else { return }
    lines.append(lead.text.allSatisfy(\.isWhitespace) ? StyledText() : lead)
  }

  private mutating func set(_ block: WriteUp.Block, first: StyledText, rest: StyledText) {
    switch block {
    case .heading(let level, let inlines):
      let style = level <= 2 ? Style(.heading, .bold) : Style(.text, .bold)
      flow(runs(inlines, style), first, rest)
    case .paragraph(let inlines): flow(runs(inlines, .text), first, rest)
    case .list(let list): set(list, first: first, rest: rest)
    case .quote(let blocks):
      let bar = StyledText("│ ", .border)
      var quoted = WriteUpTypesetter(width: width - rest.displayWidth - 2, numbers: numbers)
      quoted.set(blocks, first: StyledText(), rest: StyledText(), isTight: false)
      for (place, line) in quoted.lines.enumerated() {
        let text = StyledText(
          line.runs.map { .init($0.text, $0.style.role == .text ? Style(.quote, $0.style.attributes) : $0.style) })
        lines.append((place == 0 ? first : rest) + bar + text)
      }
    case .code(_, let text):
      for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let visible = String(line).replacing("\t", with: "  ")
        lines.append(
          (place == 0 ? first : rest) + StyledText("  " + visible.truncated(to: width - rest.displayWidth - 2), .code))
      }
    case .table(let table): set(table, first: first, rest: rest)
    case .rule:
      lines.append(first + StyledText(String(repeating: "─", count: min(24, width - rest.displayWidth)), .border))
    }
  }

  private init(width: Int, numbers: [String: Int]) {
    self.width = max(8, width)
    self.numbers = numbers
  }

  private mutating func set(_ list: WriteUp.List, first: StyledText, rest: StyledText) {
    let isTight = list.items.allSatisfy { item in
      item.count(where: { if case .paragraph = $0 { true } else { false } }) <= 1
    }
    let numberWidth = list.start.map { String($0 + list.items.count - 1).count + 2 } ?? 2
    for (place, item) in list.items.enumerated() {
      let mark = list.start.map { "\($0 + place). " } ?? "• "
      let padding = String(repeating: " ", count: max(0, numberWidth - mark.displayWidth))
      if place > 0, !isTight { blank(rest) }
      let indent = rest + StyledText(String(repeating: " ", count: numberWidth))
      let lead = (place == 0 ? first : rest) + StyledText(padding + mark, .accent)
      if item.isEmpty { lines.append(lead) } else { set(item, first: lead, rest: indent, isTight: isTight) }
    }
  }

  /// Columns as wide as their widest cell where there is room; else narrowed in proportion, and wrapped.
  private mutating func set(_ table: WriteUp.Table, first: StyledText, rest: StyledText) {
    let rows = (table.header.isEmpty ? [] : [table.header]) + table.rows
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return }
    let room = max(count * 4, width - rest.displayWidth - (count - 1) * 2)
    let natural = (0..<count).map { column in
      max(3, rows.map { $0.indices.contains(column) ? runs($0[column], .text).displayWidth : 0 }.max() ?? 3)
    }
    let sum = natural.reduce(0, +)
    let widths = sum <= room ? natural : natural.map { max(4, $0 * room / sum) }
    for (place, row) in rows.enumerated() {
      let isHeader = place == 0 && !table.header.isEmpty
      let cells = (0..<count).map { column -> [StyledText] in
        guard row.indices.contains(column) else { return [] }
        return runs(row[column], isHeader ? Style(.text, .bold) : .text).wrapped(width: widths[column])
      }
      for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
        var text = place == 0 && line == 0 ? first : rest
        for column in 0..<count {
          let cell = cells[column].indices.contains(line) ? cells[column][line] : StyledText()
          text = text + cell
          if column < count - 1 {
            text.append(String(repeating: " ", count: max(0, widths[column] - cell.displayWidth) + 2))
          }
        }
        lines.append(text)
      }
      if isHeader {
        let rules = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        lines.append(rest + StyledText(rules, .border))
      }
    }
  }

  private mutating func flow(_ text: StyledText, _ first: StyledText, _ rest: StyledText) {
    let pieces = text.splitAtLineBreaks()
    var lead = first
    for piece in pieces {
      let wrapped = piece.wrapped(width: max(8, width - rest.displayWidth))
      for line in wrapped.isEmpty ? [StyledText()] : wrapped {
        lines.append(lead + line)
        lead = rest
      }
    }
  }

  private func runs(_ inlines: [WriteUp.Inline], _ style: Style) -> StyledText {
    var text = StyledText()
    for inline in inlines {
      switch inline {
      case .text(let string): text.append(string, style)
      case .emphasis(let children): text = text + runs(children, style.with(.italic))
      case .strong(let children): text = text + runs(children, style.with(.bold))
      case .struck(let children): text = text + runs(children, Style(.dim, style.attributes))
      case .marked(let children): text = text + runs(children, Style(.warning, style.attributes.union(.bold)))
      case .code(let string): text.append(string, .code)
      case .link(let address, let children):
        text = text + runs(children, Style(.link, style.attributes))
        if let number = numbers[address] { text.append("\u{A0}[\(number)]", .dim) }
      case .image(_, let alternative): text.append(alternative.isEmpty ? "" : "[\(alternative)]", .dim)
      case .lineBreak: text.append("\n", style)
      }
    }
    return text
  }
}

extension StyledText {
  /// The pieces between line feeds.
  fileprivate func splitAtLineBreaks() -> [StyledText] {
    var pieces = [StyledText()]
    for run in runs {
      for (place, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { pieces.append(StyledText()) }
        pieces[pieces.count - 1].append(String(part), run.style)
      }
    }
    return pieces
  }
}
