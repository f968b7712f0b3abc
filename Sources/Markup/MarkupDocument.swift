import MentorDirectory

/// A text in HTML, Markdown or wikitext, parsed once: its elements, its write-up, its facts.
public struct MarkupDocument: Sendable {
  /// Bytes. Nobody's page is longer; a file that is, is not a page.
  public static let maximumSize = 16 << 20

  public let format: MarkupFormat
  /// The `html` element; Markdown and wikitext are read as the HTML they stand for.
  public let root: HTMLElement

  /// Parses a text without its front matter. Template tags (`{{ … }}`) are dropped from HTML and Markdown.
  /// `firstLine` is the line of the file on which the text begins. Linear in the length.
  public init(_ text: String, as format: MarkupFormat, firstLine: Int = 1) throws(MarkupError) {
    guard text.utf8.count <= Self.maximumSize else { throw .tooLarge(bytes: text.utf8.count) }
    self.format = format
    let html: String
    switch format {
    case .html: html = TemplateTags.removed(from: text, keepsCode: false)
    case .markdown: html = MarkdownHTML.html(TemplateTags.removed(from: text))
    case .wikitext: html = WikiTextHTML.html(text)
    }
    root = try HTMLParser.parse(html, lineOffset: firstLine - 1)
  }

  public var body: HTMLElement { root.first { $0.name == "body" } ?? root }

  /// What a reader came for: the main part of the page as our own tree.
  public var writeUp: WriteUp { WriteUpBuilder.writeUp(of: root) }

  /// The write-up of one element of this document.
  public func writeUp(of element: HTMLElement) -> WriteUp { WriteUpBuilder.writeUp(inside: element) }

  public var facts: HTMLFacts { HTMLFacts(root) }

  /// The people that the page presents in microformats: a part of `facts`.
  public var cards: [PersonCard] { HCardReader.cards(in: root) }
}

extension WriteUp {
  /// Reads Markdown; what cannot be read as such (hostile nesting or size) is one paragraph of text.
  public init(markdown: String) {
    do {
      self = try MarkupDocument(markdown, as: .markdown).writeUp
    } catch {
      self = WriteUp([.paragraph([.text(String(markdown.prefix(20_000)))])]).tidied()
    }
  }
}
