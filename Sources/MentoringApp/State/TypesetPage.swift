import MentorDirectory
import Surface

/// The reader's document, and what it was made for.
struct TypesetPage {
  struct Key: Equatable {
    var mentor: MentorID
    var width: Int
    /// The mentor's clock moves on with the minute.
    var minute: Int64
    var highlights: Highlighter
    var search: String
    var showsChanges: Bool
  }
  let key: Key
  let document: ReaderDocument
}

extension AppState {
  private var pageKey: TypesetPage.Key? {
    reader.map {
      TypesetPage.Key(
        mentor: $0.mentor, width: ReaderLayout(size).textWidth, minute: now.seconds / 60,
        highlights: directory.result.highlights, search: $0.search?.text ?? "",
        showsChanges: $0.showsChanges)
    }
  }

  /// The document as it is laid out now.
  func readerDocument() -> ReaderDocument {
    guard let key = pageKey, let details = details[key.mentor] else { return ReaderDocument() }
    if let page, page.key == key { return page.document }
    if key.showsChanges, let previous = details.previous {
      return ReaderDocument(changesOf: details, since: previous, width: key.width, search: key.search)
    }
    return ReaderDocument(
      details, width: key.width, now: now, highlights: key.highlights, search: key.search, isFull: true)
  }

  /// Lays the reader's document out if it has changed, and keeps the place in it.
  mutating func typesetReader() {
    guard let key = pageKey, details[key.mentor] != nil else {
      page = nil
      return
    }
    if page?.key != key { page = TypesetPage(key: key, document: readerDocument()) }
    let last = max(0, (page?.document.lines.count ?? 0) - ReaderLayout(size).body.height)
    let scroll = reader?.scroll ?? 0
    reader?.scroll = min(last, max(0, scroll))
  }
}
