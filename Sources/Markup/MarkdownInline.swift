import MentorDirectory

/// Writes inlines as Markdown.
struct MarkdownInline {
  enum Place { case paragraph, heading, cell }

  static func text(_ inlines: [WriteUp.Inline], place: Place) -> String {
    var writer = MarkdownInline(place: place)
    writer.write(inlines, isOutermost: true)
    if place == .heading, writer.out.hasSuffix("#") {
      // A run of number signs at the end would be read as the closing mark of the heading.
      let run = writer.out.reversed().prefix { $0 == "#" }.count
      writer.out.removeLast(run)
      writer.out += String(repeating: "\\#", count: run)
    }
    return writer.out
  }

  private let place: Place
  private var out = ""
  private init(place: Place) { self.place = place }

  private var isAtLineStart: Bool { place == .paragraph && (out.isEmpty || out.utf8.last == 0x0A) }

  private mutating func write(_ inlines: [WriteUp.Inline], isOutermost: Bool) {
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      // Delimiters are only safe between white space and words; everywhere else tags stand.
      let isSafe =
        isOutermost && (out.isEmpty || out.utf8.last == 0x20 || out.utf8.last == 0x0A) && Self.mayFollow(next)
      switch inline {
      case .text(let text): escape(text, isLast: next == nil)
      case .code(let text): code(text)
      case .image(let address, let alternative):
        // `![^` is no image, since footnotes begin like this.
        out += alternative.hasPrefix("^") ? "![\\" : "!["
        escape(alternative, isLast: false)
        out += "](" + Self.destination(address) + ")"
      case .lineBreak: out += place == .paragraph ? "\\\n" : "<br>"
      case .emphasis(let children): styled("*", "em", children, isSafe)
      case .strong(let children): styled("**", "strong", children, isSafe)
      case .struck(let children): styled(nil, "del", children, false)
      case .marked(let children): styled(nil, "mark", children, false)
      case .link(let address, let children): link(address, children)
      }
    }
  }

  private mutating func styled(_ mark: String?, _ tag: String, _ children: [WriteUp.Inline], _ isSafe: Bool) {
    if let mark, isSafe, children.count == 1, case .text(let text) = children[0],
      Self.isWord(text.first) || text.first.map({ "(\"“«'".contains($0) }) ?? false,
      Self.isWord(text.last) || text.last.map({ ".,:;!?)\"”»'…%".contains($0) }) ?? false
    {
      out += mark
      escape(text, isLast: true)
      out += mark
    } else {
      out += "<\(tag)>"
      write(children, isOutermost: false)
      out += "</\(tag)>"
    }
  }

  private static func isWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }

  private static func mayFollow(_ next: WriteUp.Inline?) -> Bool {
    switch next {
    case nil, .lineBreak?: true
    case .text(let text)?: text.first.map { " .,;:".contains($0) } ?? true
    default: false
    }
  }

  private mutating func code(_ text: String) {
    if place == .cell, text.contains("\\|") {
      // No code span can say this in a table: the backslash would take the escape of the bar.
      out += "<code>"
      escape(text, isLast: false)
      out += "</code>"
      return
    }
    let fence = String(repeating: "`", count: MarkdownWriter.longestRun(of: "`", in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    let inside = place == .cell ? text.replacing("|", with: "\\|") : text
    out += fence + pad + inside + pad + fence
  }

  private mutating func link(_ address: String, _ children: [WriteUp.Inline]) {
    if children.count == 1, case .text(let text) = children[0] {
      let isWeb = address == text && (text.hasPrefix("https://") || text.hasPrefix("http://"))
      if isWeb || address == "mailto:" + text,
        text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x7C })
      {
        out += "<" + text + ">"
        return
      }
    }
    out += "["
    write(children, isOutermost: false)
    out += "](" + Self.destination(address) + ")"
  }

  /// In angle brackets, where parentheses are nothing special; a cleaned address holds no brackets, spaces or backslashes.
  private static func destination(_ address: String) -> String {
    let needsBrackets = address.utf8.contains { "()[]*_~!".utf8.contains($0) } || address.isEmpty
    let escaped = address.replacing("&", with: "&amp;")
    return needsBrackets ? "<" + escaped + ">" : escaped
  }

  private mutating func escape(_ text: String, isLast: Bool) {
    var scalars = text.unicodeScalars[...]
    if isAtLineStart { escapeLineStart(&scalars) }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "~", "|", "{":
        out += "\\"
      case "&":
        if let next = scalars.first, next.properties.isAlphabetic || next == "#" { out += "\\" }
      case "!":
        if scalars.isEmpty ? !isLast : scalars.first == "[" { out += "\\" }
      default: break
      }
      out.unicodeScalars.append(scalar)
    }
  }

  /// What would begin a heading, a list, a quote, a rule or a table's second row.
  private mutating func escapeLineStart(_ scalars: inout Substring.UnicodeScalarView) {
    guard let first = scalars.first else { return }
    if "#+-=>:".unicodeScalars.contains(first) {
      out += "\\"
    } else if ("0"..."9").contains(first) {
      let digits = scalars.prefix { ("0"..."9").contains($0) }
      guard digits.count <= 9, let mark = scalars.dropFirst(digits.count).first, mark == "." || mark == ")" else {
        return
      }
      out += String(digits) + "\\"
      out.unicodeScalars.append(mark)
      scalars = scalars.dropFirst(digits.count + 1)
    }
  }
}
