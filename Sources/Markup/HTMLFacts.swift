import MentorDirectory

/// What a page says besides its text: title, addresses, links, people. All strings are clean.
public struct HTMLFacts: Sendable {
  public struct Link: Equatable, Sendable {
    public var address: String
    public var text: String
    /// The words of `rel`.
    public var rel: [String]
    /// The beginning of the block in which it stands, itself included.
    public var context: String
    /// True in navigation, header, footer or aside.
    public var isFurniture: Bool
    /// Line of the source, from 1.
    public var line: Int
  }

  public struct Heading: Equatable, Sendable {
    public var level: Int
    public var text: String

    public init(level: Int, text: String) {
      self.level = level
      self.text = text
    }
  }

  public private(set) var title = ""
  /// The `lang` of the page, lower case.
  public private(set) var language = ""
  public private(set) var description = ""
  public private(set) var author = ""
  public private(set) var generator = ""
  /// Open Graph properties without `og:`; also `profile:` ones, with their prefix.
  public private(set) var openGraph: [String: String] = [:]
  public private(set) var canonical = ""
  /// Where a meta refresh leads, nil without one.
  public private(set) var refresh: String?
  public private(set) var me: [String] = []
  /// Addresses of links with `rel=mentoring`: where the person's mentoring page is.
  public private(set) var mentoring: [String] = []
  /// The page in other languages (`rel=alternate hreflang=…`), by lower-case language tag.
  public private(set) var translations: [(language: String, address: String)] = []
  /// The `href` of the first `base` element: what relative addresses are relative to.
  public private(set) var base: String?
  public private(set) var headings: [Heading] = []
  public private(set) var links: [Link] = []
  /// Mail addresses from links, in order, each once; `protectedMails` were obfuscated by the server and decoded here.
  public private(set) var mails: [String] = []
  public private(set) var protectedMails: [String] = []
  /// Where a form without a script would send what is typed into it.
  public private(set) var formActions: [String] = []
  public private(set) var cards: [PersonCard] = []
  public private(set) var persons: [PersonCard] = []
  /// Words that a reader would see, furniture included.
  public private(set) var visibleWords = 0
  private var hasScript = false
  private var noscriptText = ""

  /// True if a reader sees nothing at all.
  public var isEmpty: Bool { visibleWords == 0 }
  /// True if the page shows its text by JavaScript only.
  public var isScriptShell: Bool {
    guard hasScript, visibleWords < 12 else { return false }
    return visibleWords == 0 || noscriptText.lowercased().contains("javascript")
  }

  static let maximumLinks = 5_000

  public init(_ root: HTMLElement) {
    language = (root["lang"] ?? root["xml:lang"] ?? "").cleanedLine(limit: 20).lowercased()
    visit(root, isFurniture: false, context: "")
    cards = HCardReader.cards(in: root)
    persons = JSONLDReader.persons(in: root)
    if let body = root.first({ $0.name == "body" }) {
      visibleWords = body.text(limit: 20_000).split(separator: " ").count
    }
  }

  private mutating func visit(_ element: HTMLElement, isFurniture: Bool, context: String) {
    var isFurniture = isFurniture, context = context
    switch element.name {
    case "title": if title.isEmpty { title = element.rawText.cleanedLine() }
    case "meta": readMeta(element)
    case "link": readRelation(element)
    case "base": if base == nil { base = element["href"].flatMap { LinkAddress.cleaned($0) } }
    case "script": hasScript = true
    case "noscript": noscriptText += element.rawText.cleanedLine()
    case "template", "svg", "style": return
    case "form": if let action = element["action"].flatMap({ LinkAddress.cleaned($0) }) { formActions.append(action) }
    case "nav", "header", "footer", "aside": isFurniture = true
    case "a":
      if let mail = Self.protectedMail(element), !protectedMails.contains(mail) { protectedMails.append(mail) }
      readRelation(element)
      addLink(element, isFurniture: isFurniture, context: context)
    case "span":
      if let mail = Self.protectedMail(element), !protectedMails.contains(mail) { protectedMails.append(mail) }
    default:
      if element.isHeading {
        let text = element.text(limit: 300)
        if !text.isEmpty, headings.count < 1_000 {
          headings.append(Heading(level: element.name.last?.wholeNumberValue ?? 6, text: text))
        }
      }
    }
    // The innermost block around a link is its context.
    if element.isBlock, !element.containsBlock { context = element.text(limit: 300) }
    for case .element(let child) in element.children { visit(child, isFurniture: isFurniture, context: context) }
  }

