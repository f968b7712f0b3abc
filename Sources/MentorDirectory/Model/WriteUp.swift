/// The text in which a mentor says what they mentor in and how: a small tree of blocks and inlines, never markup.
///
/// Depth is bounded (`maximumDepth`) by whoever builds one; all strings in it are clean.
public struct WriteUp: Equatable, Sendable {
  public static let maximumDepth = 16
  public var blocks: [Block]
  public init(_ blocks: [Block] = []) { self.blocks = blocks }
  public var isEmpty: Bool { blocks.isEmpty }

  public indirect enum Block: Equatable, Sendable {
    /// Level 1 … 6.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(List)
    case quote([Block])
    case code(language: String, text: String)
    case table(Table)
    case rule
  }

  public struct List: Equatable, Sendable {
    /// First number of an ordered list; nil for bullets.
    public var start: Int?
    public var items: [[Block]]
    public init(start: Int? = nil, items: [[Block]]) {
      self.start = start
      self.items = items
    }
  }

  public struct Table: Equatable, Sendable {
    public typealias Cell = [Inline]
    /// Empty if the table has no header row.
    public var header: [Cell]
    public var rows: [[Cell]]
    public init(header: [Cell], rows: [[Cell]]) {
      self.header = header
      self.rows = rows
    }
  }

  public indirect enum Inline: Equatable, Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case struck([Inline])
    case marked([Inline])
    case code(String)
    /// `address` is absolute (`https:`, `http:`, `mailto:` …) or relative to the page; never a script.
    case link(address: String, [Inline])
    /// Shown by its alternative text.
    case image(address: String, alternative: String)
    case lineBreak
  }
}

extension Array where Element == WriteUp.Inline {
  /// The words alone; a line break is a space.
  public var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text
  }
}

extension WriteUp.Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch self {
    case .text(let s), .code(let s): text += s
    case .emphasis(let c), .strong(let c), .struck(let c), .marked(let c), .link(_, let c):
      for inline in c { inline.appendPlainText(to: &text) }
    case .image(_, let alternative): text += alternative
    case .lineBreak: text += " "
    }
  }
}

extension WriteUp {
  /// The words of all blocks, one line per block, in reading order: what search looks at.
  public var plainText: String {
    var lines: [String] = []
    for block in blocks { block.appendLines(to: &lines) }
    return lines.joined(separator: "\n")
  }

  /// Addresses of all links in reading order; the n-th is shown as `[n]` (from 1). Repeated addresses count once.
  public var links: [String] {
    var seen = Set<String>(), found: [String] = []
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .emphasis(let c), .strong(let c), .struck(let c), .marked(let c): visit(c)
        case .link(let address, let c):
          if seen.insert(address).inserted { found.append(address) }
          visit(c)
        case .text, .code, .image, .lineBreak: break
        }
      }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(_, let i), .paragraph(let i): visit(i)
        case .list(let list): list.items.forEach { visit($0) }
        case .quote(let b): visit(b)
        case .table(let t):
          t.header.forEach { visit($0) }
          t.rows.forEach { $0.forEach { visit($0) } }
        case .code, .rule: break
        }
      }
    }
    visit(blocks)
    return found
  }
}

extension WriteUp.Block {
  fileprivate func appendLines(to lines: inout [String]) {
    switch self {
    case .heading(_, let i), .paragraph(let i): lines.append(i.plainText)
    case .list(let list): for item in list.items { for block in item { block.appendLines(to: &lines) } }
    case .quote(let blocks): for block in blocks { block.appendLines(to: &lines) }
    case .code(_, let text): lines.append(text)
    case .table(let t):
      if !t.header.isEmpty { lines.append(t.header.map(\.plainText).joined(separator: " ")) }
      for row in t.rows { lines.append(row.map(\.plainText).joined(separator: " ")) }
    case .rule: break
    }
  }
}
