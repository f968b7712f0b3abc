import Fetching
import Foundation
import Markup
import MentorDirectory

/// Tells what kind of source stands at an address, and why it thinks so.
public struct SourceRecogniser: Sendable {
  /// What was recognised.
  public struct Recognition: Equatable, Sendable {
    public var kind: SourceKind
    /// One clause without a full stop: "its path is that of a phonebook's API, version 2".
    public var reason: String
    /// What the source is to be asked for: the address, or what stands behind it for programs.
    public var address: String

    public init(_ kind: SourceKind, _ reason: String, address: String) {
      self.kind = kind
      self.reason = reason
      self.address = address
    }
  }

  private let client: any WebFetching

  public init(client: any WebFetching) { self.client = client }

  /// By the address where that is enough, else by what the server answers to one request. A path is a folder.
  public func recognise(
    _ address: String, credential: Credential? = nil, allowsPrivate: Bool = false
  ) async throws(FetchFailure) -> Recognition {
    if let recognition = Self.byAddress(address) { return recognition }
    guard let whole = PageAddress.normalised(address) else { throw .badAddress(address) }
    let asked = address.contains("://") ? SourceAddress.readable(address) : whole
    let request = WebRequest(
      asked, accept: "*/*", credential: credential, allowsPrivate: allowsPrivate,
      sizeLimit: ListingReader.sizeLimit)
    return Self.byAnswer(try await client.fetch(request), to: asked)
  }

  // MARK: By the address

  /// Nil if the address alone does not tell.
  public static func byAddress(_ address: String) -> Recognition? {
    if !address.contains("://"), FileIdentity(address) != nil {
      return Recognition(.folder, "it is a path on this machine", address: address)
    }
    guard PageAddress.normalised(address) != nil else { return nil }
    if let (kind, reason) = byService(address) { return Recognition(kind, reason, address: address) }
    let readable = SourceAddress.readable(address)
    if readable != address, WebParts(address).host == "docs.google.com" {
      return Recognition(.sheet, "it is a shared spreadsheet, which can be had as CSV", address: readable)
    }
    let parameters = SourceAddress.parameters(of: readable).map { $0.text.lowercased() }
    if parameters.contains("action=raw") {
      return Recognition(.wiki, "it asks a wiki for the raw text of a page (action=raw)", address: readable)
    }
    if parameters.contains("output=csv") || parameters.contains("format=csv") {
      return Recognition(.sheet, "it asks for CSV", address: readable)
    }
    return byExtension(readable)
  }

  private static func byService(_ address: String) -> (SourceKind, String)? {
    switch ServiceAddress.api(of: address) {
    case .phonebook2: (.phonebook, "its path is that of a phonebook's API, version 2")
    case .phonebook1: (.phonebook, "its path is that of a phonebook's API, version 1")
    case .portal: (.portal, "its path is that of a volunteer portal's first API")
    case .remo: (.portal, "its path is that of a volunteer portal's API")
    case nil: nil
    }
  }

  private static func byExtension(_ address: String) -> Recognition? {
    let name = WebParts(address).path.last ?? ""
    let ending = (name as NSString).pathExtension.lowercased()
    let kind: SourceKind? =
      switch ending {
      case "csv", "tsv": .sheet
      case "opml": .list
      case "yml", "yaml": .data
      case "wiki", "wikitext", "mediawiki": .wiki
      default: nil
      }
    if let kind { return Recognition(kind, "its name ends in .\(ending)", address: address) }
    let isPage = ["", "html", "htm", "md", "php"].contains(ending) && PageAddress.saysMentoring(address)
    return isPage && isMentorsOwn(address)
      ? Recognition(.page, "its address says that it is somebody's mentoring page", address: address) : nil
  }

  /// "ada.example/mentoring", "mentoring.ada.example": nothing behind the word. A list of mentors has more to say.
  private static func isMentorsOwn(_ address: String) -> Bool {
    let parts = WebParts(address)
    guard let last = parts.path.last?.lowercased() else { return parts.host.hasPrefix("mentor") }
    let word = last.prefix { $0 != "." }
    return ["mentoring", "mentorship", "mentoria", "mentorat"].contains(word) && !address.contains("?")
  }

  // MARK: By the answer

  /// What an answer is, in the order of how much it says of itself.
  public static func byAnswer(_ response: WebResponse, to address: String) -> Recognition {
    let text: DecodedText
    do throws(InputError) {
      text = try TextDecoder.decode(
        response.body, charset: response.charset.isEmpty ? nil : response.charset.lowercased())
    } catch {
      return Recognition(.page, "nothing in it can be read as a list", address: address)
    }
    if response.isMediaWikiPage {
      return Recognition(
        .wiki, "it is a page of a wiki, whose raw text can be had", address: SourceAddress.rawWiki(response.address))
    }
    let head = String(decoding: text.utf8.prefix(4096), as: UTF8.self).lowercased()
    if head.contains("<opml") { return Recognition(.list, "it is an outline (OPML)", address: address) }
    let hint = response.hint
    switch ContentKind.recognise(text, path: hint) {
    case .sheet: return Recognition(.sheet, "it is a table of values (CSV)", address: address)
    case .json: return json(text, address: address)
    case .yaml: return Recognition(.data, "it is a list in YAML", address: address)
    case .list(let format):
      return Recognition(.wiki, "it is a list of people in \(format.words)", address: address)
    case .page(let format): return page(text, response, format, address: address)
    }
  }

  private static func json(_ text: DecodedText, address: String) -> Recognition {
    let data = JSONReader.read(text.utf8).value.flatMap(DataRecords.find)
    if data?.isDirectory == true {
      return Recognition(.directory, "it is the JSON of another directory", address: address)
    }
    if data?.isPortal == true { return Recognition(.portal, "it is a volunteer portal's answer", address: address) }
    let isPhonebook = data?.records.prefix(20).contains { $0["_url"] != nil && $0["is_vouched"] != nil } ?? false
    if isPhonebook { return Recognition(.phonebook, "it is a phonebook's answer", address: address) }
    return Recognition(.data, "it is a list in JSON", address: address)
  }

  private static func page(
    _ text: DecodedText, _ response: WebResponse, _ format: MarkupFormat, address: String
  ) -> Recognition {
    let list = try? ListReader().read(ParsedFrontMatter(text.text).body, as: format)
    if let list, list.isList {
      return Recognition(.wiki, "it lists \(list.records.count) people", address: address)
    }
    let links = LinkList(text, mediaType: response.mediaType, address: response.address).links
    let named = links.count(where: \.isNamed)
    let isPlain = !text.looksLikeHTML && format != .html
    if named >= 3 || (isPlain && links.count >= 2 && named * 2 >= links.count) {
      return Recognition(.list, "it links to \(named) mentoring pages", address: address)
    }
    if isHomePage(response.address) {
      return Recognition(.site, "it is a home page; the mentoring page is looked for from there", address: address)
    }
    return Recognition(.page, "it is a single page", address: address)
  }
}

extension SourceRecogniser {
  /// The root of a host, or of somebody's own folder.
  private static func isHomePage(_ address: String) -> Bool {
    let path = WebParts(address).path.filter { !$0.lowercased().hasPrefix("index.") }
    guard !PageAddress.saysMentoring(address) else { return false }
    return path.isEmpty || (path.count == 1 && (path[0].hasPrefix("~") || path[0].hasPrefix("@")))
  }
}

extension MarkupFormat {
  fileprivate var words: String {
    switch self {
    case .html: "HTML"
    case .markdown: "Markdown"
    case .wikitext: "wikitext"
    }
  }
}
