import MentorDirectory
import StewardDesk
import Testing

@Suite struct DeskTests {
  @Test func aRequestGoesFromNewToCompleted() throws {
    var scribe = Scribe()
    let id = scribe.request()
    scribe.add(.claimed(request: id))
    scribe.add(.moved(request: id, to: .searching, reason: ""))
    scribe.add(.proposed(request: id, mentor: MentorID("ada")))
    #expect(scribe.desk.requests[id]?.state.waitsFor == .mentor)
    scribe.add(.introduced(request: id, sent("ada")))
    scribe.add(.moved(request: id, to: .active, reason: ""))
    scribe.add(.moved(request: id, to: .completed, reason: "first patch landed"))
    let record = try #require(scribe.desk.requests[id])
    #expect(record.state == .completed)
    #expect(record.reason == "first patch landed")
    #expect(record.claim?.steward == "Ngozi")
    #expect(record.introductions.map(\.sent.text) == ["Dear both"])
    #expect(record.history.count == 7)
    #expect(scribe.desk.mentors[MentorID("ada")]?.history.count == 2)
  }

  @Test func aMentorWhoSaysNoFreesTheRequest() throws {
    var scribe = Scribe()
    let id = scribe.request()
    scribe.add(.introduced(request: id, sent("ada")))
    #expect(scribe.desk.loads(now: scribe.now)[MentorID("ada")]?.held == 1)
    scribe.add(.turnedDown(request: id, mentor: MentorID("ada"), by: .mentor, reason: "no time"))
    let record = try #require(scribe.desk.requests[id])
    #expect(record.state == .declined)
    #expect(record.mentor == nil)
    #expect(record.turnedDown.map(\.reason) == ["no time"])
    #expect(scribe.desk.loads(now: scribe.now)[MentorID("ada")]?.held == 0)
  }

  @Test func passingOverSomebodyWhoWasNotAskedChangesNoState() {
    var scribe = Scribe()
    let id = scribe.request()
    scribe.add(.introduced(request: id, sent("ada")))
    scribe.add(.turnedDown(request: id, mentor: MentorID("ben"), by: .steward, reason: "too far away"))
    #expect(scribe.desk.requests[id]?.state == .introduced)
  }

  @Test func undoAndRedoAreEventsThemselves() {
    var scribe = Scribe()
    let id = scribe.request()
    let claim = scribe.add(.claimed(request: id))
    let move = scribe.add(.moved(request: id, to: .searching, reason: ""))
    #expect(scribe.desk.undoable(by: "Ngozi")?.id == move)
    scribe.add(.undone(event: move))
    #expect(scribe.desk.requests[id]?.state == .new)
    #expect(scribe.desk.undoable(by: "Ngozi")?.id == claim)
    scribe.add(.undone(event: claim))
    #expect(scribe.desk.requests[id]?.claim == nil)
    for _ in 0..<2 {
      guard let undoing = scribe.desk.redoable(by: "Ngozi") else { break }
      scribe.add(.undone(event: undoing.id))
    }
    #expect(scribe.desk.requests[id]?.claim != nil)
    #expect(scribe.desk.requests[id]?.state == .searching)
    #expect(scribe.desk.redoable(by: "Ngozi") == nil)
    #expect(scribe.desk.undoable(by: "somebody else") == nil)
  }

  @Test func afterANewDeedThereIsNothingToRedo() {
    var scribe = Scribe()
    let id = scribe.request()
    let claim = scribe.add(.claimed(request: id))
    scribe.add(.undone(event: claim))
    scribe.add(.noted(about: .request(id), text: "called"))
    #expect(scribe.desk.redoable(by: "Ngozi") == nil)
  }

  @Test func ofTwoClaimsTheFirstCountsAndBothAreSeen() {
    var scribe = Scribe()
    let id = scribe.request()
    scribe.add(.claimed(request: id), by: "Ngozi")
    scribe.add(.claimed(request: id), by: "Matthias")
    #expect(scribe.desk.requests[id]?.claim?.steward == "Ngozi")
    #expect(scribe.desk.requests[id]?.rivals.map(\.steward) == ["Matthias"])
    scribe.add(.released(request: id), by: "Ngozi")
    #expect(scribe.desk.requests[id]?.claim?.steward == "Matthias")
  }

