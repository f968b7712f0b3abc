import Surface

/// Which key does what where.
public struct Keymap: Sendable {
  private var actions: [CommandContext: [KeyEvent: Action]] = [:]
  /// Rows of `CommandTable` whose keys cannot be read: a mistake in the table, asserted by a test.
  private(set) var unreadable: [String] = []

  public init(_ commands: [Command] = CommandTable.commands) {
    for command in commands {
      for notation in command.keys {
        guard let key = KeyEvent(notation) else {
          unreadable.append(notation)
          continue
        }
        for context in command.contexts where actions[context]?[key] == nil {
          actions[context, default: [:]][key] = command.action
        }
      }
    }
  }

  public func action(for key: KeyEvent, in context: CommandContext) -> Action? { actions[context]?[key] }
}
