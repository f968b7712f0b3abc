// One page of one person → a mentor.
//
// Each field is taken from the surest place that has it, in the order of the design: h-card, JSON-LD, front matter, the
// page's own description of itself, then its text in ten languages; every field says where it came from and how sure
// that is. A page that no person would call an offer gets a verdict with its reason; in doubt, it is an offer.
import Markup
import MentorDirectory

/// One page, already decoded to text.
public struct PageInput: Sendable {
  /// Markdown or HTML; front matter that still stands before it is skipped.
  public var text: String
  public var format: MarkupFormat
  /// The page's front matter, read.
  public var frontMatter: JSONObject?
  /// `file` is a path, or the page's web address.
  public var context: SourceContext

  public init(text: String, format: MarkupFormat, frontMatter: JSONObject? = nil, context: SourceContext) {
    self.text = text
    self.format = format
    self.frontMatter = frontMatter
    self.context = context
  }
}

/// What a page is that is no mentor's offer.
public enum PageVerdict: Equatable, Sendable {
  /// A course, a programme, a list, a template, notes: nobody offers anything.
  case notAnOffer
  case empty
  /// The page only leads to another; relative where the page's own address is not known.
  case redirect(String)
  case needsJavaScript
  /// Nested or sized so that it was not read.
  case unreadable
}

extension PageVerdict {
  /// The verdict in a word or two.
  public var words: String {
    switch self {
    case .notAnOffer: "not an offer"
    case .empty: "empty"
    case .redirect(let address): "leads to \(address)"
    case .needsJavaScript: "needs JavaScript"
    case .unreadable: "not read"
    }
  }
}

public enum PageResult: Equatable, Sendable {
  case mentor(Mentor, warnings: [ImportProblem])
  case notAMentor(PageVerdict, reason: String)
}

/// Reads mentors' own pages.
public struct PageReader: Sendable {
  private let tables: ReferenceTables

  public init(tables: ReferenceTables) { self.tables = tables }

  public func read(_ input: PageInput) -> PageResult {
    let page: PageSource
    do {
      page = try PageSource(input)
    } catch {
      return .notAMentor(.unreadable, reason: Self.reason(error))
    }
    if let (verdict, reason) = PageJudge(page: page).verdict() { return .notAMentor(verdict, reason: reason) }
    var draft = PageDraft(page: page, tables: tables)
    return .mentor(draft.mentor(), warnings: draft.warnings)
  }

  private static func reason(_ error: MarkupError) -> String {
    switch error {
    case .tooLarge(let bytes):
      "the page is \(bytes >> 20) MB long, more than the \(MarkupDocument.maximumSize >> 20) MB that are read"
    case .tooDeep(let limit): "the page nests its elements deeper than \(limit) levels"
    case .tooManyAttributes(let limit): "an element of the page has more than \(limit) attributes"
    }
  }
}
