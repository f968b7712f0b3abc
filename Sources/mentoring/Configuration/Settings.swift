import Host
import MentoringApp
import Surface

/// Everything that can be set in `config.toml`, as data: the file is checked against it, `mentoring config` prints it.
enum Settings {
  static let all: [Setting] = look + keys

  /// The theme that asks the terminal for its background.
  static let automatic = "auto"

  private static let look = [
    Setting(
      ["look", "theme"], .choice([automatic] + Theme.all.map(\.name)), standard: .text(automatic),
      help: "colours; auto asks the terminal whether it is dark or light"),
    Setting(
      ["look", "ascii"], .flag, standard: .flag(false), help: "draw with ASCII only; false leaves it to the locale"),
    Setting(["look", "mouse"], .flag, standard: .flag(true), help: "the mouse is for the program"),
    Setting(
      ["look", "whole-frames"], .flag, standard: .flag(true),
      help: "frames appear at once (mode 2026); false for a terminal that gets it wrong"),
  ]

  // MARK: - Keys

  /// For everywhere but where text is typed; for the two places where it is; and for each other place by itself.
  private static var keys: [Setting] {
    let typing = CommandContext.allCases.filter(\.isTyping)
    let others = CommandContext.allCases.filter { !$0.isTyping }
    return Action.allCases.compactMap(everywhere) + (typing + others).flatMap(keys)
  }

  /// By default the keys that the action has wherever it works.
  private static func everywhere(_ action: Action) -> Setting? {
    let rows = CommandTable.commands.filter { $0.action == action && !$0.contexts.allSatisfy(\.isTyping) }
    guard let first = rows.first(where: { $0.contexts.contains(.results) }) ?? rows.first else { return nil }
    let places = CommandContext.allCases.filter { !$0.isTyping && !keys(of: action, in: $0).isEmpty }
    let common = rows.flatMap(\.keys).filter { key in places.allSatisfy { keys(of: action, in: $0).contains(key) } }
    return Setting(["keys", action.name], .texts, standard: .list(unique(common)), help: first.help)
  }

  /// Where the action has the keys that it has everywhere, there is no default of its own.
  private static func keys(in context: CommandContext) -> [Setting] {
    Action.allCases.compactMap { action in
      let rows = CommandTable.commands.filter { $0.action == action && $0.contexts.contains(context) }
      guard let first = rows.first else { return nil }
      let own = ConfigurationValue.list(keys(of: action, in: context))
      let isSame = !context.isTyping && everywhere(action)?.standard == own
      return Setting(
        ["keys", context.rawValue, action.name], .texts, standard: isSame ? nil : own, help: first.help)
    }
  }

  private static func keys(of action: Action, in context: CommandContext) -> [String] {
    unique(CommandTable.commands.filter { $0.action == action && $0.contexts.contains(context) }.flatMap(\.keys))
  }

  private static func unique(_ keys: [String]) -> [String] {
    keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
