import MentorDirectory

/// A page as text, with where it stands.
public struct ImportedPage: Sendable {
  public enum Format: String, Sendable { case markdown, html, wikitext }
  /// The page without its front matter.
  public var text: String
  public var format: Format
  public var frontMatter: JSONObject?
  /// Line of the file (from 1) on which the text begins.
  public var firstLine: Int
  public var context: SourceContext

  public init(text: String, format: Format, frontMatter: JSONObject? = nil, firstLine: Int = 1, context: SourceContext)
  {
    self.text = text
    self.format = format
    self.frontMatter = frontMatter
    self.firstLine = firstLine
    self.context = context
  }
}

/// What a page turned out to be.
public enum PageOutcome: Sendable {
  case mentor(Mentor, warnings: [ImportProblem])
  /// `verdict`: one word or two ("not an offer"); `reason`: why, in a person's words.
  case notAMentor(verdict: String, reason: String)
}

/// Reads a mentor's own page.
public protocol PageReading: Sendable {
  func read(_ page: ImportedPage) -> PageOutcome
}

/// Reads a page that lists people (wikitext, Markdown, HTML) as records with the names of columns and keys that
/// `FieldMap` understands; `line` of each record is where it stands.
public protocol ListReading: Sendable {
  func records(_ page: ImportedPage) -> (records: [JSONObject], problems: [ImportProblem])
}
