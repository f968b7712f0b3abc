import Fetching
import MentorDirectory

/// Visits one page: asks whether it changed, follows where it sends its readers, reads it.
struct PageVisitor: Sendable {
  let client: any WebFetching
  let reader: PageReader
  let source: SyncSource
  let now: Timestamp

  /// How many pages may lead on to another by themselves.
  static let refreshLimit = 5

  /// What stands at an address.
  enum Opened {
    case unchanged(WebResponse)
    case page(PageReading, WebResponse, bodyHash: UInt64)
    case failed(FetchFailure, at: String)
  }

  /// Nil if the visit was cancelled.
  func visit(_ link: PageLink, known: KnownPage?) async -> PageVisit? {
    switch await open(Self.request(link, known: known), known: known) {
    case .failed(.cancelled, _): return nil
    case .failed(let failure, let address):
      return PageVisit(address: link.address, finalAddress: address, outcome: .failed(failure))
    case .unchanged(let response): return Self.unchanged(link, response, known: known)
    case .page(let reading, let response, let hash): return read(link, reading, response, hash)
    }
  }

  static func unchanged(_ link: PageLink, _ response: WebResponse, known: KnownPage?) -> PageVisit {
    let fresh = response.validators
    return PageVisit(
      address: link.address, finalAddress: response.address, outcome: .unchanged,
      validators: fresh.isEmpty ? known?.validators ?? fresh : fresh, bodyHash: known?.bodyHash ?? 0)
  }

  /// The visit of a page that was read anew. The mentor is named after the page as the source names it, so that a row
  /// of the source is recognised as the same person although the page has moved.
  func read(_ link: PageLink, _ reading: PageReading, _ response: WebResponse, _ hash: UInt64) -> PageVisit {
    var verdict = reading.verdict, mentor = reading.mentor
    if mentor != nil, !link.isNamed, verdict.confidence <= PageVerdict.doubt {
      mentor = nil
      verdict = PageVerdict(
        .notAnOffer, reason: "nothing on it says that somebody offers to mentor", confidence: verdict.confidence)
    }
    mentor?.id = MentorID(PageAddress.identity(link.address))
    mentor?.add(profiles: reading.me + Self.translations(reading))
    return PageVisit(
      address: link.address, finalAddress: response.address, outcome: .read(mentor: mentor, verdict: verdict),
      validators: response.validators, bodyHash: hash, problems: reading.warnings)
  }

  /// The same page in another language is the same person's, if it stands on the same host.
  private static func translations(_ reading: PageReading) -> [String] {
    let host = WebParts(reading.address).host
    return reading.translations.map(\.address).filter { WebParts($0).host == host }
  }

  /// A page that only wants a slash at its end is asked for with it the next time.
  private static func request(_ link: PageLink, known: KnownPage?) -> String {
    known?.finalAddress == link.address + "/" ? link.address + "/" : link.request
  }

  // MARK: Fetching

  /// Fetches and reads, following pages that do nothing but lead on.
  func open(_ address: String, known: KnownPage?) async -> Opened {
    var current = address, seen: Set<String> = [address]
    for _ in 0...Self.refreshLimit {
      let response: WebResponse
      do throws(FetchFailure) {
        response = try await client.fetch(request(current, known: known))
      } catch {
        return .failed(error, at: current)
      }
      let hash = BodyHash.of(response.body)
      if response.isUnchanged || known?.isSame(as: response, hash) == true { return .unchanged(response) }
      let reading = reading(response)
      guard reading.verdict.kind == .redirect, let target = reading.refresh.flatMap(Self.target) else {
        return .page(reading, response, bodyHash: hash)
      }
      if response.address.hasPrefix("https:"), target.hasPrefix("http:") {
        return .failed(.downgrade(to: target), at: response.address)
      }
      guard seen.insert(target).inserted else { return .failed(.redirectLoop, at: target) }
      current = target
    }
    return .failed(.tooManyRedirects(limit: Self.refreshLimit), at: current)
  }

  private static func target(_ address: String) -> String? {
    guard WebParts.isWeb(address) else { return nil }
    return String(address.prefix { $0 != "#" })
  }

  private func request(_ address: String, known: KnownPage?) -> WebRequest {
    WebRequest(
      address, validators: known?.validators(for: address) ?? Validators(), allowsPrivate: source.allowsPrivate)
  }

  func reading(_ response: WebResponse) -> PageReading {
    let context = SourceContext(name: source.name, file: response.address, fetched: now)
    do throws(InputError) {
      let text = try TextDecoder.decode(
        response.body, charset: response.charset.isEmpty ? nil : response.charset.lowercased())
      return reader.read(
        PageInput(text, mediaType: response.mediaType, status: response.status, context: context))
    } catch {
      let kind: PageVerdict.Kind = error == .empty ? .empty : .unreadable
      let reason = ImportProblem(file: response.address, error: error).reason
      return PageReading(verdict: PageVerdict(kind, reason: reason, confidence: 1))
    }
  }
}

extension KnownPage {
  /// What to ask with at an address. A date is only worth something where it came from.
  fileprivate func validators(for address: String) -> Validators {
    guard readerVersion == SourceReader.version else { return Validators() }
    if finalAddress.isEmpty || finalAddress == address { return validators }
    return Validators(entityTag: validators.entityTag)
  }

  fileprivate func isSame(as response: WebResponse, _ hash: UInt64) -> Bool {
    readerVersion == SourceReader.version && bodyHash == hash && hash != 0
      && (finalAddress.isEmpty || finalAddress == response.address)
  }
}

extension Mentor {
  /// Other pages of the same person, each once, without the page itself.
  fileprivate mutating func add(profiles addresses: [String]) {
    var known = Set((profiles + [page]).map { PageSource.normalised($0) })
    for address in addresses where profiles.count < 30 && WebParts.isWeb(address) {
      if known.insert(PageSource.normalised(address)).inserted { profiles.append(address) }
    }
  }
}
