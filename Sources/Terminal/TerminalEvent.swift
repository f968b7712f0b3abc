import Surface

/// Something that happened at the terminal.
public enum TerminalEvent: Hashable, Sendable {
  case key(KeyEvent)
  /// One paste, however long: line ends are line feeds, control characters are gone.
  case paste(String)
  case mouse(MouseEvent)
  /// The new size. Draw again.
  case resize(Size)
  /// The terminal gained or lost the focus.
  case focus(Bool)
  /// Somebody sent SIGTSTP; `TerminalScreen.suspend()` obeys.
  case suspendRequest
  /// The process is to end.
  case terminate(TerminationSignal)
  /// The process was stopped and goes on; modes and picture are already restored.
  case continued
  /// The terminal told its background after the wait for it was over.
  case background(Background)
  /// `TerminalWaker.wake()` was called.
  case wake
}

/// Signals that ask a process to end.
public enum TerminationSignal: Hashable, Sendable {
  case terminate, interrupt
  /// The terminal is gone: nothing can be shown any more.
  case hangUp
}
