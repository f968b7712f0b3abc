import MentorDirectory

/// Makes a write-up of a parsed page: what a reader came for, without the furniture of the site.
struct WriteUpBuilder {
  /// How much of a page counts as furniture.
  enum Strictness: CaseIterable {
    /// Navigation, page header and footer, asides, forms and banners go.
    case strict
    /// Only navigation and banners go: for pages that put their text into a header or an aside.
    case lenient
  }

  /// The write-up of the page's main part, in the form `WriteUp.tidied` gives.
  static func writeUp(of page: HTMLElement) -> WriteUp {
    for strictness in Strictness.allCases {
      let writeUp = mainPart(of: page, strictness)
      if !writeUp.isEmpty { return writeUp }
    }
    return WriteUp()
  }

  /// The write-up of one element, all of it, whatever its place on the page.
  static func writeUp(inside element: HTMLElement) -> WriteUp { build(element, .lenient) }

  private static func mainPart(of page: HTMLElement, _ strictness: Strictness) -> WriteUp {
    let body = page.first { $0.name == "body" } ?? page
    let whole = blocks(of: body, strictness)
    let total = weight(of: whole)
    for candidate in candidates(in: body) {
      let part = blocks(of: candidate, strictness)
      // A part that holds little of the page is a teaser or an empty shell beside the text.
      guard weight(of: part) * 4 >= total else { continue }
      let writeUp = WriteUp(part).tidied()
      if !writeUp.isEmpty { return writeUp }
    }
    return WriteUp(whole).tidied()
  }

  private static func candidates(in body: HTMLElement) -> [HTMLElement] {
    var found: [HTMLElement] = []
    let entries = body.all { $0.hasClass("h-entry") }
    if entries.count == 1, let content = entries[0].first({ $0.hasClass("e-content") }) { found.append(content) }
    found += body.all { $0.name == "main" || $0["role"] == "main" }.prefix(1)
    let articles = body.all { $0.name == "article" }
    if articles.count == 1 { found += articles }
    return found.filter { !$0.isHidden }
  }

  private static func build(_ element: HTMLElement, _ strictness: Strictness) -> WriteUp {
    WriteUp(blocks(of: element, strictness)).tidied()
  }

  /// The blocks as the page has them. Tidying is most of the work, and is done for what is kept.
  private static func blocks(of element: HTMLElement, _ strictness: Strictness) -> [WriteUp.Block] {
    let builder = WriteUpBuilder(strictness: strictness)
    return builder.blocks(in: element, isSplitting: true, isInArticle: element.name != "body")
  }

  /// Bytes of text, white space aside.
  private static func weight(of blocks: [WriteUp.Block]) -> Int {
    WriteUp(blocks).plainText.utf8.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
  }

  private let strictness: Strictness

  // MARK: Blocks

  /// Blocks so far, and the inlines of the paragraph that has not ended.
  private struct Sink {
    var blocks: [WriteUp.Block] = []
    var pending: [WriteUp.Inline] = []

    mutating func flush() {
      if !pending.isEmpty { blocks.append(.paragraph(pending)) }
      pending = []
    }
  }

  private func blocks(in element: HTMLElement, isSplitting: Bool = false, isInArticle: Bool) -> [WriteUp.Block] {
    var sink = Sink()
    flow(element.children, isSplitting: isSplitting, isInArticle: isInArticle, into: &sink)
    sink.flush()
    return sink.blocks
  }

  private func flow(_ nodes: [HTMLNode], isSplitting: Bool, isInArticle: Bool, into sink: inout Sink) {
    for node in nodes {
      switch node {
      case .text(let text): sink.pending.append(.text(isSplitting ? Self.splittingAtBlankLines(text) : text))
      case .element(let element):
        guard !isFurniture(element, isInArticle: isInArticle) else { continue }
        add(element, isSplitting: isSplitting, isInArticle: isInArticle, into: &sink)
      }
    }
  }

  private func add(_ element: HTMLElement, isSplitting: Bool, isInArticle: Bool, into sink: inout Sink) {
    if !element.isBlock {
      if element.containsBlock {
        addTransparent(element, isSplitting: isSplitting, isInArticle: isInArticle, into: &sink)
      } else {
        sink.pending += inlines(of: element)
      }
      return
    }
    sink.flush()
    let isInside = isInArticle || ["article", "main", "section", "blockquote"].contains(element.name)
    func inner(splitting: Bool = false) -> [WriteUp.Block] {
      blocks(in: element, isSplitting: splitting, isInArticle: isInside)
    }
    switch element.name {
    case _ where element.isHeading:
      sink.blocks.append(.heading(level: element.name.last?.wholeNumberValue ?? 6, inlines(in: element)))
    case "summary", "legend": sink.blocks.append(.paragraph([.strong(inlines(in: element))]))
    case "ul", "ol", "menu", "dir": sink.blocks.append(list(element, isInArticle: isInside))
    case "dl": sink.blocks += definitions(element, isInArticle: isInside)
    case "blockquote": sink.blocks.append(.quote(inner()))
    case "pre": sink.blocks.append(code(element))
    case "table": sink.blocks += table(element, isInArticle: isInside)
    case "hr": sink.blocks.append(.rule)
    default: sink.blocks += inner(splitting: true)
    }
  }

