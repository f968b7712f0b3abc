/// Something that can be set in the configuration file. The table of all of them is data: the file is checked against
/// it, and it is what `mentoring config` prints.
public struct Setting: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case flag
    /// One of these words.
    case choice([String])
    /// A text, or a list of texts; what they have to be is for whoever uses them.
    case texts
  }

  /// Its name after those of the tables that it stands in: `["look", "theme"]`.
  public var path: [String]
  public var kind: Kind
  /// What holds where the file says nothing; nil where that depends on other settings.
  public var standard: ConfigurationValue?
  /// One line.
  public var help: String

  public init(_ path: [String], _ kind: Kind, standard: ConfigurationValue?, help: String) {
    self.path = path
    self.kind = kind
    self.standard = standard
    self.help = help
  }

  /// "look.theme"
  public var name: String { path.joined(separator: ".") }
}
