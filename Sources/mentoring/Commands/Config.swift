import ArgumentParser
import Host
import MentorDirectory

/// `mentoring config`
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what can be set, to what it is set, and where.",
    discussion: """
      The output is a configuration file by itself, with every setting as it holds now; what is behind # says where it \
      is set. Settings belong into config.toml in the configuration directory ($XDG_CONFIG_HOME/mentoring or \
      ~/.config/mentoring). The screens read it again when it is saved.

      Keys are written j, G, C-n, M-b, S-Tab, F1, Space, Enter. [keys] holds everywhere except where text is typed \
      ([keys.field], [keys.prompt]); [keys.results], .facets, .preview, .reader, .menu, .map and .help hold in one \
      place alone. [] leaves an action without a key.

      Examples:
        mentoring config
        mentoring config --json | jq -r '.settings[] | select(.origin == "file") | .key'
        mentoring config check
      """,
    subcommands: [Check.self])

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    try Failure.reported {
      let user = UserConfiguration(path: try UserConfiguration.path(in: .current()))
      for warning in user.warnings { Talk.say(warning) }
      try Output.print(json ? ConfigurationText.json(user) : ConfigurationText.toml(user))
    }
  }

  /// `mentoring config check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what is wrong with the configuration.",
      discussion: """
        Each finding is a line with file, line and column on standard output. Exits with 3 if there is anything to \
        mend; notes alone are none.

        Examples:
          mentoring config check
          mentoring config check other.toml
        """)

    @Argument(help: "Another file.")
    var file: String?

    func run() throws {
      try Failure.reported {
        let path = try file ?? UserConfiguration.path(in: .current())
        let user = UserConfiguration(path: path)
        if file != nil, !user.exists { throw Failure("\(path): there is no such file.") }
        if !user.complaints.isEmpty {
          try Output.print(user.complaints.map { user.sentence($0).cleanedLine(limit: 4000) }.joined(separator: "\n"))
        }
        guard user.warnings.isEmpty else { throw Failure("", .trouble) }
        Talk.say(user.exists ? "\(path) is fine." : "There is no \(path); every setting has its default.")
      }
    }
  }
}

/// The settings as text.
private enum ConfigurationText {
  static func toml(_ user: UserConfiguration) -> String {
    var lines = ["# \(user.path)" + (user.exists ? "" : " (there is no such file yet)")]
    var table: [String] = []
    for setting in user.configuration.settings {
      guard let value = user.value(of: setting) else { continue }
      if table != setting.path.dropLast() {
        table = setting.path.dropLast()
        lines += ["", "[\(table.joined(separator: "."))]"]
      }
      let assignment = "\(setting.path.last ?? "") = \(value.toml)"
      lines.append("\(assignment.padding(to: 38))  # \(origin(of: setting, user)): \(setting.help)")
    }
    return lines.joined(separator: "\n")
  }

  private static func origin(of setting: Setting, _ user: UserConfiguration) -> String {
    user.configuration.position(of: setting).map { "line \($0.line)" } ?? "default"
  }

  static func json(_ user: UserConfiguration) -> String {
    let settings = user.configuration.settings.map { setting -> JSONValue in
      var object: JSONObject = [
        "key": .string(setting.name), "value": user.value(of: setting)?.json ?? .null,
        "default": setting.standard?.json ?? .null, "origin": .string("default"), "help": .string(setting.help),
      ]
      if let position = user.configuration.position(of: setting) {
        object["origin"] = .string("file")
        object["line"] = .int(position.line)
        object["column"] = .int(position.column)
      }
      return .object(object)
    }
    let whole: JSONValue = ["file": .string(user.path), "exists": .bool(user.exists), "settings": .array(settings)]
    return whole.text(indented: true)
  }
}

extension ConfigurationValue {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .list(let texts): .strings(texts)
    case .other: .null
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
