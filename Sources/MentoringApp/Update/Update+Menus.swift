import MentorDirectory
import Surface

extension AppState {
  /// Digits choose in a menu with numbers, and the question before deleting is answered; nil for any other key.
  mutating func pressInMenu(_ key: KeyEvent) -> [Effect]? {
    guard case .menu(var menu) = overlay, !menu.isNarrowing else { return nil }
    if menu.isDeleting {
      menu.isDeleting = false
      overlay = .menu(menu)
      return key.typed == "y" ? delete(menu) : []
    }
    guard menu.isNumbered, let typed = key.typed, typed.isASCII, let digit = typed.wholeNumberValue else { return nil }
    guard menu.shown.indices.contains(digit - 1) else { return [] }
    menu.cursor = digit - 1
    return take(menu)
  }

  mutating func performInMenu(_ action: Action, count: Int?) -> [Effect] {
    guard case .menu(var menu) = overlay else { return [] }
    switch action {
    case .back where !menu.filter.text.isEmpty:
      menu.filter.set("")
      menu.cursor = 0
    case .back, .close:
      overlay = nil
      return []
    case .open:
      if case .links = menu.purpose, let count { return takeLink(count, of: menu) }
      return take(menu)
    case .copy:
      guard case .links(let addresses) = menu.purpose else { break }
      overlay = nil
      let place = count.map { $0 - 1 } ?? menu.cursor
      return addresses.indices.contains(place) ? [.copy(addresses[place])] : noLink(place + 1)
    case .toggle:
      if menu.checked != nil { return take(menu) }
    case .search: menu.isNarrowing = menu.isOwn
    case .deleteItem:
      guard menu.isOwn, let item = menu.choice else { break }
      menu.isDeleting = true
      message = Message("delete “\(menu.items[item])”? y deletes, any other key keeps it", .warning)
    default:
      let last = menu.shown.count - 1
      menu.cursor = moved(menu.cursor, action, page: last + 1, count: count, last: last)
    }
    overlay = .menu(menu)
    return []
  }

  /// While a list is narrowed: Enter takes what is under the cursor, Tab goes back to the list as it is narrowed.
  mutating func performInMenuField(_ action: Action, _ menu: Menu) -> [Effect] {
    var menu = menu
    switch action {
    case .open: return take(menu)
    case .back:
      menu.isNarrowing = false
      menu.filter.set("")
      menu.cursor = 0
    case .nextPane: menu.isNarrowing = false
    default:
      let last = menu.shown.count - 1
      menu.cursor = moved(menu.cursor, action, page: last + 1, count: nil, last: last)
    }
    overlay = .menu(menu)
    return []
  }

  /// Does what the item under the cursor says.
  mutating func take(_ menu: Menu) -> [Effect] {
    guard let item = menu.choice else { return [] }
    overlay = nil
    switch menu.purpose {
    case .sort: directory.sort(by: SortKey.allCases[item])
    case .views: if views.indices.contains(item) { show(views[item]) }
    case .bookmarks: if bookmarks.ids.indices.contains(item) { show(bookmarks.ids[item], named: menu.items[item]) }
    case .columns:
      toggleColumn(item, of: menu)
      overlay = .menu(columnMenu(cursor: menu.cursor))
    case .export:
      let format = ExportFormat.allCases[item]
      overlay = .naming(Naming(.export(format, directory.chosen), directory.fileName(format)))
    case .copy(let texts): return texts.indices.contains(item) ? [.copy(texts[item])] : []
    case .links: return takeLink(item + 1, of: menu)
    }
    return []
  }

  /// A key that takes an item of the menu at once; nil if it is none.
  mutating func pressHotKey(_ key: KeyEvent, in menu: Menu) -> [Effect]? {
    guard let typed = key.typed, let place = menu.hotKeys.firstIndex(of: typed) else { return nil }
    count = nil
    var menu = menu
    menu.cursor = place
    return take(menu)
  }

  private mutating func takeLink(_ number: Int, of menu: Menu) -> [Effect] {
    overlay = nil
    guard case .links(let addresses) = menu.purpose, addresses.indices.contains(number - 1) else {
      return noLink(number)
    }
    return [.open(addresses[number - 1])]
  }

  private mutating func delete(_ menu: Menu) -> [Effect] {
    guard let item = menu.choice else { return [] }
    message = Message("“\(menu.items[item])” is deleted")
    if menu.purpose == .views {
      views.remove(at: item)
      overlay = views.isEmpty ? nil : .menu(viewMenu(cursor: min(item, views.count - 1)))
      return [.keepViews(views)]
    }
    _ = bookmarks.toggle(bookmarks.ids[item])
    overlay = bookmarks.ids.isEmpty ? nil : .menu(bookmarkMenu(cursor: min(item, bookmarks.ids.count - 1)))
    return [.keepBookmarks(bookmarks.ids)]
  }

  private mutating func toggleColumn(_ item: Int, of menu: Menu) {
    guard item > 0 else {
      columns = nil
      return
    }
    let checked = (menu.checked ?? []).symmetricDifference([item])
    columns = Set(checked.filter { $0 > 0 }.map { ResultColumn.allCases[$0 - 1] })
  }

  private mutating func show(_ view: SavedView) {
    reader = nil
    focus(.results)
    directory.change { question in
      question = DirectoryState.Question(text: view.query.text, sort: view.sort)
      DirectoryState.settle(&question)
    }
    message = Message("“\(view.name)”; u goes back")
  }

  /// Goes to a bookmarked mentor in the list; filters that hide them are let go.
  private mutating func show(_ id: MentorID, named name: String) {
    reader = nil
    focus(.results)
    if directory.move(to: id) { return }
    guard directory.index.mentor(withID: id) != nil else {
      message = Message("this mentor is no longer in the directory; d deletes the bookmark", .warning)
      return
    }
    directory.change { $0 = DirectoryState.Question() }
    _ = directory.move(to: id)
    message = Message("the filters were let go to show \(name); u brings them back")
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
    var menu = Menu(purpose: .links(addresses), title: "Links", items: items, cursor: 0)
    menu.details = addresses
    overlay = .menu(menu)
  }

  /// An address of the page in the reader, made whole.
  func wholeAddress(_ link: String) -> String {
    let page = reader.flatMap { details[$0.mentor]?.mentor.page } ?? ""
    return Address.resolve(link, against: page)
  }
}