  /// An inline element around blocks: a link goes onto the words of each of them, any other style is dropped.
  private func addTransparent(_ element: HTMLElement, isSplitting: Bool, isInArticle: Bool, into sink: inout Sink) {
    guard element.name == "a", let address = element["href"] else {
      return flow(element.children, isSplitting: isSplitting, isInArticle: isInArticle, into: &sink)
    }
    sink.flush()
    sink.blocks += blocks(in: element, isInArticle: isInArticle).map { block in
      switch block {
      case .paragraph(let inlines): .paragraph([.link(address: address, inlines)])
      case .heading(let level, let inlines): .heading(level: level, [.link(address: address, inlines)])
      default: block
      }
    }
  }

  private func list(_ element: HTMLElement, isInArticle: Bool) -> WriteUp.Block {
    var items: [[WriteUp.Block]] = []
    for child in element.elements where !isFurniture(child, isInArticle: isInArticle) {
      if child.name == "li" {
        items.append(blocks(in: child, isInArticle: isInArticle))
      } else {
        // A list directly inside a list belongs to the item before it.
        var sink = Sink()
        add(child, isSplitting: false, isInArticle: isInArticle, into: &sink)
        sink.flush()
        if items.isEmpty { items.append(sink.blocks) } else { items[items.count - 1] += sink.blocks }
      }
    }
    let start = element.name == "ol" ? element["start"].flatMap { Int($0) } ?? 1 : nil
    return .list(WriteUp.List(start: start, items: items))
  }

  /// Terms and their descriptions as bullets that begin with the term.
  private func definitions(_ element: HTMLElement, isInArticle: Bool) -> [WriteUp.Block] {
    var items: [[WriteUp.Block]] = []
    for child in element.elements.flatMap({ $0.name == "div" ? $0.elements : [$0] }) {
      if child.name == "dt" {
        items.append([.paragraph([.strong(inlines(in: child))])])
      } else if child.name == "dd" {
        var described = blocks(in: child, isInArticle: isInArticle)
        if case .paragraph(let term)? = items.last?.last, items.last?.count == 1,
          case .paragraph(let words)? = described.first
        {
          items[items.count - 1] = [.paragraph(term + [.text(": ")] + words)]
          described.removeFirst()
        }
        if items.isEmpty { items.append(described) } else { items[items.count - 1] += described }
      }
    }
    return [.list(WriteUp.List(items: items))]
  }

  private func code(_ element: HTMLElement) -> WriteUp.Block {
    let inner = element.first { $0.name == "code" }
    let classes = (inner?.classes ?? []) + element.classes
    let language = classes.first { $0.hasPrefix("language-") }?.dropFirst(9) ?? element["lang"]?[...] ?? ""
    return .code(language: String(language), text: element.rawText)
  }

  private func table(_ element: HTMLElement, isInArticle: Bool) -> [WriteUp.Block] {
    let rows = Self.rows(of: element)
    let width = rows.map { Self.cells(of: $0).count }.max() ?? 0
    let isLayout =
      width < 2 || element["role"] == "presentation"
      || rows.contains { row in Self.cells(of: row).contains { cell in cell.first { Self.isStructure($0) } != nil } }
    if isLayout {
      return rows.flatMap { row in
        Self.cells(of: row).flatMap { blocks(in: $0, isSplitting: true, isInArticle: isInArticle) }
      }
    }
    var table = WriteUp.Table(header: [], rows: [])
    for row in rows {
      let cells = Self.cells(of: row)
      let content = cells.map { cell in cellInlines(cell) }
      if table.header.isEmpty, table.rows.isEmpty, cells.allSatisfy({ $0.name == "th" }) {
        table.header = content
      } else {
        table.rows.append(content)
      }
    }
    return [.table(table)]
  }

  /// What stands in the cells of a layout, never in those of data.
  private static func isStructure(_ element: HTMLElement) -> Bool {
    ["table", "h1", "h2", "h3", "form", "article", "section"].contains(element.name)
  }

