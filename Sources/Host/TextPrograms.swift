import Glibc

/// The person's pager: `PAGER`, else `less`, else `more`.
public struct Pager: Sendable {
  private let environment: RunEnvironment

  public init(environment: RunEnvironment) { self.environment = environment }

  /// The command that will be run; nil if there is no pager, or it is `cat`, which pages nothing.
  public var command: Command? {
    let choices = [environment.value("PAGER").flatMap { Command(words: $0) }, Command("less"), Command("more")]
    let command = choices.compactMap { $0 }.first { $0.executable(in: environment) != nil }
    return command?.program == "cat" ? nil : command
  }

  /// Shows the text and waits until the person is done. `notFound` if there is no pager: then print it.
  public func show(_ text: String) throws(HostError) -> ChildOutcome {
    guard let command else { return .notFound }
    var environment = environment
    // Leave at once if it fits, keep colours, leave the text on the screen: as git does.
    if environment.value("LESS") == nil { environment.variables["LESS"] = "FRX" }
    return try TemporaryFile.with(text, in: environment) { path in
      ChildProcess.runInForeground(command, environment: environment, input: path)
    }
  }
}

/// The person's editor: `VISUAL`, else `EDITOR`, else what the system has.
public struct Editor: Sendable {
  private let environment: RunEnvironment

  public init(environment: RunEnvironment) { self.environment = environment }

  /// The command that will be run, without the file; nil if there is no editor.
  public var command: Command? {
    let named = ["VISUAL", "EDITOR"].compactMap { environment.value($0).flatMap { Command(words: $0) } }
    let usual = ["sensible-editor", "editor", "nano", "vi"].map { Command($0) }
    return (named + usual).first { $0.executable(in: environment) != nil }
  }

  /// Opens the file and waits until the person is done.
  public func edit(_ path: String) -> ChildOutcome {
    guard var command else { return .notFound }
    command.arguments.append(path)
    return ChildProcess.runInForeground(command, environment: environment)
  }
}
