import Host
import Markup
import MentorDirectory
import MentoringApp

/// The sample community, in memory. Reads the program's own files, writes nothing.
struct SampleLibrary: MentorLibrary {
  let index: SearchIndex
  let status = DirectoryStatus(label: "Sample community")
  private let entries: [MentorID: (mentor: Mentor, writeUp: String)]

  init(_ resources: Resources) throws {
    // Its places are canonical already: the gazetteer, the largest of the tables, is not needed.
    let languages = LanguageTable(try resources.text(named: "languages.tsv"))
    let vocabulary = Vocabulary([try resources.text(named: "vocabulary.txt")])
    var entries: [MentorID: (mentor: Mentor, writeUp: String)] = [:]
    for path in resources.sampleCommunity {
      for value in JSONReader.read(try Files.read(path)).value?.array ?? [] {
        guard let object = value.object,
          let mentor = Mentor(
            json: object, languages: { languages.language($0) ?? Language(code: "", name: $0) })
        else { continue }
        entries[mentor.id] = (mentor, object["writeUp"]?.string?.cleanedText() ?? "")
      }
    }
    guard !entries.isEmpty else { throw HostError.noResource(name: "SampleCommunity") }
    // The words of the Markdown are searched; it is read as a write-up only when somebody looks at it.
    var builder = IndexBuilder(options: .init { vocabulary.aliases(of: $0) })
    for mentor in entries.values.map(\.mentor).inDisplayOrder() {
      builder.add(mentor, writeUp: entries[mentor.id]?.writeUp ?? "")
    }
    index = try builder.finish()
    self.entries = entries
  }

  func mentor(_ id: MentorID) -> Mentor? {
    guard let entry = entries[id] else { return nil }
    var mentor = entry.mentor
    mentor.writeUp = WriteUp(markdown: entry.writeUp)
    return mentor
  }

  func forEachMentor(_ body: (Mentor) throws -> Void) throws {
    for id in entries.keys.sorted() { if let mentor = mentor(id) { try body(mentor) } }
  }
}
