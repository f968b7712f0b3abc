/// A node of a parsed page: text, or an element. Comments and declarations are not kept.
public indirect enum HTMLNode: Sendable {
  case text(String)
  case element(HTMLElement)

  public var element: HTMLElement? { if case .element(let element) = self { element } else { nil } }
}

/// An element with its attributes and children: a read-only value.
public struct HTMLElement: Sendable {
  /// Lower case.
  public let name: String
  /// Lower-case name and value, in order.
  public var attributes: [(name: String, value: String)]
  public var children: [HTMLNode]
  /// Line of the source text on which the element begins, from 1; 0 for an element that the source does not spell out.
  public var line: Int
  /// True if a block (paragraph, list, heading …) is somewhere inside.
  var containsBlock = false
  /// Paragraph, list, heading …; worked out once, since every walk asks.
  let isBlock: Bool
  /// True if its content is never part of the words of a page.
  let isUnseen: Bool

  public init(name: String, attributes: [(name: String, value: String)], children: [HTMLNode], line: Int) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
    isBlock = Self.blocks.contains(name)
    isUnseen = Self.unseen.contains(name)
  }

  public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The words of the `class` attribute.
  public var classes: [Substring] {
    guard let value = self["class"] else { return [] }
    return value.utf8.split { $0 <= 0x20 }.map { Substring($0) }
  }

  public func hasClass(_ name: String) -> Bool {
    guard let value = self["class"], value.utf8.count >= name.utf8.count else { return false }
    return value.utf8.split { $0 <= 0x20 }.contains { $0.elementsEqual(name.utf8) }
  }

  public var elements: [HTMLElement] { children.compactMap(\.element) }
}

extension HTMLElement {
  /// Calls `visit` for this element and everything below it, in reading order; a subtree is skipped where it says so.
  public func walk(_ visit: (HTMLElement) -> Walk) {
    guard visit(self) == .deeper else { return }
    for case .element(let element) in children { element.walk(visit) }
  }

  public enum Walk: Sendable { case deeper, skip }

  /// All descendants (and this element) that fit, in reading order.
  public func all(_ fits: (HTMLElement) -> Bool) -> [HTMLElement] {
    var found: [HTMLElement] = []
    walk { element in
      if fits(element) { found.append(element) }
      return .deeper
    }
    return found
  }

  public func first(_ fits: (HTMLElement) -> Bool) -> HTMLElement? {
    if fits(self) { return self }
    for case .element(let element) in children { if let found = element.first(fits) { return found } }
    return nil
  }

  /// The visible words on one line: no scripts, no hidden elements; images by their alternative text.
  public func text(limit: Int = 2_000) -> String {
    var out = ""
    appendText(to: &out, limit: limit * 4)
    return out.cleanedLine(limit: limit)
  }

  private func appendText(to out: inout String, limit: Int) {
    if out.utf8.count > limit || isUnseen || isHidden { return }
    if name == "img" { out += self["alt"] ?? "" }
    if isBlock || name == "br" || name == "td" || name == "th" { out += " " }
    for child in children {
      switch child {
      case .text(let text): out += text
      case .element(let element): element.appendText(to: &out, limit: limit)
      }
    }
    if isBlock || name == "td" || name == "th" { out += " " }
  }

  /// The text of a `pre` or `script`: every character as it stands.
  var rawText: String {
    var out = ""
    func add(_ element: HTMLElement) {
      for child in element.children {
        switch child {
        case .text(let text): out += text
        case .element(let inner): if inner.name == "br" { out += "\n" } else { add(inner) }
        }
      }
    }
    add(self)
    return out
  }

  /// Hidden from sighted readers by attribute, by inline style, or by a class whose name is customary for it.
  public var isHidden: Bool {
    for (name, value) in attributes {
      switch name {
      case "hidden": return true
      case "aria-hidden": if value == "true" { return true }
      case "style":
        let style = value.lowercased().filter { !$0.isWhitespace }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      case "class":
        if value.utf8.count >= 6, classes.contains(where: Self.isHiddenClass) { return true }
      default: break
      }
    }
    return false
  }

  var isHeading: Bool { name.utf8.count == 2 && name.first == "h" && name != "hr" && name.last?.isNumber == true }

  private static func isHiddenClass(_ word: Substring) -> Bool {
    (6...18).contains(word.utf8.count) && hiddenClasses.contains(word.lowercased())
  }
  private static let hiddenClasses: Set<String> = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "skip-link",
    "skip-to-content", "skiplink", "d-none", "is-hidden", "hidden",
  ]
  /// Elements whose content is never part of the words of a page.
  static let unseen: Set<String> = [
    "script", "style", "template", "noscript", "head", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "select", "textarea", "datalist", "input", "button", "map", "frameset", "noframes",
  ]
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "li", "legend", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
  ]
}
