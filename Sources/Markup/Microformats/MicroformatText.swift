/// Takes the words out of elements as microformats have it: every text below, white space as it stands, no scripts and
/// styles, images by what they show.
struct MicroformatText {
  /// Bytes of one text; what is longer is cut.
  static let maximumSize = 100_000
  /// Nodes and bytes that may go into all texts of one page: keeps properties nested in properties linear.
  var budget = 16_000_000

  /// How an image without alternative text is written: by its address, resolved, or not at all.
  enum Images { case byAddress((String) -> String), dropped }

  mutating func text(of element: HTMLElement, images: Images) -> String {
    var out = ""
    append(element, images: images, to: &out)
    return out
  }

  private mutating func append(_ element: HTMLElement, images: Images, to out: inout String) {
    for node in element.children {
      budget -= 1
      guard budget > 0, out.utf8.count < Self.maximumSize else { return }
      switch node {
      case .text(let text):
        budget -= text.utf8.count
        out += text
      case .element(let inner):
        switch inner.name {
        case "script", "style", "template": break
        case "img":
          if let alternative = inner["alt"] {
            out += alternative
          } else if case .byAddress(let resolved) = images, let source = inner["src"] {
            out += " " + resolved(source) + " "
          }
        default: append(inner, images: images, to: &out)
        }
      }
    }
  }
}

extension String {
  /// Without ASCII white space at the ends; what is inside stays.
  var trimmedSpace: String {
    var text = self[...].utf8
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(Substring(text))
  }
}
