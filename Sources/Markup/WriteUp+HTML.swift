import MentorDirectory

extension WriteUp {
  /// The write-up as HTML for embedding: everything escaped, links with `rel="nofollow"` and only to http, https and
  /// mail; a link to anything else is its words.
  public var html: String {
    var out = HTMLText()
    for block in blocks { block.write(to: &out) }
    return out.string
  }
}

extension WriteUp.Block {
  fileprivate func write(to out: inout HTMLText) {
    switch self {
    case .heading(let level, let inlines): out.element("h\(level)", inlines)
    case .paragraph(let inlines): out.element("p", inlines)
    case .list(let list):
      out.raw(list.start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
      for item in list.items {
        out.raw("<li>")
        if item.count == 1, case .paragraph(let inlines) = item[0] {
          out.write(inlines)
        } else {
          for block in item { block.write(to: &out) }
        }
        out.raw("</li>\n")
      }
      out.raw(list.start == nil ? "</ul>\n" : "</ol>\n")
    case .quote(let blocks):
      out.raw("<blockquote>\n")
      for block in blocks { block.write(to: &out) }
      out.raw("</blockquote>\n")
    case .code(let language, let text):
      out.raw("<pre><code")
      if !language.isEmpty {
        out.raw(" class=\"language-")
        out.escaped(language)
        out.raw("\"")
      }
      out.raw(">")
      out.escaped(text)
      out.raw("</code></pre>\n")
    case .table(let table):
      out.raw("<table>\n")
      if !table.header.isEmpty { out.row(table.header, "th") }
      for row in table.rows { out.row(row, "td") }
      out.raw("</table>\n")
    case .rule: out.raw("<hr>\n")
    }
  }
}

extension HTMLText {
  fileprivate mutating func element(_ name: String, _ inlines: [WriteUp.Inline]) {
    raw("<\(name)>")
    write(inlines)
    raw("</\(name)>\n")
  }

  fileprivate mutating func row(_ cells: [WriteUp.Table.Cell], _ name: String) {
    raw("<tr>")
    for cell in cells {
      raw("<\(name)>")
      write(cell)
      raw("</\(name)>")
    }
    raw("</tr>\n")
  }

  fileprivate mutating func write(_ inlines: [WriteUp.Inline]) {
    func tagged(_ name: String, _ children: [WriteUp.Inline]) {
      raw("<\(name)>")
      write(children)
      raw("</\(name)>")
    }
    for inline in inlines {
      switch inline {
      case .text(let text): escaped(text)
      case .emphasis(let children): tagged("em", children)
      case .strong(let children): tagged("strong", children)
      case .struck(let children): tagged("del", children)
      case .marked(let children): tagged("mark", children)
      case .code(let text):
        raw("<code>")
        escaped(text)
        raw("</code>")
      case .link(let address, let children):
        let scheme = LinkAddress.scheme(of: address)
        guard scheme == "http" || scheme == "https" || scheme == "mailto" else {
          write(children)
          continue
        }
        raw("<a href=\"")
        escaped(address)
        raw("\" rel=\"nofollow\">")
        write(children)
        raw("</a>")
      // Only its words: an embedded page must not make its readers fetch pictures from elsewhere.
      case .image(_, let alternative): escaped(alternative)
      case .lineBreak: raw("<br>")
      }
    }
  }
}
