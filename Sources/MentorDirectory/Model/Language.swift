/// A human language that a mentor speaks.
public struct Language: Hashable, Sendable {
  /// ISO 639-1 (or -3 where there is no two-letter code), lower case; empty if the language was not recognised.
  public var code: String
  /// English name ("German"); the source's own word if the language was not recognised.
  public var name: String
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
