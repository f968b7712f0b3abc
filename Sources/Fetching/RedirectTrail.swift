/// Where a request has been led so far, and what is allowed from there.
struct RedirectTrail {
  private let start: HTTPAddress
  private let limit: Int
  private let credential: Credential?
  private(set) var current: HTTPAddress
  /// See `WebResponse.movedTo`.
  private(set) var movedTo: HTTPAddress?
  private var visited: Set<HTTPAddress>
  private var isPermanent = true
  private var leftOrigin = false

  init(_ start: HTTPAddress, limit: Int, credential: Credential? = nil) {
    self.start = start
    self.limit = limit
    self.credential = credential
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

  /// Goes where an answer points. What a service was asked with it may write into the address of the answer: there it
  /// is taken out, so that it is neither told of nor asked of anybody else.
  mutating func follow(status: Int, location: String?) throws(FetchFailure) {
    guard let location, let target = current.resolving(location) else {
      throw .badRedirect(to: credential == nil ? location ?? "" : String((location ?? "").prefix { $0 != "?" }))
    }
    let next = credential.map { target.without($0) } ?? target
    // Another host would be asked without the key; one that is handed the key has been meant to get it.
    if let credential, next.host != start.host, credential.place == .query || next != target {
      throw .badRedirect(to: next.origin)
    }
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