  @Test func forgettingLeavesNothingPersonalAndCannotBeUndone() throws {
    var scribe = Scribe()
    let id = scribe.request("Quentin", text: "I am Quentin from Utrecht") { $0.areas = ["Localization"] }
    scribe.add(.noted(about: .request(id), text: "Quentin called"))
    scribe.add(.introduced(request: id, sent("ada")))
    let forgotten = scribe.add(.forgotten(request: id))
    scribe.add(.undone(event: forgotten))
    let record = try #require(scribe.desk.requests[id])
    #expect(record.isForgotten)
    #expect(record.wish.areas == ["Localization"])
    let text = record.history.map { JSONValue.object($0.json).text() }.joined()
    for word in ["Quentin", "quentin", "Utrecht", "Dear both", "key of"] { #expect(!text.contains(word), "\(word)") }
    // Whoever has the events without the personal data already has the same desk.
    let redacted = Desk(scribe.events.map { $0.body.request ?? $0.id == id ? $0.redacted : $0 })
    #expect(redacted.requests == scribe.desk.requests)
  }

  /// Stewards write at the same time and hear of each other's events late, twice, and in any order.
  @Test(arguments: 0..<60) func anyOrderGivesTheSameDesk(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var scribe = Scribe(seed: seed)
    var requests: [DeskID] = []
    for _ in 0..<40 {
      let steward = ["Ngozi", "Matthias", "Yuki"].randomElement(using: &generator) ?? ""
      guard let id = requests.randomElement(using: &generator), Int.random(in: 0..<6, using: &generator) > 0 else {
        requests.append(scribe.request("N\(requests.count)"))
        continue
      }
      let mentor = MentorID(["ada", "ben", "chloe"].randomElement(using: &generator) ?? "")
      let state = RequestState.allCases.randomElement(using: &generator) ?? .new
      let earlier = scribe.events.randomElement(using: &generator)?.id ?? id
      let bodies: [DeskEvent.Body] = [
        .claimed(request: id), .released(request: id), .moved(request: id, to: state, reason: "so"),
        .proposed(request: id, mentor: mentor), .introduced(request: id, sent(mentor.rawValue)),
        .turnedDown(request: id, mentor: mentor, by: .newcomer, reason: "no"), .undone(event: earlier),
        .noted(about: .mentor(mentor), text: "kind"), .blocked(mentor: mentor, reason: "rest"),
        .unblocked(mentor: mentor), .forgotten(request: id),
      ]
      scribe.add(bodies.randomElement(using: &generator) ?? .claimed(request: id), by: steward)
    }
    let desk = scribe.desk
    for _ in 0..<5 {
      var shuffled = (scribe.events + scribe.events.prefix(7)).shuffled(using: &generator)
      let late = shuffled.prefix(10)
      shuffled.removeFirst(10)
      #expect(Desk(Desk(shuffled).events + late) == desk)
    }
    // A journal written and read is the same desk.
    let texts = scribe.events.map { JSONValue.object($0.json).text() }
    let read = texts.compactMap { JSONReader.read(Array($0.utf8)).value?.object.flatMap(DeskEvent.init(json:)) }
    #expect(Desk(read) == desk)
  }

  @Test func identifiersSortByTheirMakingWhateverTheClockDoes() {
    var clock = DeskClock(), generator = SeededGenerator(seed: 3)
    var ids: [DeskID] = []
    for milliseconds in [5_000, 5_000, 4_000, 5_001, 0, 9_000] as [Int64] {
      ids.append(clock.next(milliseconds: milliseconds, using: &generator))
    }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(ids.last?.milliseconds == 9_000)
    #expect(DeskID(ids[0].text) == ids[0])
    #expect(DeskID("01ARZ3NDEKTSV4RRFFQ69G5FAV")?.milliseconds == 1_469_922_850_259)
    #expect(DeskID("81ARZ3NDEKTSV4RRFFQ69G5FAV") == nil)
    #expect(DeskID("../../etc/passwd") == nil)
  }

  @Test func eventsOfALaterVersionAndGarbageAreNotRead() {
    for text in [
      #"{"version":2,"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","at":"2026-05-01T09:00:00Z","steward":"a","kind":"claimed"}"#,
      #"{"version":1,"id":"x","at":"2026-05-01T09:00:00Z","steward":"a","kind":"claimed"}"#,
      #"{"version":1,"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","at":"yesterday","steward":"a","kind":"claimed"}"#,
      #"{"version":1,"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","at":"2026-05-01T09:00:00Z","steward":"a","kind":"claimed"}"#,
      "{}",
    ] {
      #expect(JSONReader.read(Array(text.utf8)).value?.object.flatMap(DeskEvent.init(json:)) == nil)
    }
  }
}
