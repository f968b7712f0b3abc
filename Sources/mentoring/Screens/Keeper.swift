import Host
import MentorDirectory
import MentoringApp

/// Keeps views, bookmarks and the arrangement of the screens from one run of the screens to the next; with the sample community, in memory alone.
final class Keeper {
  private let files: (views: KeptList<SavedView>, bookmarks: KeptList<MentorID>)?
  private let memoryFile: MemoryFile?
  /// What was remembered; nil if this is the first run.
  private(set) var memory: ScreenMemory?
  /// What the screens knew when the files were read or written last; another process may have added to them since.
  private(set) var views: [SavedView] = []
  private(set) var bookmarks: [MentorID] = []
  /// What could not be read, as sentences.
  private(set) var problems: [Message] = []

  /// - Parameters: directories; nil keeps nothing.
  init(dataDirectory: String?, stateDirectory: String? = nil) {
    memoryFile = stateDirectory.map { MemoryFile(stateDirectory: $0) }
    if case .memory(let kept)? = memoryFile?.load() { memory = kept }
    files = dataDirectory.map { (ViewsFile(dataDirectory: $0).list, BookmarksFile(dataDirectory: $0).list) }
    guard let files else { return }
    do { views = try files.views.load() } catch { problems.append(Message(Sentence.of(error), .error)) }
    do { bookmarks = try files.bookmarks.load() } catch { problems.append(Message(Sentence.of(error), .error)) }
  }

  /// Nothing to say if all went well.
  func keep(views: [SavedView]) -> Message? {
    kept {
      try files?.views.save(views, since: self.views)
      self.views = views
    }
  }

  func keep(bookmarks: [MentorID]) -> Message? {
    kept {
      try files?.bookmarks.save(bookmarks, since: self.bookmarks)
      self.bookmarks = bookmarks
    }
  }

  func keep(memory: ScreenMemory) {
    guard memory != self.memory else { return }
    memoryFile?.save(memory)
    self.memory = memory
  }

  private func kept(_ body: () throws -> Void) -> Message? {
    do {
      try body()
      return nil
    } catch {
      return Message("not kept for the next time: \(Sentence.of(error))", .error)
    }
  }
}
