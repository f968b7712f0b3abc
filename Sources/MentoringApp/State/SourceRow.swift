import MentorDirectory

/// A source as the Sources screen shows it.
public struct SourceRow: Equatable, Sendable {
  public enum Health: Equatable, Sendable {
    case never, ok, off
    case failing(since: Timestamp)
  }

  /// Names it among all sources.
  public var name: String
  /// The word for its kind, as `--as` takes it.
  public var kind: String
  /// A web address, or a path; of files, their paths.
  public var address: String
  /// It was imported from files: an import brings it up to date, not a sync.
  public var isOfFiles = false
  public var mentors = 0
  public var isEnabled = true
  /// How often a sync is due, as the keeper wrote it ("6h"); empty if only when asked for.
  public var every = ""
  public var allowsPrivate = false
  public var followsLinks = true
  /// The group whose members are mentors; empty where that means nothing.
  public var group = ""
  /// The last sync that went well.
  public var synced: Timestamp?
  public var failingSince: Timestamp?
  public var nextSync: Timestamp?
  public var problems: [SourceProblem] = []
  /// What the last sync did; nil if there was none.
  public var lastSync: SourceCounts?
  /// Mentors that the last sync changed, as far as they are known by name.
  public var changes: [SourceDifference] = []
  /// Pages by what they were found to be ("an offer", "empty" …), most first.
  public var verdicts: [SourceVerdict] = []

  public init(name: String, kind: String, address: String) {
    self.name = name
    self.kind = kind
    self.address = address
  }

  public var health: Health {
    guard isEnabled else { return .off }
    return failingSince.map { .failing(since: $0) } ?? (synced == nil ? .never : .ok)
  }
}

/// Something that a sync could not read, and what can be done about it.
public struct SourceProblem: Equatable, Sendable {
  /// Where: a page's address, or file and line.
  public var place: String
  public var reason: String
  /// Empty if nobody knows.
  public var remedy: String
  public init(place: String, reason: String, remedy: String = "") {
    self.place = place
    self.reason = reason
    self.remedy = remedy
  }
}

/// What a sync did to mentors; `failed` counts what could not be read.
public struct SourceCounts: Equatable, Sendable {
  public var new = 0
  public var changed = 0
  public var unchanged = 0
  public var gone = 0
  public var failed = 0
  public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, gone: Int = 0, failed: Int = 0) {
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
    self.gone = gone
    self.failed = failed
  }

  static func + (one: SourceCounts, other: SourceCounts) -> SourceCounts {
    SourceCounts(
      new: one.new + other.new, changed: one.changed + other.changed, unchanged: one.unchanged + other.unchanged,
      gone: one.gone + other.gone, failed: one.failed + other.failed)
  }

  /// In a sentence: "3 new, 1 changed, 2 gone"; "nothing new".
  var words: String {
    let parts = [(new, "new"), (changed, "changed"), (gone, "gone"), (failed, "failed")].filter { $0.0 > 0 }
    return parts.isEmpty ? "nothing new" : parts.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
  }
}

/// A mentor that a sync brought, changed or no longer found.
public struct SourceDifference: Equatable, Sendable {
  public enum Kind: String, Sendable { case new, changed, gone }
  public var kind: Kind
  public var name: String
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

/// How many pages were found to be what.
public struct SourceVerdict: Equatable, Sendable {
  public var words: String
  public var pages: Int
  public init(_ words: String, pages: Int) {
    self.words = words
    self.pages = pages
  }
}

/// What a source would bring, as its test tells it, without anything being kept.
public struct SourcePreview: Equatable, Sendable {
  public var source: String
  public var lines: [String]
  public init(source: String, lines: [String]) {
    self.source = source
    self.lines = lines
  }
}
