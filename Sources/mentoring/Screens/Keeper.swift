import Host
import MentorDirectory
import MentoringApp

/// Keeps views and bookmarks from one run of the screens to the next; with the sample community, in memory alone.
final class Keeper {
  private let files: (views: KeptList<SavedView>, bookmarks: KeptList<MentorID>)?
  /// What the screens knew when the files were read or written last; another process may have added to them since.
  private(set) var views: [SavedView] = []
  private(set) var bookmarks: [MentorID] = []
  /// What could not be read, as sentences.
  private(set) var problems: [Message] = []

  /// - Parameter dataDirectory: nil keeps nothing.
  init(dataDirectory: String?) {
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

  private func kept(_ body: () throws -> Void) -> Message? {
    do {
      try body()
      return nil
    } catch {
      return Message("not kept for the next time: \(Sentence.of(error))", .error)
    }
  }
}
