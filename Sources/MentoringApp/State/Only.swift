/// Whom the list is restricted to, beside the filters. These are a person's own: no query and no view names them.
public enum Only: String, CaseIterable, Hashable, Sendable {
  case bookmarked, marked

  /// As a chip says it.
  public var label: String { "only \(rawValue)" }
}

extension AppState {
  /// From everybody to those with a bookmark, to those who are marked, and back; whom there are none of is left out.
  mutating func showOnlyNext() {
    let sets = Only.allCases.filter { !isNobody($0) }
    guard !sets.isEmpty || directory.only != nil else {
      message = Message("nobody is bookmarked or marked yet; b sets a bookmark, m marks")
      return
    }
    let next = sets.first { only in directory.only.map { $0 != only && $0 == .bookmarked } ?? true }
    show(only: next)
  }

  mutating func show(only: Only?) {
    if let only, isNobody(only) {
      message = Message(only == .marked ? "nobody is marked; m marks" : "there are no bookmarks yet; b sets one")
      return
    }
    directory.change { $0.only = only }
    message = only.map { Message("\($0.label); O goes on, u goes back") } ?? Message("everybody again")
  }

  private func isNobody(_ only: Only) -> Bool {
    switch only {
    case .bookmarked: bookmarks.ids.isEmpty
    case .marked: directory.marked.isEmpty
    }
  }
}
