import MentorDirectory
import Surface

extension AppState {
  mutating func performInReader(_ action: Action, count: Int?) -> [Effect] {
    guard let reader else { return [] }
    switch action {
    case .back where reader.search != nil: self.reader?.search = nil
    case .back where reader.showsChanges, .changes: toggleChanges(reader)
    case .close, .back: self.reader = nil
    case .help: overlay = .help(HelpState(context: .reader))
    case .nextMentor: turn(count ?? 1)
    case .previousMentor: turn(-(count ?? 1))
    case .open:
      if let count { return openLink(count) }
      if !readerDocument().links.isEmpty { message = Message("type the number of a link first: 3 Enter opens link 3") }
    case .openOutside: return count.map { openLink($0) } ?? openPage()
    case .copy: openCopyMenu()
    case .links: openLinks()
    case .commandLine: overlay = .prompt(Prompt(.command, in: .reader))
    case .pipe: openPipe(in: .reader)
    case .search:
      self.reader?.search = LineEditor()
      self.reader?.isTyping = true
      self.reader?.searchStart = reader.scroll
    case .nextMatch: goToMatch(reader.match + (count ?? 1))
    case .previousMatch: goToMatch(reader.match - (count ?? 1))
    default:
      let page = ReaderLayout(size).body.height
      let last = readerDocument().lines.count - page
      let scroll = moved(reader.scroll, action, page: page, count: count, last: last)
      self.reader?.scroll = scroll
    }
    return []
  }

  /// What changed since the version before, or the write-up again where one was.
  private mutating func toggleChanges(_ reader: ReaderState) {
    guard reader.showsChanges || details[reader.mentor]?.previous != nil else {
      if details[reader.mentor] != nil { message = Message("no earlier version of this write-up is known") }
      return
    }
    self.reader?.showsChanges.toggle()
    self.reader?.match = 0
    self.reader?.scroll = reader.showsChanges ? reader.scrollBefore : 0
    if !reader.showsChanges { self.reader?.scrollBefore = reader.scroll }
  }

  /// Another mentor of the list; the cursor of the list goes along.
  private mutating func turn(_ step: Int) {
    let place = min(max(0, directory.result.total - 1), max(0, directory.cursor + step))
    guard place != directory.cursor, let mentor = directory.mentor(at: place) else {
      message = Message(step > 0 ? "this is the last mentor of the list" : "this is the first mentor of the list")
      return
    }
    directory.cursor = place
    directory.previewScroll = 0
    reader = ReaderState(mentor: directory.index.id(of: mentor))
  }

  private mutating func openLink(_ number: Int) -> [Effect] {
    let links = readerDocument().links
    guard links.indices.contains(number - 1) else {
      message = Message("there is no link \(number) on this page", .warning)
      return []
    }
    return [.open(wholeAddress(links[number - 1]))]
  }

  /// The first match from where the search began, as one types.
  mutating func showFirstMatch() {
    let start = reader?.searchStart ?? 0
    reader?.scroll = start
    guard reader?.search?.text.isEmpty == false else { return }
    goToMatch(readerDocument().matches.firstIndex { $0 >= start } ?? 0)
  }

  private mutating func goToMatch(_ number: Int) {
    let document = readerDocument()
    let search = reader?.search?.text ?? ""
    guard let reader, !document.matches.isEmpty else {
      message =
        search.isEmpty
        ? Message("nothing is searched for yet; / searches in this write-up")
        : Message("“\(search)” is not on this page", .warning)
      return
    }
    let count = document.matches.count
    let match = ((number % count) + count) % count
    self.reader?.match = match
    let page = ReaderLayout(size).body.height
    let line = document.matches[match]
    if line < reader.scroll || line >= reader.scroll + page {
      self.reader?.scroll = min(max(0, document.lines.count - page), max(0, line - page / 3))
    }
    message = Message("\(search.isEmpty ? "change" : "match") \(match + 1) of \(count)")
  }
}
