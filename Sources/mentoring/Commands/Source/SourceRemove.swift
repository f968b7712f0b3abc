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
      // First the registry: a cache that still has the source is mended by removing it again.
      try workplace.registry.remove(source.name)
      let counts = try cache.use { try $0.remove(source: source.name, now: workplace.clock.now) }
      _ = try? Snapshot.index(of: cache, in: workplace, progress: progress)
      let gone = counts.gone > 0 ? ", and with it \(counted(counts.gone, "mentor")) whom no other source knows" : ""
      try Output.print("“\(source.name)” was removed\(gone).")
    }
  }
}
