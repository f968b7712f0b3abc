/// What is wrong with a configuration file, and where.
public struct ConfigurationProblem: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// The text is no TOML.
    case syntax(TOMLProblem)
    /// There is no such setting; the nearest one, if one is near.
    case unknown(name: String, nearest: String?)
    /// The value is of another kind than the setting.
    case kind(name: String, expected: Setting.Kind)
    /// The value is none of the words that the setting takes.
    case choice(name: String, found: String, choices: [String])
  }

  public var position: TextPosition
  public var reason: Reason

  public init(_ position: TextPosition, _ reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// False for what is merely left aside: a file for a later version of the program serves this one as well.
  public var isError: Bool { if case .unknown = reason { false } else { true } }
}
