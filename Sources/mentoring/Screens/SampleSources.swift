import MentorDirectory
import MentoringApp

/// Made-up sources of the sample community: what the screen of a real one looks like. Their mentors are counted in the
/// sample itself.
enum SampleSources {
  static func rows(of index: SearchIndex, now: Timestamp) -> [SourceRow] {
    index.valueRange(of: .source).map { value in
      let name = index.valueName(value)
      var row = SourceRow(name: name, kind: kinds[name]?.kind ?? "data", address: kinds[name]?.address ?? "")
      row.mentors = index.total(of: value)
      row.every = "1d"
      row.synced = Timestamp(seconds: now.seconds - (kinds[name]?.age ?? 0))
      return dressed(row, now: now)
    }
  }

  private static let kinds: [String: (kind: String, address: String, age: Int64)] = [
    "pages": ("list", "https://harbour.example/mentors.opml", 7_200),
    "phonebook": ("phonebook", "https://people.harbour.example/api/v2/users/?group=mentoring", 7_200),
    "sign-up sheet": ("sheet", "https://sheets.example/harbour/mentors/pub?output=csv", 7_200),
    "wiki": ("wiki", "https://wiki.harbour.example/index.php?title=Mentors&action=raw", 273_600),
  ]

  /// With what a sync of it might have told.
  private static func dressed(_ row: SourceRow, now: Timestamp) -> SourceRow {
    var row = row
    row.nextSync = row.synced.map { Timestamp(seconds: max(now.seconds, $0.seconds + 86_400)) }
    row.lastSync = SourceCounts(unchanged: row.mentors)
    switch row.name {
    case "pages":
      row.lastSync = SourceCounts(new: 2, changed: 3, unchanged: max(0, row.mentors - 5), failed: 2)
      row.verdicts = [
        SourceVerdict("an offer", pages: row.mentors), SourceVerdict("not an offer", pages: 4),
        SourceVerdict("needs JavaScript", pages: 1), SourceVerdict("gone", pages: 2),
      ]
      row.problems = [
        SourceProblem(
          place: "https://lantern.example/mentoring", reason: "The page is gone (404).",
          remedy: "Ask whether it moved; after three syncs over days its mentor counts as gone."),
        SourceProblem(
          place: "https://quay.example/mentoring", reason: "The page needs JavaScript to show its text.",
          remedy: "Ask for a page that says it in its HTML."),
      ]
    case "wiki":
      row.failingSince = row.synced.map { Timestamp(seconds: $0.seconds + 86_400) }
      row.nextSync = Timestamp(seconds: now.seconds + 3_600)
      row.lastSync = nil
      row.problems = [
        SourceProblem(
          place: row.address, reason: "The server did not answer within 30 seconds.",
          remedy: "Its mentors stay as they are; the next sync tries again.")
      ]
    case "phonebook": row.group = "mentoring"
    default: break
    }
    return row
  }
}
