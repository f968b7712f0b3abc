import Markup
import MentorDirectory

/// The addresses of pages in a list of links: a text file with one on each line, OPML, or a page in HTML or Markdown.
struct LinkList {
  private(set) var links: [PageLink] = []
  private(set) var problems: [ImportProblem] = []

  static let limit = 100_000

  /// `address` is where the list stands.
  init(_ text: DecodedText, mediaType: String, address: String) {
    let head = String(decoding: text.utf8.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<opml") {
      let (found, broken) = OPMLReader.links(text.text)
      take(found.map { ($0, isNamed: true) })
      problems += broken.map { ImportProblem(file: address, line: $0, reason: "this outline has no address of a page") }
    } else if let format = Self.format(text, mediaType: mediaType, address: address) {
      readPage(text, format: format, address: address)
    } else {
      readLines(text.text, address: address)
    }
    if links.count > Self.limit {
      links.removeLast(links.count - Self.limit)
      problems.append(ImportProblem(file: address, reason: "only the first \(Self.limit) addresses were taken"))
    }
    if links.isEmpty, problems.isEmpty {
      problems.append(ImportProblem(file: address, reason: "there is no address of a page in it"))
    }
  }

  /// Nil for a plain text file.
  private static func format(_ text: DecodedText, mediaType: String, address: String) -> MarkupFormat? {
    let format = PageFormat.recognise(text, mediaType: mediaType, address: address)
    guard format == .markdown, !mediaType.hasSuffix("markdown") else { return format }
    let start = String(decoding: text.utf8.prefix(1 << 16), as: UTF8.self)
    return start.contains("](") ? .markdown : nil
  }

  // MARK: Lines

  /// One address on a line, perhaps with words around it. `#` begins a remark.
  private mutating func readLines(_ text: String, address: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("//") { continue }
      let words = line.split { $0.isWhitespace || "<>,;|\"".contains($0) }
      let stated = words.first { $0.contains("://") } ?? words.first { PageAddress.normalised(String($0)) != nil }
      if let link = stated.flatMap({ PageLink(String($0), isNamed: true) }) {
        links.append(link)
      } else if problems.count < 100 {
        problems.append(ImportProblem(file: address, line: index + 1, reason: "this line has no address of a page"))
      }
    }
    links = links.unique
  }

  private mutating func take(_ addresses: [(String, isNamed: Bool)]) {
    links = addresses.compactMap { PageLink($0.0, isNamed: $0.isNamed) }.unique
  }

  // MARK: Pages

  /// Links in the main part of the page to other sites, and to those pages of the same site that say what they are.
  private mutating func readPage(_ text: DecodedText, format: MarkupFormat, address: String) {
    let facts: HTMLFacts
    do throws(MarkupError) {
      facts = try MarkupDocument(ParsedFrontMatter(text.text).body, as: format).facts
    } catch {
      problems.append(ImportProblem(file: address, reason: PageReader.reason(error)))
      return
    }
    let base = facts.base.flatMap { LinkAddress.resolved($0, on: address) } ?? address
    let own = WebParts(address).host
    let found = facts.links.compactMap { link -> (String, isNamed: Bool, isFurniture: Bool)? in
      guard let whole = LinkAddress.resolved(link.address, on: base), KnownAddress(whole) == .web,
        PageSource.normalised(whole) != PageSource.normalised(address)
      else { return nil }
      let isNamed = PageAddress.saysMentoring(whole)
      return isNamed || WebParts(whole).host != own ? (whole, isNamed, link.isFurniture) : nil
    }
    let main = found.filter { !$0.isFurniture }
    take((main.isEmpty ? found : main).map { ($0.0, $0.isNamed) })
  }
}
