import MentorDirectory

extension AppState {
  /// What comes of jobs about the sources, and of a sync.
  mutating func hear(_ event: Event) -> [Effect] {
    switch event {
    case .sources(let rows):
      tellAdded()
      sources.replace(rows)
    case .sync(.ended(let end)): return endSync(end)
    case .sync(let event):
      // A sync that was not started here has no place on the screen.
      sources.sync?.apply(event)
    case .tested(let preview):
      sources.preview = preview
      sources.testing = nil
      sources.detailsScroll = 0
      message = Message("this is what “\(preview.source)” would bring; nothing was kept")
    case .jobDone(let job, let said): return finish(job, said)
    case .jobFailed(let job, let why): return fail(job, why)
    default: break
    }
    return []
  }

  private mutating func finish(_ job: SourceJob, _ said: String) -> [Effect] {
    if case .add = job {
      // The form stays until the source is in the list, so that the next key means it.
      sources.added = said.isEmpty ? "added" : said
      return [.run(.list)]
    }
    closeForm(of: job)
    if !said.isEmpty { message = Message(said) }
    switch job {
    case .change: return [.run(.list)]
    case .remove: return [.run(.list)]
    case .add, .list, .test: return []
    }
  }

  /// Closes the form of the source that was added, and says so.
  private mutating func tellAdded() {
    guard let said = sources.added else { return }
    if case .sourceForm(let form) = overlay, form.isBusy, form.original == nil { overlay = nil }
    message = Message("\(said) · r syncs it, t shows what it would bring")
  }

  private mutating func fail(_ job: SourceJob, _ why: String) -> [Effect] {
    if case .test = job { sources.testing = nil }
    if job == .list {
      tellAdded()
      sources.added = nil
    }
    if !refuseForm(of: job, because: why) { message = Message(why, .error) }
    // Some of the settings may have been kept, and what is shown may be what was only asked for.
    if case .change = job { return [.run(.list)] }
    return []
  }

  private mutating func endSync(_ end: SyncEnd) -> [Effect] {
    guard let sync = sources.sync else { return [] }
    sources.sync = nil
    let counts = sync.counts.words
    switch end {
    case .finished:
      let troubles = sync.problemCount == 0 ? "" : " · \(sync.problemCount.grouped) to look at: 3 ↵"
      message = Message("synced: \(counts)\(troubles)", sync.problemCount == 0 ? .note : .warning)
    case .cancelled: message = Message("stopped: \(counts); r goes on where it was")
    case .failed(let why): message = Message(why, .error)
    }
    let next = sources.waiting.isEmpty ? [] : startSync(sources.waiting.removeFirst())
    return [.run(.list)] + next
  }
}
