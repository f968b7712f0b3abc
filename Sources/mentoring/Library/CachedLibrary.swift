import DirectoryStore
import Host
import MentorDirectory
import MentoringApp

/// The user's directory: the cache, and the index made of it.
struct CachedLibrary: MentorLibrary {
  let index: SearchIndex
  let status: DirectoryStatus
  private let cache: Cache

  init(_ workplace: Workplace) throws {
    let progress = ProgressLine(isShown: workplace.environment.errorIsTerminal)
    let cache = try Cache(workplace, progress: progress)
    self.cache = cache
    index = try Snapshot.index(of: cache, in: workplace, progress: progress)
    let sources = try cache.use { try $0.sources() }
    let label =
      switch sources.count {
      case 0: "nothing imported yet"
      case 1: sources[0].source.name
      default: "\(sources.count) sources"
      }
    status = DirectoryStatus(label: label, updated: sources.map(\.imported).max())
  }

  func mentor(_ id: MentorID) throws -> Mentor? { try cache.use { try $0.mentor(id) } }
}

extension Snapshot {
  /// The index of the cache: the one in the file if it fits, else a new one, which is kept.
  static func index(
    of cache: Cache, in workplace: Workplace, progress: ProgressLine, cancellation: Cancellation = Cancellation()
  ) throws -> SearchIndex {
    let makerHash = try workplace.makerHash()
    let snapshot = Snapshot(cacheDirectory: workplace.paths.cache)
    let generation = try cache.use { try $0.generation() }
    if let kept = snapshot.load(generation: generation, makerHash: makerHash) { return kept }
    let index = try cache.use { store in
      // A change between the two readings makes the index older than it says; the next start then builds it anew.
      var builder = IndexBuilder(
        generation: UInt64(try store.generation()), makerHash: makerHash, options: cache.tables.indexOptions)
      let total = try store.count()
      var done = 0
      try store.forEachMentorInDisplayOrder { mentor in
        builder.add(mentor, writeUp: mentor.writeUp.plainText)
        done += 1
        guard done.isMultiple(of: 256) else { return }
        if cancellation.isCancelled { throw StoreError.cancelled }
        progress.show("indexing", done, of: total)
      }
      return try builder.finish()
    }
    progress.clear()
    // A disk that is full or read-only costs time at the next start, nothing else.
    try? snapshot.save(index)
    return index
  }
}