  private mutating func addLink(_ element: HTMLElement, isFurniture: Bool, context: String) {
    guard links.count < Self.maximumLinks, !element.isHidden,
      let address = element["href"].flatMap({ LinkAddress.cleaned($0) })
    else { return }
    if let mail = Self.mail(inAddress: address) { if !mails.contains(mail), mails.count < 100 { mails.append(mail) } }
    var text = element.text(limit: 300)
    if text.isEmpty { text = (element["aria-label"] ?? element["title"] ?? "").cleanedLine(limit: 300) }
    links.append(
      Link(
        address: address, text: text, rel: LinkRelations.relations(of: element), context: context,
        isFurniture: isFurniture, line: element.line))
  }

  private mutating func readRelation(_ element: HTMLElement) {
    let relations = LinkRelations.relations(of: element)
    guard !relations.isEmpty, let address = element["href"].flatMap({ LinkAddress.cleaned($0) }) else { return }
    for word in relations {
      if word == "canonical", canonical.isEmpty { canonical = address }
      if word == "me", me.count < 100, !me.contains(address) { me.append(address) }
      if word == "mentoring", mentoring.count < 10, !mentoring.contains(address) { mentoring.append(address) }
      if word == "alternate", translations.count < 100, let language = element["hreflang"] {
        translations.append((language.cleanedLine(limit: 20).lowercased(), address))
      }
    }
  }

  private mutating func readMeta(_ element: HTMLElement) {
    let content = (element["content"] ?? "").cleanedLine(limit: 2_000)
    let name = (element["name"] ?? element["property"] ?? "").lowercased()
    switch name {
    case "description": if description.isEmpty { description = content }
    case "author": if author.isEmpty { author = content }
    case "generator": if generator.isEmpty { generator = content }
    default:
      if name.hasPrefix("og:") { openGraph[String(name.dropFirst(3))] = content }
      if name.hasPrefix("profile:") || name.hasPrefix("article:author") { openGraph[name] = content }
    }
    if element["http-equiv"]?.lowercased() == "refresh", refresh == nil { refresh = Self.refreshTarget(content) }
  }

  /// The address in `0; url=/mentorship`, with or without quotes; nil if the page only reloads itself.
  private static func refreshTarget(_ content: String) -> String? {
    guard let separator = content.firstIndex(where: { $0 == ";" || $0 == "," }) else { return nil }
    var rest = content[content.index(after: separator)...].drop(while: \.isWhitespace)
    if rest.lowercased().hasPrefix("url") {
      let after = rest.dropFirst(3).drop(while: \.isWhitespace)
      if after.first == "=" { rest = after.dropFirst().drop(while: \.isWhitespace) }
    }
    let quotes: Set<Character> = ["\"", "'"]
    if let quote = rest.first, quotes.contains(quote) { rest = rest.dropFirst().prefix { $0 != quote } }
    return LinkAddress.cleaned(rest)
  }

  // MARK: Mail addresses

  /// The one mail address in `mailto:robin@example.org?subject=x` or a bare address, lower-cased in the host; else nil.
  public static func mail(inAddress address: String) -> String? {
    let lower = address.lowercased()
    var text = lower.hasPrefix("mailto:") ? address.dropFirst(7) : address[...]
    text = text.prefix { $0 != "?" && $0 != "," }
    let decoded = percentDecoded(text).cleanedLine(limit: 320)
    guard LinkAddress.isMail(decoded), let at = decoded.firstIndex(of: "@") else { return nil }
    return decoded[...at] + decoded[decoded.index(after: at)...].lowercased()
  }

  /// An address that the server in front of the site replaced by hexadecimal digits: the first byte is the key with
  /// which the others are combined by exclusive or.
  static func protectedMail(_ element: HTMLElement) -> String? {
    var digits = element["data-cfemail"]?[...]
    if digits == nil, let href = element["href"], href.utf8.contains(UInt8(ascii: "#")),
      let mark = href.firstRange(of: "/cdn-cgi/l/email-protection#")
    {
      digits = href[mark.upperBound...]
    }
    guard let digits, digits.utf8.count >= 8, digits.utf8.count <= 600, digits.utf8.count % 2 == 0 else { return nil }
    let nibbles = digits.compactMap(\.hexDigitValue)
    guard nibbles.count == digits.utf8.count else { return nil }
    let bytes = stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    let text = String(decoding: bytes.dropFirst().map { $0 ^ bytes[0] }, as: UTF8.self)
    return mail(inAddress: text)
  }

  private static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var out: [UInt8] = [], bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      let digits = bytes.prefix(2).compactMap { $0 < 0x80 ? Character(Unicode.Scalar($0)).hexDigitValue : nil }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        out.append(UInt8(digits[0] << 4 | digits[1]))
        bytes.removeFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
