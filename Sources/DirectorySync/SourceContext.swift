import MentorDirectory

/// What kind of thing a source is. The raw value is the word that `--as` takes.
public enum SourceKind: String, CaseIterable, Sendable, Codable {
  /// CSV or TSV; links in its rows lead to pages.
  case sheet
  /// A list of people in JSON or YAML.
  case data
  /// One mentor's page, Markdown or HTML.
  case page
  /// A folder of pages.
  case folder
  /// A list of people on a wiki page: wikitext, or Markdown with headings, tables or bullets.
  case wiki
  /// The JSON that `mentoring export` writes.
  case directory
  /// A home page on which the mentoring page has to be found.
  case site
  /// A page or file of links to mentoring pages: text, OPML, HTML or Markdown.
  case list
  /// A phonebook's API, version 2 or 1 (Mozillians).
  case phonebook
  /// A volunteer portal's API, either version, or its CSV (Reps).
  case portal

  /// What `mentoring import` reads from files; the others are on the net.
  public static let ofFiles: [SourceKind] = [.sheet, .data, .page, .folder, .wiki, .directory]
}

/// What the reader of a record must know about where the record stands.
public struct SourceContext: Sendable {
  /// Name of the source, for provenance.
  public var name: String
  /// Path or address of the file, as the person wrote it.
  public var file: String
  /// When it was read.
  public var fetched: Timestamp?

  public init(name: String, file: String, fetched: Timestamp? = nil) {
    self.name = name
    self.file = file
    self.fetched = fetched
  }
}

/// A record that did not become a mentor, or a mistake in a file: where, and why, in a person's words.
public struct ImportProblem: Equatable, Sendable {
  public var file: String
  /// From 1; 0 where the whole file is meant.
  public var line: Int
  /// From 1; 0 where the whole line is meant.
  public var column: Int
  /// One sentence without a full stop: what was expected, or what is missing.
  public var reason: String

  public init(file: String, line: Int = 0, column: Int = 0, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}
