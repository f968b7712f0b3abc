import MentorDirectory
import Surface

extension AppState {
  /// Click chooses, double click opens, the wheel scrolls what is under the pointer.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.action {
    case .wheelDown: scroll(at: mouse.position, by: 3)
    case .wheelUp: scroll(at: mouse.position, by: -3)
    case .press(let clicks) where mouse.button == .left: return click(at: mouse.position, clicks: clicks)
    default: break
    }
    return []
  }

  private mutating func scroll(at point: Point, by lines: Int) {
    if case .help(var help) = overlay {
      help.scroll = max(0, help.scroll + lines)
      overlay = .help(help)
    } else if overlay != nil {
      return
    } else if let reader {
      let last = max(0, readerDocument().lines.count - ReaderLayout(size).body.height)
      self.reader?.scroll = min(last, max(0, reader.scroll + lines))
    } else {
      let layout = DirectoryLayout(self)
      if layout.preview?.contains(point) == true {
        directory.previewScroll = max(0, directory.previewScroll + lines)
      } else if layout.results?.contains(point) == true {
        directory.cursor = min(max(0, directory.result.total - 1), max(0, directory.cursor + lines))
      } else if let (pane, _) = pane(at: point, layout), let facet = self.pane(pane.facet), facet.isOpen {
        let rows = facet.rows(directory.result)
        guard !rows.isEmpty else { return }
        let here = rows.firstIndex { $0.value == facet.cursor } ?? facet.scroll
        changePane(pane.facet) { $0.cursor = rows[min(rows.count - 1, max(0, here + lines))].value }
      }
    }
  }

  private mutating func click(at point: Point, clicks: Int) -> [Effect] {
    message = nil
    if case .menu(let menu) = overlay { return click(menu, at: point) }
    if overlay != nil {
      overlay = nil
      return []
    }
    guard reader == nil else { return [] }
    let layout = DirectoryLayout(self)
    if layout.search.contains(point) {
      directory.isTyping = true
      directory.focus = .results
    } else if layout.chips.contains(point) {
      dropChip(at: point.x)
    } else if let results = layout.results, results.contains(point), point.y > results.y {
      focus(.results)
      directory.isTyping = false
      let place = directory.scroll + point.y - results.y - 1
      guard place < directory.result.total else { return [] }
      if place != directory.cursor { directory.previewScroll = 0 }
      directory.cursor = place
      if clicks > 1, let current = directory.current { reader = ReaderState(mentor: current) }
    } else if layout.preview?.contains(point) == true {
      focus(.preview)
      if clicks > 1, let current = directory.current { reader = ReaderState(mentor: current) }
    } else if let (pane, row) = pane(at: point, layout) {
      directory.isTyping = false
      if directory.focus != .facet(pane.facet) { focus(.facet(pane.facet)) }
      clickFacet(pane, row: row)
    }
    return []
  }

  private mutating func clickFacet(_ pane: DirectoryLayout.Pane, row: Int) {
    guard let facet = self.pane(pane.facet), row > 0 else {
      return performInFacet(pane.facet, .foldPane, count: nil)
    }
    let rows = facet.rows(directory.result)
    let place = facet.scroll + row - 1
    guard rows.indices.contains(place) else { return }
    changePane(pane.facet) { $0.cursor = rows[place].value }
    choose(rows[place].value, in: pane.facet, exclude: false)
  }

  private mutating func click(_ menu: Menu, at point: Point) -> [Effect] {
    let frame = MenuView.frame(menu, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    let row = point.y - frame.y - 1
    overlay = nil
    guard frame.contains(point), menu.items.indices.contains(row) else { return [] }
    directory.sort(by: SortKey.allCases[row])
    return []
  }

  private mutating func dropChip(at x: Int) {
    var left = 1
    for chip in Chip.chips(of: directory.query) {
      let width = " \(chip.text) × ".displayWidth
      if (left..<(left + width)).contains(x) {
        directory.change { question in
          DirectoryState.settle(&question)
          question.filters = chip.dropped(from: question.filters)
        }
        return
      }
      left += width + 1
    }
  }

  /// The pane under a point, and the row in it (0 is the heading).
  private func pane(at point: Point, _ layout: DirectoryLayout) -> (DirectoryLayout.Pane, Int)? {
    guard let facets = layout.facets, facets.contains(point) else { return nil }
    let y = point.y - facets.y
    return layout.panes.first { ($0.heading...($0.heading + $0.valueRows)).contains(y) }.map { ($0, y - $0.heading) }
  }
}
