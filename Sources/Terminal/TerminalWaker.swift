import CTerminal

/// Ends a wait for events from any thread, so that results of background work are seen at once. Several calls before the
/// next wait are one event.
public struct TerminalWaker: Sendable {
  init() {}

  public func wake() { cterm_wake() }
}
