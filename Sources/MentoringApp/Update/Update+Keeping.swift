import MentorDirectory
import Surface

extension AppState {
  /// What is the same in the list, in a facet and in the preview: views, bookmarks, marks, going back, columns, export.
  /// Nil for any other action.
  mutating func performKeeping(_ action: Action, in context: CommandContext, count: Int?) -> [Effect]? {
    switch action {
    case .saveView: overlay = .naming(Naming(.view))
    case .savedViews:
      if views.isEmpty {
        message = Message("there are no views yet; M keeps what is asked now under a name")
      } else {
        overlay = .menu(viewMenu())
      }
    case .bookmark: return toggleBookmark()
    case .bookmarks:
      if bookmarks.ids.isEmpty {
        message = Message("there are no bookmarks yet; b sets one")
      } else {
        overlay = .menu(bookmarkMenu())
      }
    case .mark:
      directory.range = nil
      return nil
    case .markShown: directory.markShown()
    case .invertMarks: directory.invertMarks()
    case .markRange: directory.range = directory.range == nil ? startedRange : nil
    case .back where context == .results && directory.range != nil: directory.range = nil
    case .jumpBack: for _ in 0..<min(count ?? 1, JumpList.most) { jump(back: true) }
    case .jumpForward: for _ in 0..<min(count ?? 1, JumpList.most) { jump(back: false) }
    case .only: showOnlyNext()
    case .narrower: widen(by: -2 * min(count ?? 1, 100))
    case .wider: widen(by: 2 * min(count ?? 1, 100))
    case .columns: overlay = .menu(columnMenu())
    case .export:
      if directory.result.total == 0, directory.marked.isEmpty {
        message = Message("nobody is shown or marked, so there is nothing to export")
      } else {
        overlay = .menu(exportMenu())
      }
    default: return nil
    }
    return []
  }

  private var startedRange: MarkRange? {
    directory.current.map { _ in MarkRange(anchor: directory.cursor, before: directory.marked) }
  }

  /// After an event: what lies between the anchor of the range and the cursor is marked.
  mutating func extendRange() {
    guard directory.range != nil, overlay == nil, reader == nil else { return }
    directory.extendRange()
    if message == nil { message = Message("marking from here: \(directory.marked.count.grouped) marked; esc ends it") }
  }

  private mutating func toggleBookmark() -> [Effect] {
    guard let id = reader?.mentor ?? directory.current else { return [] }
    message = Message(bookmarks.toggle(id) ? "★ bookmarked; B lists the bookmarks" : "the bookmark is gone")
    return [.keepBookmarks(bookmarks.ids)]
  }
}
