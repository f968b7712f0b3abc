import MentorDirectory
import Surface

/// The mentor under the cursor, beside or below the list.
struct PreviewView {
  let state: AppState

  /// Rows of the preview, and how far it can be scrolled; nil where there is no preview or nobody in it.
  func layout() -> (height: Int, last: Int)? {
    guard let area = DirectoryLayout(state).preview, let document = document(width: area.width) else { return nil }
    return (area.height, max(0, document.lines.count - area.height))
  }

  private func document(width: Int) -> ReaderDocument? {
    guard let id = state.directory.current, let details = state.details[id] else { return nil }
    return ReaderDocument(
      details, width: max(1, min(80, width - 2)), now: state.now, highlights: state.directory.result.highlights,
      isFull: false)
  }

  func draw(on surface: inout Surface) {
    let bounds = surface.bounds
    guard let document = document(width: bounds.width) else {
      if let id = state.directory.current, state.missing.contains(id) {
        surface.put("This mentor is no longer in the cache.", at: Point(1, 0), style: .dim)
      }
      return
    }
    let last = max(0, document.lines.count - bounds.height)
    let scroll = min(state.directory.previewScroll, last)
    for (row, line) in document.lines.dropFirst(scroll).prefix(bounds.height).enumerated() {
      surface.put(line, at: Point(1, row), maxWidth: bounds.width - 1)
    }
    if scroll == 0, let id = state.directory.current, state.bookmarks.contains(id) {
      surface.put("★", at: Point(bounds.width - 1, 0), style: Style(.bookmark, .bold))
    }
    if scroll < last {
      surface.putRight(" ↓ ", before: Point(bounds.width, bounds.height - 1), style: .dim)
    }
    if state.directory.focus == .preview { surface.placeCursor(at: Point(0, 0), visible: false) }
  }
}
