import MentorDirectory

/// Writes the inlines of one line of wikitext as HTML: quotes, links, and the HTML that wikitext allows.
struct WikiTextInline {
  private var isBold = false
  private var isItalic = false

  static func write(_ line: Substring, to out: inout HTMLText) {
    var writer = WikiTextInline()
    writer.write(line, to: &out)
  }

  private mutating func write(_ line: Substring, to out: inout HTMLText) {
    // Bytes, since indexing characters would cost a search for boundaries at each step.
    let bytes = Array(line.utf8)
    var start = 0, index = 0
    // Once a search for a closing mark fails, no later one on this line can succeed.
    var hasClosingBrackets = true, hasClosingBracket = true
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "'") {
        out.raw(text(start..<index))
        index += quotes(bytes, at: index, to: &out)
        start = index
      } else if bytes[index] == UInt8(ascii: "["), index + 1 < bytes.count {
        let isInternal = bytes[index + 1] == UInt8(ascii: "[")
        let end =
          isInternal
          ? (hasClosingBrackets ? Self.close(bytes, from: index + 2, double: true) : nil)
          : (hasClosingBracket ? Self.close(bytes, from: index + 1, double: false) : nil)
        guard let end else {
          if isInternal { hasClosingBrackets = false } else { hasClosingBracket = false }
          index += 1
          continue
        }
        out.raw(text(start..<index))
        if isInternal {
          Self.pageLink(text((index + 2)..<end), to: &out)
        } else {
          Self.webLink(text((index + 1)..<end), to: &out)
        }
        index = end + (isInternal ? 2 : 1)
        start = index
      } else {
        index += 1
      }
    }
    out.raw(text(start..<bytes.count))
    if isItalic { out.raw("</i>") }
    if isBold { out.raw("</b>") }
  }

  private static func close(_ bytes: [UInt8], from start: Int, double: Bool) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]"), !double || (index + 1 < bytes.count && bytes[index + 1] == bytes[index]) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Two quotes are italic, three bold, five both; returns how many were used.
  private mutating func quotes(_ bytes: [UInt8], at start: Int, to out: inout HTMLText) -> Int {
    var count = 0
    while start + count < bytes.count, bytes[start + count] == UInt8(ascii: "'") { count += 1 }
    if count >= 5 || count == 3 || count == 4 {
      out.raw(isBold ? "</b>" : "<b>")
      isBold.toggle()
    }
    if count >= 5 || count == 2 {
      out.raw(isItalic ? "</i>" : "<i>")
      isItalic.toggle()
    }
    return count
  }

  /// `[[Target|label]]`; files, categories and links between languages say nothing.
  private static func pageLink(_ content: String, to out: inout HTMLText) {
    let parts = content.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts[0].drop { $0 == ":" || $0 == " " }
    let space = target.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    if target.contains(":"), ["file", "image", "category", "media", "datei", "kategorie", "fichier"].contains(space) {
      return
    }
    let label = parts.count > 1 ? parts[1] : target
    link("./" + target.cleanedLine().replacing(" ", with: "_"), label: label, to: &out)
  }

  /// `[https://address label]`; anything else in brackets is text.
  private static func webLink(_ content: String, to out: inout HTMLText) {
    let parts = content.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let address = parts.first, address.contains("://") || address.hasPrefix("mailto:") || address.hasPrefix("//")
    else {
      out.raw("[")
      out.raw(content)
      return out.raw("]")
    }
    link(String(address), label: parts.count > 1 ? parts[1] : address, to: &out)
  }

  private static func link(_ address: String, label: Substring, to out: inout HTMLText) {
    out.raw("<a href=\"")
    out.escaped(address)
    out.raw("\">")
    write(label.contains("[") ? label.filter { $0 != "[" && $0 != "]" }[...] : label, to: &out)
    out.raw("</a>")
  }
}

extension Substring {
  fileprivate func cleanedLine() -> String { String(self).cleanedLine() }
}

/// Takes out of wikitext what is no text: comments, templates, references, magic words; line feeds stay.
enum WikiTextCleaner {
  static func clean(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = [], index = 0, depth = 0
    var stops: [String: Int] = [:]
    func matches(_ mark: StaticString, at start: Int) -> Bool {
      guard start + mark.utf8CodeUnitCount <= bytes.count else { return false }
      return (0..<mark.utf8CodeUnitCount).allSatisfy { lower(bytes[start + $0]) == mark.utf8Start[$0] }
    }
    func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    /// The end of the next such mark, searched for once per stretch of text.
    func end(of mark: StaticString, from start: Int) -> Int? {
      let key = mark.description
      if let known = stops[key], known > start { return known > bytes.count ? nil : known }
      var position = start
      while position < bytes.count, !matches(mark, at: position) { position += 1 }
      stops[key] = position + mark.utf8CodeUnitCount
      return position < bytes.count ? position + mark.utf8CodeUnitCount : nil
    }
    func drop(to stop: Int) {
      while index < min(stop, bytes.count) {
        if bytes[index] == 0x0A { out.append(0x0A) }
        index += 1
      }
    }
    while index < bytes.count {
      if matches("<!--", at: index) {
        drop(to: end(of: "-->", from: index + 4) ?? bytes.count)
      } else if matches("<ref", at: index), let tagEnd = end(of: ">", from: index) {
        drop(to: bytes[tagEnd - 2] == UInt8(ascii: "/") ? tagEnd : end(of: "</ref>", from: tagEnd) ?? tagEnd)
      } else if matches("{{", at: index) {
        depth += 1
        index += 2
      } else if depth > 0, matches("}}", at: index) {
        depth -= 1
        index += 2
      } else if matches("__", at: index), let word = magicWord(bytes, at: index) {
        index += word
      } else {
        if depth == 0 || bytes[index] == 0x0A { out.append(bytes[index]) }
        index += 1
      }
    }
    // A template that nothing closes must not cost the rest of the page.
    if depth > 0 { return text.replacing("{{", with: "") }
    return String(decoding: out, as: UTF8.self)
  }

  /// Length of `__TOC__`, `__NOTOC__` and the like.
  private static func magicWord(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 2
    while index < bytes.count, (0x41...0x5A).contains(bytes[index]), index - start < 30 { index += 1 }
    guard index > start + 2, index + 1 < bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x5F else { return nil }
    return index + 2 - start
  }
}
