// Drawing on a terminal that is not UTF-8: lines become + - |, marks become letters that look like them, Latin letters
// lose their accents, everything else is "?". Every cell keeps its column.

extension Surface {
  /// The same picture in printable ASCII only.
  public func asciiOnly() -> Surface {
    var folded = self
    for index in folded.cells.indices { folded.cells[index] = folded.cells[index].asciiOnly }
    return folded
  }
}

extension Cell {
  /// The cell in printable ASCII: a wide character is "?" followed by a space.
  public var asciiOnly: Cell {
    if base >= 0x20, base < 0x7F, !hasMarks, width == 1 { return self }
    if width == 0 { return .blank(style) }
    let letter = Unicode.Scalar(base).map(ASCIIFold.fold) ?? "?"
    return Cell(scalar: letter.value, width: 1, style: style)
  }
}

extension Cell {
  /// The cell in what the fonts of text consoles have: letters as they are, and light lines; other marks as in ASCII.
  public var consoleOnly: Cell {
    guard base > 0xFF, width == 1, !hasMarks, let scalar = Unicode.Scalar(base),
      let mark = ASCIIFold.consoleMark(for: scalar)
    else { return self }
    return Cell(scalar: mark.value, width: 1, style: style)
  }
}

/// One ASCII character for any scalar.
public enum ASCIIFold {
  /// The nearest printable ASCII character, "?" where there is none.
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F ? scalar : "?" }
    if (0x2801...0x28FF).contains(scalar.value) { return "." }
    return symbols[scalar] ?? letter(scalar) ?? "?"
  }

  /// What stands for a mark that a console font is not sure to have; nil for anything else.
  static func consoleMark(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if (0x2801...0x28FF).contains(scalar.value) { return "." }
    return consoleLines.contains(scalar) ? nil : symbols[scalar]
  }

  private static let consoleLines: Set<Unicode.Scalar> = Set("─│┌┐└┘├┤┬┴┼".unicodeScalars)

  /// A text of marks and Latin letters in ASCII, one character for each cluster.
  public static func fold(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var clusters = ClusterIterator(text)
    while let cluster = clusters.next() {
      cluster.forEachCell { cell in
        if let scalar = Unicode.Scalar(cell.base) { out.append(fold(scalar)) }
      }
    }
    return String(out)
  }

  /// A Latin letter without its accent, read off its name: LATIN SMALL LETTER O WITH STROKE is an o.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard let at = words.firstIndex(of: "LETTER"), at >= 2, words[at - 2] == "LATIN", words.count > at + 1 else {
      return nil
    }
    let isSmall = words[at - 1] == "SMALL"
    let letterName = words[at + 1] == "DOTLESS" && words.count > at + 2 ? words[at + 2] : words[at + 1]
    let named =
      spelled[String(letterName)] ?? (letterName.unicodeScalars.count == 1 ? letterName.unicodeScalars.first : nil)
    guard let named, named.isASCII else { return nil }
    return isSmall ? Unicode.Scalar(UInt8(named.value | 0x20)) : named
  }

  private static let spelled: [String: Unicode.Scalar] = [
    "SHARP": "S", "AE": "A", "OE": "O", "ETH": "D", "THORN": "T", "ENG": "N", "SCHWA": "E", "KRA": "K", "LONG": "S",
    "IJ": "I", "OPEN": "O",
  ]

  private static let symbols: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("-", "─━┄┅┈┉╌╍═╴╶╸╺–—―‐‑‒−"), ("|", "│┃┆┇┊┋╎╏║╵╷╹╻▏▕¦‖"),
      ("+", "┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬"),
      (">", "▌▐▸▶►→⇒»›❯"), ("<", "◂◀◄←⇐«‹↵⏎↩"), ("v", "▾▼▽↓✓✔"), ("^", "▴▲△↑"),
      ("*", "●★•◆✱⁎∗"), ("o", "○◯◌◇□☐°"), ("O", "◎"), ("@", "◉"), (".", "·☆‧"), ("x", "×✗✘✕☑☒"), ("~", "…≈∼"),
      ("#", "█▓▒░■▇▆▅"), ("_", "▁▂"), ("=", "▃▄"), ("'", "‘’‚′´ʼ"), ("\"", "“”„″"),
      (" ", "\u{A0}\u{2000}\u{2007}\u{202F}\u{2800}\u{3000}"),
      ("E", "€"), ("L", "£"), ("Y", "¥"), ("c", "©¢"), ("r", "®"), ("S", "§"), ("u", "µ"), ("!", "¡"), ("?", "¿"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, marks) in groups {
      for mark in marks.unicodeScalars { table[mark] = plain }
    }
    return table
  }()
}