  static func rows(of table: HTMLElement) -> [HTMLElement] {
    table.elements.flatMap { child -> [HTMLElement] in
      if child.name == "tr" { return [child] }
      return ["thead", "tbody", "tfoot"].contains(child.name) ? child.elements.filter { $0.name == "tr" } : []
    }
  }

  static func cells(of row: HTMLElement) -> [HTMLElement] {
    row.elements.filter { $0.name == "td" || $0.name == "th" }
  }

  /// The blocks of a cell as one run of inlines, with line breaks between them.
  private func cellInlines(_ cell: HTMLElement) -> [WriteUp.Inline] {
    guard cell.containsBlock else { return inlines(in: cell) }
    var out: [WriteUp.Inline] = []
    func add(_ blocks: [WriteUp.Block]) {
      for block in blocks {
        switch block {
        case .heading(_, let inlines), .paragraph(let inlines):
          if !out.isEmpty { out.append(.lineBreak) }
          out += inlines
        case .list(let list): list.items.forEach { add($0) }
        case .quote(let inner): add(inner)
        case .code(_, let text): out += [.lineBreak, .code(text)]
        case .table, .rule: break
        }
      }
    }
    add(WriteUp(blocks(in: cell, isInArticle: true)).tidied().blocks)
    return out
  }

  // MARK: Inlines

  private func inlines(in element: HTMLElement) -> [WriteUp.Inline] {
    var out: [WriteUp.Inline] = []
    for child in element.children {
      switch child {
      case .text(let text): out.append(.text(text))
      case .element(let inner):
        if !isFurniture(inner, isInArticle: true) {
          if inner.isBlock { out.append(.text(" ")) }
          out += inlines(of: inner)
          if inner.isBlock { out.append(.text(" ")) }
        }
      }
    }
    return out
  }

  private func inlines(of element: HTMLElement) -> [WriteUp.Inline] {
    switch element.name {
    case "br": return [.lineBreak]
    case "img": return [.image(address: element["src"] ?? "", alternative: element["alt"] ?? "")]
    case "code", "kbd", "samp", "tt": return [.code(element.text(limit: 10_000))]
    case "em", "i", "cite", "dfn", "var": return [.emphasis(inlines(in: element))]
    case "strong", "b": return [.strong(inlines(in: element))]
    case "del", "s", "strike": return [.struck(inlines(in: element))]
    case "mark": return [.marked(inlines(in: element))]
    case "q": return [.text("“")] + inlines(in: element) + [.text("”")]
    case "a":
      let words = inlines(in: element)
      // What the server hid from programs stays hidden where it would be published again.
      if HTMLFacts.protectedMail(element) != nil { return words }
      return element["href"].map { [.link(address: $0, words)] } ?? words
    default: return inlines(in: element)
    }
  }

  // MARK: What is not text

  private func isFurniture(_ element: HTMLElement, isInArticle: Bool) -> Bool {
    if element.isUnseen || element.isHidden { return true }
    switch element.name {
    case "nav", "title", "meta", "link": return true
    case "header", "footer": if strictness == .strict, !isInArticle { return true }
    case "aside", "form", "dialog": if strictness == .strict { return true }
    default: break
    }
    switch element["role"] {
    case "navigation"?, "search"?: return true
    case "dialog"?, "alertdialog"?, "complementary"?, "contentinfo"?, "banner"?:
      if strictness == .strict, !isInArticle || element["role"] != "banner" { return true }
    default: break
    }
    return SiteFurniture.isBanner(element)
      || (strictness == .strict && SiteFurniture.isAround(element, isInArticle: isInArticle))
  }

  /// One text with blank lines in it was written as paragraphs, by somebody who trusted the browser to see them.
  /// Short pieces are how templates leave their lines, and stay together.
  private static func splittingAtBlankLines(_ text: String) -> String {
    guard text.utf8.count > 80, text.utf8.contains(0x0A) else { return text }
    var pieces: [String] = [""]
    var isBlank = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        pieces[0] = String(line)
        continue
      }
      if line.allSatisfy(\.isWhitespace) {
        isBlank = true
        continue
      }
      if isBlank, pieces[pieces.count - 1].utf8.count >= 40, line.utf8.count >= 20 {
        pieces.append(String(line))
      } else {
        pieces[pieces.count - 1] += "\n" + line
      }
      isBlank = false
    }
    guard pieces.count > 1 else { return text }
    return pieces.joined(separator: String(Character(InlineTidy.paragraphBreak))) + (isBlank ? "\n" : "")
  }
}
