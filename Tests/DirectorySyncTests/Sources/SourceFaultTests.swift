import DirectorySync
import Fetching
import LoopbackKit
import MentorDirectory
import Testing

/// What servers do to those who read them.
@Suite struct SourceFaults {
  private static let good = "good.example/mentoring"

  /// A list of a bad page and a good one: the bad one costs itself only.
  private func sync(bad: LoopbackAnswer) async throws -> Synced {
    let fixture = try SourceFixture { request in
      switch request.host {
      case "lists.example": .text("http://bad.example/mentoring\nhttp://good.example/mentoring\n")
      case "good.example": .offer("Ada Beispiel")
      default: bad
      }
    }
    let synced = await fixture.sync(fixture.source(.list, "http://lists.example/mentors.txt"))
    #expect(synced.failure == nil)
    #expect(synced.visits.count == 2)
    #expect(synced.visited.contains { $0.name == "Ada Beispiel" })
    return synced
  }
  private let bad = "http://bad.example/mentoring"

  @Test func `a page nested 100,000 deep is refused`() async throws {
    let text = String(repeating: "<div>", count: 100_000) + "I mentor people."
    #expect(try await sync(bad: .page(text)).verdict(bad) == .unreadable)
  }

  @Test func `a page as deep as is read does not exhaust the stack of a task`() async throws {
    let text = String(repeating: "<div>", count: 390) + "<p>I mentor people who like fonts. Write to me.</p>"
    #expect(try await sync(bad: .page(text)).verdict(bad) == .offer)
  }

