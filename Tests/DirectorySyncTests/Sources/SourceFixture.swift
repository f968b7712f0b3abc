import DirectorySync
import Fetching
import LoopbackKit
import MentorDirectory
import Testing

/// A server that plays all hosts, and a client that finds them there.
struct SourceFixture {
  let server: LoopbackServer
  let client: WebClient
  static let now = Timestamp(seconds: 1_900_000_000)  // 17 March 2030

  /// `answer` is not asked for robots.txt: there is none anywhere.
  init(_ answer: @escaping LoopbackServer.Handler) throws {
    server = try LoopbackServer { request in request.path == "/robots.txt" ? .status(404) : answer(request) }
    var options = ClientOptions()
    options.routes = [HostRoute(port: server.port)]
    options.pause = .zero
    options.servicePause = .zero
    options.firstBackoff = .milliseconds(1)
    options.tries = 2
    client = WebClient(options)
  }

  /// A server with fixed texts by "host/path?query".
  init(pages: [String: LoopbackAnswer]) throws {
    try self.init { request in pages[request.host + request.target] ?? .status(404) }
  }

  var reader: SourceReader { SourceReader(client: client, tables: PageFixture.tables, now: Self.now) }

  func source(_ kind: SourceKind, _ address: String) -> SyncSource {
    SyncSource(name: "source", kind: kind, address: address)
  }

  /// Reads a source as a sync does, and gathers what comes.
  func sync(
    _ source: SyncSource, known: KnownSource = KnownSource(), cancelWhen: (SyncProgress) -> Bool = { _ in false }
  ) async -> Synced {
    var synced = Synced()
    do throws(SyncFailure) {
      try await reader.read(source, known: known) { progress in
        synced.progress.append(progress)
        if cancelWhen(progress) { withUnsafeCurrentTask { $0?.cancel() } }
      } step: { step in
        synced.take(step)
      }
    } catch {
      synced.failure = error
    }
    return synced
  }

  /// What was asked for, without robots.txt.
  var asked: [String] { server.requests.map { $0.host + $0.target }.filter { !$0.hasSuffix("/robots.txt") } }
}

/// What a sync delivered.
struct Synced {
  var listing: SourceListing?
  var visits: [PageVisit] = []
  var steps = 0
  /// Sizes of the batches of pages.
  var batches: [Int] = []
  var progress: [SyncProgress] = []
  var failure: SyncFailure?

  mutating func take(_ step: SyncStep) {
    steps += 1
    switch step {
    case .listing(let listing): self.listing = listing
    case .pages(let pages):
      visits += pages
      batches.append(pages.count)
    }
  }

  var listed: [Mentor] { listing?.mentors ?? [] }
  var problems: [ImportProblem] { listing?.problems ?? [] }
  var visited: [Mentor] {
    visits.compactMap { if case .read(let mentor, _) = $0.outcome { mentor } else { nil } }
  }
  var unchanged: Int { visits.count { if case .unchanged = $0.outcome { true } else { false } } }

  func visit(_ address: String) -> PageVisit? { visits.first { $0.address == address } }
  func verdict(_ address: String) -> PageVerdict.Kind? {
    if case .read(_, let verdict) = visit(address)?.outcome { verdict.kind } else { nil }
  }
  func failure(_ address: String) -> FetchFailure? {
    if case .failed(let failure) = visit(address)?.outcome { failure } else { nil }
  }
  func listed(_ name: String) -> Mentor? { listed.first { $0.name == name } }

  /// All that was said to a person: nothing of it may hold a secret.
  var words: String {
    let progress = progress.map(\.current)
    let problems = (problems + visits.flatMap(\.problems)).map { $0.file + $0.reason }
    return (progress + problems + ["\(String(describing: failure))", "\(listed)"]).joined(separator: "\n")
  }

  /// What the cache would know at the next sync.
  var known: KnownSource {
    var known = KnownSource()
    known.validators = listing?.validators ?? Validators()
    known.bodyHash = listing?.bodyHash ?? 0
    known.readerVersion = SourceReader.version
    for visit in visits {
      if case .failed = visit.outcome { continue }
      known.pages[visit.address] = KnownPage(
        validators: visit.validators, bodyHash: visit.bodyHash, readerVersion: SourceReader.version,
        finalAddress: visit.finalAddress)
    }
    return known
  }
}

extension SyncFailure {
  /// "notReadable", "keyRefused" …
  var kind: String { String(describing: self).prefix { $0 != "(" }.description }
}

extension LoopbackAnswer {
  static func text(_ body: String, type: String = "text/plain; charset=utf-8") -> LoopbackAnswer {
    page(body, type: type)
  }

  /// A page on which somebody offers to mentor.
  static func offer(_ name: String, _ topic: String = "compilers", extra: String = "") -> LoopbackAnswer {
    page(SourceFixture.offer(name, topic, extra: extra))
  }
}

extension SourceFixture {
  static func offer(_ name: String, _ topic: String = "compilers", extra: String = "") -> String {
    """
    <!doctype html><html lang="en"><head><title>Mentoring – \(name)</title>\(extra)</head><body><main>
    <h1>Mentoring</h1><p>My name is \(name), and I am happy to mentor you. I can help with:</p>
    <ul><li>\(topic)</li><li>reading old code</li></ul>
    <p>Write to me at <a href="mailto:me@\(name.prefix { $0 != " " }.lowercased()).example">my address</a>.</p>
    </main></body></html>
    """
  }
}
