import MentorDirectory
import Surface

extension AppState {
  mutating func performInSources(_ action: Action, in context: CommandContext, count: Int?) -> [Effect] {
    switch action {
    case .back where sources.focus == .details, .left: sources.focus = .list
    case .back, .close: return show(.directory)
    case .nextPane, .previousPane: sources.focus = sources.focus == .list ? .details : .list
    case .right: sources.focus = .details
    case .help: overlay = .help(HelpState(context: context))
    case .commandLine: overlay = .prompt(Prompt(.command, in: context))
    case .sync, .editSource, .testSource, .toggle, .removeSource, .openOutside, .copy:
      guard let row = sources.current else {
        message = Message("there is no source here; a adds one")
        return []
      }
      return perform(action, on: row)
    default: moveInSources(action, count: count)
    }
    return []
  }

  private mutating func perform(_ action: Action, on row: SourceRow) -> [Effect] {
    switch action {
    case .sync, .editSource, .testSource, .toggle:
      guard row.isOfFiles else { break }
      message = Message("“\(row.name)” comes from files; `mentoring import` brings it up to date")
      return []
    default: break
    }
    switch action {
    case .sync: return startSync([row.name])
    case .openOutside where row.address.hasPrefix("http"): return [.open(row.address)]
    case .openOutside: message = Message("“\(row.name)” stands in files here, at \(row.address)")
    case .copy: return [.copy(row.address)]
    default: break
    }
    guard !isSample(), action != .openOutside else { return [] }
    switch action {
    case .editSource: openSourceForm(row)
    case .testSource:
      guard sources.testing == nil else {
        message = Message("“\(sources.testing ?? "")” is being tested; one at a time")
        return []
      }
      sources.testing = row.name
      return [.run(.test(row.name))]
    case .toggle:
      sources.setEnabled(!row.isEnabled, of: row.name)
      return [.run(.change(row.name, [.enabled(!row.isEnabled)]))]
    case .removeSource:
      sources.removing = row.name
      message = Message(removalQuestion(row), .warning)
    default: break
    }
    return []
  }

  /// Short enough to be read whole.
  private func removalQuestion(_ row: SourceRow) -> String {
    let mentors = row.mentors == 1 ? "its mentor" : "its \(row.mentors.grouped) mentors"
    let question = "remove “\(row.name)” and \(mentors)? y removes, any other key keeps it"
    return question.displayWidth + 2 <= size.width ? question : "remove it and \(mentors)? y/n"
  }

  /// The answer to whether to remove a source; nil if that was not asked.
  mutating func answerRemoval(_ key: KeyEvent) -> [Effect]? {
    guard let name = sources.removing else { return nil }
    sources.removing = nil
    return key.typed == "y" ? [.run(.remove(name))] : []
  }

  private mutating func moveInSources(_ action: Action, count: Int?) {
    let layout = SourcesLayout(self)
    switch sources.focus {
    case .list:
      let before = sources.cursor
      sources.cursor = moved(before, action, page: layout.listRows, count: count, last: sources.rows.count - 1)
      if sources.cursor != before { sources.detailsScroll = 0 }
    case .details:
      let last = layout.lastDetailsLine(self)
      sources.detailsScroll = moved(
        min(last, sources.detailsScroll), action, page: layout.details?.height ?? 0, count: count, last: last)
    }
  }

  /// True, and said, in the sample community, of which nothing is fetched or changed.
  mutating func isSample() -> Bool {
    if sources.isReadOnly {
      message = Message("the sample community is offline: its sources are only shown, nothing is fetched or changed")
    }
    return sources.isReadOnly
  }

  // MARK: - Sync

  /// Starts a sync, or puts it behind the one that runs. No names mean all sources.
  mutating func startSync(_ names: [String]) -> [Effect] {
    guard !isSample() else { return [] }
    guard sources.sync == nil else {
      if !sources.waiting.contains(names) { sources.waiting.append(names) }
      let what = names.first.map { "“\($0)”" } ?? "a sync of all sources"
      message = Message("\(what) comes when the sync that runs is over; c stops that")
      return []
    }
    sources.sync = SyncActivity(names, at: now)
    return [.sync(names)]
  }

  mutating func cancelSync() -> [Effect] {
    guard sources.sync != nil else {
      if sources.testing != nil { return [.cancelSync] }
      message = Message("no sync is running")
      return []
    }
    sources.waiting = []
    sources.sync?.isCancelling = true
    message = Message("stopping; what is done is kept")
    return [.cancelSync]
  }

  // MARK: - In sight

  /// After a change: the cursor is on a source, and in sight.
  mutating func keepSourcesVisible() {
    guard screen == .sources else { return }
    let layout = SourcesLayout(self)
    let rows = layout.listRows, total = sources.rows.count
    if rows > 0 {
      let shown = min(max(sources.scroll, sources.cursor - rows + 1), sources.cursor)
      sources.scroll = min(max(0, shown), max(0, total - rows))
    }
    if sources.rows.isEmpty { sources.focus = .list }
    if sources.detailsScroll > 0 { sources.detailsScroll = min(sources.detailsScroll, layout.lastDetailsLine(self)) }
  }

  // MARK: - Mouse

  mutating func pointOnSources(_ mouse: MouseEvent) -> [Effect] {
    let layout = SourcesLayout(self), point = mouse.position
    let isInDetails = layout.details?.contains(point) == true
    switch mouse.action {
    case .wheelDown, .wheelUp:
      let lines = mouse.action == .wheelDown ? 3 : -3
      if isInDetails {
        sources.detailsScroll = min(layout.lastDetailsLine(self), max(0, sources.detailsScroll + lines))
      } else if layout.list?.contains(point) == true, layout.listRows > 0 {
        let rows = layout.listRows, before = sources.cursor
        sources.scroll = min(max(0, sources.rows.count - rows), max(0, sources.scroll + lines))
        sources.cursor = min(sources.scroll + rows - 1, max(sources.scroll, before))
        if sources.cursor != before { sources.detailsScroll = 0 }
      }
    case .press(let clicks) where mouse.button == .left:
      message = nil
      sources.removing = nil
      if isInDetails { sources.focus = .details }
      guard let list = layout.list, list.contains(point), point.y > list.y else { return [] }
      sources.focus = .list
      let place = sources.scroll + point.y - list.y - 1
      guard sources.rows.indices.contains(place) else { return [] }
      if place != sources.cursor { sources.detailsScroll = 0 }
      sources.cursor = place
      if clicks > 1 { return performInSources(.editSource, in: .sources, count: nil) }
    default: break
    }
    return []
  }
}
