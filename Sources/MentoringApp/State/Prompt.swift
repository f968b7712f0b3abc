/// A line to type at the foot of the screen: a command, or a command of the shell.
public struct Prompt: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    case command
    case pipe(PipedText)
  }

  public let purpose: Purpose
  /// Where it was asked for.
  public let context: CommandContext
  public internal(set) var line = LineEditor() { didSet { if line.text != oldValue.text { choice = nil } } }
  /// The row of the palette that was chosen with the arrows; nil as long as the line speaks for itself.
  public internal(set) var choice: Int?
  /// Which line of the history stands here, counted from the newest; nil if what was typed does.
  var recalled: Int?
  /// What was typed before the history was asked.
  var draft = ""

  init(_ purpose: Purpose, in context: CommandContext) {
    self.purpose = purpose
    self.context = context
  }
}

/// What is handed to a command of the shell.
public enum PipedText: Equatable, Sendable {
  /// The write-up in the reader, as it is set.
  case writeUp
  /// One line per mentor: of the marked ones, or of all that are shown.
  case marked, shown
}

/// Lines that were entered, newest last; bounded.
struct LineHistory: Equatable, Sendable {
  private(set) var lines: [String] = []
  private static let most = 200

  mutating func add(_ line: String) {
    guard !line.isEmpty else { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.most { lines.removeFirst() }
  }

  /// The n-th, counted from the newest, which is 0.
  func line(_ place: Int) -> String? {
    let number = lines.count - 1 - place
    return lines.indices.contains(number) ? lines[number] : nil
  }
}
