import Host
import MentoringApp
import Surface

/// What the user's `config.toml` says, and what is wrong with it.
struct UserConfiguration {
  /// Something to tell about the file.
  struct Complaint: Equatable {
    /// Nil where it is about the file as a whole.
    var position: TextPosition?
    var text: String
    enum Weight { case note, warning, error }
    /// Notes are for those who ask; an error keeps a file that was saved from being taken.
    var weight: Weight
  }

  let path: String
  let exists: Bool
  let configuration: ConfigurationFile
  let keymap: Keymap
  /// In the order of the file.
  let complaints: [Complaint]

  /// Reads the file. What is right in it holds; a file that is not there says nothing.
  init(path: String) {
    self.path = path
    var configuration = ConfigurationFile(Settings.all), complaints: [Complaint] = []
    exists = Files.kind(at: path) != nil
    do {
      if exists { configuration = try ConfigurationFile(Settings.all, text: Files.readText(path, limit: 1 << 20)) }
    } catch let problem as ConfigurationProblem {
      complaints.append(Complaint(problem))
    } catch {
      complaints.append(Complaint(text: Sentence.of(error), weight: .error))
    }
    let keys = KeySettings(configuration)
    self.configuration = configuration
    keymap = Keymap(choices: keys.choices)
    complaints += configuration.problems.map(Complaint.init)
    complaints += keys.unreadable.map {
      Complaint(position: $0.position, text: Sentence.noKey($0.text), weight: .error)
    }
    complaints += keymap.problems.map { Complaint($0, of: keys) }
    // A stable order where a line has several.
    self.complaints = complaints.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
  }

  /// The value that holds; nil for keys of one place that are those of `[keys]`.
  func value(of setting: Setting) -> ConfigurationValue? {
    let isOfPlace = setting.path.first == "keys" && setting.path.count > 2
    if isOfPlace, configuration.position(of: setting) == nil,
      let place = CommandContext(rawValue: setting.path[1]), !place.isTyping,
      let general = configuration.settings.first(where: { $0.path == ["keys", setting.path[2]] }),
      configuration.position(of: general) != nil
    {
      return nil
    }
    return configuration.value(of: setting)
  }

  /// Where the file belongs.
  static func path(in environment: RunEnvironment) throws(HostError) -> String {
    FilePath.join(try HostPaths(environment: environment.variables).config, "config.toml")
  }

  var hasErrors: Bool { complaints.contains { $0.weight == .error } }

  /// The complaints that concern somebody who did not ask, as sentences with file, line and column.
  var warnings: [String] { grave.map { sentence($0) } }

  private var grave: [Complaint] { complaints.filter { $0.weight != .note } }

  func sentence(_ complaint: Complaint, file: String? = nil) -> String {
    guard let position = complaint.position else { return complaint.text }
    return "\(file ?? path):\(position.line):\(position.column): \(complaint.text)"
  }

  /// All warnings in one line for the screen; nil if there are none.
  func message(_ beginning: String = "") -> Message? {
    guard let first = grave.first else { return nil }
    let text = sentence(first, file: FilePath.split(path).name)
    let count = grave.count > 1 ? "\(grave.count) problems (mentoring config check): " : ""
    return Message(beginning + count + text, hasErrors ? .error : .warning)
  }
}

extension UserConfiguration.Complaint {
  fileprivate var place: TextPosition { position ?? TextPosition(line: 0, column: 0) }

  init(_ problem: ConfigurationProblem) {
    self.init(
      position: problem.position, text: Sentence.of(problem.reason), weight: problem.isError ? .error : .warning)
  }

  init(_ problem: KeyProblem, of keys: KeySettings) {
    let ways: Set<Action> = [.close, .quit, .back, .open]
    let choice = problem.choice ?? keys.choices.firstIndex { ways.contains($0.action) }
    self.init(
      position: choice.map { keys.positions[$0] }, text: Sentence.of(problem, of: keys),
      weight: problem.isError ? .error : .note)
  }
}
