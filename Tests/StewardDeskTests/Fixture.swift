import Foundation
import MentorDirectory

@testable import StewardDesk

/// A generator whose sequence depends on its seed alone (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let start = Timestamp("2026-05-01T09:00:00Z") ?? Timestamp(seconds: 0)
func day(_ number: Int) -> Timestamp { Timestamp(seconds: start.seconds + Int64(number) * 86_400) }

/// Writes events as a steward would cause them, each a minute after the last unless a day is given.
struct Scribe {
  var clock = DeskClock()
  var generator: SeededGenerator
  var now = start
  var events: [DeskEvent] = []
  var steward = "Ngozi"

  init(seed: UInt64 = 1) { generator = SeededGenerator(seed: seed) }

  @discardableResult
  mutating func add(_ body: DeskEvent.Body, on day: Int? = nil, by steward: String? = nil) -> DeskID {
    now = day.map { StewardDeskTests.day($0) } ?? Timestamp(seconds: now.seconds + 60)
    let id = clock.next(milliseconds: now.seconds * 1_000, using: &generator)
    events.append(DeskEvent(id: id, at: now, steward: steward ?? self.steward, body: body))
    return id
  }

  mutating func request(
    _ name: String = "Robin", text: String = "I would like to translate.", on day: Int? = nil,
    _ change: (inout Wish) -> Void = { _ in }
  ) -> DeskID {
    var wish = Wish()
    wish.text = text
    change(&wish)
    return add(
      .received(
        Request(
          newcomer: .init(name: name, contact: "\(name.lowercased())@people.example"), wish: wish, way: .mail,
          originKey: "key of \(name)")), on: day)
  }

  var desk: Desk { Desk(events) }
}

func sent(_ mentor: String) -> SentIntroduction {
  SentIntroduction(
    mentor: MentorID(mentor), mentorName: mentor.capitalized, way: .file, messageID: "1@desk.example", subject: "Hello",
    text: "Dear both")
}

/// The shipped file of that name.
func resource(_ name: String) throws -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(contentsOf: root.appending(path: "Sources/Host/Resources/\(name)"), encoding: .utf8)
}

func tables() throws -> ReferenceTables {
  ReferenceTables(
    gazetteer: Gazetteer(countries: try resource("countries.tsv"), cities: try resource("cities.tsv")),
    languages: LanguageTable(try resource("languages.tsv")), vocabulary: Vocabulary([try resource("vocabulary.txt")]))
}
