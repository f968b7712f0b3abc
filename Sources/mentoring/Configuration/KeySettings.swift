import Host
import MentoringApp
import Surface

/// The keys that a configuration chooses, and where it does.
struct KeySettings {
  /// In the order of the file.
  private(set) var choices: [KeyChoice] = []
  private(set) var positions: [TextPosition] = []
  /// Texts that are no keys.
  private(set) var unreadable: [(text: String, position: TextPosition)] = []

  init(_ configuration: ConfigurationFile) {
    let given = configuration.settings.compactMap { setting in
      configuration.position(of: setting).map { (setting: setting, position: $0) }
    }
    for (setting, position) in given.sorted(by: { $0.position < $1.position }) where setting.path.first == "keys" {
      guard let action = Action.allCases.first(where: { $0.name == setting.path.last }) else { continue }
      let context = setting.path.count > 2 ? CommandContext(rawValue: setting.path[1]) : nil
      choices.append(
        KeyChoice(action, in: context, keys: keys(configuration.value(of: setting)?.texts ?? [], position)))
      positions.append(position)
    }
  }

  private mutating func keys(_ texts: [String], _ position: TextPosition) -> [KeyEvent] {
    var keys: [KeyEvent] = []
    for text in texts {
      guard let key = KeyEvent(text) else {
        unreadable.append((text, position))
        continue
      }
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
