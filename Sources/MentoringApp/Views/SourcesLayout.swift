import Surface

/// Where everything of the Sources screen stands, for drawing and for the mouse.
///
/// The details stand beside the list from 110 columns on, below it from 80; on less there is one of them at a time.
struct SourcesLayout {
  let header, summary, footer: Rect
  /// How far the sync is; nil while none runs.
  let sync: Rect?
  let list: Rect?
  let details: Rect?

  /// Rows for sources, below the heading of the list.
  var listRows: Int { max(0, (list?.height ?? 0) - 1) }

  init(_ state: AppState) {
    let width = state.size.width, height = state.size.height
    header = Rect(x: 0, y: 0, width: width, height: 1)
    summary = Rect(x: 0, y: 1, width: width, height: 1)
    footer = Rect(x: 0, y: height - 1, width: width, height: 1)
    let syncRows = state.sources.sync == nil ? 0 : height >= 14 ? 3 : 2
    sync = syncRows == 0 ? nil : Rect(x: 0, y: 2, width: width, height: 2)
    let top = 2 + syncRows
    let middle = Rect(x: 0, y: top, width: width, height: max(0, height - top - 1))
    let count = state.sources.rows.count
    if count == 0 {
      (list, details) = (middle, nil)
    } else if width >= 110 {
      let (left, right) = middle.split(columns: width - min(76, max(46, width * 42 / 100)) - 1)
      list = left
      details = Rect(x: right.x + 1, y: right.y, width: max(0, right.width - 1), height: right.height)
    } else if width >= 80, middle.height >= 14 {
      let (above, below) = middle.split(rows: min(count + 1, middle.height * 45 / 100))
      list = above
      details = Rect(x: below.x, y: below.y + 1, width: below.width, height: max(0, below.height - 1))
    } else {
      (list, details) = state.sources.focus == .list ? (middle, nil) : (nil, middle)
    }
  }

  /// How far the details can be scrolled.
  func lastDetailsLine(_ state: AppState) -> Int {
    guard let details else { return 0 }
    return max(0, SourceDetails(state: state).lines(width: details.width - 2).count - details.height)
  }
}
