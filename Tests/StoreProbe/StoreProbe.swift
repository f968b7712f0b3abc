import DirectoryStore
import MentorDirectory

/// A process of its own for the tests of the cache: writes to it in a loop until it is killed or has written `rounds`
/// times. Each round replaces a source of `count` mentors by other versions of them; a line on standard output follows
/// each. With "--pages" as its source it measures instead: `PageProbe`.
@main
struct StoreProbe {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[3]), let rounds = Int(arguments[4]) else {
      print("usage: StoreProbe DIRECTORY SOURCE COUNT ROUNDS")
      return
    }
    if arguments[2] == "--pages" { return try PageProbe.run(directory: arguments[1], pages: count, batch: rounds) }
    let store = try DirectoryStore(directory: arguments[1])
    let source = StoredSource(name: arguments[2], kind: "sheet", trust: .list)
    for round in 1...rounds {
      _ = try store.apply(
        source: source, records: mentors(count, of: source.name, round: round),
        now: Timestamp(seconds: Int64(1_700_000_000 + round)))
      print(round)
    }
  }

  /// All of one round have the round in their title, so that a torn state can be told.
  private static func mentors(_ count: Int, of source: String, round: Int) -> [Mentor] {
    (0..<count).map { number in
      var mentor = Mentor(id: MentorID("\(source):\(number)"), name: "Probe \(number)")
      mentor.title = "Round \(round)"
      mentor.writeUp = WriteUp([.paragraph([.text(String(repeating: "words of round \(round) ", count: 40))])])
      return mentor
    }
  }
}
