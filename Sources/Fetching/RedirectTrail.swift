/// Where a request has been led so far, and what is allowed from there.
struct RedirectTrail {
  private let start: HTTPAddress
  private let limit: Int
  private(set) var current: HTTPAddress
  /// See `WebResponse.movedTo`.
  private(set) var movedTo: HTTPAddress?
  private var visited: Set<HTTPAddress>
  private var isPermanent = true
  private var leftOrigin = false

  init(_ start: HTTPAddress, limit: Int) {
    self.start = start
    self.limit = limit
    current = start
    visited = [start]
  }

  /// True until the first redirect.
  var isAtStart: Bool { visited.count == 1 }

  /// True while every address so far had the origin of the first: what may see a credential. Who was led away and back
  /// was led by another.
  var mayShowCredential: Bool { !leftOrigin }

  /// True for a status that a `Location` goes with.
  static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Goes where an answer points.
  mutating func follow(status: Int, location: String?) throws(FetchFailure) {
    guard let location, let next = current.resolving(location) else { throw .badRedirect(to: location ?? "") }
    if current.isSecure && !next.isSecure { throw .downgrade(to: next.description) }
    if visited.contains(next) { throw .redirectLoop }
    if visited.count > limit { throw .tooManyRedirects(limit: limit) }
    visited.insert(next)
    current = next
    if next.origin != start.origin { leftOrigin = true }
    isPermanent = isPermanent && (status == 301 || status == 308)
    movedTo = isPermanent ? next : nil
  }
}
