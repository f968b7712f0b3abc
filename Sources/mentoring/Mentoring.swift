// mentoring: the program. One thin file per command, the libraries they read from, and the loop that runs the screens.
//
// Purpose: to bring the modules together, explicitly, from here; to turn facts (errors, outcomes) into sentences.
// Standard output is data, standard error is talk. Exit codes: `ExitStatus`.

import ArgumentParser
import Foundation
import Host
import Surface

@main
struct Mentoring: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentoring",
    abstract: "A distributed mentorship directory in the terminal.",
    discussion: """
      Without a command the screens open. In them, ? lists the keys.

      Examples:
        mentoring --demo                look around in a sample community
        mentoring import mentors.csv    add the list that your community has
        mentoring source add https://ada.example/mentoring && mentoring sync
        mentoring find area:localization lang:de
        mentoring find --json 'near:Berlin "style guide"' | jq .total
      """,
    version: "0.1.0",
    subcommands: [
      Find.self, Facets.self, Show.self, Open.self, Import.self, SourceCommand.self, Sync.self, DeskCommand.self,
      Config.self,
    ])

  @OptionGroup var place: LibraryOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try Failure.reported {
      let environment = RunEnvironment.current()
      if look.plain {
        let ascii = Look(look, configuration(environment)?.current.configuration ?? ConfigurationFile(Settings.all))
          .ascii
        return try PlainScreens(library: try place.library(), environment: environment, ascii: ascii ?? false).run()
      }
      guard environment.hasTerminal, !environment.isDumb else {
        return try Find.list(try place.library(), [], limit: nil, sort: .match, format: .text)
      }
      try Screens(
        library: try place.startingLibrary(), environment: environment, options: look,
        configuration: configuration(environment)
      ).run()
    }
  }

  /// The user's own; nil with the sample community, and where there is no place for it.
  private func configuration(_ environment: RunEnvironment) -> ConfigurationWatch? {
    guard !place.demo, let path = try? UserConfiguration.path(in: environment) else { return nil }
    return ConfigurationWatch(path: path)
  }

  /// As ArgumentParser's own, but for the exit status and the words of a wrong call.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let message = fullMessage(for: error)
      let usage = message.firstIndex(of: "\n").map { String(message[$0...]) } ?? ""
      let label = "Error: "
      Talk.say(
        unknownCommand.map { $0 + usage } ?? String(message.dropFirst(message.hasPrefix(label) ? label.count : 0)))
      Foundation.exit(ExitStatus.usage.rawValue)
    }
  }

  /// The sentence for a first word that is no command; nil if it is one.
  private static var unknownCommand: String? {
    let names = configuration.subcommands.compactMap { $0._commandName }
    guard let word = CommandLine.arguments.dropFirst().first(where: { !$0.hasPrefix("-") }), word != "help",
      !names.contains(word), CommandLine.arguments.dropFirst().first == word
    else { return nil }
    return
      "there is no command “\(word)”: take \(names.joined(separator: ", ")); to look for it, mentoring find \(word)"
  }
}

/// What the caller of the program learns.
enum ExitStatus: Int32 {
  case done = 0
  case nothingFound = 1
  case usage = 2
  case trouble = 3
  case cancelled = 4
}

/// How the screens look.
struct LookOptions: ParsableArguments {
  @Option(
    help: "\(Theme.all.map(\.name).joined(separator: ", ")); auto asks the terminal for its background.")
  var theme: String?

  @Flag(help: "Lines instead of screens, for screen readers and braille displays.")
  var plain = false

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Use the mouse.")
  var mouse: Bool?

  mutating func validate() throws {
    if let theme, theme != Settings.automatic, Theme.named(theme) == nil {
      throw ValidationError("there is no theme “\(theme)”: take \(Theme.all.map(\.name).joined(separator: ", "))")
    }
  }
}
