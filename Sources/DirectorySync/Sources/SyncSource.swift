import Fetching

/// A source on the net (or a kept folder), as the keeper set it up: what to read, and how.
public struct SyncSource: Equatable, Sendable {
  /// Names it among all sources.
  public var name: String
  public var kind: SourceKind
  /// Absolute web address; a path for a folder.
  public var address: String
  /// Private and loopback addresses may be asked.
  public var allowsPrivate = false
  /// What is marked as not public is kept, with its privacy.
  public var keepsRestricted = false
  /// Links to pages in the rows of a list or sheet are fetched.
  public var followsLinks = true
  /// The group whose members are mentors, in a phonebook or portal.
  public var group = "mentoring"
  /// What the source limits its mentors' offers to; shown in the write-up.
  public var scopeNote = ""
  /// What columns or keys mean, where the keeper said so.
  public var mapping: [FieldMapping] = []
  /// The secret of a service; from the configuration or the environment, never kept here.
  public var credential: Credential?

  public init(name: String, kind: SourceKind, address: String) {
    self.name = name
    self.kind = kind
    self.address = address
  }
}
