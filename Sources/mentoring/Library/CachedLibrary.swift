import DirectoryStore
import Fetching
import Host
import MentorDirectory
import MentoringApp

/// The user's directory: the cache, and the index made of it.
struct CachedLibrary: MentorLibrary {
  let index: SearchIndex
  let status: DirectoryStatus
  private let cache: Cache
  private let workplace: Workplace
  /// The files as they were when the index and the status were read.
  private let files: CacheFiles

  /// - Parameter known: an index that was opened before, and is taken if it fits.
  init(_ workplace: Workplace, showsProgress: Bool = true, known: SearchIndex? = nil) throws {
    let progress = ProgressLine(isShown: showsProgress && workplace.environment.errorIsTerminal)
    let cache = try Cache(workplace, progress: progress)
    // Before they are read: what another process writes meanwhile shows at the next look.
    let files = CacheFiles(directory: workplace.paths.cache)
    let index = try Snapshot.index(of: cache, in: workplace, progress: progress, known: known)
    try self.init(workplace, cache, index, files)
  }

  private init(_ workplace: Workplace, _ cache: Cache, _ index: SearchIndex, _ files: CacheFiles) throws {
    self.workplace = workplace
    self.cache = cache
    self.index = index
    self.files = files
    status = DirectoryStatus(of: try cache.use { try $0.sources() })
  }

  func mentor(_ id: MentorID) throws -> Mentor? { try cache.use { try $0.mentor(id) } }

  func forEachMentor(_ body: (Mentor) throws -> Void) throws {
    _ = try cache.use { try $0.forEachMentorInDisplayOrder(body) }
  }

  func previous(_ id: MentorID) throws -> EarlierWriteUp? {
    try cache.use { try $0.previousVersion(of: id) }.map { EarlierWriteUp($0.writeUp, until: $0.until) }
  }

  /// Costs the looking at three files where nothing happened. While a sync of another process runs, only the status is
  /// new; the index is when that process has made one of all that came.
  func renewed() throws -> (any MentorLibrary)? {
    let now = CacheFiles(directory: workplace.paths.cache)
    guard now != files else { return nil }
    var index = self.index
    if now.snapshot != files.snapshot,
      let latest = Snapshot(cacheDirectory: workplace.paths.cache).latest(makerHash: try workplace.makerHash())
    {
      index = latest
    }
    return try CachedLibrary(workplace, cache, index, now)
  }
}

/// By what one sees from outside that a cache was written, or that there is a new index of it.
private struct CacheFiles: Equatable {
  let snapshot, database, log: FileStamp?

  init(directory: String) {
    let database = FilePath.join(directory, "directory.sqlite")
    snapshot = FileStamp(of: Snapshot(cacheDirectory: directory).path)
    self.database = FileStamp(of: database)
    log = FileStamp(of: database + "-wal")
  }
}

extension DirectoryStatus {
  init(of sources: [SourceSummary]) {
    let label =
      switch sources.count {
      case 0: "nothing imported yet"
      case 1: sources[0].source.name
      default: "\(sources.count) sources"
      }
    let read = sources.filter(\.wasRead)
    self.init(label: label, updated: read.map(\.imported).max())
    oldest = read.filter { $0.sync != nil }.map(\.imported).min()
    lacksNetwork = Self.lacksNetwork(sources.compactMap(\.sync))
  }

  /// True if the last sync failed as everything does without a network, and nothing came through beside it.
  private static func lacksNetwork(_ syncs: [StoredSync]) -> Bool {
    guard let last = syncs.max(by: { $0.ended < $1.ended }), let failure = last.failure else { return false }
    return FetchFailure(json: failure.facts)?.isLackOfNetwork == true
      && !syncs.contains { $0.failure == nil && $0.ended >= last.started }
  }
}

extension Snapshot {
  /// The index of the cache: the one in the file if it fits, else a new one, which is kept.
  static func index(
    of cache: Cache, in workplace: Workplace, progress: ProgressLine, cancellation: Cancellation = Cancellation(),
    known: SearchIndex? = nil
  ) throws -> SearchIndex {
    let makerHash = try workplace.makerHash()
    let snapshot = Snapshot(cacheDirectory: workplace.paths.cache)
    let generation = try cache.use { try $0.generation() }
    do {
      if let kept = try known ?? snapshot.open(), kept.image.generation == UInt64(generation),
        kept.image.makerHash == makerHash
      {
        return kept
      }
    } catch {
      Talk.say("\(Sentence.of(error)) It is made anew.")
    }
    let parts = try cache.use { store in
      // A change between the two readings makes the index older than it says; the next start then builds it anew.
      var builder = IndexBuilder(
        generation: UInt64(try store.generation()), makerHash: makerHash, options: cache.tables.indexOptions)
      let status = DirectoryStatus(of: try store.sources())
      (builder.label, builder.updated) = (status.label, status.updated)
      let total = try store.count()
      var done = 0
      try store.forEachMentorInDisplayOrder { mentor in
        builder.add(mentor, writeUp: mentor.writeUp.plainText)
        done += 1
        guard done.isMultiple(of: 256) else { return }
        if cancellation.isCancelled { throw StoreError.cancelled }
        progress.show("indexing", done, of: total)
      }
      return try builder.parts()
    }
    progress.clear()
    // A disk that is full or read-only costs time at the next start, nothing else.
    if let kept = try? snapshot.save(parts) { return kept }
    return try parts.index()
  }
}
