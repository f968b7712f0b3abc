import Host
import MentoringApp
import Surface

/// The theme that was chosen on the command line; nil leaves the one that fits the terminal.
final class ChosenTheme {
  var theme: Theme?
}

extension Screens {
  /// To the clipboard of the terminal, and to that of the desktop; says which took it.
  func copy(_ text: String) -> Message {
    let program = ClipboardProgram(environment: environment).copy(text)
    let isWithTerminal = screen.copyToClipboard(text)
    let shown = Self.shown(text)
    switch (program, isWithTerminal) {
    case (let program?, true): return Message("copied with \(program), and handed to the terminal (OSC 52): \(shown)")
    case (let program?, false): return Message("copied with \(program): \(shown)")
    case (nil, true): return Message("handed to the terminal's clipboard (OSC 52): \(shown)")
    case (nil, false): return Message("no clipboard can be reached from here; the text is \(shown)", .warning)
    }
  }

  /// Runs a line of the user's shell on the released terminal.
  func pipe(_ text: String, to line: String) -> Message {
    let outcome: Result<ChildOutcome, HostError> = screen.withTerminalReleased {
      let result = Result { () throws(HostError) in
        try ShellLine(line, environment: environment).run(input: text)
      }
      ShellLine.waitForEnter("\n\(Self.sentence(result)) · Enter goes back ")
      return result
    }
    switch outcome {
    case .success(.exited(0)): return Message("done: \(line)")
    default: return Message("\(Self.sentence(outcome)): \(line)", .warning)
    }
  }

  func setTheme(_ name: String) -> Message {
    guard let theme = Theme.named(name) else { return Message("there is no theme “\(name)”", .warning) }
    chosen.theme = theme
    return Message("theme \(name)")
  }

  func setMouse(_ isOn: Bool) -> Message {
    screen.setMouse(isOn)
    return Message(isOn ? "the mouse is for the program" : "the mouse is for the terminal: it selects text")
  }

  private static func sentence(_ outcome: Result<ChildOutcome, HostError>) -> String {
    switch outcome {
    case .success(.exited(0)): "done"
    case .success(.exited(let code)): "ended with \(code)"
    case .success(.signalled(let signal)): "ended by signal \(signal)"
    case .success(.notFound): "the shell was not found"
    case .success(.failed(let error)): "not started: \(error.message)"
    case .failure(let error): Sentence.of(error)
    }
  }

  /// A text on one line; of a longer one, how it begins.
  private static func shown(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    return lines.count > 1 ? "\(lines.count) lines, “\(lines[0]) …”" : String(lines.first ?? "")
  }
}
