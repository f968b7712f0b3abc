import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory

/// `mentoring source opt-out`
struct SourceOptOut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opt-out",
    abstract: "Take a mentor out who asked not to be listed, for good.",
    discussion: """
      All that any source said of the mentor is deleted, and no sync or import brings it back. What is remembered are \
      salted hashes of the addresses by which they are recognised, in opt-outs.json of the data directory: nothing in it \
      can be read back.

      Examples:
        mentoring source opt-out Ada Example
        mentoring source opt-out --undo https://ada.example/mentoring
      """)

  @Argument(help: "Whom: a page address, a name, or words that only one mentor matches.")
  var mentor: [String] = []

  @Option(help: "Let the person with this page or e-mail address be listed again.")
  var undo: String?

  func validate() throws {
    guard mentor.isEmpty != (undo == nil) else { throw ValidationError("name a mentor, or an address with --undo") }
  }

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current()
      let progress = ProgressLine(isShown: workplace.environment.errorIsTerminal)
      if let undo {
        let cache = try Cache(workplace, progress: progress)
        guard try cache.use({ try $0.undoOptOut(undo) }) > 0 else {
          throw Failure("Nobody with the address “\(undo.cleanedLine(limit: 200))” has opted out.", .nothingFound)
        }
        return try Output.print("The next sync or import may list the person again.")
      }
      let library = try CachedLibrary(workplace)
      let id = try MentorArgument(text: mentor.joined(separator: " ")).find(in: library)
      let name = try library.mentor(id)?.name ?? id.rawValue
      let cache = try Cache(workplace, progress: progress)
      guard try cache.use({ try $0.optOut(id, now: workplace.clock.now) }) else {
        throw Failure("“\(id.rawValue)” is no longer in the cache.", .nothingFound)
      }
      _ = try? Snapshot.index(of: cache, in: workplace, progress: progress)
      try Output.print("\(name) is no longer listed, and will not be.")
      guard try workplace.registry.sources().contains(where: { $0.net == nil }) else { return }
      Talk.say(
        "Copies of imported files still hold what was in them; import a file without the person to replace them.")
    }
  }
}
