import Host

/// The configuration of a program that runs for long: read again when the file was saved.
final class ConfigurationWatch {
  private(set) var current: UserConfiguration
  private var stamp: FileStamp?

  init(path: String) {
    // Before the file is read: what is saved meanwhile is seen next time.
    stamp = FileStamp(of: path)
    current = UserConfiguration(path: path)
  }

  enum Change {
    case taken(UserConfiguration, before: UserConfiguration)
    /// The file has errors: the former configuration holds.
    case refused(UserConfiguration)
  }

  /// Costs a look at the directory while nothing was saved.
  func change() -> Change? {
    let now = FileStamp(of: current.path)
    guard now != stamp else { return nil }
    stamp = now
    let next = UserConfiguration(path: current.path)
    if next.hasErrors { return .refused(next) }
    defer { current = next }
    return .taken(next, before: current)
  }
}
