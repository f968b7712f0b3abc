/// The YAML or TOML that stands before the text of a page, between `---` or `+++` lines, unread.
public struct FrontMatter: Equatable, Sendable {
  public enum Format: Sendable { case yaml, toml }
  public var format: Format
  /// The lines between the marks, with line feeds alone.
  public var text: String
  /// Line of the file on which `text` begins, from 1.
  public var line: Int

  public init(format: Format, text: String, line: Int) {
    self.format = format
    self.text = text
    self.line = line
  }

  /// Splits a page. Without front matter (the first line is no mark, or nothing closes it) the body is the whole text.
  /// A byte-order mark is dropped; CR LF and CR become LF. `bodyLine` is the line of the file on which the body begins.
  public static func split(_ page: String) -> (frontMatter: FrontMatter?, body: String, bodyLine: Int) {
    let text = unixLines(page)
    guard let mark = ["---", "+++"].first(where: { text.hasPrefix($0) }) else { return (nil, text, 1) }
    let lines = text.split(separator: "\n", maxSplits: 2_001, omittingEmptySubsequences: false)
    guard lines[0].allSatisfy({ $0 == mark.first || $0 == " " || $0 == "\t" }), trimmed(lines[0]) == mark else {
      return (nil, text, 1)
    }
    let ends = mark == "---" ? ["---", "..."] : ["+++"]
    guard let end = lines.dropFirst().prefix(2_000).firstIndex(where: { ends.contains(String(trimmed($0))) }) else {
      return (nil, text, 1)
    }
    let inside = lines[1..<end]
    let separator: Character = mark == "---" ? ":" : "="
    // Two rules around a sentence are not front matter.
    guard
      inside.allSatisfy({ line in line.allSatisfy { $0.isWhitespace } })
        || inside.contains(where: { $0.contains(separator) })
    else { return (nil, text, 1) }
    let matter = FrontMatter(
      format: mark == "---" ? .yaml : .toml, text: inside.map { $0 + "\n" }.joined(), line: 2)
    return (matter, lines[(end + 1)...].joined(separator: "\n"), end + 2)
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }

  private static func unixLines(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        out.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
