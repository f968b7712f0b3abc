import MentorDirectory

/// A page as text, with where it stands.
public struct PageInput: Sendable {
  public enum Format: String, Sendable { case markdown, html, wikitext }
  /// The page without its front matter.
  public var text: String
  public var format: Format
  public var frontMatter: JSONObject?
  public var context: SourceContext

  public init(text: String, format: Format, frontMatter: JSONObject? = nil, context: SourceContext) {
    self.text = text
    self.format = format
    self.frontMatter = frontMatter
    self.context = context
  }
}

/// What a page turned out to be.
public enum PageResult: Sendable {
  case mentor(Mentor, warnings: [ImportProblem])
  /// `verdict`: one word or two ("not an offer"); `reason`: why, in a person's words.
  case notAMentor(verdict: String, reason: String)
}

/// Reads a mentor's own page.
public protocol PageReading: Sendable {
  func read(_ page: PageInput) -> PageResult
}

/// Reads a page that lists people (wikitext, Markdown, HTML) as records with the names of columns and keys that
/// `FieldMap` understands; `line` of each record is where it stands.
public protocol ListReading: Sendable {
  func records(_ page: PageInput) -> (records: [JSONObject], problems: [ImportProblem])
}
