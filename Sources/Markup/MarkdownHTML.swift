import CMarkup

/// Turns Markdown into HTML text in which every block stands on the line that it has in the Markdown.
///
/// Going through HTML lets raw HTML inside Markdown mean what it means in a browser, across blocks and inlines.
struct MarkdownHTML {
  static func html(_ markdown: String) -> String {
    var writer = MarkdownHTML()
    writer.convert(withoutImageBombs(markdown), firstLine: 1, mayNest: true)
    return writer.out.string
  }

  /// cmark-gfm 0.29.0.gfm.6 takes quadratic time for many images opened in one paragraph (CVE-2023-22486); where
  /// nobody would put as many, they are read as links.
  private static func withoutImageBombs(_ markdown: String) -> String {
    let limit = 1_000
    var inParagraph = 0, previous: UInt8 = 0
    for byte in markdown.utf8 {
      if byte == 0x0A, previous == 0x0A { inParagraph = 0 }
      if byte == UInt8(ascii: "["), previous == UInt8(ascii: "!") { inParagraph += 1 }
      if inParagraph > limit { return markdown.replacing("![", with: "[") }
      if byte != 0x20, byte != 0x09, byte != 0x0D { previous = byte }
    }
    return markdown
  }

  private var out = HTMLText()
  /// Above 0 inside an image, whose content is its alternative text.
  private var imageDepth = 0

