import MentorDirectory
import Surface

/// Where the parts of the reader stand.
struct ReaderLayout {
  let header: Rect
  let body: Rect
  let footer: Rect
  /// Width of the text: comfortable, never more than 80 columns.
  let textWidth: Int

  init(_ size: Size) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    footer = Rect(x: 0, y: max(0, size.height - 1), width: size.width, height: 1)
    let top = size.height >= 12 ? 2 : 1
    body = Rect(x: 0, y: top, width: size.width, height: max(0, size.height - top - 1))
    textWidth = max(1, min(80, size.width - 4))
  }
}

/// The reader: one mentor's write-up, over the whole screen.
struct ReaderView {
  let state: AppState

  func draw(on surface: inout Surface) {
    guard let reader = state.reader else { return }
    let layout = ReaderLayout(state.size)
    let document = state.readerDocument()
    surface.within(layout.header) { drawHeader(document, on: &$0) }
    let margin = max(2, (state.size.width - layout.textWidth) / 2)
    surface.within(layout.body) { surface in
      guard !document.lines.isEmpty else {
        let text = state.missing.contains(reader.mentor) ? "This mentor is no longer in the cache." : ""
        surface.put(text, at: Point(margin, 0), style: .dim)
        return
      }
      for (row, line) in document.lines.dropFirst(reader.scroll).prefix(layout.body.height).enumerated() {
        surface.put(line, at: Point(margin, row), maxWidth: layout.textWidth)
      }
      let match = document.matches.indices.contains(reader.match) ? document.matches[reader.match] - reader.scroll : 0
      let row = (0..<layout.body.height).contains(match) ? match : 0
      surface.placeCursor(at: Point(max(0, margin - 2), row), visible: false)
    }
    surface.within(layout.footer) { surface in
      if reader.isTyping, let search = reader.search {
        surface.put("/", at: Point(1, 0), style: Style(.accent, .bold))
        let found =
          search.text.isEmpty
          ? "" : document.matches.isEmpty ? "not on this page " : "\(reader.match + 1) of \(document.matches.count) "
        let isRoomy = surface.bounds.width >= found.displayWidth + 24
        if isRoomy { surface.putRight(found, before: Point(surface.bounds.width, 0), style: .dim) }
        FieldView(editor: search, isActive: true)
          .draw(at: Point(3, 0), width: surface.bounds.width - 4 - (isRoomy ? found.displayWidth + 1 : 0), on: &surface)
      } else if let count = state.count, document.links.indices.contains(count - 1), state.overlay == nil {
        drawLink(count, document.links[count - 1], on: &surface)
      } else {
        FooterView(state: state).draw(on: &surface)
      }
    }
  }

  /// Where the number that is being typed would lead.
  private func drawLink(_ number: Int, _ link: String, on surface: inout Surface) {
    let lead = "↵ opens ", count = "\(number) "
    let x = 1 + surface.put(lead, at: Point(1, 0), style: .dim)
    let room = surface.bounds.width - x - count.displayWidth - 1
    surface.put(state.wholeAddress(link).truncated(to: max(0, room)), at: Point(x, 0), style: .link)
    surface.putRight(count, before: Point(surface.bounds.width, 0), style: .key)
  }

  private func drawHeader(_ document: ReaderDocument, on surface: inout Surface) {
    surface.fill(surface.bounds, style: Style(.bar, [], on: .bar))
    let total = state.directory.result.total
    let layout = ReaderLayout(state.size)
    let place = "\((state.directory.cursor + 1).grouped) of \(total.grouped)"
    let last = max(0, document.lines.count - layout.body.height)
    let position = last == 0 ? "" : " · \(min(100, (state.reader?.scroll ?? 0) * 100 / last)) %"
    let star = state.reader.map { state.bookmarks.contains($0.mentor) } == true ? "★ " : ""
    let right = "\(star)\(place)\(position) "
    surface.putRight(right, before: Point(surface.bounds.width, 0), style: Style(.bar, [], on: .bar))
    let room = surface.bounds.width - right.displayWidth - 3
    surface.put(document.title.truncated(to: max(0, room)), at: Point(1, 0), style: Style(.barActive, .bold, on: .bar))
  }
}
