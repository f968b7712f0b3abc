import MentorDirectory
import Surface

extension AppState {
  /// The panes that Tab visits, in order: from the list to the facets, and last to the preview.
  private var stops: [DirectoryState.Focus] {
    if directory.index.mentorCount == 0 { return [.results] }
    return [.results] + directory.panes.map { .facet($0.facet) }
      + (DirectoryLayout(self).preview == nil ? [] : [.preview])
  }

  mutating func focusNextPane(_ step: Int) {
    let stops = stops
    let here = stops.firstIndex(of: directory.focus) ?? stops.firstIndex(of: .results) ?? 0
    focus(stops[(here + step + stops.count) % stops.count])
  }

  mutating func focusLeft() {
    if let facet = directory.lastFacet ?? directory.panes.first?.facet { focus(.facet(facet)) }
  }

  mutating func focus(_ focus: DirectoryState.Focus) {
    if case .facet(let left) = directory.focus, directory.focus != focus {
      changePane(left) { pane in
        pane.narrowing = nil
        // Chosen values stand on top now; they are to be seen.
        pane.scroll = 0
      }
    }
    directory.focus = focus
    guard case .facet(let facet) = focus else { return }
    directory.lastFacet = facet
    guard let pane = pane(facet), pane.isOpen, pane.cursor == nil else { return }
    let first = pane.rows(directory.result, limit: 1).first?.value
    changePane(facet) { $0.cursor = first }
  }

  mutating func performInFacet(_ facet: FacetName, _ action: Action, count: Int?) {
    guard let pane = pane(facet) else { return }
    switch action {
    case .back: focus(.results)
    case .foldPane: fold(facet)
    case .open, .toggle:
      guard pane.isOpen, let value = pane.cursor else { return fold(facet) }
      choose(value, in: facet, exclude: false)
    case .exclude: if pane.isOpen, let value = pane.cursor { choose(value, in: facet, exclude: true) }
    case .left: if !closeBranch(facet) { return }
    case .right: if !openBranch(facet) { focus(.results) }
    case .findInPane:
      changePane(facet) {
        $0.isOpen = true
        $0.narrowing = LineEditor()
      }
    case .sortValues:
      changePane(facet) {
        $0.sortsByName.toggle()
        $0.letGo()
      }
    case .growPane: changePane(facet) { $0.growth = min(FacetPane.mostGrowth, $0.growth + 3) }
    case .shrinkPane: changePane(facet) { $0.growth = max(-FacetPane.mostGrowth, $0.growth - 3) }
    case .anyOrAll: toggleAll(facet)
    default: moveInFacet(facet, action, count: count)
    }
  }

  /// Chooses a value; the others stay where they are as long as the cursor is in the pane.
  mutating func choose(_ value: Int, in facet: FacetName, exclude: Bool) {
    let result = directory.result
    changePane(facet) { $0.hold(result) }
    directory.toggle(value, in: facet, exclude: exclude)
  }

  private mutating func toggleAll(_ facet: FacetName) {
    guard facet.isManyValued else {
      message = Message("nobody has two values here")
      return
    }
    guard !directory.query[facet].included.isEmpty else {
      message = Message("choose values first; then & asks for all of them")
      return
    }
    directory.change { question in
      DirectoryState.settle(&question)
      var choice = question.filters[facet]
      choice.matchesAll.toggle()
      question.filters[facet] = choice
    }
    let all = directory.filters[facet].matchesAll
    message = Message(all ? "\(facet.label): all of the chosen values" : "\(facet.label): any of the chosen values")
  }

  private mutating func fold(_ facet: FacetName) {
    let result = directory.result
    changePane(facet) { pane in
      pane.isOpen.toggle()
      pane.letGo()
      pane.cursor = pane.isOpen ? pane.rows(result, limit: 1).first?.value : nil
    }
  }

  /// Opens the node under the cursor, or goes to the first one below.
  private mutating func openBranch(_ facet: FacetName) -> Bool {
    guard let pane = pane(facet) else { return false }
    if !pane.isOpen {
      fold(facet)
      return true
    }
    guard let value = pane.cursor, let isOpen = row(of: value, in: pane)?.isOpen else { return false }
    let path = directory.index.path(of: value)
    if isOpen { moveInFacet(facet, .down, count: 1) } else { changePane(facet) { $0.openNodes.insert(path) } }
    return true
  }

  /// Closes the node under the cursor, or goes to the one above.
  private mutating func closeBranch(_ facet: FacetName) -> Bool {
    guard let pane = pane(facet), let value = pane.cursor else { return false }
    let path = directory.index.path(of: value)
    if row(of: value, in: pane)?.isOpen == true, pane.openNodes.contains(path) {
      changePane(facet) { $0.openNodes.remove(path) }
    } else if let parent = directory.index.parent(of: value) {
      changePane(facet) { $0.cursor = parent }
    } else {
      return false
    }
    return true
  }

  private func row(of value: Int, in pane: FacetPane) -> FacetRow? {
    pane.rows(directory.result).first { $0.value == value }
  }

  mutating func moveInFacet(_ facet: FacetName, _ action: Action, count: Int?) {
    guard let pane = pane(facet), pane.isOpen else { return moveToNeighbour(action) }
    let rows = pane.rows(directory.result)
    guard !rows.isEmpty else { return moveToNeighbour(action) }
    // From the heading, down leads to the first value.
    let here = rows.firstIndex { $0.value == pane.cursor } ?? -1
    if pane.narrowing == nil, count == nil {
      if action == .down, here == rows.count - 1 { return moveToNeighbour(action) }
      if action == .up, here <= 0 { return moveToNeighbour(action) }
    }
    let page = DirectoryLayout(self).pane(facet)?.valueRows ?? 5
    let place = moved(here, action, page: page, count: count, last: rows.count - 1)
    changePane(facet) { $0.cursor = rows[place].value }
  }

  /// Moving on beyond the first or last value enters the pane above or below.
  private mutating func moveToNeighbour(_ action: Action) {
    let facets = directory.panes.map(\.facet)
    guard case .facet(let facet) = directory.focus, let here = facets.firstIndex(of: facet),
      action == .down || action == .up
    else { return }
    let next = here + (action == .down ? 1 : -1)
    guard facets.indices.contains(next) else { return }
    focus(.facet(facets[next]))
    guard let pane = pane(facets[next]), pane.isOpen else { return }
    let rows = pane.rows(directory.result)
    changePane(facets[next]) { $0.cursor = action == .down ? rows.first?.value : rows.last?.value }
  }
}
