import Fetching
import MentorDirectory

/// Asks for the whole records of stubs: rows that only name a person and say where the rest is (`_url`).
struct ServiceDetails {
  let service: ServiceClient
  /// Where the list stands, which is what the stubs' addresses are relative to.
  let list: String
  private(set) var records: [JSONObject] = []
  private(set) var problems: [ImportProblem] = []
  private(set) var isComplete = true
  private(set) var wasCancelled = false

  /// Requests under way; the client lets them wait for their turn at the host.
  static let window = 4
  /// After so many failures in a row the service is taken to be down.
  static let patience = 5
  /// A row of more members than this is a whole record, whatever its `_url` says.
  static let stubSize = 6

  init(service: ServiceClient, list: String) {
    self.service = service
    self.list = list
  }

  static func isStub(_ row: JSONObject) -> Bool { row["_url"]?.string != nil && row.members.count <= stubSize }

  private enum Outcome: Sendable {
    case record(JSONObject)
    case problem(ImportProblem, isLost: Bool)
    case cancelled
  }

  /// The records in the order of the rows; whole rows stay as they are.
  nonisolated(nonsending) mutating func run(
    _ rows: [JSONObject], report: (_ done: Int, _ current: String) -> Void
  ) async {
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group -> [Int: Outcome] in
      var outcomes: [Int: Outcome] = [:], next = 0, underWay = 0, failures = 0
      while next < rows.count || underWay > 0 {
        while underWay < Self.window, next < rows.count, failures < Self.patience, !Task.isCancelled {
          let (row, index) = (rows[next], next)
          next += 1
          guard Self.isStub(row) else {
            outcomes[index] = .record(row)
            continue
          }
          underWay += 1
          group.addTask { [self] in (index, await detail(of: row)) }
        }
        guard underWay > 0, let (index, outcome) = await group.next() else { break }
        underWay -= 1
        outcomes[index] = outcome
        if case .problem(_, isLost: true) = outcome { failures += 1 } else { failures = 0 }
        report(outcomes.count, rows[index]["_url"]?.string ?? list)
      }
      return outcomes
    }
    for index in rows.indices {
      switch outcomes[index] {
      case .record(let record): records.append(record)
      case .problem(let problem, let isLost):
        problems.append(problem)
        if isLost { isComplete = false }
      case .cancelled, nil: isComplete = false
      }
    }
    wasCancelled = Task.isCancelled
    if outcomes.count < rows.count, !wasCancelled {
      let left = rows.count - outcomes.count
      problems.append(
        ImportProblem(
          file: list, reason: "the service failed \(Self.patience) times in a row; \(left) people were not asked for"))
    }
  }

  private func detail(of row: JSONObject) async -> Outcome {
    let reference = row["_url"]?.string ?? ""
    guard let address = service.origin.resolved(reference, on: list).map(SourceAddress.withoutSecrets) else {
      let shown = SourceAddress.withoutSecrets(reference).cleanedLine(limit: 200)
      let reason = "a person's record is said to stand at \(shown), outside of the service; that was not followed"
      return .problem(ImportProblem(file: list, line: row.line, reason: reason), isLost: true)
    }
    do throws(FetchFailure) {
      let answer = try await service.ask(address)
      guard var record = answer.value?.object, !record.members.isEmpty else {
        let problem =
          answer.problems.first ?? ImportProblem(file: address, reason: "there is no record of a person in this answer")
        return .problem(problem, isLost: true)
      }
      // Lines of another answer than the list would mislead.
      record.line = 0
      return .record(record)
    } catch {
      if error == .cancelled { return .cancelled }
      return .problem(ImportProblem(file: address, failure: error), isLost: !error.isGone)
    }
  }
}
