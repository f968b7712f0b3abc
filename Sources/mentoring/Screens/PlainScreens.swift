import Foundation
import Host
import MentorDirectory
import MentoringApp
import Surface

/// The linear mode: answers as lines on standard output, commands as lines from standard input, on a terminal or a
/// pipe. It moves no cursor and uses no colour.
struct PlainScreens {
  private let library: any MentorLibrary
  private let environment: RunEnvironment
  private let isASCII: Bool
  private let clock: WallClock

  init(library: any MentorLibrary, environment: RunEnvironment, ascii: Bool = false) {
    self.library = library
    self.environment = environment
    isASCII = ascii
    clock = .of(environment)
  }

  func run() throws {
    var session = PlainSession(
      index: library.index, status: library.status, now: clock.now,
      world: PlainSession.World(details: details, open: open))
    try say(session.greeting())
    while !session.isOver {
      try Output.write("> ")
      guard let line = readLine() else {
        // Where the input ends, the shell's prompt begins on a line of its own.
        if environment.inputIsTerminal { try Output.write("\n") }
        return
      }
      // A pipe does not show what was typed; the answer begins on a line of its own all the same.
      if !environment.inputIsTerminal { try Output.write("\n") }
      session.now = clock.now
      try say(session.respond(to: line))
    }
  }

  private func details(_ id: MentorID) -> MentorDetails? {
    do {
      return try library.details(id, now: clock.now)
    } catch {
      Talk.say(Sentence.of(error))
      return nil
    }
  }

  private func open(_ address: String) -> String {
    switch Opener(environment: environment).openInForeground(address) {
    case .opened(let program): "opened with \(program): \(address)"
    case .nothingFound, .needsTerminal: "no browser found; the address is \(address)"
    case .refused: "not opened, because it is no web or mail address: \(address)"
    }
  }

  private func say(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try Output.write(lines.map { (isASCII ? ASCIIFold.fold($0) : $0) + "\n" }.joined())
  }
}
