import MentorDirectory
import Surface

/// Applies an event to the state and says what is to be done outside.
///
/// Deterministic: time comes as `Event.clock`, everything else from the state.
public func update(_ state: inout AppState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  let mark = state.jumpMark(event)
  let readerBefore = state.reader
  switch event {
  case .key(let key):
    state.message = nil
    state.failed.removeAll()
    state.endWelcome()
    effects = state.press(key)
  case .paste(let text):
    state.endWelcome()
    state.paste(text)
  case .mouse(let mouse): effects = state.point(mouse)
  case .resize(let size): state.size = size
  case .mentor(let id, let details):
    state.awaited.remove(id)
    state.page = nil
    if let details { state.keep(details) } else { state.missing.insert(id) }
  case .mentorFailed(let id, let message):
    state.awaited.remove(id)
    state.failed.insert(id)
    state.message = message
  case .directory(let index, let status):
    state.status = status
    state.details.removeAll()
    state.detailsOrder.removeAll()
    state.missing.removeAll()
    state.awaited.removeAll()
    state.page = nil
    state.directory.replace(index)
  case .status(let status): state.status = status
  case .clock(let now):
    state.now = now
    state.directory.day = now.day
  case .keymap(let keymap): state.keymap = keymap
  case .message(let message): state.message = message
  case .sources, .sync, .tested, .jobDone, .jobFailed: effects = state.hear(event)
  case .exportTaken(let request): state.askToReplace(request)
  }
  if mark != nil, state.screen == .directory { state.extendRange() }
  state.keepCursorVisible()
  state.keepSourcesVisible()
  state.recordJump(since: mark)
  state.keepReadingPlace(readerBefore)
  state.keepMapCursor()
  state.typesetReader()
  return effects + state.missingDetails()
}

extension AppState {
  /// Where a key goes.
  public var context: CommandContext {
    switch overlay {
    case .help: return .help
    case .menu(let menu): return menu.isNarrowing ? .field : .menu
    case .naming: return .field
    case .prompt: return .prompt
    case .sourceForm: return .form
    case .welcome, nil: break
    }
    if screen == .sources { return sources.focus == .list ? .sources : .sourceDetails }
    if let reader { return reader.isTyping ? .field : .reader }
    if map != nil { return .map }
    if directory.isTyping { return .field }
    switch directory.focus {
    case .results: return .results
    case .preview: return .preview
    case .facet(let facet): return pane(facet)?.narrowing != nil ? .field : .facets
    }
  }

  mutating func press(_ key: KeyEvent) -> [Effect] {
    let context = context
    if case .prompt(let prompt) = overlay { return press(key, in: prompt) }
    if case .sourceForm(let form) = overlay { return press(key, in: form) }
    if let effects = answerRemoval(key) { return effects }
    if case .menu(let menu) = overlay, let effects = pressHotKey(key, in: menu) { return effects }
    if context == .help, case .help(var help) = overlay, pressInHelp(key, &help) { return [] }
    if let effects = pressInMenu(key) ?? pressInNaming(key) { return effects }
    if context != .field, let digit = key.typed?.wholeNumberValue, key.typed?.isASCII == true, digit > 0 || count != nil
    {
      count = min(999_999, (count ?? 0) * 10 + digit)
      return []
    }
    let count = count
    self.count = nil
    if let action = keymap.action(for: key, in: context) { return perform(action, in: context, count: count) }
    if context == .field { edit { $0.apply(key) } }
    return []
  }

  mutating func endWelcome() {
    if case .welcome = overlay { overlay = nil }
  }

  /// Letters in the help list narrow it; only keys that type nothing keep their meaning there.
  private mutating func pressInHelp(_ key: KeyEvent, _ help: inout HelpState) -> Bool {
    let isBound = keymap.action(for: key, in: .help) != nil || keymap.action(for: key, in: .results) == .help
    let isEditing = key.typed.map { _ in !(help.filter.text.isEmpty && isBound) } ?? (key.key == .backspace)
    guard isEditing, help.filter.apply(key) else { return false }
    help.scroll = 0
    overlay = .help(help)
    return true
  }

  mutating func paste(_ text: String) {
    if case .prompt(var prompt) = overlay {
      prompt.line.insert(text)
      overlay = .prompt(prompt)
      return
    }
    if case .sourceForm(let form) = overlay { return paste(text, into: form) }
    if case .help(var help) = overlay {
      help.filter.insert(text)
      overlay = .help(help)
      return
    }
    if context == .results || context == .preview { directory.beginTyping() }
    if context == .field {
      edit {
        $0.insert(text)
        return true
      }
    }
  }

  /// Changes the field that has the keys, and what follows from its text.
  mutating func edit(_ body: (inout LineEditor) -> Bool) {
    if case .menu(var menu) = overlay {
      guard body(&menu.filter) else { return }
      overlay = .menu(menu)
    } else if case .naming(var naming) = overlay {
      guard !naming.isTaken, body(&naming.editor) else { return }
      overlay = .naming(naming)
    } else if reader != nil {
      guard var search = reader?.search, body(&search) else { return }
      reader?.search = search
      showFirstMatch()
    } else if directory.isTyping {
      let before = directory.field.text
      guard body(&directory.field), directory.field.text != before else { return }
      directory.refresh()
    } else if case .facet(let facet) = directory.focus {
      let result = directory.result
      changePane(facet) { pane in
        guard var narrowing = pane.narrowing, body(&narrowing) else { return }
        pane.narrowing = narrowing
        pane.scroll = 0
        pane.cursor = pane.rows(result, limit: 1).first?.value
      }
    }
  }

  // MARK: - Helpers

  func pane(_ facet: FacetName) -> FacetPane? { directory.panes.first { $0.facet == facet } }

  mutating func changePane(_ facet: FacetName, _ body: (inout FacetPane) -> Void) {
    guard let number = directory.panes.firstIndex(where: { $0.facet == facet }) else { return }
    body(&directory.panes[number])
  }

  /// Asks for what the screen shows and is not here yet.
  mutating func missingDetails() -> [Effect] {
    guard let wanted = reader?.mentor ?? directory.current, details[wanted] == nil, !awaited.contains(wanted),
      !missing.contains(wanted), !failed.contains(wanted)
    else { return [] }
    awaited.insert(wanted)
    return [.loadMentor(wanted)]
  }
}
