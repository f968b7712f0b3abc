import DirectorySync
import Markup
import MentorDirectory
import Testing

/// Reads invented pages with empty reference tables: what is tested here needs none.
enum PageFixture {
  static let tables = ReferenceTables(
    gazetteer: Gazetteer(countries: "", cities: ""), languages: LanguageTable(""), vocabulary: Vocabulary([]))

  static func read(
    _ text: String, _ format: MarkupFormat = .markdown, frontMatter: JSONObject? = nil,
    file: String = "pages/mentoring.md",
    fetched: Timestamp? = nil
  ) -> PageReading {
    let context = SourceContext(name: "pages", file: file, fetched: fetched)
    return PageReader(tables: tables).read(
      PageInput(text: text, format: format, frontMatter: frontMatter, context: context))
  }

  static func mentor(
    _ text: String, _ format: MarkupFormat = .markdown, frontMatter: JSONObject? = nil,
    file: String = "pages/mentoring.md",
    fetched: Timestamp? = nil
  ) throws -> Mentor {
    let reading = read(text, format, frontMatter: frontMatter, file: file, fetched: fetched)
    guard let mentor = reading.mentor else {
      Issue.record("\(reading.verdict)")
      throw NotAMentor()
    }
    return mentor
  }

  struct NotAMentor: Error {}
}
