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
    if let effects = performOnScreens(action, in: context, count: count) { return effects }
    if let effects = performKeeping(action, in: context, count: count) { return effects }
    switch context {
    case .help: performInHelp(action, count: count)
    case .menu: return performInMenu(action, count: count)
    case .prompt: return performInPrompt(action)
    case .reader: return performInReader(action, count: count)
    case .field: return performInField(action)
    case .map: performOnMap(action, count: count)
    case .sources, .sourceDetails: return performInSources(action, in: context, count: count)
    case .form: return performInForm(action)
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
    default:
      let layout = HelpView(help: help, commands: keymap.commands).layout(in: size)
      help.scroll = moved(help.scroll, action, page: layout.rows, count: count, last: layout.last)
    }
    overlay = .help(help)
  }

  // MARK: - Fields

  private mutating func performInField(_ action: Action) -> [Effect] {
    switch overlay {
    case .menu(let menu): return performInMenuField(action, menu)
    case .naming(let naming): return performInNaming(action, naming)
    default: break
    }
    if reader != nil {
      performInReaderSearch(action)
    } else if directory.isTyping {
      performInSearch(action)
    } else {
      performInNarrowing(action)
    }
    return []
  }

  private mutating func performInReaderSearch(_ action: Action) {
    guard action == .back || action == .open else { return }
    if action == .back || reader?.search?.text.isEmpty == true { reader?.search = nil }
    reader?.isTyping = false
  }

  private mutating func performInSearch(_ action: Action) {
    switch action {
    case .down, .up:
      if let former = directory.searches.browse(older: action == .up, from: directory.field.text) {
        directory.field.set(former)
        directory.refresh()
      } else {
        moveCursor(action, count: nil)
      }
    case .open, .back: directory.endTyping()
    case .nextPane:
      directory.endTyping()
      focusNextPane(1)
    default: break
    }
  }

  private mutating func performInNarrowing(_ action: Action) {
    guard case .facet(let facet) = directory.focus else { return }
    switch action {
    case .back: endNarrowing(facet)
    case .open:
      if let value = pane(facet)?.cursor { directory.toggle(value, in: facet, exclude: false) }
      endNarrowing(facet)
    case .down, .up: moveInFacet(facet, action, count: nil)
    case .nextPane:
      endNarrowing(facet)
      focusNextPane(1)
    default: break
    }
  }

  private mutating func endNarrowing(_ facet: FacetName) {
    let result = directory.result
    changePane(facet) { pane in
      pane.narrowing = nil
      if pane.cursor == nil { pane.cursor = pane.rows(result, limit: 1).first?.value }
    }
  }

  // MARK: - Directory

  private mutating func performInDirectory(_ action: Action, _ context: CommandContext, count: Int?) -> [Effect] {
    switch action {
    case .close: return [.quit]
    case .help: overlay = .help(HelpState(context: context))
    case .search:
      focus(.results)
      directory.beginTyping()
    case .nextPane: focusNextPane(1)
    case .previousPane: focusNextPane(-1)
    case .undo: if !directory.undo() { message = Message("nothing to undo") }
    case .redo: if !directory.redo() { message = Message("nothing to redo") }
    case .clearFilters where directory.isUnfiltered, .dropFilter where directory.isUnfiltered:
      message = Message("there is no filter to drop")
    case .clearFilters: directory.change { $0 = DirectoryState.Question() }
    case .dropFilter: directory.dropLast()
    case .sort:
      overlay = .menu(sortMenu())
    case .map: openMap()
    case .openOutside: return openPage()
    case .copy: openCopyMenu()
    case .commandLine: overlay = .prompt(Prompt(.command, in: context))
    case .pipe: openPipe(in: context)
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
      guard let preview = PreviewView(state: self).layout() else { return }
      let scroll = min(directory.previewScroll, preview.last)
      directory.previewScroll = moved(scroll, action, page: preview.height, count: count, last: preview.last)
    }
  }

  private mutating func moveCursor(_ action: Action, count: Int?) {
    let page = DirectoryLayout(self).resultRows
    let before = directory.cursor
    directory.cursor = moved(before, action, page: page, count: count, last: directory.result.total - 1)
    if directory.cursor != before { directory.previewScroll = 0 }
  }

  mutating func openPage() -> [Effect] {
    guard let id = reader?.mentor ?? directory.current else { return [] }
    let page = details[id]?.mentor.page ?? ""
    if !page.isEmpty { return [.open(page)] }
    if id.rawValue.hasPrefix("http") { return [.open(id.rawValue)] }
    message = Message("no page is known of this mentor")
    return []
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
