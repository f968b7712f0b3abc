import DirectorySync
import Foundation
import Host
import MentorDirectory
import Testing

/// Pages as people write them, read, and compared field by field with what a person would note down.
///
/// A field of a page counts where it is expected or found: what is neither says nothing about the reader. One value is
/// right or wrong; of lists the score is F1 (twice the hits by the sum of both lengths).
@Suite struct ExtractionTests {
  /// What is reached at least; a change that falls below makes extraction worse.
  static let floors: [String: Double] = [
    "verdict": 0.97, "name": 0.9, "title": 0.9, "topics": 0.9, "seeks": 0.9, "channels": 0.9, "rhythm": 0.9,
    "answers": 0.9, "languages": 0.9, "place": 0.9, "state": 0.9, "until": 0.9, "capacity": 0.9, "contacts": 0.9,
    "profiles": 0.9, "write-up": 0.9,
  ]

  static func tables() throws -> ReferenceTables {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let resources = Resources(directory: root.appendingPathComponent("Sources/Host/Resources").path)
    return ReferenceTables(
      gazetteer: Gazetteer(
        countries: try resources.text(named: "countries.tsv"), cities: try resources.text(named: "cities.tsv")),
      languages: LanguageTable(try resources.text(named: "languages.tsv")), vocabulary: Vocabulary([]))
  }

  @Test func everyFieldReachesItsFloor() throws {
    let reader = PageReader(tables: try Self.tables())
    var scores = ExtractionScores()
    for page in ExtractionPages.all {
      let charset = TextDecoder.charset(inContentType: page.mediaType)
      let input = PageInput(
        try TextDecoder.decode(page.bytes, charset: charset), mediaType: page.mediaType,
        context: SourceContext(name: "pages", file: page.address, fetched: Timestamp("2026-09-01")))
      scores.compare(page, reader.read(input))
    }
    print(scores.report)
    #expect(ExtractionPages.all.count >= 40)
    #expect(Set(scores.fields) == Set(Self.floors.keys))
    for field in scores.fields {
      let score = scores.mean(field)
      #expect(score >= Self.floors[field] ?? 1, "\(field): \(score)\n\(scores.misses(field))")
    }
  }
}

/// Scores by field, and what was missed.
struct ExtractionScores {
  private(set) var fields: [String] = []
  private var scores: [String: [Double]] = [:]
  private var missed: [String: [String]] = [:]

  func mean(_ field: String) -> Double {
    let all = scores[field] ?? []
    return all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
  }

  func misses(_ field: String) -> String { (missed[field] ?? []).joined(separator: "\n") }

  var report: String {
    fields.map { field in
      let name = field + String(repeating: " ", count: 10 - field.count)
      let score = "\(name) \((mean(field) * 1000).rounded() / 1000) of \(scores[field]?.count ?? 0)"
      return ([score] + (missed[field] ?? [])).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  mutating func compare(_ page: ExtractionCase, _ reading: PageReading) {
    let expected = page.expected
    add("verdict", page, expected.verdict == reading.verdict.kind ? 1 : 0, reading.verdict.reason)
    guard expected.verdict == .offer, let mentor = reading.mentor else { return }
    one("name", page, expected.name, mentor.name)
    one("title", page, expected.title, mentor.title)
    list("topics", page, expected.topics, mentor.interests)
    list("seeks", page, expected.seeks, mentor.seeks)
    list("channels", page, expected.channels, mentor.how.channels)
    one("rhythm", page, expected.rhythm, mentor.how.rhythm)
    one("answers", page, expected.answers, mentor.how.answersWithin)
    list("languages", page, expected.languages, mentor.languages.map(\.code))
    one("place", page, expected.place, mentor.place.raw)
    one("state", page, expected.state.unlessUnknown, mentor.availability.state.unlessUnknown)
    one("until", page, expected.until, mentor.availability.until?.text ?? "")
    let capacities = [expected.capacity, mentor.availability.capacity].map { $0.map(String.init) ?? "" }
    one("capacity", page, capacities[0], capacities[1])
    let contacts = mentor.contacts.map { "\($0.kind) \($0.value)\($0.isDecoded ? " (decoded)" : "")" }
    list("contacts", page, expected.contacts, contacts)
    list("profiles", page, expected.profiles, mentor.profiles)
    let text = mentor.writeUp.plainText
    let right = expected.has.filter { text.contains($0) }.count + expected.lacks.filter { !text.contains($0) }.count
    let count = expected.has.count + expected.lacks.count
    if count > 0 { add("write-up", page, Double(right) / Double(count), text) }
  }

  private mutating func one(_ field: String, _ page: ExtractionCase, _ expected: String, _ found: String) {
    if expected.isEmpty, found.isEmpty { return }
    add(field, page, expected.lowercased() == found.lowercased() ? 1 : 0, "\(expected) ≠ \(found)")
  }

  private mutating func list(_ field: String, _ page: ExtractionCase, _ expected: [String], _ found: [String]) {
    if expected.isEmpty, found.isEmpty { return }
    let wanted = Set(expected.map { $0.lowercased() }), had = Set(found.map { $0.lowercased() })
    let hits = Double(wanted.intersection(had).count)
    add(field, page, 2 * hits / Double(wanted.count + had.count), "\(expected) ≠ \(found)")
  }

  private mutating func add(_ field: String, _ page: ExtractionCase, _ score: Double, _ what: String) {
    if !fields.contains(field) { fields.append(field) }
    scores[field, default: []].append(score)
    if score < 1 { missed[field, default: []].append("  \(page.title): \(what.prefix(300))") }
  }
}

extension Availability.State {
  fileprivate var unlessUnknown: String { self == .unknown ? "" : rawValue }
}
