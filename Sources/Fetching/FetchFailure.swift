/// Why nothing came. Facts; the sentence is made where a person reads it.
public enum FetchFailure: Error, Equatable, Sendable {
  /// Not an absolute `http` or `https` address, or one with a user name in it.
  case badAddress(String)
  /// The host, or where a redirect led, is in this machine or its network, and that was not allowed.
  case privateAddress(host: String)
  /// robots.txt asks programs to stay away from this path.
  case forbiddenByRobots
  /// The server's last word, after repeated tries where they make sense: 404, 403, 503 …
  case status(Int)
  case tooLarge(limit: Int)
  case tooManyRedirects(limit: Int)
  case redirectLoop
  /// A redirect from `https` to `http`.
  case downgrade(to: String)
  case badRedirect(to: String)
  case hostNotFound(host: String)
  case connectionRefused(host: String)
  case timedOut(seconds: Int)
  /// The connection ended before the whole answer was here, or the answer was malformed.
  case brokenOff(reason: String)
  /// The certificate was not accepted, or no secure connection came about.
  case insecure(host: String, reason: String)
  case cancelled
  /// libcurl is not installed (nil), or the one that is, of this version, is too old.
  case noLibrary(found: String?)
  /// Anything else that libcurl says.
  case other(code: Int, reason: String)

  /// True if the server says that there is nothing (any more): 404 or 410.
  public var isGone: Bool { self == .status(404) || self == .status(410) }
}
