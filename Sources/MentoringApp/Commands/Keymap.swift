import Surface

/// Which key does what where.
public struct Keymap: Sendable {
  /// The table with the keys as they are now, from which hint bar, help and palette are drawn. A command may have none.
  public let commands: [Command]
  /// What could not be done as it was chosen.
  public let problems: [KeyProblem]
  private var actions: [CommandContext: [KeyEvent: Action]] = [:]

  /// That of the table, changed as somebody chose. What is chosen takes a key away from what has it by default.
  public init(_ table: [Command] = CommandTable.commands, choices: [KeyChoice] = []) {
    let rebinding = Rebinding(table, choices)
    commands = rebinding.commands
    problems = rebinding.problems
    for command in commands {
      for key in command.keys.compactMap({ KeyEvent($0) }) {
        for context in command.contexts where actions[context]?[key] == nil {
          actions[context, default: [:]][key] = command.action
        }
      }
    }
  }

  public func action(for key: KeyEvent, in context: CommandContext) -> Action? { actions[context]?[key] }

  /// The commands of a context.
  func commands(in context: CommandContext) -> [Command] { commands.filter { $0.contexts.contains(context) } }

  /// The first key of an action; nil if it has none there.
  func key(for action: Action, in context: CommandContext) -> String? {
    commands(in: context).first { $0.action == action }?.keys.first
  }
}

/// The keys that somebody chose for an action; none unbinds it.
public struct KeyChoice: Equatable, Sendable {
  public var action: Action
  /// Where they count; nil for everywhere except where text is typed.
  public var context: CommandContext?
  public var keys: [KeyEvent]

  public init(_ action: Action, in context: CommandContext? = nil, keys: [KeyEvent]) {
    self.action = action
    self.context = context
    self.keys = keys
  }
}

/// What cannot be, of what was chosen. Choices are told by their place in the list, from 0.
public enum KeyProblem: Equatable, Sendable {
  /// Another choice has the key already.
  case taken(KeyEvent, choice: Int, by: Int, in: CommandContext)
  /// The key types a character where the choice counts.
  case typesItself(KeyEvent, choice: Int)
  /// Digits are the beginning of a count.
  case counts(KeyEvent, choice: Int)
  /// The action does nothing in that place.
  case notThere(choice: Int)
  /// Nothing would lead out of the place any more: no choice is followed.
  case noWayOut(CommandContext)
  /// The key was another action's by default, and no longer is. Meant, mostly.
  case yielded(KeyEvent, Action, choice: Int)

  /// False for what is worth knowing but as it was chosen.
  public var isError: Bool { if case .yielded = self { false } else { true } }
}
