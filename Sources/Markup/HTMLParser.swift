import CMarkup
import MentorDirectory

/// Parses HTML into a tree of values.
enum HTMLParser {
  /// Elements nested deeper than this are spliced into the one above them, so that recursion over the tree is bounded.
  static let maximumTreeDepth = 128

  /// The `html` element. `lineOffset` is added to every line number.
  static func parse(_ text: String, lineOffset: Int = 0) throws(MarkupError) -> HTMLElement {
    try HTMLGuard.check(text)
    var copy = text
    return copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // gumbo takes a null pointer for an empty text badly, and an empty buffer may have one.
        guard let base = characters.baseAddress, !characters.isEmpty, let output = cm_html_parse(base, characters.count)
        else { return HTMLElement(name: "html", attributes: [], children: [], line: 0) }
        defer { cm_html_free(output) }
        return convert(output.pointee.root, lineOffset: lineOffset)
      }
    }
  }

  /// One element being built: its node, the next child to look at, and whether it is spliced into its parent.
  private struct Frame {
    let node: UnsafePointer<GumboNode>
    var next: UInt32 = 0
    let isSpliced: Bool
  }

  private static func convert(_ root: UnsafeMutablePointer<GumboNode>, lineOffset: Int) -> HTMLElement {
    var frames = [Frame(node: UnsafePointer(root), isSpliced: false)]
    var building = [element(UnsafePointer(root), lineOffset: lineOffset)]
    while true {
      let top = frames.count - 1
      var children = frames[top].node.pointee.v.element.children
      if frames[top].next < children.length, let child = cm_html_child(&children, frames[top].next) {
        frames[top].next += 1
        switch child.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
          building[building.count - 1].children.append(.text(String(cString: child.pointee.v.text.text)))
        case GUMBO_NODE_ELEMENT:
          let isSpliced = building.count >= maximumTreeDepth
          frames.append(Frame(node: child, isSpliced: isSpliced))
          if !isSpliced { building.append(element(child, lineOffset: lineOffset)) }
        default: break
        }
        continue
      }
      let frame = frames.removeLast()
      if frame.isSpliced { continue }
      let finished = building.removeLast()
      guard var parent = building.popLast() else { return finished }
      if finished.isBlock || finished.containsBlock { parent.containsBlock = true }
      parent.children.append(.element(finished))
      building.append(parent)
    }
  }

  private static func element(_ node: UnsafePointer<GumboNode>, lineOffset: Int) -> HTMLElement {
    var source = node.pointee.v.element
    var attributes: [(name: String, value: String)] = []
    attributes.reserveCapacity(Int(source.attributes.length))
    for index in 0..<source.attributes.length {
      guard let attribute = cm_html_attribute(&source.attributes, index) else { continue }
      attributes.append((String(cString: attribute.pointee.name), String(cString: attribute.pointee.value)))
    }
    let line = Int(source.start_pos.line)
    return HTMLElement(
      name: name(of: source), attributes: attributes, children: [], line: line == 0 ? 0 : line + lineOffset)
  }

  private static func name(of element: GumboElement) -> String {
    guard element.tag == GUMBO_TAG_UNKNOWN else { return String(cString: gumbo_normalized_tagname(element.tag)) }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: data, count: min(Int(piece.length), 40))
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
