import Markup
import MentorDirectory

/// One page, already decoded to text.
public struct PageInput: Sendable {
  /// Markdown, HTML or wikitext; front matter that still stands before it is skipped.
  public var text: String
  public var format: MarkupFormat
  /// The page's front matter, read.
  public var frontMatter: JSONObject?
  /// `file` is a path, or the page's web address: the one at which it was found after all redirects.
  public var context: SourceContext
  /// The status with which a server sent the page (RFC 9110, 15): 404 and 410 make it a page that is gone.
  public var status = 200
  /// What was wrong with the front matter.
  public private(set) var problems: [ImportProblem] = []

  public init(text: String, format: MarkupFormat, frontMatter: JSONObject? = nil, context: SourceContext) {
    self.text = text
    self.format = format
    self.frontMatter = frontMatter
    self.context = context
  }

  /// A page as a server sends it: the format is chosen by media type, address and content, front matter is read.
  ///
  /// - Parameters:
  ///   - text: what `TextDecoder.decode` made of the body.
  ///   - mediaType: the `Content-Type` header, with or without its parameters; empty if there is none.
  public init(_ text: DecodedText, mediaType: String = "", status: Int = 200, context: SourceContext) {
    let matter = ParsedFrontMatter(text.text)
    self.init(
      text: text.text, format: PageFormat.recognise(text, mediaType: mediaType, address: context.file),
      frontMatter: matter.object, context: context)
    self.status = status
    problems =
      text.warnings.map { ImportProblem(file: context.file, reason: $0) }
      + matter.problems.map { ImportProblem(file: context.file, $0) }
  }
}

/// Which language a page is written in.
enum PageFormat {
  /// A server's word counts where it is `text/html` or `text/markdown`; many send everything else as plain text.
  static func recognise(_ text: DecodedText, mediaType: String, address: String) -> MarkupFormat {
    switch mediaType.prefix(while: { $0 != ";" }).lowercased().cleanedLine() {
    case "text/html", "application/xhtml+xml": return .html
    case "text/markdown", "text/x-markdown": return .markdown
    default: break
    }
    let path = WebParts.isWeb(address) ? WebParts(address).path.last ?? "" : address
    guard case .page(let format) = ContentKind.recognise(text, path: path, as: .page) else { return .html }
    return format
  }
}
