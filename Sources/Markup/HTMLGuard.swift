/// A linear look at HTML before the parser sees it.
///
/// Tree construction takes quadratic time for deep nesting and for many attributes on one element. This follows the
/// tags as the parser would (void elements, implied ends, scopes, formatting elements that are opened again), so that
/// no nesting escapes it, and careless but honest pages pass. Time is at most bytes × `maximumDepth`.
struct HTMLGuard {
  /// Deeper pages do not occur; a browser itself stops at 512.
  static let maximumDepth = 400
  static let maximumAttributes = 1_000

  static func check(_ text: String) throws(MarkupError) {
    var failure: MarkupError?
    var copy = text
    copy.withUTF8 { bytes in
      var walk = HTMLGuard(bytes: bytes)
      do throws(MarkupError) { try walk.run() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Open elements except those that close each other and formatting elements.
  private var open: [String] = []
  private var openCount: [String: Int] = [:]
  /// Formatting elements come back after a misnested end tag, so they only count, by name.
  private var formatting: [String: Int] = [:]
  private var formattingTotal = 0

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func run() throws(MarkupError) {
    while let start = next(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < bytes.count else { return }
      switch bytes[position] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(past: ">")
      case UInt8(ascii: "/"):
        position += 1
        let name = tagName()
        if name.isEmpty { continue }
        skip(past: ">")
        close(name)
      default:
        let name = tagName()
        if name.isEmpty { continue }
        try enter(name, isSelfClosing: try attributes())
      }
    }
  }

  private mutating func enter(_ name: String, isSelfClosing: Bool) throws(MarkupError) {
    if Self.rawText.contains(name) { return skipRawText(name) }
    if name == "plaintext" { position = bytes.count }
    if Self.closesItself.contains(name) { return }
    if isSelfClosing, openCount["svg", default: 0] + openCount["math", default: 0] > 0 { return }
    if Self.formattingNames.contains(name) {
      formatting[name, default: 0] += 1
      formattingTotal += 1
    } else {
      open.append(name)
      openCount[name, default: 0] += 1
    }
    if open.count + formattingTotal > Self.maximumDepth { throw .tooDeep(limit: Self.maximumDepth) }
  }

  private mutating func close(_ name: String) {
    if let count = formatting[name] {
      if count > 0 {
        formatting[name] = count - 1
        formattingTotal -= 1
      }
      return
    }
    guard openCount[name, default: 0] > 0 else { return }
    let isSpecial = Self.special.contains(name)
    var index = open.count - 1
    while index >= 0, open[index] != name {
      if Self.scopes.contains(open[index]), name != "table" { return }
      if !isSpecial, Self.special.contains(open[index]) { return }
      index -= 1
    }
    while open.count > max(index, 0) {
      let popped = open.removeLast()
      openCount[popped, default: 1] -= 1
    }
  }

  // MARK: Scanning

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private mutating func skip(past mark: StaticString) {
    let count = mark.utf8CodeUnitCount
    while let start = next(mark.utf8Start[0], from: position) {
      if start + count > bytes.count { break }
      if (1..<count).allSatisfy({ bytes[start + $0] == mark.utf8Start[$0] }) {
        position = start + count
        return
      }
      position = start + 1
    }
    position = bytes.count
  }

  private mutating func skipDeclaration() {
    let isComment = position + 2 < bytes.count && bytes[position + 1] == 0x2D && bytes[position + 2] == 0x2D
    if isComment {
      position += 1
      skip(past: "-->")
    } else {
      skip(past: ">")
    }
  }

  /// The lower-cased name at the position, cut after 15 bytes; empty if no letter stands there.
  private mutating func tagName() -> String {
    guard position < bytes.count, bytes[position] | 0x20 >= 0x61, bytes[position] | 0x20 <= 0x7A else { return "" }
    var name = ""
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if name.utf8.count < 15 {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        name.unicodeScalars.append(Unicode.Scalar(lower < 0x80 ? lower : 0x3F))
      }
      position += 1
    }
    return name
  }

  /// Goes past the attributes and the closing angle bracket; true for `/>`.
  private mutating func attributes() throws(MarkupError) -> Bool {
    var count = 0, isSelfClosing = false, isInName = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: ">"): return isSelfClosing
      case UInt8(ascii: "/"):
        isSelfClosing = true
        isInName = false
      case UInt8(ascii: "="):
        skipValue()
        isInName = false
        isSelfClosing = false
      case 0...0x20: isInName = false
      default:
        isSelfClosing = false
        if !isInName { count += 1 }
        isInName = true
        if count > Self.maximumAttributes { throw .tooManyAttributes(limit: Self.maximumAttributes) }
      }
    }
    return isSelfClosing
  }

  private mutating func skipValue() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position = (next(quote, from: position + 1) ?? bytes.count - 1) + 1
    } else {
      while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") { position += 1 }
    }
  }

  private mutating func skipRawText(_ name: String) {
    let end = Array("</\(name)".utf8)
    while let start = next(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard start + end.count <= bytes.count else { break }
      if (1..<end.count).allSatisfy({ bytes[start + $0] | 0x20 == end[$0] | 0x20 }) { return skip(past: ">") }
    }
    position = bytes.count
  }

  // MARK: Kinds of elements (HTML standard, 13.2.4.2 "The stack of open elements")

  private static let rawText: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]
  /// Void elements, and those that end where the next of their kind begins.
  private static let closesItself: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "a", "button", "caption", "colgroup", "dd", "dt", "body", "head", "html", "li", "nobr", "optgroup", "option", "p",
    "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
  private static let formattingNames: Set<String> = [
    "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
  ]
  private static let scopes: Set<String> = ["applet", "marquee", "object", "table", "template"]
  private static let special: Set<String> = [
    "address", "applet", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "listing", "main", "marquee", "menu", "nav", "noscript", "object", "ol", "pre", "section", "select", "summary",
    "table", "template", "ul",
  ]
}
