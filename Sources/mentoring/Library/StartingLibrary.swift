import DirectoryStore
import Foundation
import Host
import MentorDirectory
import MentoringApp

/// The user's directory as the snapshot has it: what the screens start with, before anything else is opened.
///
/// The cache is opened when the first mentor is read, and mended if need be. Whether the snapshot fits it, and is whole,
/// is found out on a thread of its own (`check`); until then a question is answered from what was right when the program
/// ended last.
final class StartingLibrary: MentorLibrary {
  let index: SearchIndex
  let status: DirectoryStatus
  private let workplace: Workplace
  private let snapshot: Snapshot
  private var store: DirectoryStore?
  private var cache: Cache?
  private let checked = Mailbox<CachedLibrary>()

  /// Nil if there is no snapshot to start with; then the cache has to be opened first.
  init?(_ workplace: Workplace) {
    snapshot = Snapshot(cacheDirectory: workplace.paths.cache)
    guard let index = try? snapshot.open(verifying: .smallSections), index.mentorCount > 0,
      let makerHash = try? workplace.makerHash(), index.image.makerHash == makerHash
    else { return nil }
    self.index = index
    self.workplace = workplace
    status = DirectoryStatus(label: index.image.label, updated: index.image.updated)
  }

  func mentor(_ id: MentorID) throws -> Mentor? { try use { try $0.mentor(id) } }

  func forEachMentor(_ body: (Mentor) throws -> Void) throws {
    _ = try use { try $0.forEachMentorInDisplayOrder(body) }
  }

  func previous(_ id: MentorID) throws -> EarlierWriteUp? {
    try use { try $0.previousVersion(of: id) }.map { EarlierWriteUp($0.writeUp, until: $0.until) }
  }

  private func use<Value>(_ body: (DirectoryStore) throws -> Value) throws -> Value {
    if cache == nil {
      do {
        let store = try store ?? workplace.store(workplace.languages())
        self.store = store
        return try body(store)
      } catch {
        // Damaged or replaced: the cache mends itself, or says why it cannot.
        store = nil
      }
    }
    let cache = try cache ?? Cache(workplace, progress: ProgressLine(isShown: false))
    self.cache = cache
    return try cache.use(body)
  }

  /// Opens the cache, compares the snapshot with it, makes a new one where it does not fit, and calls `wake` when
  /// `renewed` has the library to go on with.
  func check(_ wake: @escaping @Sendable () -> Void) {
    let index = index, workplace = workplace, snapshot = snapshot, checked = checked
    Thread.detachNewThread {
      let isWhole = snapshot.isWhole(index)
      if !isWhole {
        Talk.say("\(Sentence.of(IndexImageError.damaged)) It is made anew.")
        try? Files.remove(snapshot.path)
      }
      do {
        checked.put(try CachedLibrary(workplace, showsProgress: false, known: isWhole ? index : nil))
        wake()
      } catch {
        Talk.say(Sentence.of(error))
      }
    }
  }

  /// The cache itself, as soon as it has been compared; nil before. Its index is this one if that fits.
  func renewed() -> (any MentorLibrary)? { checked.take() }
}

/// Where one thread leaves a value for another.
final class Mailbox<Value>: @unchecked Sendable {
  // Guarded by the lock; whoever puts a value keeps no hold on it.
  private var value: Value?
  private let lock = NSLock()

  func put(_ value: sending Value) { lock.withLock { self.value = value } }
  func take() -> Value? {
    lock.withLock {
      defer { value = nil }
      return value
    }
  }
}