  private mutating func convert(_ markdown: String, firstLine: Int, mayNest: Bool) {
    var copy = markdown
    let parsed: OpaquePointer? = copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.flatMap { cm_markdown_parse($0, characters.count) }
      }
    }
    guard let document = parsed else { return }
    defer { cmark_node_free(document) }
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_ENTER {
        enter(node, firstLine: firstLine, mayNest: mayNest)
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: OpaquePointer, firstLine: Int, mayNest: Bool) {
    let type = cmark_node_get_type(node)
    if isBlock(type) { out.pad(to: Int(cmark_node_get_start_line(node)) + firstLine - 1) }
    switch type {
    case CMARK_NODE_HEADING: out.raw("<h\(cmark_node_get_heading_level(node))>")
    case CMARK_NODE_PARAGRAPH: if !isTight(node) { out.raw("<p>") }
    case CMARK_NODE_BLOCK_QUOTE: out.raw("<blockquote>")
    case CMARK_NODE_LIST:
      if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
        out.raw("<ol start=\"\(cmark_node_get_list_start(node))\">")
      } else {
        out.raw("<ul>")
      }
    case CMARK_NODE_ITEM:
      out.raw("<li>")
      out.raw(["", "☐ ", "☑ "][Int(min(2, cm_markdown_task_state(node)))])
    case CMARK_NODE_CODE_BLOCK: codeBlock(node, firstLine: firstLine, mayNest: mayNest)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      if imageDepth == 0 { out.raw(Self.withoutSwallowers(literal(node))) }
    case CMARK_NODE_THEMATIC_BREAK: out.raw("<hr>")
    case CMARK_NODE_TEXT: out.escaped(literal(node))
    case CMARK_NODE_SOFTBREAK: out.raw(imageDepth > 0 ? " " : "\n")
    case CMARK_NODE_LINEBREAK: out.raw(imageDepth > 0 ? " " : "<br>\n")
    case CMARK_NODE_CODE: tagged("code", literal(node))
    case CMARK_NODE_EMPH: tag("<em>")
    case CMARK_NODE_STRONG: tag("<strong>")
    case CMARK_NODE_LINK:
      guard imageDepth == 0 else { break }
      out.raw("<a href=\"")
      out.escaped(string(cmark_node_get_url(node)))
      out.raw("\">")
    case CMARK_NODE_IMAGE:
      imageDepth += 1
      guard imageDepth == 1 else { break }
      out.raw("<img src=\"")
      out.escaped(string(cmark_node_get_url(node)))
      out.raw("\" alt=\"")
    default: enterExtension(node)
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: out.raw("</h\(cmark_node_get_heading_level(node))>")
    case CMARK_NODE_PARAGRAPH: if !isTight(node) { out.raw("</p>") }
    case CMARK_NODE_BLOCK_QUOTE: out.raw("</blockquote>")
    case CMARK_NODE_LIST: out.raw(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>" : "</ul>")
    case CMARK_NODE_ITEM: out.raw("</li>")
    case CMARK_NODE_EMPH: tag("</em>")
    case CMARK_NODE_STRONG: tag("</strong>")
    case CMARK_NODE_LINK: tag("</a>")
    case CMARK_NODE_IMAGE:
      imageDepth -= 1
      if imageDepth == 0 { out.raw("\">") }
    default: leaveExtension(node)
    }
  }

  private mutating func enterExtension(_ node: OpaquePointer) {
    switch cm_markdown_extension_kind(node) {
    case CM_TABLE: out.raw("<table>")
    case CM_TABLE_ROW: out.raw(cm_markdown_is_header_row(node) ? "<thead><tr>" : "<tr>")
    case CM_TABLE_CELL: out.raw(isHeaderCell(node) ? "<th>" : "<td>")
    case CM_STRIKETHROUGH: tag("<del>")
    default: if cm_markdown_task_state(node) > 0 { out.raw(cm_markdown_task_state(node) == 2 ? "<li>☑ " : "<li>☐ ") }
    }
  }

  private mutating func leaveExtension(_ node: OpaquePointer) {
    switch cm_markdown_extension_kind(node) {
    case CM_TABLE: out.raw("</table>")
    case CM_TABLE_ROW: out.raw(cm_markdown_is_header_row(node) ? "</tr></thead>" : "</tr>")
    case CM_TABLE_CELL: out.raw(isHeaderCell(node) ? "</th>" : "</td>")
    case CM_STRIKETHROUGH: tag("</del>")
    default: if cm_markdown_task_state(node) > 0 { out.raw("</li>") }
    }
  }

  private mutating func tag(_ text: String) { if imageDepth == 0 { out.raw(text) } }

  private mutating func tagged(_ name: String, _ text: String) {
    tag("<\(name)>")
    out.escaped(text)
    tag("</\(name)>")
  }

  /// An indented block whose lines are all bullets was meant as a list: people indent their bullets with a tab.
  private mutating func codeBlock(_ node: OpaquePointer, firstLine: Int, mayNest: Bool) {
    let text = literal(node)
    if mayNest, !cm_markdown_is_fenced(node), Self.isBullets(text) {
      let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
      return convert(text, firstLine: line, mayNest: false)
    }
    let language = string(cmark_node_get_fence_info(node)).prefix { !$0.isWhitespace }
    out.raw("<pre><code class=\"language-")
    out.escaped(language)
    out.raw("\">")
    out.escaped(text)
    out.raw("</code></pre>")
  }

  private static func isBullets(_ text: String) -> Bool {
    var count = 0
    for line in text.split(separator: "\n") {
      if line.first == " " || line.first == "\t" { continue }
      guard let mark = line.first, "-+*•".contains(mark), line.dropFirst().first?.isWhitespace == true else {
        return false
      }
      count += 1
    }
    return count > 0
  }

  /// Escapes start tags that would swallow the rest of the page when nothing closes them.
  private static func withoutSwallowers(_ html: String) -> String {
    let lower = html.lowercased()
    guard lower.utf8.count == html.utf8.count, html.utf8.count < 100_000 else { return html }
    for name in ["title", "textarea", "xmp", "plaintext", "noembed", "noframes", "iframe", "select", "template"]
    where lower.contains("<\(name)") && !lower.contains("</\(name)") {
      return html.replacing("<", with: "&lt;")
    }
    return html
  }

  // MARK: What cmark knows of a node

  private func isBlock(_ type: cmark_node_type) -> Bool {
    type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  }

  private func isTight(_ paragraph: OpaquePointer) -> Bool {
    guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
    return cmark_node_get_list_tight(list) != 0
  }

  private func isHeaderCell(_ cell: OpaquePointer) -> Bool {
    cmark_node_parent(cell).map { cm_markdown_is_header_row($0) } ?? false
  }

  private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }
  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
