import CTerminal
import Surface

/// What the environment and the user say about the terminal.
public struct TerminalOptions: Sendable {
  /// `TERM`.
  public var term: String
  /// Mouse reports. Without them the terminal's own selection works as usual.
  public var mouse: Bool
  /// Reports of gained and lost focus.
  public var focus: Bool
  /// Colours at all; false for `NO_COLOR`.
  public var colour: Bool
  /// ASCII only; nil asks the locale.
  public var ascii: Bool?
  /// How long a lone escape may be the beginning of a sequence: `ESCDELAY` in milliseconds, otherwise 25 ms.
  public var escapeDelay: Duration
  /// A frame is shown at once where the terminal can; false for terminals that get it wrong.
  public var synchronizedOutput: Bool
  /// The background as `COLORFGBG` tells it.
  public var hintedBackground: Background
  /// True inside tmux, where some sequences travel in an envelope.
  public var isInsideTmux: Bool
  /// True inside GNU screen.
  public var isInsideScreen: Bool

  /// Reads the environment, as `{ ProcessInfo.processInfo.environment[$0] }`.
  public init(environment: (String) -> String?) {
    term = environment("TERM") ?? ""
    mouse = true
    focus = true
    // https://no-color.org: present and not empty.
    colour = (environment("NO_COLOR") ?? "").isEmpty
    let delay = environment("ESCDELAY").flatMap { Int($0) } ?? 25
    escapeDelay = .milliseconds(min(max(delay, 1), 2000))
    synchronizedOutput = true
    hintedBackground = Background(colorFgBg: environment("COLORFGBG") ?? "")
    isInsideTmux = !(environment("TMUX") ?? "").isEmpty
    isInsideScreen = !(environment("STY") ?? "").isEmpty
  }

  /// True where the terminal can only print lines.
  var isDumb: Bool { ["", "dumb", "unknown"].contains(term) }

  /// The console of the kernel, with a font of 256 or 512 characters.
  var isTextConsole: Bool { ["linux", "cons25"].contains { term.hasPrefix($0) } }

  /// Consoles that print the sequences of xterm's extensions, or answer no question.
  var isPlainConsole: Bool {
    ["linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "cons25", "sun"].contains { term.hasPrefix($0) }
  }
}
