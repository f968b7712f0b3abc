import MentorDirectory

/// A source as the cache knows it.
public struct StoredSource: Equatable, Sendable {
  /// Names it among all sources.
  public var name: String
  /// The word for its kind ("sheet", "page" …).
  public var kind: String
  public var trust: SourceTrust
  /// Absolute paths of files and folders it was read from; empty for a source on the net.
  public var paths: [String]
  /// Address on the net; empty for files.
  public var address: String

  public init(name: String, kind: String, trust: SourceTrust, paths: [String] = [], address: String = "") {
    self.name = name
    self.kind = kind
    self.trust = trust
    self.paths = paths
    self.address = address
  }
}

/// A source with what the cache has of it.
public struct SourceSummary: Equatable, Sendable {
  public var source: StoredSource
  public var imported: Timestamp
  public var records: Int
  public var problems: Int

  public init(source: StoredSource, imported: Timestamp, records: Int, problems: Int) {
    self.source = source
    self.imported = imported
    self.records = records
    self.problems = problems
  }
}

/// A record that did not become a mentor, or a mistake in a file.
public struct StoredProblem: Equatable, Sendable {
  public var file: String
  /// From 1; 0 where the whole file is meant.
  public var line: Int
  /// From 1; 0 where the whole line is meant.
  public var column: Int
  public var reason: String

  public init(file: String, line: Int = 0, column: Int = 0, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}

/// What an import did to the mentors that its source speaks of.
public struct ImportCounts: Equatable, Sendable {
  public var new = 0
  public var changed = 0
  public var unchanged = 0
  /// Mentors whom no source knows any more.
  public var gone = 0
  public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, gone: Int = 0) {
    self.new = new
    self.changed = changed
    self.unchanged = unchanged
    self.gone = gone
  }
}

/// How far an import is.
public struct ImportProgress: Equatable, Sendable {
  public enum Phase: Sendable {
    /// The source's records go into the cache.
    case storing
    /// Those of one person become one mentor.
    case merging
  }
  public var phase: Phase
  public var done: Int
  public var total: Int

  public init(phase: Phase, done: Int, total: Int) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}
