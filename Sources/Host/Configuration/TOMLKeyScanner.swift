/// Where the keys of a TOML text stand, which the parser does not tell. The text has been parsed before: what is scanned
/// here is well-formed, so that strings, comments and brackets are all there is to step over.
struct TOMLKeyScanner {
  /// By the whole path of each key. Tables have that of their header.
  private(set) var positions: [[String]: TextPosition] = [:]

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var table: [String] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while let scalar = peek() {
      switch scalar {
      case " ", "\t", "\r", "\n": step()
      case "#": skipLine()
      case "[": header()
      default: assignment()
      }
    }
  }

  private var position: TextPosition { TextPosition(line: line, column: at - lineStart + 1) }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? { at + ahead < scalars.count ? scalars[at + ahead] : nil }

  private mutating func step() {
    if scalars[at] == "\n" {
      line += 1
      lineStart = at + 1
    }
    at += 1
  }

  private mutating func skipLine() { while let scalar = peek(), scalar != "\n" { step() } }

  private mutating func skipSpaces() { while let scalar = peek(), scalar == " " || scalar == "\t" { step() } }

  private mutating func header() {
    while peek() == "[" { step() }
    skipSpaces()
    let start = position
    table = key()
    note(table, at: start)
    skipLine()
  }

  private mutating func assignment() {
    let start = position
    note(table + key(), at: start)
    skipValue()
  }

  private mutating func note(_ path: [String], at position: TextPosition) {
    if positions[path] == nil { positions[path] = position }
  }

  /// A bare, quoted or dotted key.
  private mutating func key() -> [String] {
    var parts: [String] = []
    while true {
      skipSpaces()
      var part = String.UnicodeScalarView()
      if let quote = peek(), quote == "\"" || quote == "'" {
        let start = at
        skipString(quote)
        part.append(contentsOf: scalars[min(start + 1, at)..<max(start + 1, at - 1)])
      } else {
        while let scalar = peek(), !" \t.=]\r\n".unicodeScalars.contains(scalar) {
          part.append(scalar)
          step()
        }
      }
      parts.append(String(part))
      skipSpaces()
      guard peek() == "." else { return parts }
      step()
    }
  }

  /// Up to the end of the line on which the value ends.
  private mutating func skipValue() {
    var depth = 0
    while let scalar = peek() {
      switch scalar {
      case "\"", "'":
        skipString(scalar)
        continue
      case "#":
        skipLine()
        continue
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      case "\n" where depth <= 0: return
      default: break
      }
      step()
    }
  }

  private mutating func skipString(_ quote: Unicode.Scalar) {
    let isLong = peek(1) == quote && peek(2) == quote
    for _ in 0..<(isLong ? 3 : 1) { step() }
    while let scalar = peek() {
      if scalar == "\\", quote == "\"" {
        step()
        if peek() != nil { step() }
      } else if scalar == quote, !isLong {
        return step()
      } else if scalar == quote, peek(1) == quote, peek(2) == quote {
        // Up to two quotes may stand directly before the closing three.
        while peek() == quote { step() }
        return
      } else {
        step()
      }
    }
  }
}
