import Host
import MentorDirectory

/// Sees to it that one process at a time syncs a cache; another learns who does.
enum SyncLock {
  static func holding<Value>(_ workplace: Workplace, _ body: () throws -> Value) throws -> Value {
    try Files.createDirectory(workplace.paths.cache)
    let path = FilePath.join(workplace.paths.cache, "sync.lock")
    let note = "process \(RunEnvironment.processNumber), since \(workplace.clock.now.text)"
    do {
      return try FileLock.holding(path, waitingAtMost: 0, note: note, body)
    } catch let error as HostError where error == .locked(path: path) {
      let who = (try? FileLock.note(of: path)) ?? ""
      throw Failure(
        "Another sync is running here\(who.isEmpty ? "" : " (\(who))"). What it brings shows by itself; wait, or end it."
      )
    }
  }
}
