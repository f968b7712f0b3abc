import DirectoryStore
import Glibc
import Host
import MentorDirectory

/// A directory that is gone afterwards.
func withTemporaryDirectory<Value>(_ body: (String) throws -> Value) throws -> Value {
  let path = "/tmp/mentoring-store-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
  try Files.createDirectory(path)
  defer { try? Files.remove(path) }
  return try body(path)
}

func day(_ number: Int64) -> Timestamp { Timestamp(seconds: 1_750_000_000 + number * 86_400) }

let sheet = StoredSource(name: "sheet", kind: "sheet", trust: .list, paths: ["/lists/people.csv"])
let pages = StoredSource(name: "pages", kind: "folder", trust: .ownPage)

func mentor(_ id: String, _ name: String, _ fill: (inout Mentor) -> Void = { _ in }) -> Mentor {
  var mentor = Mentor(id: MentorID(id), name: name)
  fill(&mentor)
  return mentor
}

/// Three people; one with a write-up and everything said.
let people: [Mentor] = [
  mentor("sheet:ada", "Ada Example") {
    $0.title = "Engineer"
    $0.interests = ["Rust", "Fonts"]
    $0.languages = [Language(code: "", name: "German")]
    $0.contacts = [Contact(kind: "email", value: "ada@mail.example", isDecoded: true)]
    $0.place = Place(raw: "Köln")
    $0.how.channels = ["video call"]
    $0.availability = Availability(state: .limited, capacity: 3, load: 1, note: "Tuesdays")
    $0.writeUp = WriteUp([.heading(level: 2, [.text("What")]), .paragraph([.strong([.text("Fonts")]), .lineBreak])])
    $0.privacy[.contacts] = .community
    $0.provenance[.title] = Provenance(source: "sheet", detail: "people.csv:2", fetched: day(0))
    $0.provenance[.name] = Provenance(source: "sheet", detail: "people.csv:2", fetched: day(0))
    $0.provenance[.interests] = Provenance(source: "sheet", detail: "people.csv:2", fetched: day(0), confidence: 0.5)
  },
  mentor("sheet:emil", "Émile Zweig"),
  mentor("sheet:ben", "Ben Muster") { $0.page = "https://ben.example/mentoring" },
]

extension DirectoryStore {
  func names() throws -> [String] {
    var names: [String] = []
    try forEachMentorInDisplayOrder { names.append($0.name) }
    return names
  }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