  @Test func `fifty megabytes in one line are too large for a page`() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(50 << 20)\r\n\r\n"
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let synced = try await sync(
      bad: .script([.text(head)] + [LoopbackAnswer.Step](repeating: .send(chunk), count: 50)))
    #expect(synced.failure(bad) == .tooLarge(limit: WebRequest.pageLimit))
  }

  @Test(arguments: [";", "<", "[", "a ", "&#", "[x](", "{{", "\u{0}"])
  func `a long line of anything is read in time`(piece: String) async throws {
    let text = "<p>I mentor people. " + String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let synced = try await sync(bad: .page(text))
    #expect(synced.visit(bad) != nil)
  }

  @Test func `bytes that are no UTF-8 are shown as such, the rest stays`() async throws {
    let bytes =
      Array(
        "<!doctype html><meta charset=utf-8><p>My name is Zoë Ångström. I mentor people who like føtex, µ and ß: ".utf8)
      + [0xFF, 0xFE, 0xC3] + Array(" good.</p>".utf8)
    let synced = try await sync(bad: .bytes(bytes, type: "text/html; charset=utf-8"))
    #expect(synced.visit(bad)?.problems.contains { $0.reason.contains("UTF-8") } == true)
    #expect(synced.verdict(bad) == .offer)
  }

  @Test func `the wrong character set does not count against the bytes`() async throws {
    let synced = try await sync(
      bad: .page(SourceFixture.offer("Zoë Ångström"), type: "text/html; charset=iso-8859-1"))
    #expect(synced.visited.contains { $0.name.hasPrefix("Zo") })
  }

  @Test func `a page of NULs is no text`() async throws {
    let synced = try await sync(bad: .bytes([UInt8](repeating: 0, count: 5000), type: "text/html"))
    #expect(synced.verdict(bad) == .unreadable)
    let some = Array("<p>I mentor\u{0} people who like\u{0} fonts. Write to me@bad.example.</p>".utf8)
    #expect(try await sync(bad: .bytes(some, type: "text/html")).visit(bad) != nil)
  }

  @Test(arguments: ["", "   \n"])
  func `an empty page is empty`(text: String) async throws {
    #expect(try await sync(bad: .page(text)).verdict(bad) == .empty)
  }

  @Test func `escapes of a terminal do not get through`() async throws {
    let synced = try await sync(bad: .page(SourceFixture.offer("Ada\u{1B}[31m Evil\u{202E}")))
    let words = synced.visited.map { "\($0)" }.joined() + synced.words
    #expect(!words.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `a server that refuses, resets or breaks off is a failed visit`() async throws {
    #expect(try await sync(bad: .script([.reset])).failure(bad) != nil)
    let short = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>I mentor"
    #expect(try await sync(bad: .script([.text(short), .close])).failure(bad) != nil)
  }

  @Test func `a record that is garbage costs itself`() async throws {
    let fixture = try SourceFixture(pages: [
      "lists.example/people.json": .json(
        """
        [{"name": "Ada Beispiel", "tags": ["fonts"]}, 17, {"name": {"very": {"deep": [[[[[]]]]]}}}, {"name": "Bo", ,},
         {"tags": 4}, null, {"name": "Çelik Örnek", "country": 9, "languages": {"a": {}}}]
        """)
    ])
    let synced = await fixture.sync(fixture.source(.data, "http://lists.example/people.json"))
    #expect(synced.listed("Ada Beispiel") != nil)
    #expect(synced.listed("Çelik Örnek") != nil)
    #expect(synced.listing?.isComplete == false)
  }

  @Test(arguments: SourceKind.allCases)
  func `any kind of source survives any bytes`(kind: SourceKind) async throws {
    guard kind != .folder else { return }
    var random = SeededRandom(seed: UInt64(kind.rawValue.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    let seeds = [
      #"{"results": [{"username": "a", "_url": "/api/v2/users/1/"}], "next": "/api/v2/users/?page=2"}"#,
      "Name,Page\nAda,http://ada.example/mentoring\n\"x", "<opml><outline htmlUrl='http://a.example/'/>",
      "{| class=x\n! Name\n|-\n| [[Ada]] || x\n|}", "- name: Ada\n  tags: [a, b]\n",
    ]
    let fixture = try SourceFixture { request in
      .bytes(Fuzz.body(request.target, seeds), type: request.target.hasSuffix("7") ? "text/html" : "text/plain")
    }
    for _ in 0..<25 {
      let synced = await fixture.sync(fixture.source(kind, "http://fuzz.example/\(random.next(below: 10_000))"))
      #expect(synced.failure != nil || synced.listing != nil || synced.visits.count == 1)
    }
  }

  // MARK: Cancelling

  @Test func `cancelling keeps the pages that were visited`() async throws {
    let fixture = try SourceFixture { request in
      if request.host == "lists.example" {
        return .text((0..<60).map { "http://m\($0).example/mentoring\n" }.joined())
      }
      return request.host.hasSuffix("7.example") ? .script([.stall]) : .offer("Ada Beispiel")
    }
    let task = Task {
      await fixture.sync(fixture.source(.list, "http://lists.example/")) { $0.done >= 55 }
    }
    let synced = await task.value
    #expect(synced.failure?.kind == "cancelled")
    #expect(synced.visits.count == 54)
    #expect(synced.listing?.pages.count == 60)
  }

  @Test func `cancelling keeps the people of a service that were asked for`() async throws {
    let phonebook = MadeUpPhonebook()
    let fixture = try SourceFixture { request in
      request.path.hasSuffix("/users/4/") ? .script([.stall]) : phonebook.answer(request)
    }
    var source = fixture.source(.phonebook, "http://phonebook.example/api/v2/users/")
    source.credential = Credential(header: "X-API-KEY", value: MadeUpPhonebook.key)
    let asked = source
    let task = Task { await fixture.sync(asked) { $0.current.hasSuffix("/users/3/") } }
    let synced = await task.value
    #expect(synced.failure?.kind == "cancelled")
    #expect(synced.listing?.isComplete == false)
    #expect(synced.listed("Rowan Fictief") != nil)
  }

  @Test func `whoever takes the steps may stop the sync`() async throws {
    struct Full: Error {}
    let fixture = try SourceFixture(pages: ["lists.example/": .text("http://ada.example/mentoring\n")])
    await #expect {
      try await fixture.reader.read(fixture.source(.list, "http://lists.example/")) { _ in throw Full() }
    } throws: { error in
      if case SyncFailure.step(let inner) = error { inner is Full } else { false }
    }
    #expect(fixture.asked == ["lists.example/"])
  }

  // MARK: Many

  @Test func `many pages come in batches, from many hosts at a time and from each in turn`() async throws {
    let fixture = try SourceFixture { request in
      if request.host == "lists.example" {
        return .text((0..<250).map { "http://host\($0 % 25).example/\($0)/mentoring\n" }.joined())
      }
      return .script([.pause(.milliseconds(2))] + LoopbackAnswer.offer("Ada Beispiel", request.target).steps)
    }
    let synced = await fixture.sync(fixture.source(.list, "http://lists.example/"))
    #expect(synced.visits.count == 250)
    #expect(Set(synced.visits.map(\.address)).count == 250)
    #expect(synced.batches.allSatisfy { (1...100).contains($0) } && synced.batches.count >= 3)
    #expect(fixture.server.mostAtOnce() > 1)
    #expect(fixture.server.mostAtOnce(host: "host3.example") == 1)
    #expect(synced.progress.last?.done == 251 && synced.progress.last?.total == 251)
    #expect(zip(synced.progress, synced.progress.dropFirst()).allSatisfy { $0.done <= $1.done })
  }
}

/// Bodies made of a seed text by cutting, repeating and disturbing it.
private enum Fuzz {
  static func body(_ target: String, _ seeds: [String]) -> [UInt8] {
    var random = SeededRandom(seed: target.utf8.reduce(11) { $0 &* 31 &+ UInt64($1) })
    var bytes = Array(seeds[random.next(below: seeds.count)].utf8)
    for _ in 0..<random.next(below: 6) {
      let place = random.next(below: bytes.count + 1)
      switch random.next(below: 4) {
      case 0: bytes.insert(UInt8(random.next(below: 256)), at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 9)))
      case 2: bytes += bytes.prefix(place)
      default: bytes.insert(contentsOf: Array("[{\"<|,".utf8).shuffled(using: &random), at: place)
      }
    }
    return bytes
  }
}

/// SplitMix64 (prng.di.unimi.it): the same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
