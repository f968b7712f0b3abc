import DirectoryStore
import Host
import MentorDirectory
import MentoringApp

/// The user's directory: the cache, and the index made of it.
struct CachedLibrary: MentorLibrary {
  let index: SearchIndex
  let status: DirectoryStatus
  private let store: DirectoryStore

  init(_ workplace: Workplace) throws {
    let tables = try workplace.tables()
    store = try workplace.usableStore(tables)
    let makerHash = try workplace.makerHash()
    let snapshot = Snapshot(cacheDirectory: workplace.paths.cache)
    if let kept = snapshot.load(generation: try store.generation(), makerHash: makerHash) {
      index = kept
    } else {
      index = try Self.build(store, tables, makerHash: makerHash)
      // A disk that is full or read-only costs time at the next start, nothing else.
      try? snapshot.save(index)
    }
    let sources = try store.sources()
    let label = sources.count == 1 ? sources[0].source.name : "\(sources.count) sources"
    status = DirectoryStatus(label: label, updated: sources.map(\.imported).max())
  }

  private static func build(
    _ store: DirectoryStore, _ tables: ReferenceTables, makerHash: UInt64
  ) throws -> SearchIndex {
    // A change between the two readings makes the index older than it says; the next start then builds it anew.
    let generation = try store.generation()
    var builder = IndexBuilder(
      generation: UInt64(generation), makerHash: makerHash, options: tables.indexOptions)
    try store.forEachMentorInDisplayOrder { builder.add($0, writeUp: $0.writeUp.plainText) }
    return try builder.finish()
  }

  func mentor(_ id: MentorID) throws -> Mentor? { try store.mentor(id) }
}
