import ArgumentParser
import Host
import Markup
import MentorDirectory
import MentoringApp

/// Finds the one mentor that a person means.
struct MentorArgument {
  let text: String

  /// By identity or page address, then by name, then by query if only one matches.
  func find(in library: any MentorLibrary) throws -> MentorID {
    let index = library.index
    if let mentor = index.mentor(withID: MentorID(text)) { return index.id(of: mentor) }
    let session = SearchSession(index)
    var named = Query()
    named.terms = [Query.Term(text, kind: .exact, field: .name)].compactMap { $0 }
    let total = session.search(named).total
    var found = session.mentors(0..<min(total, 50), sort: .name, day: CalendarDay(daysSinceEpoch: 0))
    let exact = found.filter { index.name(of: $0).folded == text.folded }
    if !exact.isEmpty { found = exact }
    if found.isEmpty {
      let total = session.search(Query(text)).total
      found = session.mentors(0..<min(total, 50), sort: .match, day: CalendarDay(daysSinceEpoch: 0))
    }
    guard let first = found.first else {
      try library.checkFound(index.mentorCount)
      throw Failure("nobody here is called “\(text)”; `mentoring find` lists everybody", .nothingFound)
    }
    guard found.count == 1 else {
      let names = found.prefix(8).map { "  \(index.name(of: $0))  \(index.id(of: $0).rawValue)" }.joined(
        separator: "\n")
      let more = found.count > 8 ? "\n  and more" : ""
      throw Failure("“\(text)” could be several; name one by its address:\n\(names)\(more)", .nothingFound)
    }
    return index.id(of: first)
  }
}

/// `mentoring show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a mentor's write-up and all that is known.",
    discussion: """
      MENTOR is a page address, a name, or words that only one mentor matches.

      Examples:
        mentoring show Ada Example
        mentoring show https://ada.example/mentoring --markdown
      """)

  @Argument(help: "Whom to show.")
  var mentor: [String]

  @Flag(help: "As JSON, the write-up as Markdown.")
  var json = false
  @Flag(help: "The write-up as Markdown.")
  var markdown = false
  @Flag(help: "The write-up as HTML.")
  var html = false

  @OptionGroup var place: LibraryOptions

  func validate() throws {
    guard [json, markdown, html].count(where: { $0 }) < 2 else {
      throw ValidationError("--json, --markdown and --html exclude each other")
    }
  }

  func run() throws {
    try Failure.reported {
      let library = try place.library()
      let id = try MentorArgument(text: mentor.joined(separator: " ")).find(in: library)
      let now = WallClock.of(.current()).now
      guard let details = try library.details(id, now: now) else {
        throw Failure("“\(id.rawValue)” is no longer in the cache", .nothingFound)
      }
      try Output.print(text(details, now: now))
    }
  }

  private func text(_ details: MentorDetails, now: Timestamp) -> String {
    let mentor = details.mentor
    if json {
      var object = mentor.json
      object.append("writeUp", .string(mentor.writeUp.markdown))
      object.append("verdict", .string("offer"))
      return JSONValue.object(object).text(indented: true)
    }
    if markdown || html {
      let text = markdown ? mentor.writeUp.markdown : mentor.writeUp.html
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
    let environment = RunEnvironment.current()
    let width = min(80, max(40, Output.columns ?? environment.columns ?? 80))
    let hasLinks = environment.outputIsTerminal && environment.understandsLinks
    return MentorText.lines(details, width: width, now: now).map { line in
      guard hasLinks, let link = line.link, Opener.isSafe(link) else { return line.text }
      // OSC 8: a link that terminals can open.
      return line.text.replacing(link, with: "\u{1B}]8;;\(link)\u{1B}\\\(link)\u{1B}]8;;\u{1B}\\")
    }.joined(separator: "\n")
  }
}

extension RunEnvironment {
  /// OSC 8 is ignored by most terminals that do not know it; consoles and old terminals print it.
  fileprivate var understandsLinks: Bool {
    !isDumb && !["linux", "vt", "ansi", "cons25", "sun", "unknown"].contains { terminalName.hasPrefix($0) }
  }
}

/// `mentoring open`
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a mentor's page in the browser.",
    discussion: "Where no browser is found the address is printed.")

  @Argument(help: "Whose page.")
  var mentor: [String]

  @OptionGroup var place: LibraryOptions

  func run() throws {
    try Failure.reported {
      let library = try place.library()
      let id = try MentorArgument(text: mentor.joined(separator: " ")).find(in: library)
      guard let mentor = try library.mentor(id), !mentor.page.isEmpty else {
        throw Failure("no page of this mentor is known; `mentoring show` lists the ways to get in touch", .nothingFound)
      }
      switch Opener(environment: .current()).openInForeground(mentor.page) {
      case .opened(let program): Talk.say("opened with \(program): \(mentor.page)")
      case .nothingFound(let address):
        Talk.say("no browser was found; set BROWSER, or open the address by hand")
        try Output.print(address)
      case .refused(let address): throw Failure("“\(address)” is no web or mail address, and was not opened")
      case .needsTerminal: throw Failure("The browser needs a terminal. Set BROWSER to one that does not.")
      }
    }
  }
}
