import Fetching
import MentorDirectory

/// Reads a phonebook or a portal through its API: the list of a group's members, their records, what else is known of
/// them; then all records are mapped as those of a data file are.
struct ServiceReader: Sendable {
  let client: any WebFetching
  let tables: ReferenceTables
  let source: SyncSource
  let now: Timestamp

  /// `report`: requests answered, those to come as far as known, and what was asked last.
  nonisolated(nonsending) func read(
    known: KnownSource, report: (_ done: Int, _ total: Int, _ current: String) -> Void
  ) async throws(SyncFailure) -> Listing {
    guard let origin = ServiceOrigin(source.address) else {
      throw .fetch(.badAddress(SourceAddress.withoutSecrets(source.address)), address: source.address)
    }
    var done = 0
    let (service, address, answer) = try await begin(origin)
    if answer.value == nil, source.kind == .portal, answer.isSheet {
      return try await ListingReader(client: client, tables: tables, source: source, now: now).read(known: known)
    }
    var walk = ServiceWalk(service: service)
    try await walk.run(from: address, answer) { expected, current in
      done += 1
      report(done, done + expected, current)
    }
    var details = ServiceDetails(service: service, list: address)
    let pages = done, rows = walk.rows
    await details.run(rows) { count, current in
      done = pages + count
      report(done, pages + rows.count, current)
    }
    var records = details.records, problems = walk.problems + details.problems
    if service.api == .phonebook2, !details.wasCancelled {
      var extras = PhonebookExtras(service: service, list: address)
      records = await extras.added(to: records) { current in
        done += 1
        report(done, done, current)
      }
      problems += extras.problems
    }
    let wasCancelled = Task.isCancelled
    if records.isEmpty, wasCancelled { throw .cancelled }
    if records.isEmpty, let problem = problems.first { throw .notReadable(problem) }
    var listing = try await listing(of: records, from: address, scope: service.api.isPortal)
    listing.step.problems = problems + listing.step.problems
    listing.step.isComplete = listing.step.isComplete && walk.isComplete && details.isComplete && !wasCancelled
    listing.failure = wasCancelled ? .cancelled : nil
    return listing
  }

  /// Asks for the first page where the service says it has it, or where such services usually have it.
  private func begin(
    _ origin: ServiceOrigin
  ) async throws(SyncFailure) -> (ServiceClient, address: String, ServiceClient.Answer) {
    let candidates = ServiceAddress.candidates(for: source)
    for (index, candidate) in candidates.enumerated() {
      let service = ServiceClient(client: client, source: source, api: candidate.api, origin: origin)
      do throws(FetchFailure) {
        return (service, candidate.first, try await service.ask(candidate.first))
      } catch {
        switch error {
        case .cancelled: throw .cancelled
        case .status(404),
          .status(410) where index + 1 < candidates.count:
          continue
        case .status(401), .status(403):
          throw .keyRefused(address: candidate.first, hadKey: source.credential != nil)
        default: throw .fetch(error, address: candidate.first)
        }
      }
    }
    throw .fetch(.status(404), address: SourceAddress.withoutSecrets(source.address))
  }

  /// The mapping runs to its end also in a task that was cancelled: what was read is to be kept.
  @concurrent
  private func listing(
    of records: [JSONObject], from address: String, scope: Bool
  ) async throws(SyncFailure) -> Listing {
    var options = Importer.Options(kind: .data, mapping: source.mapping, name: source.name, now: now)
    options.keepsRestricted = source.keepsRestricted
    options.scopeNote = source.scopeNote
    let imported = Importer(tables: tables).read(
      records: records, from: address, scopeNote: scope ? PortalScope.note(source.name) : "", options)
    return try Listing(imported, followsLinks: source.followsLinks)
  }
}

extension ServiceAddress.API {
  var isPortal: Bool { self == .portal || self == .remo }
}

extension ServiceClient.Answer {
  /// The portal can also give a sheet.
  fileprivate var isSheet: Bool {
    if ["text/csv", "application/csv", "text/tab-separated-values"].contains(response.mediaType) { return true }
    let guess = CSVDelimiter.detect(Array(response.body.prefix(1 << 16)))
    let start = response.body.first { $0 > 0x20 }
    return guess.columns > 2 && guess.consistency >= 0.8 && start != UInt8(ascii: "<") && start != UInt8(ascii: "{")
  }
}
