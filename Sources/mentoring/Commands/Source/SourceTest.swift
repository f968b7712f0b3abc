import ArgumentParser
import DirectoryStore
import DirectorySync
import Fetching
import Host
import MentorDirectory
import Synchronization

/// `mentoring source test`
struct SourceTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Fetch a source and show what would come, storing nothing.",
    discussion: "Of the pages that it leads to, the first few are read.")

  @Argument(help: "Its name.")
  var name: [String]

  func run() throws {
    try Failure.reported {
      let workplace = try Workplace.current()
      let registered = try workplace.registry.meant(by: name.joined(separator: " "))
      guard let setup = SourceSetup(registered, keys: SourceKeys(workplace.environment)) else {
        throw Failure("“\(registered.name)” comes from files; `mentoring import` says what comes of them.", .usage)
      }
      let cancellation = Cancellation.onInterrupt()
      let reader = SourceReader(
        client: WebClient(.of(workplace.environment)), tables: try workplace.tables(), now: workplace.clock.now)
      let trial = SourceTrial()
      do {
        try Blocking.run {
          try await cancellation.cancelling {
            try await reader.read(setup.source) { try trial.take($0) }
          }
        }
      } catch SyncFailure.step(is SourceTrial.Enough) {
      } catch let failure as SyncFailure {
        for line in trial.lines { try Output.print(line) }
        if case .cancelled = failure { throw Failure("Cancelled.", .cancelled) }
        throw Failure(Sentence.of(failure, source: registered.name))
      }
      for line in trial.lines { try Output.print(line) }
    }
  }
}

/// What a source gave, in lines, until that is enough to judge it by.
private final class SourceTrial: Sendable {
  struct Enough: Error {}
  private static let mostPages = 10
  private static let mostShown = 10

  private struct State {
    var lines: [String] = []
    var pages = 0
  }
  private let state = Mutex(State())

  var lines: [String] { state.withLock { $0.lines } }

  func take(_ step: SyncStep) throws(Enough) {
    let isEnough = state.withLock { state in
      switch step {
      case .listing(let listing):
        let mentors = listing.mentors ?? []
        let links = listing.pages.isEmpty ? "" : ", \(counted(listing.pages.count, "page")) behind it"
        state.lines.append("listed: \(counted(mentors.count, "mentor"))\(links)")
        state.lines += mentors.prefix(Self.mostShown).map { "  " + Self.line($0) }
        if mentors.count > Self.mostShown { state.lines.append("  and \(mentors.count - Self.mostShown) more") }
        state.lines += listing.problems.prefix(Self.mostShown).map { "  - " + Sentence.of($0) }
        return false
      case .pages(let visits):
        for visit in visits where state.pages < Self.mostPages {
          state.pages += 1
          state.lines.append(Self.line(visit))
        }
        return state.pages >= Self.mostPages
      }
    }
    if isEnough { throw Enough() }
  }

  private static func line(_ mentor: Mentor) -> String {
    let about = mentor.areas + mentor.interests
    return [mentor.name, mentor.title, about.prefix(4).joined(separator: ", "), mentor.place.display]
      .filter { !$0.isEmpty }.joined(separator: " · ").cleanedLine(limit: 300)
  }

  private static func line(_ visit: PageVisit) -> String {
    switch visit.outcome {
    case .unchanged: "\(visit.address): unchanged"
    case .failed(let failure): Sentence.of(failure, at: visit.address)
    case .read(nil, let verdict): Sentence.of(verdict, at: visit.address)
    case .read(let mentor?, _): "\(visit.address): \(line(mentor))"
    }
  }
}
