import Foundation
import Glibc

/// What the program was started with, as a value.
public struct RunEnvironment: Equatable, Sendable {
  public var variables: [String: String]
  public var inputIsTerminal: Bool
  public var outputIsTerminal: Bool
  public var errorIsTerminal: Bool

  public init(
    variables: [String: String], inputIsTerminal: Bool = false, outputIsTerminal: Bool = false,
    errorIsTerminal: Bool = false
  ) {
    self.variables = variables
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
  }

  /// That of this process, now.
  public static func current() -> RunEnvironment {
    RunEnvironment(
      variables: ProcessInfo.processInfo.environment, inputIsTerminal: isatty(STDIN_FILENO) != 0,
      outputIsTerminal: isatty(STDOUT_FILENO) != 0, errorIsTerminal: isatty(STDERR_FILENO) != 0)
  }

  /// The number of this process.
  public static var processNumber: Int32 { getpid() }

  /// The value of a variable; nil if it is not set or empty.
  public func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// The screens need a terminal for keys and for drawing.
  public var hasTerminal: Bool { inputIsTerminal && outputIsTerminal }
  public var terminalName: String { value("TERM") ?? "" }
  /// No terminal type, or one that says it cannot move the cursor: lines only.
  public var isDumb: Bool { ["", "dumb", "unknown"].contains(terminalName) }
  /// no-color.org: set and not empty, whatever the value.
  public var forbidsColour: Bool { value("NO_COLOR") != nil }
  /// Width that the person set, if it makes sense.
  public var columns: Int? { size("COLUMNS") }
  public var lines: Int? { size("LINES") }
  /// Logged in from elsewhere: a browser started here would open out of sight.
  public var isRemote: Bool { value("SSH_CONNECTION") != nil || value("SSH_TTY") != nil }
  /// A graphical program has where to show itself.
  public var hasDisplay: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].contains { value($0) != nil }
  }

  private func size(_ name: String) -> Int? {
    value(name).flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}
