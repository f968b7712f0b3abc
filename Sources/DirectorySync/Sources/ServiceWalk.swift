import Fetching
import MentorDirectory

/// Walks a list that a service gives page by page. Where the next page is, only the service knows: its word is
/// followed, never computed, and never outside of the service or in a circle.
struct ServiceWalk {
  let service: ServiceClient
  private(set) var rows: [JSONObject] = []
  private(set) var problems: [ImportProblem] = []
  /// False if some part could not be read.
  private(set) var isComplete = true
  /// How many the service says there are; nil if it does not.
  private(set) var announced: Int?

  static let pageLimit = 10_000, rowLimit = 200_000
  /// Entries of a page that are told of one by one; a page may be nothing but such.
  static let mostTold = 20

  init(service: ServiceClient) { self.service = service }

  /// One page of a list.
  private struct Page {
    var rows: [JSONValue]
    var next: String?
    var count: Int?

    /// `{"results", "next", "count"}`, `{"objects", "meta"}`, or a bare list. Nil for anything else.
    init?(_ value: JSONValue?) {
      if let list = value?.array {
        rows = list
        return
      }
      guard let object = value?.object, let list = (object["results"] ?? object["objects"])?.array else { return nil }
      rows = list
      next = (object["next"] ?? object["meta"]?["next"])?.string
      count = (object["count"] ?? object["meta"]?["total_count"])?.int
    }
  }

  /// Reads all pages from `first` on. A first page that cannot be read is thrown; of a later one the reason is kept,
  /// with what was read before. `report` is told how many rows there will be as far as known.
  nonisolated(nonsending) mutating func run(
    from first: String, _ firstAnswer: ServiceClient.Answer, report: (_ expected: Int, _ current: String) -> Void
  ) async throws(SyncFailure) {
    guard let page = Page(firstAnswer.value) else {
      throw .notReadable(wrongShape(firstAnswer, at: first))
    }
    var next = take(page, firstAnswer, at: first)
    var seen: Set<String> = [first], pages = 1
    report(max(rows.count, announced ?? 0), first)
    while let address = next {
      guard seen.insert(address).inserted else {
        return stop(address, "the list says that it goes on at a page that was read already")
      }
      pages += 1
      guard pages <= Self.pageLimit, rows.count < Self.rowLimit else {
        return stop(address, "the list is longer than any that is read; the rest was left")
      }
      let answer: ServiceClient.Answer
      do throws(FetchFailure) {
        answer = try await service.ask(address)
      } catch {
        if error == .cancelled {
          isComplete = false
          return
        }
        return stop(address, "\(error.reason); the list was read up to here")
      }
      guard let page = Page(answer.value) else {
        isComplete = false
        problems.append(wrongShape(answer, at: address))
        return
      }
      next = take(page, answer, at: address)
      report(max(rows.count, announced ?? 0), address)
    }
  }

  private mutating func stop(_ address: String, _ reason: String) {
    isComplete = false
    problems.append(ImportProblem(file: address, reason: reason))
  }

  /// Takes the rows of a page; where it says that the list goes on.
  private mutating func take(_ page: Page, _ answer: ServiceClient.Answer, at address: String) -> String? {
    problems += answer.problems
    if !answer.problems.isEmpty { isComplete = false }
    announced = page.count ?? announced
    var strange = 0
    for (index, row) in page.rows.enumerated() {
      if let object = row.object, !object.members.isEmpty {
        rows.append(object)
        continue
      }
      strange += 1
      if strange <= Self.mostTold { stop(address, "entry \(index + 1) of this page is no record; it was left out") }
    }
    if strange > Self.mostTold { stop(address, "\(strange - Self.mostTold) more entries of this page are no records") }
    guard let next = page.next, !next.isEmpty else { return nil }
    guard let target = service.origin.resolved(next, on: address) else {
      let shown = SourceAddress.withoutSecrets(next).cleanedLine(limit: 200)
      stop(address, "the list says that it goes on at \(shown), outside of the service; that was not followed")
      return nil
    }
    return SourceAddress.withoutSecrets(target)
  }

  private func wrongShape(_ answer: ServiceClient.Answer, at address: String) -> ImportProblem {
    if let problem = answer.problems.first, answer.value == nil {
      let text = String(decoding: answer.response.body.prefix(200), as: UTF8.self).drop { $0.isWhitespace }
      if text.hasPrefix("<") {
        return ImportProblem(file: address, reason: "a web page came where a list in JSON was expected")
      }
      return problem
    }
    let said = ["detail", "error_message", "error", "message"].lazy.compactMap { answer.value?[$0]?.string }.first
    let word = said.map { ": “\($0.cleanedLine(limit: 200))”" } ?? ""
    return ImportProblem(file: address, reason: "there is no list of people in this answer\(word)")
  }
}
