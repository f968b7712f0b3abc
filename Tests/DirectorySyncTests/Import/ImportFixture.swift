import Foundation
import MentorDirectory

@testable import DirectorySync

/// Imports text as if it were a file.
struct ImportFixture {
  static let now = Timestamp(seconds: 1_900_000_000)  // 17 March 2030

  var kind: SourceKind?
  var mapping: [FieldMapping] = []
  var keepsRestricted = false

  var importer: Importer {
    let tables = ReferenceTables(
      gazetteer: Gazetteer(countries: "", cities: ""), languages: LanguageTable(""), vocabulary: Vocabulary([]))
    return Importer(tables: tables)
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

extension ImportedSource {
  var names: [String] { mentors.map(\.name) }
  func mentor(_ name: String) -> Mentor? { mentors.first { $0.name == name } }
}

extension Mentor {
  func contact(_ kind: String) -> String? { contacts.first { $0.kind == kind }?.value }
  var paragraphs: [String] { writeUp.plainText.split(separator: "\n").map(String.init) }
}
