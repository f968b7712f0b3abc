/// What came back: a body, or the word that nothing changed.
public struct WebResponse: Equatable, Sendable {
  /// 200 … 299, or 304.
  public var status: Int
  /// Where the body really stands, after all redirects.
  public var address: String
  /// Where the address has moved for good: set only if every redirect from the first on was a permanent one (301, 308).
  public var movedTo: String?
  /// Media type in lower case without parameters, "text/html"; empty if the server said none.
  public var mediaType: String
  /// The declared character encoding as it was written; empty if none.
  public var charset: String
  public var validators: Validators
  /// Decompressed. Empty if nothing changed.
  public var body: [UInt8]
  public var isUnchanged: Bool { status == 304 }

  public init(
    status: Int, address: String, movedTo: String? = nil, mediaType: String = "", charset: String = "",
    validators: Validators = Validators(), body: [UInt8] = []
  ) {
    self.status = status
    self.address = address
    self.movedTo = movedTo
    self.mediaType = mediaType
    self.charset = charset
    self.validators = validators
    self.body = body
  }
}
