/// What the configuration file says of the settings there are.
///
/// Parsed once, with everything that is wrong with it: whatever is right holds all the same.
public struct ConfigurationFile: Equatable, Sendable {
  public let settings: [Setting]
  /// In the order of the file.
  public private(set) var problems: [ConfigurationProblem] = []
  private var given: [[String]: Given] = [:]

  private struct Given: Equatable {
    var value: ConfigurationValue
    var position: TextPosition
  }

  /// That of a program without a file.
  public init(_ settings: [Setting]) { self.settings = settings }

  /// Reads a text; a text that is no TOML is thrown as the problem.
  public init(_ settings: [Setting], text: String) throws(ConfigurationProblem) {
    self.settings = settings
    let known = Dictionary(settings.map { ($0.path, $0) }) { first, _ in first }
    for entry in try TOMLReader(text).entries {
      if entry.isEmptyTable, settings.contains(where: { $0.path.starts(with: entry.path) && known[entry.path] == nil })
      {
        continue
      }
      guard let setting = known[entry.path] else {
        problems.append(ConfigurationProblem(entry.position, unknown(entry)))
        continue
      }
      if let reason = Self.objection(to: entry.value, of: setting) {
        problems.append(ConfigurationProblem(entry.position, reason))
      } else {
        given[entry.path] = Given(value: entry.value, position: entry.position)
      }
    }
  }

  /// The value that holds: that of the file, else the standard one.
  public func value(of setting: Setting) -> ConfigurationValue? { given[setting.path]?.value ?? setting.standard }

  /// The value of the setting at a path that the program knows.
  public subscript(path: String...) -> ConfigurationValue? {
    given[path]?.value ?? settings.first { $0.path == path }?.standard
  }

  /// Where the file sets it; nil where it does not.
  public func position(of setting: Setting) -> TextPosition? { given[setting.path]?.position }

  private func unknown(_ entry: TOMLReader.Entry) -> ConfigurationProblem.Reason {
    let name = entry.path.joined(separator: ".")
    return .unknown(name: name, nearest: NearestName.of(name, among: settings.map(\.name)))
  }

  private static func objection(
    to value: ConfigurationValue, of setting: Setting
  ) -> ConfigurationProblem.Reason? {
    switch setting.kind {
    case .flag: return value.flag == nil ? .kind(name: setting.name, expected: setting.kind) : nil
    case .texts: return value.texts == nil ? .kind(name: setting.name, expected: setting.kind) : nil
    case .choice(let choices):
      guard let text = value.text else { return .kind(name: setting.name, expected: setting.kind) }
      return choices.contains(text) ? nil : .choice(name: setting.name, found: text, choices: choices)
    }
  }
}
