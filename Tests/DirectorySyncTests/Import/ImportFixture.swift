import Foundation
import MentorDirectory

@testable import DirectorySync

/// Imports text as if it were a file, with page and list readers that only record what they were given.
struct ImportFixture {
  static let now = Timestamp(seconds: 1_900_000_000)  // 17 March 2030

  var kind: SourceKind?
  var mapping: [FieldMapping] = []
  var keepsRestricted = false

  var importer: Importer {
    let tables = ReferenceTables(
      gazetteer: Gazetteer(countries: "", cities: ""), languages: LanguageTable(""), vocabulary: Vocabulary([]))
    return Importer(tables: tables, pages: TitlePages(), lists: LinkLists())
  }

  func run(
    _ paths: [String], name: String? = "list", progress: (ImportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) -> ImportedSource {
    var options = Importer.Options(kind: kind, mapping: mapping, name: name, now: Self.now)
    options.keepsRestricted = keepsRestricted
    return importer.run(paths, options, progress: progress, isCancelled: isCancelled)
  }

  func read(_ text: String, file: String = "list.csv") throws -> ImportedSource {
    let folder = try TemporaryFolder()
    return run([try folder.write(text, to: file)])
  }
}

/// A page is a mentor if it has a first heading.
struct TitlePages: PageReading {
  func read(_ page: ImportedPage) -> PageOutcome {
    guard let line = page.text.split(separator: "\n").first(where: { $0.hasPrefix("# ") }) else {
      return .notAMentor(verdict: "not an offer", reason: "nobody is named")
    }
    let name = String(line.dropFirst(2))
    return .mentor(Mentor(id: MentorID("page:\(name)"), name: name), warnings: [])
  }
}

/// `* [Name](address)` is a record.
struct LinkLists: ListReading {
  func records(_ page: ImportedPage) -> (records: [JSONObject], problems: [ImportProblem]) {
    let records = page.text.split(separator: "\n").enumerated().compactMap { index, line -> JSONObject? in
      guard let match = line.firstMatch(of: /\* \[([^\]]+)\]\(([^)]+)\)/) else { return nil }
      var record = JSONObject(line: index + 1)
      record.append("name", .string(String(match.output.1)))
      record.append("page", .string(String(match.output.2)))
      return record
    }
    return (records, [])
  }
}

extension ImportedSource {
  var names: [String] { mentors.map(\.name) }
  func mentor(_ name: String) -> Mentor? { mentors.first { $0.name == name } }
}

extension Mentor {
  func contact(_ kind: String) -> String? { contacts.first { $0.kind == kind }?.value }
  var paragraphs: [String] { writeUp.plainText.split(separator: "\n").map(String.init) }
}
