/// Writes a parsed element as HTML again (HTML standard, 13.3).
enum HTMLMarkup {
  /// Bytes; what is longer is cut at an element.
  static let maximumSize = 200_000

  /// The markup inside an element; addresses in its attributes are resolved. What it costs is taken from `budget`
  /// (nodes and bytes); nothing is written that is more.
  static func inside(_ element: HTMLElement, budget: inout Int, resolved: (String) -> String) -> String {
    var html = HTMLText()
    let limit = min(maximumSize, budget)
    write(element, limit: limit, resolved: resolved, to: &html)
    budget -= html.bytes.count
    return html.string.trimmedSpace
  }

  private static func write(_ element: HTMLElement, limit: Int, resolved: (String) -> String, to html: inout HTMLText) {
    for node in element.children {
      guard html.bytes.count < limit else { return }
      switch node {
      case .text(let text): if rawText.contains(element.name) { html.raw(text) } else { html.escaped(text) }
      case .element(let inner):
        html.raw("<\(inner.name)")
        for (name, value) in inner.attributes {
          html.raw(" \(name)=\"")
          html.escaped(addresses.contains(name) ? resolved(value) : value)
          html.raw("\"")
        }
        html.raw(">")
        if void.contains(inner.name) { continue }
        write(inner, limit: limit, resolved: resolved, to: &html)
        html.raw("</\(inner.name)>")
      }
    }
  }

  private static let addresses: Set<String> = ["href", "src", "poster", "cite", "data", "action"]
  private static let rawText: Set<String> = ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
}
