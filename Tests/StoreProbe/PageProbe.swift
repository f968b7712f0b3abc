import DirectoryStore
import MentorDirectory

/// How long it takes to store the pages of a source batch by batch: at first, and when none has changed.
enum PageProbe {
  static func run(directory: String, pages count: Int, batch: Int) throws {
    let store = try DirectoryStore(directory: directory)
    let source = StoredSource(name: "pages", kind: "list", trust: .list, address: "https://lists.example/")
    let addresses = (0..<count).map { "https://person\($0).example/mentoring" }
    let now = Timestamp(seconds: 1_750_000_000)
    let clock = ContinuousClock()
    let listing = try clock.measure {
      _ = try store.apply(.listing(StoredListing(mentors: [], pages: addresses)), of: source, now: now)
    }
    var slowest = Duration.zero, first = Duration.zero, last = Duration.zero
    let reading = try clock.measure {
      for start in stride(from: 0, to: count, by: batch) {
        let visits = (start..<min(start + batch, count)).map { visit($0, addresses[$0]) }
        let time = try clock.measure { _ = try store.apply(.pages(visits), of: source, now: now) }
        if start == 0 { first = time }
        last = time
        slowest = max(slowest, time)
      }
    }
    let again = try clock.measure {
      for start in stride(from: 0, to: count, by: batch) {
        let visits = (start..<min(start + batch, count)).map {
          StoredVisit(address: addresses[$0], outcome: .unchanged)
        }
        _ = try store.apply(.pages(visits), of: source, now: now)
      }
    }
    print("listing \(count) pages: \(listing)")
    print("reading them, \(batch) at a time: \(reading); a batch: first \(first), last \(last), slowest \(slowest)")
    print("again, unchanged: \(again)")
  }

  /// About 2 kB of words, as pages have them.
  private static func visit(_ number: Int, _ address: String) -> StoredVisit {
    var mentor = Mentor(id: MentorID(address), name: "Person \(number)")
    mentor.page = address
    mentor.interests = ["Fonts", "Topic \(number % 300)"]
    mentor.contacts = [Contact(kind: "email", value: "person\(number)@mail.example")]
    // One page in a hundred is a person's second one.
    if number % 100 == 99 { mentor.contacts.append(Contact(kind: "email", value: "person\(number - 1)@mail.example")) }
    mentor.writeUp = WriteUp([.paragraph([.text(String(repeating: "words of page \(number) ", count: 100))])])
    return StoredVisit(
      address: address, outcome: .read(mentor, StoredVerdict("offer")),
      state: ReadState(entityTag: "\"\(number)\"", bodyHash: UInt64(number), readerVersion: 1))
  }
}
