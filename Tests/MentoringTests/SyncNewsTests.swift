import Glibc
import Host
import MentorDirectory
import MentoringApp
import Testing

@testable import mentoring

/// What the screens read of the lines of a sync and of the answers of commands: whatever comes, nothing but text that
/// is safe to draw.
@Suite struct SyncNewsTests {
  private func read(_ line: String) -> SyncNews? { SyncNews(line: Array(line.utf8)) }

  @Test func everyEventIsRead() {
    #expect(read(#"{"event":"start","sources":["a","b"]}"#) == .started(["a", "b"]))
    #expect(
      read(#"{"event":"source","source":"a","kind":"sheet","address":"https://a.example/"}"#)
        == .source("a", kind: "sheet", address: "https://a.example/"))
    #expect(
      read(#"{"event":"progress","source":"a","done":3,"total":9,"current":"https://x.example/","more":[1]}"#)
        == .progress("a", done: 3, total: 9, current: "https://x.example/"))
    let problem = SourceProblem(place: "https://x.example/", reason: "gone. Ask.")
    #expect(
      read(
        #"{"event":"problem","source":"a","address":"https://x.example/","problem":"https://x.example/: gone. Ask."}"#)
        == .problem("a", problem))
    #expect(
      read(#"{"event":"source-done","source":"a","new":1,"changed":2,"unchanged":3,"gone":4,"failed":5}"#)
        == .sourceDone("a", SourceCounts(new: 1, changed: 2, unchanged: 3, gone: 4, failed: 5)))
    #expect(
      read(#"{"event":"source-done","source":"a","state":"failed","new":0,"problem":"No key."}"#)
        == .sourceDone("a", SourceCounts(), problem: SourceProblem(place: "", reason: "No key.")))
    #expect(read(#"{"event":"done","new":1}"#) == .done(SourceCounts(new: 1)))
  }

  @Test(arguments: [
    "", " ", "{", "}", "null", "[]", "[{\"event\":\"start\"}]", "\"start\"", #"{"event":7}"#, #"{"event":"later"}"#,
    #"{"event":"progress","source":"a","done":3"#, #"{"event":"start","sources":["a"]} trailing"#, "mentoring: no",
    "\u{1B}[2J", String(repeating: "[", count: 100_000), String(repeating: "{\"event\":", count: 10_000),
  ])
  func whatIsNoEventIsPassedOver(line: String) {
    #expect(read(line) == nil)
  }

