import MentorDirectory
import Surface

extension AppState {
  /// Click chooses, double click opens, the wheel scrolls what is under the pointer; dividers are dragged, and a double
  /// click puts them back.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    if let effects = pointOnScreens(mouse) { return effects }
    if map != nil, overlay == nil, reader == nil {
      pointOnMap(mouse)
      return []
    }
    switch mouse.action {
    case .wheelDown: scroll(at: mouse.position, by: 3)
    case .wheelUp: scroll(at: mouse.position, by: -3)
    case .press(let clicks) where mouse.button == .left: return click(at: mouse.position, clicks: clicks)
    case .drag: if let dragged { move(dragged, to: mouse.position) }
    case .release: dragged = nil
    default: break
    }
    return []
  }

  private mutating func scroll(at point: Point, by lines: Int) {
    if case .prompt(let prompt) = overlay {
      choose(in: prompt, step: lines > 0 ? 1 : -1)
    } else if case .help(var help) = overlay {
      help.scroll = min(
        HelpView(help: help, commands: keymap.commands).layout(in: size).last, max(0, help.scroll + lines))
      overlay = .help(help)
    } else if overlay != nil {
      return
    } else if let reader {
      self.reader?.scroll = reader.scroll + lines
    } else {
      let layout = DirectoryLayout(self)
      if layout.preview?.contains(point) == true {
        directory.previewScroll = min(
          PreviewView(state: self).layout()?.last ?? 0, max(0, directory.previewScroll + lines))
      } else if layout.results?.contains(point) == true {
        scrollResults(by: lines, rows: layout.resultRows)
      } else if let (pane, _) = pane(at: point, layout), pane.valueRows > 0 {
        scroll(pane, by: lines)
      }
    }
  }

  /// The list moves under the cursor, which stays in sight.
  private mutating func scrollResults(by lines: Int, rows: Int) {
    guard rows > 0 else { return }
    let before = directory.cursor
    directory.scroll = min(max(0, directory.result.total - rows), max(0, directory.scroll + lines))
    directory.cursor = min(directory.scroll + rows - 1, max(directory.scroll, directory.cursor))
    if directory.cursor != before { directory.previewScroll = 0 }
  }

  private mutating func scroll(_ layout: DirectoryLayout.Pane, by lines: Int) {
    guard let pane = pane(layout.facet) else { return }
    let count = pane.rowCount(directory.result), shown = layout.shownValues
    let scroll = min(max(0, count - shown), max(0, pane.scroll + lines))
    changePane(layout.facet) { $0.scroll = scroll }
    guard directory.focus == .facet(layout.facet), pane.cursor != nil else { return }
    let rows = pane.rows(directory.result)
    let here = rows.firstIndex { $0.value == pane.cursor } ?? scroll
    let place = min(scroll + shown - 1, max(scroll, here))
    if rows.indices.contains(place) { changePane(layout.facet) { $0.cursor = rows[place].value } }
  }

  private mutating func click(at point: Point, clicks: Int) -> [Effect] {
    message = nil
    dragged = nil
    if case .menu(let menu) = overlay { return click(menu, at: point) }
    if case .prompt(let prompt) = overlay { return click(prompt, at: point) }
    if overlay != nil {
      overlay = nil
      return []
    }
    guard reader == nil else { return clickInReader(at: point, clicks: clicks) }
    let layout = DirectoryLayout(self)
    if let line = layout.dividers.first(where: { $0.rect.contains(point) }) {
      if clicks > 1 { putBack(line.divider) } else { dragged = line.divider }
      return []
    }
    if layout.search.contains(point) {
      focus(.results)
      directory.beginTyping()
      return []
    }
    directory.endTyping()
    if layout.chips.contains(point) {
      clickChip(at: point.x)
    } else if let results = layout.results, results.contains(point), point.y > results.y {
      focus(.results)
      let place = directory.scroll + point.y - results.y - 1
      guard place < directory.result.total else { return [] }
      if place != directory.cursor { directory.previewScroll = 0 }
      directory.cursor = place
      if clicks > 1, let current = directory.current { reader = ReaderState(mentor: current) }
    } else if layout.preview?.contains(point) == true {
      focus(.preview)
      if clicks > 1, let current = directory.current { reader = ReaderState(mentor: current) }
    } else if let (pane, row) = pane(at: point, layout) {
      clickFacet(pane, row: row, clicks: clicks)
    }
    return []
  }

  /// A double click on a line of the list of links opens the address.
  private mutating func clickInReader(at point: Point, clicks: Int) -> [Effect] {
    let body = ReaderLayout(size).body
    guard clicks > 1, let reader, body.contains(point) else { return [] }
    let address = readerDocument().addresses[reader.scroll + point.y - body.y]
    return address.map { [.open(wholeAddress($0))] } ?? []
  }

  private mutating func clickFacet(_ pane: DirectoryLayout.Pane, row: Int, clicks: Int) {
    // The panes may have moved under the first of two clicks.
    guard clicks == 1 else { return }
    let rows = self.pane(pane.facet)?.rows(directory.result) ?? []
    let place = (self.pane(pane.facet)?.scroll ?? 0) + row - 1
    if directory.focus != .facet(pane.facet) { focus(.facet(pane.facet)) }
    guard row > 0 else { return performInFacet(pane.facet, .foldPane, count: nil) }
    guard row <= pane.shownValues, rows.indices.contains(place) else { return }
    changePane(pane.facet) { $0.cursor = rows[place].value }
    choose(rows[place].value, in: pane.facet, exclude: false)
  }

  private mutating func click(_ menu: Menu, at point: Point) -> [Effect] {
    let frame = MenuView.frame(menu, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    let row = point.y - frame.y - 1 + MenuView.scroll(menu, rows: MenuView.rows(menu, in: frame))
    guard frame.inset(columns: 1, rows: 1).contains(point) else {
      overlay = nil
      return []
    }
    var menu = menu
    menu.isNarrowing = false
    guard point.y - frame.y <= MenuView.rows(menu, in: frame), menu.shown.indices.contains(row) else { return [] }
    menu.cursor = row
    return take(menu)
  }

  private mutating func clickChip(at x: Int) {
    let bar = ChipBar(directory.chips, width: size.width)
    if let place = bar.places.first(where: { $0.columns.contains(x) }) {
      directory.drop(place.chip)
    } else if bar.clears.contains(x) {
      directory.change { $0 = DirectoryState.Question() }
    }
  }

  /// The pane under a point, and the row in it (0 is the heading).
  private func pane(at point: Point, _ layout: DirectoryLayout) -> (DirectoryLayout.Pane, Int)? {
    guard let facets = layout.facets, facets.contains(point) else { return nil }
    let y = point.y - facets.y
    return layout.panes.first { ($0.heading...($0.heading + $0.valueRows)).contains(y) }.map { ($0, y - $0.heading) }
  }
}
