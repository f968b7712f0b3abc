import MentorDirectory
import MentoringApp
import Surface
import Testing

/// Made-up sources in every state, one with a name that is hard to draw.
enum SourcesFixture {
  static let now = Fixture.now

  static func before(_ hours: Int64) -> Timestamp { Timestamp(seconds: now.seconds - hours * 3600) }
  static func after(_ hours: Int64) -> Timestamp { Timestamp(seconds: now.seconds + hours * 3600) }

  static let rows: [SourceRow] = [
    row("Sign-up sheet", "sheet", "https://sheets.example/harbour/pub?output=csv") {
      $0.mentors = 34
      $0.every = "6h"
      $0.synced = before(2)
      $0.nextSync = after(4)
      $0.lastSync = SourceCounts(new: 2, changed: 1, unchanged: 30, gone: 1, failed: 1)
      $0.changes = [
        SourceDifference(.new, "Amara Okonjo-Bell"), SourceDifference(.new, "水野千尋"),
        SourceDifference(.changed, "Björn Åkesson"), SourceDifference(.gone, "Nemo"),
      ]
      $0.problems = [
        SourceProblem(
          place: "https://sheets.example/harbour/pub?output=csv:17", reason: "There is no name in this row.",
          remedy: "Add a name to the row, or take the row out.")
      ]
      $0.verdicts = [SourceVerdict("an offer", pages: 28), SourceVerdict("not an offer", pages: 2)]
    },
    row("Team wiki", "wiki", "https://wiki.example/index.php?title=Mentors&action=raw") {
      $0.mentors = 12
      $0.synced = before(75)
      $0.failingSince = before(50)
      $0.nextSync = after(1)
      $0.problems = [
        SourceProblem(place: "https://wiki.example/", reason: "The server did not answer within 30 seconds.")
      ]
    },
    row("Phonebook", "phonebook", "https://people.example/api/v2/users/?group=mentoring") { $0.group = "mentoring" },
    row("Old list", "list", "https://old.example/mentors.opml") {
      $0.mentors = 1234
      $0.isEnabled = false
      $0.synced = before(2000)
    },
    row("家族 👨‍👩‍👧 \u{301}x", "folder", "/home/ada/mentors") {
      $0.mentors = 3
      $0.synced = before(0)
      $0.allowsPrivate = true
      $0.followsLinks = false
    },
  ]

  static func row(_ name: String, _ kind: String, _ address: String, _ change: (inout SourceRow) -> Void) -> SourceRow {
    var row = SourceRow(name: name, kind: kind, address: address)
    change(&row)
    return row
  }

  /// A sync of two sources, in the middle.
  static let running: [SyncNews] = [
    .started(["Sign-up sheet", "Team wiki"]),
    .source("Sign-up sheet", kind: "sheet", address: "https://sheets.example/harbour/pub?output=csv"),
    .progress("Sign-up sheet", done: 34, total: 120, current: "https://okonjo.example/mentoring"),
    .problem(
      "Sign-up sheet",
      SourceProblem(
        place: "https://gone.example/mentoring", reason: "The page is gone (404).", remedy: "Ask whether it moved.")),
  ]
}

extension Driver {
  /// The Sources screen with a list of sources.
  static func sources(
    _ width: Int = 120, _ height: Int = 36, rows: [SourceRow] = SourcesFixture.rows, isReadOnly: Bool = false
  ) throws -> Driver {
    var driver = try Driver(width, height, isReadOnly: isReadOnly)
    driver.press("M-3")
    driver.send(.sources(rows))
    return driver
  }

  /// Effects since the last call of `forget`, but for mentors and lists asked for.
  var wanted: [Effect] { asked.filter { $0 != .run(.list) } }

  var form: SourceForm? { if case .sourceForm(let form) = state.overlay { form } else { nil } }

  mutating func send(_ events: [SyncNews]) { for event in events { send(.sync(event)) } }
}
