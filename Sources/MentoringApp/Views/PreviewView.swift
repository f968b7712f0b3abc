import MentorDirectory
import Surface

/// The mentor under the cursor, beside or below the list.
struct PreviewView {
  let state: AppState

  func draw(on surface: inout Surface) {
    let bounds = surface.bounds
    guard let id = state.directory.current else { return }
    guard let details = state.details[id] else {
      let gone = state.missing.contains(id)
      if gone { surface.put("This mentor is no longer in the cache.", at: Point(1, 0), style: .dim) }
      return
    }
    let width = min(80, bounds.width - 2)
    let document = ReaderDocument(
      details, width: width, now: state.now, highlights: state.directory.result.highlights, isFull: false)
    let last = max(0, document.lines.count - bounds.height)
    let scroll = min(state.directory.previewScroll, last)
    for (row, line) in document.lines.dropFirst(scroll).prefix(bounds.height).enumerated() {
      surface.put(line, at: Point(1, row), maxWidth: bounds.width - 1)
    }
    if scroll < last {
      surface.putRight(" ↓ ", before: Point(bounds.width, bounds.height - 1), style: .dim)
    }
    if state.directory.focus == .preview { surface.placeCursor(at: Point(0, 0), visible: false) }
  }
}
