import MentorDirectory
import Surface

/// The column of facets.
struct FacetsView {
  let state: AppState
  let panes: [DirectoryLayout.Pane]

  func draw(on surface: inout Surface) {
    for pane in panes { draw(pane, on: &surface) }
  }

  private func draw(_ layout: DirectoryLayout.Pane, on surface: inout Surface) {
    guard let pane = state.pane(layout.facet) else { return }
    let width = surface.bounds.width
    let isFocused = state.directory.focus == .facet(pane.facet)
    drawHeading(pane, at: layout.heading, isFocused: isFocused, on: &surface)
    guard pane.isOpen, layout.valueRows > 0 else { return }
    let result = state.directory.result
    let shown = layout.shownValues
    let rows = pane.rows(result, limit: pane.scroll + shown).dropFirst(pane.scroll).prefix(shown)
    for (offset, row) in rows.enumerated() {
      let y = layout.heading + 1 + offset
      draw(row, of: pane, at: y, on: &surface)
      if row.value == pane.cursor, isFocused {
        surface.setGround(.selection, in: Rect(x: 0, y: y, width: width, height: 1))
        if pane.narrowing == nil { surface.placeCursor(at: Point(1, y), visible: false) }
      }
    }
    if layout.hasMore {
      let more = pane.rowCount(result) - rows.count
      surface.put(
        "  \(more.grouped) more", at: Point(1, layout.heading + layout.valueRows), style: .dim, maxWidth: width - 1)
    }
  }

  private func drawHeading(_ pane: FacetPane, at y: Int, isFocused: Bool, on surface: inout Surface) {
    let width = surface.bounds.width
    let total = state.directory.index.valueRange(of: pane.facet).count
    let style = Style(isFocused ? .accent : .heading, .bold)
    let mark = pane.isOpen ? "" : "▸ "
    let used = surface.put(
      mark + pane.facet.heading, at: Point(1, y), style: pane.isOpen ? style : Style(isFocused ? .accent : .dim))
    if let narrowing = pane.narrowing {
      surface.put("f", at: Point(used + 2, y), style: .key)
      let isNone = !pane.narrowed.isEmpty && pane.rows(state.directory.result, limit: 1).isEmpty
      FieldView(editor: narrowing, isActive: isFocused).draw(
        at: Point(used + 4, y), width: max(1, width - used - (isNone ? 10 : 5)), on: &surface)
      if isNone { surface.putRight("none ", before: Point(width, y), style: .warning) }
    } else {
      var right = total.grouped
      if state.directory.filters[pane.facet].matchesAll { right = "all of · " + right }
      if pane.sortsByName, pane.isOpen { right = "a–z · " + right }
      surface.putRight(right + " ", before: Point(width, y), style: .dim)
    }
    if isFocused, pane.cursor == nil, pane.narrowing == nil {
      surface.setGround(.selection, in: Rect(x: 0, y: y, width: width, height: 1))
      surface.placeCursor(at: Point(1, y), visible: false)
    }
  }

  private func draw(_ row: FacetRow, of pane: FacetPane, at y: Int, on surface: inout Surface) {
    let result = state.directory.result
    let width = surface.bounds.width
    let isChosen = result.chosen.contains(row.value), isExcluded = result.excluded.contains(row.value)
    let count = result.count(of: row.value)
    let countText = count.grouped + " "
    let base: Style = isChosen ? Style(.accent, .bold) : count == 0 ? .dim : isExcluded ? Style(.warning) : .text
    let indent = 1 + row.depth * 2
    var x = indent
    if let isOpen = row.isOpen {
      x += surface.put((isOpen ? "▾" : "▸") + " ", at: Point(x, y), style: .dim)
      if isChosen || isExcluded { x += surface.put(isExcluded ? "− " : "● ", at: Point(x, y), style: base) }
    } else {
      x += surface.put(
        isExcluded ? "− " : isChosen ? "● " : "○ ", at: Point(x, y), style: isChosen || isExcluded ? base : .dim)
    }
    let name = name(of: row.value, in: pane)
    let room = max(0, width - x - countText.displayWidth - 1)
    surface.put(name.truncated(to: room), at: Point(x, y), style: base)
    surface.putRight(countText, before: Point(width, y), style: count == 0 ? .dim : .count)
  }

  private func name(of value: Int, in pane: FacetPane) -> String {
    let index = state.directory.index
    guard pane.facet.isTree, let narrowing = pane.narrowing, !narrowing.text.isEmpty else {
      return index.valueName(value)
    }
    return index.path(of: value).reversed().prefix(2).joined(separator: ", ")
  }
}
