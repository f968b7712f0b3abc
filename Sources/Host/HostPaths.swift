/// Where this program's files belong, after the XDG Base Directory Specification 0.8.
public struct HostPaths: Equatable, Sendable {
  /// What the person wrote: configuration, vocabulary.
  public let config: String
  /// What cannot be made again: the record of sources, copies of imported files.
  public let data: String
  /// What can be made again at any time.
  public let cache: String
  /// Logs and what the screens remember.
  public let state: String

  /// Reads `XDG_CONFIG_HOME`, `XDG_DATA_HOME`, `XDG_CACHE_HOME`, `XDG_STATE_HOME` and `HOME`. A relative value counts
  /// as none, as the specification says. Throws `HostError.noPlace` where nothing absolute is left.
  public init(environment: [String: String]) throws(HostError) {
    func directory(_ variable: String, _ belowHome: String) throws(HostError) -> String {
      for (name, rest) in [(variable, ""), ("HOME", belowHome)] {
        if let value = environment[name], value.hasPrefix("/") {
          return FilePath.join(rest.isEmpty ? value : FilePath.join(value, rest), "mentoring")
        }
      }
      throw .noPlace(variable: variable)
    }
    config = try directory("XDG_CONFIG_HOME", ".config")
    data = try directory("XDG_DATA_HOME", ".local/share")
    cache = try directory("XDG_CACHE_HOME", ".cache")
    state = try directory("XDG_STATE_HOME", ".local/state")
  }

  /// Makes all four, for the user alone.
  public func create() throws(HostError) {
    for path in [config, data, cache, state] { try Files.createDirectory(path) }
  }
}
