import MentorDirectory
import Surface

/// A one-line field with the keys of readline.
public struct LineEditor: Equatable, Sendable {
  public private(set) var text = ""
  /// Insertion point, in characters from the start.
  public private(set) var cursor = 0
  /// What C-k, C-u and C-w cut last, for C-y.
  private var cut = ""

  public init(_ text: String = "") { set(text) }

  public mutating func set(_ text: String) {
    self.text = text
    cursor = text.count
  }

  /// Characters that a field takes; a paste beyond that is cut.
  public static let limit = 2_000

  /// Text as one edit; line ends and tabs become spaces.
  public mutating func insert(_ more: String) {
    let room = max(0, Self.limit - text.count)
    let pieces = more.prefix(Self.limit * 2).split { $0.isNewline || $0 == "\t" }
    let clean = pieces.joined(separator: " ").unicodeScalars.filter { !$0.isUnwelcome }
    let visible = String(String(String.UnicodeScalarView(clean)).prefix(room))
    let at = text.index(text.startIndex, offsetBy: cursor)
    let before = text.count
    text.insert(contentsOf: visible, at: at)
    // Counted afterwards: a combining mark joins the character before it.
    cursor = max(0, min(text.count, cursor + text.count - before))
  }

  /// Applies an editing key; false if the key is none.
  public mutating func apply(_ event: KeyEvent) -> Bool {
    if let typed = event.typed {
      insert(String(typed))
      return true
    }
    switch event.description {
    case "C-a", "Home": cursor = 0
    case "C-e", "End": cursor = text.count
    case "C-b", "Left": cursor = max(0, cursor - 1)
    case "C-f", "Right": cursor = min(text.count, cursor + 1)
    case "M-b", "C-Left", "M-Left": cursor = wordStart()
    case "M-f", "C-Right", "M-Right": cursor = wordEnd()
    case "Backspace", "C-h": remove(max(0, cursor - 1)..<cursor, keep: false)
    case "C-d", "Delete": remove(cursor..<min(text.count, cursor + 1), keep: false)
    case "C-w", "M-Backspace": remove(wordStart()..<cursor)
    case "M-d": remove(cursor..<wordEnd())
    case "C-u": remove(0..<cursor)
    case "C-k": remove(cursor..<text.count)
    case "C-y": insert(cut)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>, keep: Bool = true) {
    guard !range.isEmpty else { return }
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(text.startIndex, offsetBy: range.upperBound)
    if keep { cut = String(text[start..<end]) }
    text.removeSubrange(start..<end)
    cursor = min(range.lowerBound, text.count)
  }

  private func wordStart() -> Int {
    let characters = Array(text.prefix(cursor))
    var at = characters.count
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private func wordEnd() -> Int {
    let characters = Array(text)
    var at = cursor
    while at < characters.count, characters[at].isWhitespace { at += 1 }
    while at < characters.count, !characters[at].isWhitespace { at += 1 }
    return at
  }
}
