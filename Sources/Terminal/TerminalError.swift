/// Why the screen cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// `TERM` is empty, `dumb` or `unknown`: the terminal cannot place a cursor.
  case dumb
  /// Neither the entry of that name nor that of a common terminal could be used.
  case unusable(term: String)
  /// The screen is up already; a process has one.
  case alreadyStarted
  /// The system gave no pipe for wake-ups.
  case noPipe
}
