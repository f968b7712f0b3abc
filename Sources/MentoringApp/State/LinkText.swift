import MentorDirectory

extension WriteUp {
  /// The words that lead to each address, as they stand first.
  var linkTexts: [String: String] {
    var texts: [String: String] = [:]
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner): visit(inner)
        case .link(let address, let inner):
          if texts[address, default: ""].isEmpty { texts[address] = inner.plainText }
          visit(inner)
        case .text, .code, .image, .lineBreak: break
        }
      }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(_, let inlines), .paragraph(let inlines): visit(inlines)
        case .list(let list): for item in list.items { visit(item) }
        case .quote(let inner): visit(inner)
        case .table(let table): for row in [table.header] + table.rows { row.forEach { visit($0) } }
        case .code, .rule: break
        }
      }
    }
    visit(blocks)
    return texts
  }
}
