import MentorDirectory

extension Menu {
  /// Numbers of the items that what is typed leaves, in order.
  var shown: [Int] {
    let wanted = filter.text.folded
    guard !wanted.isEmpty else { return Array(items.indices) }
    return items.indices.filter { (items[$0] + " " + (detail($0) ?? "")).folded.contains(wanted) }
  }

  /// Number of the item under the cursor.
  var choice: Int? {
    let shown = shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }

  func detail(_ item: Int) -> String? { details.indices.contains(item) ? details[item] : nil }

  /// The first nine are chosen by a digit.
  var isNumbered: Bool {
    switch purpose {
    case .sort, .copy, .links: false
    case .views, .bookmarks, .columns, .export: true
    }
  }
  /// Long lists of the user's own are narrowed by typing, and their items can be deleted.
  var isOwn: Bool { purpose == .views || purpose == .bookmarks }

  /// Whether something was typed to narrow the items, or is about to be.
  var showsFilter: Bool { isNarrowing || !filter.text.isEmpty }

  /// Whether the action does something here.
  func takes(_ action: Action) -> Bool {
    switch action {
    case .search, .deleteItem: isOwn
    case .toggle: checked != nil
    case .open: checked == nil
    case .copy: if case .links = purpose { true } else { false }
    default: true
    }
  }
}

extension AppState {
  /// The cursor stands on the order in force.
  func sortMenu() -> Menu {
    let keys = SortKey.allCases
    return Menu(
      purpose: .sort, title: "Order", items: keys.map(\.label), cursor: keys.firstIndex(of: directory.order) ?? 0,
      details: keys.map { $0 == .match && directory.query.terms.isEmpty ? "for searches" : "" })
  }

  func viewMenu(cursor: Int = 0) -> Menu {
    Menu(
      purpose: .views, title: "Views", items: views.map(\.name), cursor: cursor, details: views.map(\.summary))
  }

  func bookmarkMenu(cursor: Int = 0) -> Menu {
    let index = directory.index
    var found: [MentorID: Int] = [:]
    for mentor in 0..<index.mentorCount {
      let id = index.id(of: mentor)
      if bookmarks.contains(id) { found[id] = mentor }
    }
    func names(_ facet: FacetName, _ mentor: Int) -> String? {
      index.values(of: mentor, in: facet).first.map { index.valueName($0) }
    }
    return Menu(
      purpose: .bookmarks, title: "Bookmarks",
      items: bookmarks.ids.map { id in found[id].map { index.name(of: $0) } ?? id.rawValue }, cursor: cursor,
      details: bookmarks.ids.map { id in
        guard let mentor = found[id] else { return "no longer in the directory" }
        return [names(.area, mentor), names(.location, mentor)].compactMap { $0 }.joined(separator: " · ")
      })
  }

  /// The first item leaves the choice to the width; then come the columns.
  func columnMenu(cursor: Int = 0) -> Menu {
    let width = (DirectoryLayout(self).results?.width ?? size.width) - 4
    let chosen = columns ?? Set(ResultColumn.fitting(width))
    let fitting = columns.map { Set(ResultColumn.chosen($0, in: width)) } ?? chosen
    var checked = Set(
      ResultColumn.allCases.indices.filter { chosen.contains(ResultColumn.allCases[$0]) }.map { $0 + 1 })
    if columns == nil { checked.insert(0) }
    return Menu(
      purpose: .columns, title: "Columns", items: ["as many as fit"] + ResultColumn.allCases.map(\.rawValue),
      cursor: cursor,
      details: [""] + ResultColumn.allCases.map { chosen.contains($0) && !fitting.contains($0) ? "no room" : "" },
      checked: checked)
  }

  func exportMenu() -> Menu {
    let marked = directory.marked.count
    let what = marked > 0 ? "\(marked.grouped) marked" : "\(directory.result.total.grouped) shown"
    return Menu(
      purpose: .export, title: "Export \(what)", items: ExportFormat.allCases.map(\.label), cursor: 0,
      details: ExportFormat.allCases.map(\.detail))
  }
}
