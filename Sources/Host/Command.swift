import Glibc

/// A program with its arguments. Never a line for a shell.
public struct Command: Equatable, Sendable {
  public var program: String
  public var arguments: [String]

  public init(_ program: String, _ arguments: [String] = []) {
    self.program = program
    self.arguments = arguments
  }

  /// Splits a setting such as `code --wait` or `'/opt/my editor/run' -f` into words: white space separates; single
  /// and double quotes and the backslash keep it. Nothing is expanded. Nil for an empty text or an open quote.
  public init?(words text: String) {
    var words: [String] = [], word = "", isOpen = false, quote: Character?, isEscaped = false
    for character in text {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        (isEscaped, isOpen) = (true, true)
      } else if let mark = quote {
        if character == mark { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        (quote, isOpen) = (character, true)
      } else if character.isWhitespace {
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    guard quote == nil, !isEscaped, let program = words.first, !program.isEmpty else { return nil }
    self.init(program, Array(words.dropFirst()))
  }

  /// The file to run: the program itself if it names a path, else the first of that name in `PATH`. Nil if there is
  /// none that may be run.
  public func executable(in environment: RunEnvironment) -> String? {
    if program.contains("/") { return Self.isExecutable(program) ? program : nil }
    let path = environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { FilePath.join(String($0), program) }.first(where: Self.isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    Files.kind(at: path) == .file && access(path, X_OK) == 0
  }
}
