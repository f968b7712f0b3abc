import DirectoryStore
import DirectorySync
import Fetching
import MentorDirectory

extension Sentence {
  /// What kept something from being fetched: where, what happened, what to do.
  static func of(_ failure: FetchFailure, at address: String) -> String {
    let place = SourceAddress.withoutSecrets(address).cleanedLine(limit: 500)
    return "\(place): \(failure.reason). \(remedy(failure))"
  }

  /// What is said to whoever writes a key into the address of a source; `parameter` is the name it has there.
  static func keyInAddress(_ parameter: String) -> String {
    "The address holds a key (\(parameter)). Take it out and set MENTORING_KEY_<NAME>: what is kept here is no place for it."
  }

  /// Why a source could not be read, and what to do about it.
  static func of(_ failure: SyncFailure, source: String) -> String {
    switch failure {
    case .fetch(let failure, let address): return of(failure, at: address)
    case .keyRefused(let address, let hadKey):
      let place = SourceAddress.withoutSecrets(address).cleanedLine(limit: 500)
      let variable = SourceKeys.variable(for: source)
      return hadKey
        ? "\(place): the service does not accept the key. Set \(variable) to one that it does."
        : "\(place): the service wants a key. Set \(variable) to yours."
    case .notReadable(let problem):
      return "\(of(problem)). Look at it with `mentoring source test`; the kind can be set: --as."
    case .cancelled: return "Cancelled; what was read before is kept."
    case .step(let error): return of(error)
    }
  }

  /// "file:12:3: reason", as compilers write it; a file may have any name, hence the cleaning.
  static func of(_ problem: ImportProblem) -> String {
    let line = problem.line > 0 ? ":\(problem.line)" : ""
    let column = problem.line > 0 && problem.column > 0 ? ":\(problem.column)" : ""
    return "\(problem.file)\(line)\(column): \(problem.reason)".cleanedLine(limit: 4000)
  }

  /// A problem as the cache keeps it.
  static func of(_ problem: StoredProblem) -> String {
    if let failure = problem.failure.flatMap({ FetchFailure(json: $0) }) { return of(failure, at: problem.file) }
    let plain = of(
      ImportProblem(file: problem.file, line: problem.line, column: problem.column, reason: problem.reason))
    guard let kind = PageVerdict.Kind(rawValue: problem.verdict) else { return plain }
    return "\(plain). \(remedy(kind))".cleanedLine(limit: 4000)
  }

  /// What was said of a page that was read and has no mentor on it.
  static func of(_ verdict: PageVerdict, at address: String) -> String {
    "\(address.cleanedLine(limit: 500)): \(verdict.reason). \(remedy(verdict.kind))"
  }

  private static func remedy(_ failure: FetchFailure) -> String {
    switch failure {
    case .badAddress: "Mend the address where it is listed."
    case .privateAddress: "Allow it for this source with `mentoring source set NAME allow-private yes`."
    case .forbiddenByRobots: "Ask who runs the site, or import a saved copy."
    case .status(404), .status(410): "Ask the mentor where it is now, or take the link out."
    case .status(401), .status(403): "Ask who runs the site to let programs read it, or import a saved copy."
    case .status(429), .status(503): "The next sync tries again."
    case .status(500...599): "It is the server's fault; the next sync tries again."
    case .status: "Open it in a browser to see what it says."
    case .tooLarge: "A page of that size is no mentor's page; check the address."
    case .tooManyRedirects, .redirectLoop, .badRedirect: "Open it in a browser, and list the address where it ends."
    case .downgrade: "List the secure address, or ask the mentor to mend the redirect."
    case .hostNotFound: "Check the address, and whether there is a network."
    case .connectionRefused: "The server may be down; the next sync tries again."
    case .timedOut, .brokenOff: "Check whether there is a network; the next sync tries again."
    case .insecure: "Ask who runs the site to mend its certificate; it is not read until then."
    case .cancelled: "The next sync goes on from here."
    case .noLibrary: "Then sync again."
    case .other: "Check whether there is a network; the next sync tries again."
    }
  }

  private static func remedy(_ kind: PageVerdict.Kind) -> String {
    switch kind {
    case .offer: ""
    case .notAnOffer: "If it is somebody's offer all the same, ask them to say so on it."
    case .empty: "Ask the mentor to write a few words on it."
    case .needsJavaScript: "Ask the mentor for a page that can be read without."
    case .redirect: "List the address that it leads to."
    case .gone: "Ask the mentor where it is now, or take the link out."
    case .unreadable: "Check the address."
    }
  }
}
