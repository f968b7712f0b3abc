import MentorDirectory
import Surface

extension AppState {
  /// Performs an action where the keys are.
  mutating func perform(_ action: Action, in context: CommandContext, count: Int?) -> [Effect] {
    switch action {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: break
    }
    switch context {
    case .help: performInHelp(action, count: count)
    case .menu: performInMenu(action, count: count)
    case .reader: return performInReader(action, count: count)
    case .field: performInField(action)
    case .results, .facets, .preview: return performInDirectory(action, context, count: count)
    }
    return []
  }

  // MARK: - Overlays

  private mutating func performInHelp(_ action: Action, count: Int?) {
    guard case .help(var help) = overlay else { return }
    switch action {
    case .back where !help.filter.text.isEmpty: help.filter.set("")
    case .back, .close, .help:
      overlay = nil
      return
    default: help.scroll = max(0, help.scroll + offset(action, page: max(1, size.height - 6), count: count))
    }
    overlay = .help(help)
  }

  private mutating func performInMenu(_ action: Action, count: Int?) {
    guard case .menu(var menu) = overlay else { return }
    switch action {
    case .back, .close: overlay = nil
    case .open:
      overlay = nil
      directory.sort(by: SortKey.allCases[menu.cursor])
    default:
      menu.cursor = moved(menu.cursor, action, page: menu.items.count, count: count, last: menu.items.count - 1)
      overlay = .menu(menu)
    }
  }

  // MARK: - Fields

  private mutating func performInField(_ action: Action) {
    if reader != nil {
      if action == .back { reader?.search = nil }
      reader?.isTyping = false
      return
    }
    guard directory.isTyping else { return performInNarrowing(action) }
    switch action {
    case .down, .up: directory.cursor = moved(directory.cursor, action, page: 1, count: nil, last: directory.result.total - 1)
    case .open, .back, .nextPane: endTyping(then: action)
    default: break
    }
  }

  private mutating func endTyping(then action: Action) {
    directory.isTyping = false
    directory.change { DirectoryState.settle(&$0) }
    if action == .nextPane { focusNextPane(1) }
  }

  private mutating func performInNarrowing(_ action: Action) {
    guard case .facet(let facet) = directory.focus else { return }
    switch action {
    case .back: changePane(facet) { $0.narrowing = nil }
    case .open:
      if let value = pane(facet)?.cursor { directory.toggle(value, in: facet, exclude: false) }
      changePane(facet) { $0.narrowing = nil }
    case .down, .up: moveInFacet(facet, action, count: nil)
    case .nextPane:
      changePane(facet) { $0.narrowing = nil }
      focusNextPane(1)
    default: break
    }
  }

  // MARK: - Directory

  private mutating func performInDirectory(_ action: Action, _ context: CommandContext, count: Int?) -> [Effect] {
    switch action {
    case .close: return [.quit]
    case .help: overlay = .help(HelpState(context: context))
    case .search:
      directory.isTyping = true
      directory.focus = .results
    case .nextPane: focusNextPane(1)
    case .previousPane: focusNextPane(-1)
    case .undo: if !directory.undo() { message = Message("nothing to undo") }
    case .redo: if !directory.redo() { message = Message("nothing to redo") }
    case .clearFilters: directory.change { $0 = DirectoryState.Question() }
    case .dropFilter: dropLastFilter()
    case .sort:
      overlay = .menu(
        Menu(
          purpose: .sort, title: "Order", items: SortKey.allCases.map(\.label),
          cursor: SortKey.allCases.firstIndex(of: directory.sort) ?? 0))
    case .openOutside: return openPage()
    case .copyAddress: return copyPage()
    default:
      switch directory.focus {
      case .facet(let facet): performInFacet(facet, action, count: count)
      case .preview: performInPreview(action, count: count)
      case .results: performInResults(action, count: count)
      }
    }
    return []
  }

  private mutating func performInResults(_ action: Action, count: Int?) {
    switch action {
    case .open: if let current = directory.current { reader = ReaderState(mentor: current) }
    case .back: if directory.isTyping { endTyping(then: .back) }
    case .left: focusLeft()
    case .right: if DirectoryLayout(self).preview != nil { directory.focus = .preview }
    case .mark:
      if let current = directory.current {
        if directory.marked.remove(current) == nil { directory.marked.insert(current) }
        moveCursor(.down, count: 1)
      }
    default: moveCursor(action, count: count)
    }
  }

  private mutating func performInPreview(_ action: Action, count: Int?) {
    switch action {
    case .open: if let current = directory.current { reader = ReaderState(mentor: current) }
    case .left, .back: directory.focus = .results
    default:
      let page = DirectoryLayout(self).preview?.height ?? 10
      directory.previewScroll = max(0, directory.previewScroll + offset(action, page: page, count: count))
    }
  }

  private mutating func moveCursor(_ action: Action, count: Int?) {
    let page = DirectoryLayout(self).resultRows
    let before = directory.cursor
    directory.cursor = moved(before, action, page: page, count: count, last: directory.result.total - 1)
    if directory.cursor != before { directory.previewScroll = 0 }
  }

  private mutating func dropLastFilter() {
    let chips = Chip.chips(of: directory.query)
    directory.change { question in
      if !question.text.isEmpty {
        question.text = ""
      } else if let last = chips.last {
        question.filters = last.dropped(from: question.filters)
      }
    }
  }

  func openPage() -> [Effect] {
    guard let id = reader?.mentor ?? directory.current else { return [] }
    let page = details[id]?.mentor.page ?? ""
    if !page.isEmpty { return [.open(page)] }
    return id.rawValue.hasPrefix("http") ? [.open(id.rawValue)] : []
  }

  func copyPage() -> [Effect] {
    guard let id = reader?.mentor ?? directory.current, let mentor = details[id]?.mentor else { return [] }
    let text = mentor.page.isEmpty ? mentor.contacts.first?.value ?? "" : mentor.page
    return text.isEmpty ? [] : [.copy(text)]
  }

  // MARK: - Moving

  /// A place after an action, within 0 … last.
  func moved(_ place: Int, _ action: Action, page: Int, count: Int?, last: Int) -> Int {
    switch action {
    case .top: return min(max(0, last), max(0, (count ?? 1) - 1))
    case .bottom: return max(0, count.map { min(last, $0 - 1) } ?? last)
    default: return min(max(0, last), max(0, place + offset(action, page: page, count: count)))
    }
  }

  /// How far an action moves; very far for the ends.
  func offset(_ action: Action, page: Int, count: Int?) -> Int {
    let times = count ?? 1
    switch action {
    case .down: return times
    case .up: return -times
    case .pageDown: return times * max(1, page - 1)
    case .pageUp: return -times * max(1, page - 1)
    case .halfPageDown: return times * max(1, page / 2)
    case .halfPageUp: return -times * max(1, page / 2)
    case .top: return -1_000_000
    case .bottom: return 1_000_000
    default: return 0
    }
  }
}
