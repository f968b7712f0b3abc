import MentorDirectory

/// Shows an address in a browser: `$BROWSER`, then `xdg-open`.
///
/// `BROWSER` is a list of commands separated by colons, tried in order; `%s` in one stands for the address, which is
/// else its last argument (Eric Raymond's convention, kept by xdg-open and man). Only web and mail addresses are
/// opened, and they never pass through a shell.
public struct Opener: Sendable {
  private let environment: RunEnvironment

  public init(environment: RunEnvironment) { self.environment = environment }

  public enum Outcome: Equatable, Sendable {
    /// The value is the program that took it.
    case opened(with: String)
    /// The next browser in the list runs in the terminal: take the screen down, then `openInForeground`.
    case needsTerminal(Command)
    /// No browser took it: show the address, so that it can be copied.
    case nothingFound(address: String)
    /// Not an address that may be handed to a browser.
    case refused(address: String)
  }

  /// Opens beside a running screen: no browser touches the terminal. May take some tenths of a second.
  public func open(_ address: String) -> Outcome {
    guard Self.isSafe(address) else { return .refused(address: address) }
    for command in candidates(for: address) where command.executable(in: environment) != nil {
      if Self.usesTerminal(command) { return .needsTerminal(command) }
      let outcome = ChildProcess.startDetached(command, environment: environment)
      if outcome == nil || outcome == .exited(0) { return .opened(with: command.program) }
    }
    return .nothingFound(address: address)
  }

  /// Opens with the terminal at the browser's disposal, and waits where the browser runs in it.
  public func openInForeground(_ address: String) -> Outcome {
    guard Self.isSafe(address) else { return .refused(address: address) }
    for command in candidates(for: address) where command.executable(in: environment) != nil {
      let outcome =
        Self.usesTerminal(command)
        ? ChildProcess.runInForeground(command, environment: environment)
        : ChildProcess.startDetached(command, environment: environment)
      if outcome == nil || outcome == .exited(0) { return .opened(with: command.program) }
    }
    return .nothingFound(address: address)
  }

  /// An `http`, `https` or `mailto` address without white space and control characters.
  public static func isSafe(_ address: String) -> Bool {
    guard address.utf8.count <= 8000, let colon = address.firstIndex(of: ":"),
      address.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && !$0.isUnwelcome })
    else { return false }
    let rest = address[colon...].dropFirst()
    switch address[..<colon].lowercased() {
    case "http", "https": return rest.hasPrefix("//") && rest.count > 2
    case "mailto": return !rest.isEmpty && hasHarmlessHeaders(rest)
    default: return false
    }
  }

  /// A mail address may set what the mail says; `attach`, which some mail programs obey, would send the user's files.
  private static func hasHarmlessHeaders(_ mail: Substring) -> Bool {
    guard let mark = mail.firstIndex(of: "?") else { return true }
    return mail[mark...].dropFirst().split(separator: "&").allSatisfy { header in
      ["subject", "body", "cc"].contains(header.prefix { $0 != "=" }.lowercased())
    }
  }

  private func candidates(for address: String) -> [Command] {
    var commands = (environment.value("BROWSER") ?? "").split(separator: ":").compactMap { entry in
      Command(words: String(entry)).map { Self.command($0, opening: address) }
    }
    // Without a display xdg-open starts a text browser on a terminal that it does not have.
    if environment.hasDisplay { commands.append(Command("xdg-open", [address])) }
    return commands
  }

  private static func command(_ template: Command, opening address: String) -> Command {
    var isNamed = false
    let arguments = template.arguments.map { argument in
      var out = "", isPercent = false
      for character in argument {
        if isPercent {
          switch character {
          case "s":
            out += address
            isNamed = true
          case "c": out += ":"
          case "%": out += "%"
          default: out += "%" + String(character)
          }
          isPercent = false
        } else if character == "%" {
          isPercent = true
        } else {
          out.append(character)
        }
      }
      return isPercent ? out + "%" : out
    }
    return Command(template.program, isNamed ? arguments : arguments + [address])
  }

  private static func usesTerminal(_ command: Command) -> Bool {
    textBrowsers.contains(FilePath.split(command.program).name)
  }
  private static let textBrowsers: Set<String> = [
    "browsh", "carbonyl", "chawan", "cha", "edbrowse", "elinks", "links", "links2", "lynx", "retawq", "w3m",
    "www-browser",
  ]
}
