/// The tags of site generators (`{% include … %}`, `{{ page.title }}`, `{{< figure >}}`, `{: .class}`), which are not
/// words of a page.
public enum TemplateTags {
  /// The text without them; line feeds inside a tag stay, so that lines keep their numbers. With `keepsCode`, tags in
  /// Markdown's code (fences, back quotes) stay. A brace after a backslash opens nothing. Linear in the length.
  public static func removed(from text: String, keepsCode: Bool = true) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var copy = text
    return copy.withUTF8 { bytes in
      var remover = Remover(bytes: bytes, keepsCode: keepsCode)
      return remover.run()
    }
  }

  /// True for a value that a template would have filled in.
  public static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return false }
    return text.contains("{{") || text.contains("{%")
  }

  private struct Remover {
    let bytes: UnsafeBufferPointer<UInt8>
    let keepsCode: Bool
    var out: [UInt8] = []
    var position = 0
    /// Where each kind of closing mark comes next: so that no part of the text is searched twice.
    var nextClose: [UInt8: Int] = [:]
    static let longestTag = 2_000
    static let longestCodeSpan = 500

    init(bytes: UnsafeBufferPointer<UInt8>, keepsCode: Bool) {
      self.bytes = bytes
      self.keepsCode = keepsCode
      out.reserveCapacity(bytes.count)
    }

    mutating func run() -> String {
      var isLineStart = true, fence: UInt8 = 0, fenceLength = 0
      while position < bytes.count {
        let byte = bytes[position]
        if isLineStart, keepsCode, let (mark, length, isBare) = fenceMark() {
          if fence == 0 {
            (fence, fenceLength) = (mark, length)
          } else if fence == mark, length >= fenceLength, isBare {
            fence = 0
          }
        }
        isLineStart = byte == 0x0A
        if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] != 0x0A {
          out.append(contentsOf: bytes[position...(position + 1)])
          position += 2
        } else if fence == 0, byte == UInt8(ascii: "{"), let end = endOfTag() {
          for index in position..<end where bytes[index] == 0x0A { out.append(0x0A) }
          position = end
        } else if fence == 0, keepsCode, byte == UInt8(ascii: "`") {
          copyCodeSpan()
        } else {
          out.append(byte)
          position += 1
        }
      }
      return String(decoding: out, as: UTF8.self)
    }

    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The back quote or tilde of a fence on the line that begins here, how many there are, and whether nothing follows.
    func fenceMark() -> (mark: UInt8, length: Int, isBare: Bool)? {
      var index = position
      // A fence may stand inside quotes and list items.
      while index - position < 40, " >-+*.)0123456789".utf8.contains(at(index)) { index += 1 }
      let mark = at(index)
      guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
      let start = index
      while at(index) == mark { index += 1 }
      let length = index - start
      var isBare = true
      while length >= 3, index < bytes.count, bytes[index] != 0x0A {
        // A back quote after back quotes makes a code span of them.
        if bytes[index] == mark, mark == UInt8(ascii: "`") { return nil }
        if bytes[index] != 0x20 { isBare = false }
        index += 1
      }
      return length >= 3 ? (mark, length, isBare) : nil
    }

    mutating func endOfTag() -> Int? {
      let kind = at(position + 1)
      switch kind {
      case UInt8(ascii: "{"): return close(kind, UInt8(ascii: "}"), UInt8(ascii: "}"))
      case UInt8(ascii: "%"): return close(kind, UInt8(ascii: "%"), UInt8(ascii: "}"))
      case UInt8(ascii: ":"):
        guard let end = close(kind, UInt8(ascii: "}"), nil) else { return nil }
        return bytes[position..<end].contains(0x0A) ? nil : end
      default: return nil
      }
    }

    mutating func close(_ kind: UInt8, _ first: UInt8, _ second: UInt8?) -> Int? {
      var index = nextClose[kind] ?? 0
      if index < position + 2 {
        index = position + 2
        while index < bytes.count, bytes[index] != first || (second != nil && at(index + 1) != second) { index += 1 }
        nextClose[kind] = index
      }
      guard index < bytes.count, index - position <= Self.longestTag else { return nil }
      return index + (second == nil ? 1 : 2)
    }

    /// Copies a code span, or the run of back quotes alone if nothing on its line closes it.
    mutating func copyCodeSpan() {
      var length = 0
      while at(position + length) == UInt8(ascii: "`") { length += 1 }
      var index = position + length
      let limit = min(bytes.count, index + Self.longestCodeSpan)
      var run = 0, end: Int?
      while index <= limit {
        if index < limit, bytes[index] == UInt8(ascii: "`") {
          run += 1
        } else {
          if run == length { end = index }
          if end != nil || index == limit || bytes[index] == 0x0A { break }
          run = 0
        }
        index += 1
      }
      let stop = end ?? position + length
      out.append(contentsOf: bytes[position..<stop])
      position = stop
    }
  }
}
