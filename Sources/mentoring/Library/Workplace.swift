import DirectoryStore
import DirectorySync
import Foundation
import Host
import MentorDirectory

/// The user's own directories and what is in them, opened explicitly by whoever needs it.
struct Workplace {
  let environment: RunEnvironment
  let paths: HostPaths
  let resources: Resources
  let clock: WallClock

  init(environment: RunEnvironment, resources: Resources, clock: WallClock = .system) throws(HostError) {
    self.environment = environment
    self.resources = resources
    self.clock = clock
    paths = try HostPaths(environment: environment.variables)
  }

  /// The shipped tables with the user's vocabulary (`vocabulary.txt` in the configuration directory) after them.
  func tables() throws(HostError) -> ReferenceTables {
    let path = FilePath.join(paths.config, "vocabulary.txt")
    return try ReferenceTables(resources, userVocabulary: Files.kind(at: path) == .file ? try Files.readText(path) : nil)
  }

  /// Identifies what the index is made with beside the cache: a changed vocabulary means a new index.
  func makerHash() throws(HostError) -> UInt64 {
    var hash = StableHash()
    let own = FilePath.join(paths.config, "vocabulary.txt")
    hash.combine(try resources.text(named: "vocabulary.txt"))
    if Files.kind(at: own) == .file { hash.combine(try Files.readText(own)) }
    return hash.value
  }

  var registry: SourceRegistry { SourceRegistry(directory: paths.data) }

  func store(_ tables: ReferenceTables) throws(StoreError) -> DirectoryStore {
    let languages = tables.languages
    return try DirectoryStore(directory: paths.cache) { languages.language($0) ?? Language(code: "", name: $0) }
  }

  /// The cache; one that cannot be used is put aside and made anew from the registered sources, and that is said.
  func usableStore(_ tables: ReferenceTables) throws -> DirectoryStore {
    do throws(StoreError) {
      return try store(tables)
    } catch {
      switch error {
      case .corrupt, .newer, .notOurs: return try rebuiltStore(tables, because: error)
      default: throw error
      }
    }
  }

  private func rebuiltStore(_ tables: ReferenceTables, because error: StoreError) throws -> DirectoryStore {
    let recovery = CacheRecovery(cacheDirectory: paths.cache)
    guard let aside = try recovery.putAside(now: clock.now) else { return try store(tables) }
    Talk.say("\(Sentence.of(error)) It was put aside as \(aside).")
    let store = try store(tables)
    for source in try recovery.rereadable(in: registry) {
      guard let paths = source.paths else {
        Talk.say("“\(source.source.name)” could not be read again: its files are gone. Import it anew.")
        continue
      }
      let options = Importer.Options(
        kind: SourceKind(rawValue: source.source.kind),
        mapping: source.source.mapping.compactMap { FieldMapping("\($0.key)=\($0.value)") }, name: source.source.name,
        now: clock.now)
      let imported = Importer(tables: tables).run(paths, options)
      let counts = try store.apply(imported, paths: source.source.paths, now: clock.now)
      Talk.say("“\(source.source.name)” was read again: \(counts.new) mentors.")
    }
    return store
  }
}

extension DirectoryStore {
  /// Makes what was imported all that the source says.
  func apply(
    _ imported: ImportedSource, paths: [String], now: Timestamp, progress: @escaping (StoringProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws(StoreError) -> ImportCounts {
    try apply(
      source: StoredSource(name: imported.name, kind: imported.kind.rawValue, trust: imported.kind.trust, paths: paths),
      records: imported.mentors,
      problems: (imported.skipped + imported.warnings).map {
        StoredProblem(file: $0.file, line: $0.line, column: $0.column, reason: $0.reason)
      },
      now: now, progress: progress, isCancelled: isCancelled)
  }
}

extension SourceKind {
  /// Whose word counts more where sources disagree: a mentor's own page, then services, then lists.
  var trust: SourceTrust {
    switch self {
    case .page, .folder: .ownPage
    case .directory: .profiles
    case .sheet, .data, .wiki: .list
    }
  }
}

/// What the program says besides its data: on standard error.
enum Talk {
  static func say(_ text: String) { FileHandle.standardError.write(Data("mentoring: \(text)\n".utf8)) }
}
