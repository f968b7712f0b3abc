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
  /// Hash of everything else that decides what is read from it: mapping, group, version of the reader.
  public var settings: UInt64

  public init(
    name: String, kind: String, trust: SourceTrust, paths: [String] = [], address: String = "", settings: UInt64 = 0
  ) {
    self.name = name
    self.kind = kind
    self.trust = trust
    self.paths = paths
    self.address = address
    self.settings = settings
  }
}

/// A source with what the cache has of it.
public struct SourceSummary: Equatable, Sendable {
  public var source: StoredSource
  /// When it was last read, and all went well; second 0 if that never happened.
  public var imported: Timestamp
  public var wasRead: Bool { imported.seconds != 0 }
  /// What it says of mentors, in its list and on the pages it leads to.
  public var records: Int
  /// People whom that makes, those among them who are no longer shown included.
  public var mentors: Int
  public var pages: Int
  public var problems: Int
  /// Nil for a source that was never synced.
  public var sync: StoredSync?

  public init(
    source: StoredSource, imported: Timestamp, records: Int, mentors: Int? = nil, pages: Int = 0, problems: Int,
    sync: StoredSync? = nil
  ) {
    self.source = source
    self.imported = imported
    self.records = records
    self.mentors = mentors ?? records
    self.pages = pages
    self.problems = problems
    self.sync = sync
  }
}

/// A record that did not become a mentor, a mistake in a file, or a page that gave nothing.
public struct StoredProblem: Equatable, Sendable {
  /// Path of the file, or address of the page.
  public var file: String
  /// From 1; 0 where the whole file is meant.
  public var line: Int
  /// From 1; 0 where the whole line is meant.
  public var column: Int
  public var reason: String
  /// What fetching it met, as the caller put it into words of its own; nil for a problem with what was read.
  public var failure: JSONValue?
  /// Word of the verdict on a page that was read and is no offer; empty otherwise.
  public var verdict = ""

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
