/// Hands text to the clipboard of the desktop, by the program that the desktop has for it.
public struct ClipboardProgram: Sendable {
  private let environment: RunEnvironment

  public init(environment: RunEnvironment) { self.environment = environment }

  /// Name of the program that took the text; nil if there is no desktop, or nothing on it that takes text. May take
  /// some tenths of a second.
  public func copy(_ text: String) -> String? {
    for command in candidates where command.executable(in: environment) != nil {
      let outcome = try? TemporaryFile.with(text, in: environment) { path in
        // The child has the file open before this returns, and needs its name no longer.
        ChildProcess.startDetached(command, environment: environment, input: path) ?? .exited(0)
      }
      if outcome?.isSuccess == true { return command.program }
    }
    return nil
  }

  private var candidates: [Command] {
    var commands: [Command] = []
    if environment.value("WAYLAND_DISPLAY") != nil { commands.append(Command("wl-copy")) }
    if environment.value("DISPLAY") != nil {
      commands += [
        Command("xclip", ["-selection", "clipboard"]), Command("xsel", ["--clipboard", "--input"]),
      ]
    }
    return commands + [Command("pbcopy")]
  }
}
