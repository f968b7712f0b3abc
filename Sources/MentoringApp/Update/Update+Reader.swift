import MentorDirectory
import Surface

extension AppState {
  mutating func performInReader(_ action: Action, count: Int?) -> [Effect] {
    guard let reader else { return [] }
    let document = readerDocument()
    switch action {
    case .close, .back:
      if reader.search != nil, action == .back { self.reader?.search = nil } else { self.reader = nil }
    case .help: overlay = .help(HelpState(context: .reader))
    case .nextMentor: turn(count ?? 1)
    case .previousMentor: turn(-(count ?? 1))
    case .open: if let count { return openLink(count, in: document) }
    case .openOutside: return count.map { openLink($0, in: document) } ?? openPage()
    case .copyAddress: return copyPage()
    case .search:
      self.reader?.search = LineEditor()
      self.reader?.isTyping = true
    case .nextMatch: goToMatch(reader.match + (count ?? 1))
    case .previousMatch: goToMatch(reader.match - (count ?? 1))
    default:
      let page = ReaderLayout(size).body.height
      let last = max(0, document.lines.count - page)
      let scroll = reader.scroll + offset(action, page: page, count: count)
      self.reader?.scroll = min(last, max(0, scroll))
    }
    return []
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

  private mutating func openLink(_ number: Int, in document: ReaderDocument) -> [Effect] {
    guard document.links.indices.contains(number - 1) else {
      message = Message("there is no link \(number) on this page", .warning)
      return []
    }
    let base = details[reader?.mentor ?? MentorID("")]?.mentor.page ?? ""
    return [.open(Address.resolve(document.links[number - 1], against: base))]
  }

  /// The document as it is laid out now.
  func readerDocument() -> ReaderDocument {
    guard let reader, let details = details[reader.mentor] else { return ReaderDocument() }
    return ReaderDocument(
      details, width: ReaderLayout(size).textWidth, now: now, highlights: directory.result.highlights,
      search: reader.search?.text ?? "", isFull: true)
  }

  mutating func scrollReaderToMatch() { goToMatch(reader?.match ?? 0) }

  private mutating func goToMatch(_ number: Int) {
    let document = readerDocument()
    guard let reader, !document.matches.isEmpty else {
      if let search = reader?.search?.text, !search.isEmpty { message = Message("“\(search)” is not on this page", .warning) }
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
    message = Message("match \(match + 1) of \(count)")
  }
}

/// Addresses of links.
enum Address {
  /// An address that may be relative, made whole with the page it stands on.
  static func resolve(_ address: String, against page: String) -> String {
    if address.prefix(while: { $0.isLetter || $0.isNumber || "+-.".contains($0) }).count > 1,
      address.drop(while: { $0.isLetter || $0.isNumber || "+-.".contains($0) }).first == ":"
    {
      return address
    }
    guard let schemeEnd = page.firstRange(of: "://") else { return address }
    if address.hasPrefix("//") { return String(page[..<schemeEnd.lowerBound]) + ":" + address }
    let hostEnd = page[schemeEnd.upperBound...].firstIndex { "/?#".contains($0) } ?? page.endIndex
    if address.hasPrefix("/") { return String(page[..<hostEnd]) + address }
    let path = page[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("#") { return String(page[..<hostEnd]) + path + address }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return String(page[..<hostEnd]) + folder + address
  }
}