  @Test func aLineThatBreaksOffIsNoEvent() {
    let line = Array(#"{"event":"source-done","source":"名前","new":12,"changed":2,"unchanged":3,"gone":4}"#.utf8)
    for length in 0..<line.count { #expect(SyncNews(line: Array(line[..<length])) == nil, "\(length) bytes") }
    #expect(SyncNews(line: line) != nil)
  }

  @Test func wrongShapesCostNothingButThemselves() {
    #expect(read(#"{"event":"start","sources":"a"}"#) == .started([]))
    #expect(read(#"{"event":"start","sources":["a",1,null,{"b":2}]}"#) == .started(["a"]))
    #expect(
      read(#"{"event":"progress","source":["a"],"done":-5,"total":1e300,"current":null}"#)
        == .progress("", done: 0, total: 0, current: ""))
    #expect(read(#"{"event":"done","new":99999999999999,"gone":"7"}"#) == .done(SourceCounts(new: 1_000_000_000)))
  }

  @Test func escapesInNamesAreGone() {
    let line = #"{"event":"source","source":"a\u001b[31mb\u0007","kind":"x\u202ey","address":"https://\u0000z\n/"}"#
    #expect(read(line) == .source("ab", kind: "xy", address: "https://z /"))
    let long = "{\"event\":\"problem\",\"source\":\"a\",\"problem\":\"\(String(repeating: "x", count: 50_000))\"}"
    guard case .problem(_, let problem) = read(long) else {
      Issue.record("no problem")
      return
    }
    #expect(problem.reason.count == 601)
  }

  @Test(arguments: 1...20)
  func noiseNeverTraps(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let good = Array(#"{"event":"progress","source":"a","done":3,"total":9,"current":"https://x.example/"}"#.utf8)
    for _ in 0..<200 {
      var line = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<line.count, using: &random)
        line[place] = UInt8.random(in: 0...255, using: &random)
      }
      guard let news = SyncNews(line: line) else { continue }
      var state = SyncActivityProbe()
      state.hear(news)
      #expect(state.isClean)
    }
  }

  @Test func aListOfSourcesIsRead() {
    let json = JSONReader.read(
      #"""
      {"sources": [
        {"name": "sheet", "kind": "sheet", "address": "https://s.example/", "mentors": 3, "enabled": false,
         "every": "6h", "allowPrivate": true, "followLinks": false, "group": "g", "read": "2026-05-01T09:30:00Z",
         "lastSync": {"new": 1, "gone": 2, "ended": "2026-05-02T09:30:00Z", "problem": "x: no answer"},
         "changes": {"new": ["Ada"], "gone": ["Ben", "Cy"]}, "verdicts": [{"verdict": "offer", "pages": 3}],
         "problems": [{"address": "x", "problem": "x: r. m."}]},
        {"kind": "no name"}, 7, {"name": "files", "paths": ["/a.csv", "/b.csv"], "lastSync": null}
      ]}
      """#
    ).value
    let rows = json.flatMap { SourceRow.rows(json: $0) } ?? []
    #expect(rows.map(\.name) == ["sheet", "files"])
    #expect(rows.last?.isOfFiles == true && rows.last?.address == "/a.csv, /b.csv")
    var row = SourceRow(name: "sheet", kind: "sheet", address: "https://s.example/")
    row.mentors = 3
    (row.isEnabled, row.every, row.allowsPrivate, row.followsLinks, row.group) = (false, "6h", true, false, "g")
    row.synced = Timestamp("2026-05-01T09:30:00Z")
    row.failingSince = row.synced
    row.nextSync = Timestamp("2026-05-02T15:30:00Z")
    row.lastSync = SourceCounts(new: 1, gone: 2)
    row.changes = [
      SourceDifference(.new, "Ada"), SourceDifference(.gone, "Ben"), SourceDifference(.gone, "Cy"),
    ]
    row.verdicts = [SourceVerdict("an offer", pages: 3)]
    row.problems = [SourceProblem(place: "", reason: "x: no answer"), SourceProblem(place: "x", reason: "r. m.")]
    #expect(rows.first == row)
    #expect(SourceRow.rows(json: .null) == nil)
  }

  @Test("An address with a key in it is refused before it becomes the words of a command, which all processes can read")
  func keysNeverBecomeWords() throws {
    let address = "https://phonebook.example/api/v2/users/?api-key=hush"
    for job in [
      SourceJob.add(SourceSettings(address: address)), .change("phonebook", [.group("g"), .address(address)]),
    ] {
      // Nothing of that name could be started.
      let runner = SourceRunner(program: "/nowhere/mentoring", environment: RunEnvironment(variables: [:])) {}
      runner.start(job)
      guard case .jobFailed(job, let why)? = runner.events().first else {
        Issue.record("\(job)")
        continue
      }
      #expect(why.contains("holds a key (api-key)") && !why.contains("hush"))
      #expect(runner.events().isEmpty)
    }
    #expect(SourceJob.add(SourceSettings(address: "https://a.example/?group=b")).secretParameter == nil)
  }

  @Test(
    "The keys of two sources are different variables, in whatever script they are named",
    arguments: [
      ("our phonebook", "OUR_PHONEBOOK"), ("Жук", "U0416U0423U041A"), ("Кит", "U041AU0418U0422"), ("名", "U540D"),
    ])
  func variables(name: String, word: String) {
    #expect(SourceKeys.variable(for: name) == "MENTORING_KEY_" + word)
  }

  @Test func namesAndAddressesNeverBecomeOptions() {
    let name = "--help", address = "-x"
    for job in [
      SourceJob.add(SourceSettings(address: address, kind: "page", name: name, allowsPrivate: true)),
      .change(name, [.group("-y"), .every(""), .enabled(false)]), .remove(name), .test(name),
    ] {
      for words in job.commands {
        let options = words.prefix { $0 != "--" }
        #expect(words.contains("--") && !options.contains(name) && !options.contains(address), "\(words)")
      }
    }
  }
}

/// Follows a piece of news through the screens.
private struct SyncActivityProbe {
  private var texts: [String] = []

  mutating func hear(_ news: SyncNews) {
    switch news {
    case .started(let names): texts += names
    case .source(let name, let kind, let address): texts += [name, kind, address]
    case .progress(let name, _, _, let current): texts += [name, current]
    case .problem(let name, let problem): texts += [name, problem.place, problem.reason, problem.remedy]
    case .sourceDone(let name, _, let problem): texts += [name, problem?.reason ?? ""]
    case .done, .ended: break
    }
  }

  /// Nothing in it could move a cursor.
  var isClean: Bool {
    texts.allSatisfy { $0.unicodeScalars.allSatisfy { !$0.isUnwelcome && $0 != "\n" && $0 != "\t" } }
  }
}

/// SplitMix64: the same numbers on every run.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
