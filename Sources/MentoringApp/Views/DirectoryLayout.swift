import MentorDirectory
import Surface

/// Where everything of the Directory screen stands, for drawing and for the mouse.
struct DirectoryLayout {
  /// A facet's heading and values.
  struct Pane: Equatable {
    var facet: FacetName
    var heading: Int
    /// Rows for values below the heading.
    var valueRows: Int
    /// One of them says how many values are not shown.
    var hasMore: Bool
    /// Rows for values alone.
    var shownValues: Int { valueRows - (hasMore ? 1 : 0) }
  }

  static let smallest = Size(width: 40, height: 10)

  let header: Rect
  let search: Rect
  let chips: Rect
  let facets: Rect?
  let results: Rect?
  let preview: Rect?
  let footer: Rect
  /// The lines between the panes.
  let dividers: [PaneSplit.Line]
  private(set) var panes: [Pane] = []

  /// Rows of the list of mentors, below its heading.
  var resultRows: Int { max(0, (results?.height ?? 1) - 1) }
  func pane(_ facet: FacetName) -> Pane? { panes.first { $0.facet == facet } }

  init(_ state: AppState) {
    let size = state.size, width = size.width, height = size.height
    header = Rect(x: 0, y: 0, width: width, height: 1)
    search = Rect(x: 0, y: 1, width: width, height: 1)
    let chipRows = height >= 16 || !state.directory.chips.isEmpty ? 1 : 0
    chips = Rect(x: 0, y: 2, width: width, height: chipRows)
    footer = Rect(x: 0, y: height - 1, width: width, height: 1)
    let top = 2 + chipRows
    let middle = Rect(x: 0, y: top, width: width, height: max(0, height - top - 1))
    guard state.directory.index.mentorCount > 0 else {
      (facets, results, preview, dividers) = (nil, middle, nil, [])
      return
    }
    let isDrawerOpen = if case .facet = state.directory.focus { true } else { false }
    let split = PaneSplit(middle, dividers: state.dividers, isDrawerOpen: isDrawerOpen)
    (facets, results, preview, dividers) = (split.facets, split.results, split.preview, split.lines)
    panes = Self.panes(state, rows: middle.height, isDrawer: width < 80)
  }

  /// Shares the rows out: every facet has its heading; the one with the cursor gets six, the others three, then the one
  /// with the cursor up to nearly half, then all turn by turn. Folded facets are left out where rows are scarce. In a
  /// drawer, and where rows are very scarce, the one with the cursor gets all that the headings around it leave.
  private static func panes(_ state: AppState, rows: Int, isDrawer: Bool) -> [Pane] {
    var focused: FacetName?
    if case .facet(let facet) = state.directory.focus { focused = facet }
    let isScarce = isDrawer || rows < 16
    let showsFolded = rows >= 24 || isDrawer || state.directory.panes.contains { !$0.isOpen && $0.facet == focused }
    var shown = state.directory.panes.filter { $0.isOpen || showsFolded }
    let most = isScarce ? rows / 3 : rows / 2
    if shown.count > most { shown = around(focused, in: shown, most: most) }
    let needs = shown.map { $0.isOpen ? $0.rowCount(state.directory.result) : 0 }
    let heights = shares(
      shown, needs, focused: shown.firstIndex { $0.facet == focused }, rows: rows, isScarce: isScarce)
    var y = 0
    return shown.indices.map { place in
      let hasMore = heights[place] > 1 && needs[place] > heights[place]
      let made = Pane(facet: shown[place].facet, heading: y, valueRows: heights[place], hasMore: hasMore)
      y += 1 + heights[place]
      return made
    }
  }

  /// How many rows of values each pane gets.
  private static func shares(_ shown: [FacetPane], _ needs: [Int], focused: Int?, rows: Int, isScarce: Bool) -> [Int] {
    var heights = [Int](repeating: 0, count: shown.count), free = rows - shown.count
    /// Gives a pane rows, as many as it needs and there are.
    func give(_ place: Int, upTo wanted: Int) {
      let more = max(0, min(free, min(wanted, needs[place]) - heights[place]))
      heights[place] += more
      free -= more
    }
    func giveInTurn(_ places: [Int]) {
      while free > 0, let place = places.filter({ heights[$0] < needs[$0] }).min(by: { heights[$0] < heights[$1] }) {
        give(place, upTo: heights[place] + 1)
      }
    }
    if let focused { give(focused, upTo: isScarce ? rows : 6) }
    for place in shown.indices { give(place, upTo: 3) }
    if let focused { give(focused, upTo: rows * 45 / 100) }
    giveInTurn(Array(shown.indices))

    // What the user added or took changes the fair share; the others divide the rest.
    let changed = shown.indices.filter { shown[$0].growth != 0 && needs[$0] > 0 }
    guard !changed.isEmpty else { return heights }
    let others = shown.indices.filter { !changed.contains($0) }
    let fair = heights
    (heights, free) = ([Int](repeating: 0, count: shown.count), rows - shown.count)
    for place in shown.indices { give(place, upTo: 1) }
    for place in changed { give(place, upTo: max(1, fair[place] + shown[place].growth)) }
    if let focused, others.contains(focused) { give(focused, upTo: fair[focused]) }
    giveInTurn(others)
    return heights
  }

  /// The stretch of panes that holds the focused one.
  private static func around(_ focused: FacetName?, in panes: [FacetPane], most: Int) -> [FacetPane] {
    let place = panes.firstIndex { $0.facet == focused } ?? 0
    let start = min(max(0, place - most / 2), max(0, panes.count - most))
    return Array(panes[start..<min(panes.count, start + max(1, most))])
  }
}

extension AppState {
  /// After a change: every cursor is on what is there, and in sight.
  mutating func keepCursorVisible() {
    if directory.index.mentorCount == 0, !directory.isTyping { focus(.results) }
    let layout = DirectoryLayout(self)
    directory.cursor = min(max(0, directory.cursor), max(0, directory.result.total - 1))
    directory.scroll = Self.scroll(
      directory.scroll, toShow: directory.cursor, rows: layout.resultRows, of: directory.result.total)
    if case .preview = directory.focus, layout.preview == nil { directory.focus = .results }
    for pane in layout.panes {
      guard let state = self.pane(pane.facet), state.isOpen else { continue }
      let valueRows = max(1, pane.shownValues)
      guard directory.focus == .facet(pane.facet) else {
        let last = max(0, state.rowCount(directory.result) - valueRows)
        changePane(pane.facet) { $0.scroll = min($0.scroll, last) }
        continue
      }
      let result = directory.result
      changePane(pane.facet) { state in
        state.hold(result)
        let rows = state.rows(result)
        let place = rows.firstIndex { $0.value == state.cursor }
        if place == nil, state.cursor != nil { state.cursor = rows.first?.value }
        state.scroll = Self.scroll(state.scroll, toShow: place ?? 0, rows: valueRows, of: rows.count)
      }
    }
    if directory.previewScroll > 0 {
      directory.previewScroll = min(directory.previewScroll, PreviewView(state: self).layout()?.last ?? 0)
    }
  }

  /// The least change of a scroll position that shows a place and leaves no empty rows at the end.
  private static func scroll(_ scroll: Int, toShow place: Int, rows: Int, of total: Int) -> Int {
    guard rows > 0 else { return place }
    let shown = min(max(scroll, place - rows + 1), place)
    return min(max(0, shown), max(0, total - rows))
  }
}
