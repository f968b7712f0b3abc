import MentorDirectory
import Surface

extension AppState {
  mutating func performInMenu(_ action: Action, count: Int?) -> [Effect] {
    guard case .menu(var menu) = overlay else { return [] }
    switch (action, menu.purpose) {
    case (.back, _), (.close, _): overlay = nil
    case (.open, .links): return choose(count.map { $0 - 1 } ?? menu.cursor, of: menu)
    case (.open, _): return choose(menu.cursor, of: menu)
    case (.copy, .links(let addresses)):
      overlay = nil
      let place = count.map { $0 - 1 } ?? menu.cursor
      return addresses.indices.contains(place) ? [.copy(addresses[place])] : noLink(place + 1)
    default:
      menu.cursor = moved(menu.cursor, action, page: menu.items.count, count: count, last: menu.items.count - 1)
      overlay = .menu(menu)
    }
    return []
  }

  /// A key that takes an item of the menu at once; nil if it is none.
  mutating func pressHotKey(_ key: KeyEvent, in menu: Menu) -> [Effect]? {
    guard let typed = key.typed, let place = menu.hotKeys.firstIndex(of: typed) else { return nil }
    count = nil
    return choose(place, of: menu)
  }

  /// Takes an item of a menu.
  mutating func choose(_ place: Int, of menu: Menu) -> [Effect] {
    overlay = nil
    switch menu.purpose {
    case .sort:
      directory.sort(by: SortKey.allCases[place])
      return []
    case .copy(let texts): return texts.indices.contains(place) ? [.copy(texts[place])] : []
    case .links(let addresses):
      return addresses.indices.contains(place) ? [.open(addresses[place])] : noLink(place + 1)
    }
  }

  private mutating func noLink(_ number: Int) -> [Effect] {
    message = Message("there is no link \(number) on this page", .warning)
    return []
  }

  // MARK: - Menus of a mentor

  /// What there is to copy of the mentor under the eyes.
  mutating func openCopyMenu() {
    guard let id = reader?.mentor ?? directory.current, let mentor = details[id]?.mentor else { return }
    let forms = CopyForm.forms(of: mentor)
    guard !forms.isEmpty else {
      message = Message("no address and no write-up is known of this mentor")
      return
    }
    var menu = Menu(purpose: .copy(forms.map(\.text)), title: "Copy", items: forms.map(\.label), cursor: 0)
    menu.hotKeys = forms.map(\.key)
    menu.details = forms.map { form in
      let lines = form.text.split(separator: "\n")
      return lines.count > 1 ? "\(lines.count) lines" : form.text.cleanedLine()
    }
    overlay = .menu(menu)
  }

  /// The links of the page in the reader: number, words, address.
  mutating func openLinks() {
    let links = readerDocument().links
    guard let id = reader?.mentor, let mentor = details[id]?.mentor, !links.isEmpty else {
      message = Message("there are no links on this page")
      return
    }
    let texts = mentor.writeUp.linkTexts
    let digits = String(links.count).count
    let items = links.enumerated().map { place, link in
      let text = texts[link] ?? (link == mentor.page ? "the mentor's page" : "")
      return String(place + 1).padded(to: digits, alignment: .right) + "  " + text.truncated(to: 40)
    }
    let addresses = links.map(wholeAddress)
    var menu = Menu(purpose: .links(addresses), title: "Links · ↵ opens, y copies", items: items, cursor: 0)
    menu.details = addresses
    overlay = .menu(menu)
  }

  /// An address of the page in the reader, made whole.
  func wholeAddress(_ link: String) -> String {
    let page = reader.flatMap { details[$0.mentor]?.mentor.page } ?? ""
    return Address.resolve(link, against: page)
  }
}
