import ArgumentParser
import DirectoryStore
import Host
import MentorDirectory

/// `mentoring source remove`
struct SourceRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a source, and all that it alone said.",
    discussion: "Mentors whom another source knows stay, with what that one says of them.")

  @Argument(help: "Its name.")
  var name: [String]

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current()
      let source = try workplace.registry.meant(by: name.joined(separator: " "))
      let progress = ProgressLine(isShown: workplace.environment.errorIsTerminal)
      let cache = try Cache(workplace, progress: progress)
      // A sync that is under way would bring it back. First the registry: what is left in the cache without it, the next
      // sync clears away.
      let counts = try SyncLock.holding(workplace) {
        try workplace.registry.remove(source.name)
        return try cache.use { try $0.remove(source: source.name, now: workplace.clock.now) }
      }
      _ = try? Snapshot.index(of: cache, in: workplace, progress: progress)
      let gone = counts.gone > 0 ? ", and with it \(counted(counts.gone, "mentor")) whom no other source knows" : ""
      try Output.print("“\(source.name)” was removed\(gone).")
    }
  }
}
