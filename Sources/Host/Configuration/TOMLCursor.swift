/// A place in a text that moves on, scalar by scalar, and knows its line.
struct TOMLCursor {
  private let scalars: [Unicode.Scalar]
  private(set) var at = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var position: TextPosition { TextPosition(line: line, column: at - lineStart + 1) }
  var isAtEnd: Bool { at >= scalars.count }

  /// The scalar here, or some places ahead; nil behind the end.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? { at + ahead < scalars.count ? scalars[at + ahead] : nil }

  func starts(with text: String) -> Bool {
    scalars[min(at, scalars.count)...].starts(with: text.unicodeScalars)
  }

  mutating func step(_ count: Int = 1) {
    for _ in 0..<count where at < scalars.count {
      if scalars[at] == "\n" {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
  }

  /// True and past it if the scalar is the next one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    step()
    return true
  }

  mutating func takeWhile(_ condition: (Unicode.Scalar) -> Bool) -> String {
    var taken = String.UnicodeScalarView()
    while let scalar = peek(), condition(scalar) {
      taken.append(scalar)
      step()
    }
    return String(taken)
  }

  mutating func skipSpaces() { while let scalar = peek(), scalar == " " || scalar == "\t" { step() } }

  /// Up to the end of the line, if a comment begins here.
  mutating func skipComment() {
    guard peek() == "#" else { return }
    while let scalar = peek(), scalar != "\n" { step() }
  }

  /// Spaces, comments and line ends.
  mutating func skipBlank() {
    while let scalar = peek() {
      switch scalar {
      case " ", "\t", "\n": step()
      case "\r" where peek(1) == "\n": step()
      case "#": skipComment()
      default: return
      }
    }
  }
}
