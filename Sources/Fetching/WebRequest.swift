/// One GET.
public struct WebRequest: Equatable, Sendable {
  /// Absolute, `http` or `https`; the host may be an international name.
  public var address: String
  /// Media types that are welcome, as the `Accept` header says it.
  public var accept: String
  /// What is known of the content that is here already; with any, the answer may be "unchanged".
  public var validators: Validators
  /// Sent to the origin of `address` only, never to another that a redirect leads to.
  public var credential: Credential?
  /// True where the keeper allowed private, loopback and link-local addresses for the source.
  public var allowsPrivate: Bool
  /// False for a service's API, which is made for programs; pages obey robots.txt.
  public var obeysRobots: Bool
  /// Largest body, in bytes after decompression.
  public var sizeLimit: Int

  public static let pageLimit = 8 << 20

  public init(
    _ address: String, accept: String = "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.8, */*;q=0.5",
    validators: Validators = Validators(), credential: Credential? = nil, allowsPrivate: Bool = false,
    obeysRobots: Bool = true, sizeLimit: Int = WebRequest.pageLimit
  ) {
    self.address = address
    self.accept = accept
    self.validators = validators
    self.credential = credential
    self.allowsPrivate = allowsPrivate
    self.obeysRobots = obeysRobots
    self.sizeLimit = sizeLimit
  }
}

/// What a server gave to ask with again (RFC 9110, 8.8); sent back as it came.
public struct Validators: Hashable, Sendable {
  public var entityTag: String
  public var lastModified: String
  public var isEmpty: Bool { entityTag.isEmpty && lastModified.isEmpty }

  public init(entityTag: String = "", lastModified: String = "") {
    self.entityTag = entityTag
    self.lastModified = lastModified
  }

  /// The value if it can stand in a header as it came; else none.
  static func sendable(_ value: String?) -> String {
    guard let value, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "" }
    return value
  }
}
