import Fetching
import Foundation
import MentorDirectory

/// Reads what a source of one answer lists: a sheet, a data file, a wiki page, another directory, a list of links; and
/// a kept folder.
struct ListingReader: Sendable {
  let client: any WebFetching
  let tables: ReferenceTables
  let source: SyncSource
  let now: Timestamp

  /// Largest answer, in bytes.
  static let sizeLimit = 64 << 20

  func read(known: KnownSource) async throws(SyncFailure) -> Listing {
    switch source.kind {
    case .folder: return try await folder()
    case .list: return try await links()
    default: return try await records(known: known)
    }
  }

  // MARK: Records

  private func records(known: KnownSource) async throws(SyncFailure) -> Listing {
    let isCurrent = known.readerVersion == SourceReader.version
    var response = try await fetch(
      SourceAddress.readable(source.address), validators: isCurrent ? known.validators : Validators())
    if response.isUnchanged { return .unchanged(known, response) }
    if source.kind == .wiki, response.isMediaWikiPage {
      response = try await fetch(
        SourceAddress.rawWiki(response.address), validators: isCurrent ? known.validators : Validators())
      if response.isUnchanged { return .unchanged(known, response) }
    }
    let hash = BodyHash.of(response.body)
    if isCurrent, known.bodyHash == hash { return .unchanged(known, response) }
    var listing = try await listing(of: response)
    listing.step.validators = response.validators
    listing.step.bodyHash = hash
    listing.step.movedTo = response.movedTo
    return listing
  }

  @concurrent
  private func listing(of response: WebResponse) async throws(SyncFailure) -> Listing {
    let text = try decoded(response)
    var options = options
    if text.looksLikeHTML {
      switch source.kind {
      case .sheet:
        throw notReadable("\(Self.webPage), not CSV; publish the sheet to the web as CSV and give that address")
      case .data: throw notReadable("\(Self.webPage), not JSON or YAML; give the address of the raw file")
      case .directory: options.kind = .wiki
      default: break
      }
    }
    let imported = Importer(tables: tables).read(
      text, from: source.address, hint: response.hint, options, isCancelled: { Task.isCancelled })
    return try Listing(imported, followsLinks: source.followsLinks && source.kind != .directory)
  }

  private static let webPage = "what stands there is a web page"

  private func decoded(_ response: WebResponse) throws(SyncFailure) -> DecodedText {
    do throws(InputError) {
      return try TextDecoder.decode(
        response.body, charset: response.charset.isEmpty ? nil : response.charset.lowercased())
    } catch {
      throw .notReadable(ImportProblem(file: source.address, error: error))
    }
  }

  private func notReadable(_ reason: String) -> SyncFailure {
    .notReadable(ImportProblem(file: source.address, reason: reason))
  }

  private var options: Importer.Options {
    var options = Importer.Options(kind: source.kind, mapping: source.mapping, name: source.name, now: now)
    options.keepsRestricted = source.keepsRestricted
    options.scopeNote = source.scopeNote
    if source.kind == .portal {
      options.kind = .sheet
      if source.scopeNote.isEmpty { options.scopeNote = PortalScope.note(source.name) }
    }
    return options
  }

  // MARK: Links

  /// The list itself is small and says more than its addresses; it is read each time.
  private func links() async throws(SyncFailure) -> Listing {
    let response = try await fetch(SourceAddress.readable(source.address))
    let list = LinkList(try decoded(response), mediaType: response.mediaType, address: response.address)
    guard !list.links.isEmpty else {
      throw list.problems.first.map { .notReadable($0) } ?? notReadable("there is no address of a page in it")
    }
    var step = SourceListing(mentors: [], validators: response.validators, problems: list.problems)
    step.bodyHash = BodyHash.of(response.body)
    step.movedTo = response.movedTo
    return Listing(step, links: list.links)
  }

  // MARK: Folder

  @concurrent
  private func folder() async throws(SyncFailure) -> Listing {
    var options = options
    options.kind = nil
    let imported = Importer(tables: tables).run(
      [source.address], options, isCancelled: { Task.isCancelled })
    return try Listing(imported, followsLinks: false)
  }

  // MARK: Fetching

  private func fetch(
    _ address: String, validators: Validators = Validators()
  ) async throws(SyncFailure) -> WebResponse {
    let isForPrograms = ![.list, .wiki].contains(source.kind) || address.contains("action=raw")
    let request = WebRequest(
      address, accept: Self.accept(source.kind), validators: validators, credential: source.credential,
      allowsPrivate: source.allowsPrivate, obeysRobots: !isForPrograms, sizeLimit: Self.sizeLimit)
    do throws(FetchFailure) {
      return try await client.fetch(request)
    } catch {
      if error == .cancelled { throw .cancelled }
      throw .fetch(error, address: SourceAddress.withoutSecrets(address))
    }
  }

  private static func accept(_ kind: SourceKind) -> String {
    switch kind {
    case .sheet, .portal: "text/csv, text/tab-separated-values, text/plain;q=0.8, */*;q=0.5"
    case .data, .directory: "application/json, application/yaml, text/plain;q=0.8, */*;q=0.5"
    default: "text/html, text/markdown, text/x-wiki, text/x-opml, text/plain;q=0.9, */*;q=0.5"
    }
  }
}

extension WebResponse {
  /// A file name that tells the format of the answer where its text does not.
  var hint: String {
    if SourceAddress.parameters(of: address).contains(where: { $0.text == "action=raw" }) { return "page.wiki" }
    switch mediaType {
    case "text/x-wiki": return "page.wiki"
    case "text/markdown", "text/x-markdown": return "page.md"
    case "text/html", "application/xhtml+xml": return "page.html"
    case "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml": return "page.yaml"
    case "text/tab-separated-values": return "page.tsv"
    default: return WebParts(address).path.last ?? ""
    }
  }

  /// A page as a MediaWiki shows it, whose text can be had raw.
  var isMediaWikiPage: Bool {
    guard mediaType == "text/html" else { return false }
    let head = String(decoding: body.prefix(1 << 16), as: UTF8.self)
    return head.contains("content=\"MediaWiki ")
  }
}

extension DecodedText {
  var looksLikeHTML: Bool {
    let start = String(decoding: utf8.prefix(2000), as: UTF8.self).lowercased().drop { $0.isWhitespace }
    return ["<!doctype html", "<html", "<head", "<body"].contains { start.hasPrefix($0) }
  }
}
