import Glibc

/// A line that a person typed for their shell: the one thing that goes through a shell here.
public struct ShellLine: Sendable {
  private let line: String
  private let environment: RunEnvironment

  public init(_ line: String, environment: RunEnvironment) {
    self.line = line
    self.environment = environment
  }

  /// The user's shell, with the line as its argument.
  public var command: Command {
    let named = environment.value("SHELL").map { Command($0) }
    let shell = named?.executable(in: environment) == nil ? "/bin/sh" : named?.program ?? "/bin/sh"
    return Command(shell, ["-c", line])
  }

  /// Runs it in the terminal with a text on its standard input, and waits.
  public func run(input text: String) throws(HostError) -> ChildOutcome {
    try TemporaryFile.with(text, in: environment) { path in
      ChildProcess.runInForeground(command, environment: environment, input: path)
    }
  }

  /// Says something on the terminal and waits for the Enter key.
  public static func waitForEnter(_ prompt: String) {
    let interrupt = SignalSetting(SIGINT, SIG_IGN), quit = SignalSetting(SIGQUIT, SIG_IGN)
    let stop = SignalSetting(SIGTSTP, SIG_DFL)
    defer {
      interrupt.restore()
      quit.restore()
      stop.restore()
    }
    // What was typed while the command ran was not meant for this.
    tcflush(STDIN_FILENO, TCIFLUSH)
    let bytes = Array(prompt.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return }
    }
  }
}
