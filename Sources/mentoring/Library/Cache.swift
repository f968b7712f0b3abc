import DirectoryStore
import DirectorySync
import Host
import MentorDirectory

/// The user's cache in good repair. What the registry of sources knows and the cache does not (it was deleted, it is
/// damaged, a later version wrote it) is read again from the files or from the copies kept of them, and that is said.
final class Cache {
  let tables: ReferenceTables

  private let workplace: Workplace
  private let progress: ProgressLine
  private let cancellation: Cancellation
  private var store: DirectoryStore

  init(_ workplace: Workplace, progress: ProgressLine, cancellation: Cancellation = Cancellation()) throws {
    self.workplace = workplace
    self.progress = progress
    self.cancellation = cancellation
    tables = try workplace.tables()
    do {
      store = try workplace.store(tables)
    } catch let error where error.isMendable {
      try Self.putAside(workplace, because: error)
      store = try workplace.store(tables)
    }
    do {
      try readMissing()
    } catch let error as StoreError where error.isMendable {
      try mend(error)
    }
  }

  /// Works with the cache. Damage that shows only now is mended, and then `body` runs once more.
  func use<Value>(_ body: (DirectoryStore) throws -> Value) throws -> Value {
    do {
      return try body(store)
    } catch let error as StoreError where error.isMendable {
      try mend(error)
      return try body(store)
    }
  }

  private func mend(_ error: StoreError) throws {
    try? store.close()
    try Self.putAside(workplace, because: error)
    store = try workplace.store(tables)
    try readMissing()
  }

  private static func putAside(_ workplace: Workplace, because error: StoreError) throws {
    let recovery = CacheRecovery(cacheDirectory: workplace.paths.cache)
    guard let aside = try recovery.putAside(now: workplace.clock.now) else { return }
    Talk.say("\(Sentence.of(error)) It was put aside as \(aside); what was imported is read again.")
    if let registered = try? workplace.registry.sources(), registered.contains(where: { $0.net != nil }) {
      Talk.say("`mentoring sync` fetches the rest again.")
    }
  }

  private func readMissing() throws {
    guard !store.isReadOnly else { return }
    let registered: [RereadableSource]
    do {
      registered = try CacheRecovery(cacheDirectory: workplace.paths.cache).rereadable(in: workplace.registry)
    } catch {
      // Whoever only reads can do without it; an import ends with the same sentence.
      return Talk.say(Sentence.of(error))
    }
    guard !registered.isEmpty else { return }
    let known = Set(try store.sources().map(\.source.name))
    for source in registered where !known.contains(source.source.name) && source.source.net == nil {
      try read(source)
    }
    progress.clear()
  }

  private func read(_ registered: RereadableSource) throws {
    let source = registered.source
    let gone = registered.places.compactMap { place in
      if case .missing(let path) = place { path } else { nil }
    }
    // As of when it was imported: which of two sources is newer decides what is believed.
    let moment = min(source.imported, workplace.clock.now)
    let options = Importer.Options(
      kind: SourceKind(rawValue: source.kind),
      mapping: source.mapping.compactMap { FieldMapping("\($0.value)=\($0.key)") }, name: source.name,
      now: moment)
    var imported = Importer(tables: tables).run(registered.readable, options, progress: progress.reading) {
      [cancellation] in cancellation.isCancelled
    }
    if imported.wasCancelled { throw StoreError.cancelled }
    imported = imported.withShortOrigins(registered.readable)
    // Stored with its problems even if nothing came of it, so that it is not tried at every start.
    imported.skipped += gone.map { ImportProblem(file: $0, reason: "it is gone, and no copy of it was kept") }
    _ = try store.apply(
      imported, paths: source.paths, now: moment, progress: progress.storing,
      isCancelled: { [cancellation] in cancellation.isCancelled })
    progress.clear()
    let lost = gone.isEmpty ? "" : " Gone, without a copy: \(gone.joined(separator: ", ")). Import it anew."
    Talk.say("“\(source.name)” was read again: \(counted(imported.mentors.count, "mentor")).\(lost)")
  }
}

extension RereadableSource {
  /// What is left of its paths, as originals or copies.
  fileprivate var readable: [String] {
    places.compactMap { place in
      switch place {
      case .original(let path), .copy(_, let path): path
      case .missing: nil
      }
    }
  }
}

extension StoreError {
  /// The file cannot be used as it is, but a new one can be made from what was imported.
  fileprivate var isMendable: Bool {
    switch self {
    case .corrupt, .newer, .notOurs, .replaced: true
    default: false
    }
  }
}
