import ArgumentParser
import DirectoryStore
import Host

/// `mentoring source`
struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Add, list, test, change and remove the places that mentors come from.",
    discussion: """
      A source on the net is read by `mentoring sync`; files are read by `mentoring import`.

      Examples:
        mentoring source add https://lists.example/mentors.csv --name sign-ups
        mentoring source test sign-ups
        mentoring source set sign-ups every 12h
      """,
    subcommands: [
      SourceAdd.self, SourceList.self, SourceRemove.self, SourceTest.self, SourceSet.self, SourceOptOut.self,
    ])
}

extension SourceRegistry {
  /// The source that a person means; throws a sentence that lists those there are.
  func meant(by name: String) throws -> RegisteredSource {
    if let source = try source(named: name) { return source }
    let known = try sources().map { "“\($0.name)”" }.joined(separator: ", ")
    let hint = known.isEmpty ? "None is set up yet: `mentoring source add ADDRESS` adds one." : "There are \(known)."
    throw Failure("There is no source “\(name.cleanedLine(limit: 80))”. \(hint)", .usage)
  }
}

extension Workplace {
  static func current() throws -> Workplace {
    try Workplace(environment: RunEnvironment.current(), resources: try Resources())
  }
}
