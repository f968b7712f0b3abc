import Fetching

extension ImportProblem {
  /// Why nothing came from an address, in a person's words.
  public init(file: String, failure: FetchFailure) { self.init(file: file, reason: failure.reason) }
}

extension FetchFailure {
  /// One clause without a full stop: what happened, and what to do about it where something can be done.
  public var reason: String {
    switch self {
    case .badAddress: "it is no address of the web"
    case .privateAddress(let host):
      "\(host.cleanedLine()) is in this machine or its network; the source must be allowed to ask there"
    case .forbiddenByRobots: "the site's robots.txt asks programs to stay away from it"
    case .status(404): "there is nothing at this address (404)"
    case .status(410): "it is gone for good (410)"
    case .status(401), .status(403): "the server does not let us read it (\(code))"
    case .status(429): "the server has had too many requests (429); try again later"
    case .status(let status): "the server answered with status \(status)"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .tooManyRedirects(let limit): "it was redirected more than \(limit) times"
    case .redirectLoop: "its redirects lead in a circle"
    case .downgrade(let target): "it leads from a secure address to an insecure one, \(target.cleanedLine(limit: 200))"
    case .badRedirect(let target): "it leads to \(target.cleanedLine(limit: 200)), where it must not lead"
    case .hostNotFound(let host): "there is no host \(host.cleanedLine())"
    case .connectionRefused(let host): "\(host.cleanedLine()) refused the connection"
    case .timedOut(let seconds): "nothing came for \(seconds) seconds"
    case .brokenOff(let reason): "the answer broke off (\(reason.cleanedLine(limit: 200)))"
    case .insecure(let host, let reason):
      "no secure connection to \(host.cleanedLine()) came about (\(reason.cleanedLine(limit: 200)))"
    case .cancelled: "it was cancelled"
    case .noLibrary(let found):
      "\(found.map { "libcurl \($0.cleanedLine(limit: 40)) is too old to fetch it" } ?? "it takes libcurl to fetch it"); "
        + "install libcurl 7.85 or newer (on Debian and Ubuntu the package libcurl4)"
    case .other(_, let reason): "it could not be fetched (\(reason.cleanedLine(limit: 200)))"
    }
  }

  private var code: Int { if case .status(let status) = self { status } else { 0 } }
}
