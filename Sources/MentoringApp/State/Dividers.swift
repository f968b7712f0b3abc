import Surface

/// A line between two panes, which can be moved.
public enum Divider: String, CaseIterable, Hashable, Sendable {
  /// Right of the facets.
  case facets
  /// Between the list and the preview beside it.
  case preview
  /// Between the list and the preview below it.
  case previewBelow = "preview-below"
}

/// What a person made of the dividers: the first pane's (for `preview` the second pane's) share of the room, in
/// thousandths, so that proportions stay when the window changes. What was not moved has no entry.
public struct Dividers: Equatable, Sendable {
  private var shares: [Divider: Int] = [:]

  public init() {}

  public subscript(divider: Divider) -> Int? {
    get { shares[divider] }
    set { shares[divider] = newValue.map { min(1_000, max(0, $0)) } }
  }

  /// The size of a pane in this room, within its bounds; `usual` where the divider was not moved.
  func size(_ divider: Divider, of room: Int, usual: Int, within bounds: ClosedRange<Int>) -> Int {
    let wanted = shares[divider].map { ($0 * room + 500) / 1_000 } ?? usual
    return shares[divider] == nil ? wanted : min(bounds.upperBound, max(bounds.lowerBound, wanted))
  }

  mutating func set(_ divider: Divider, to size: Int, of room: Int) {
    guard room > 0 else { return }
    self[divider] = (size * 1_000 + room / 2) / room
  }
}

extension AppState {
  /// Moves a divider to a cell, as far as its panes let it; the others stay where they are.
  mutating func move(_ divider: Divider, to point: Point) {
    keepingOthers(of: divider) { $0.place(divider, at: point) }
  }

  /// Puts a divider where it is if nobody moves it.
  mutating func putBack(_ divider: Divider) {
    keepingOthers(of: divider) { $0.dividers[divider] = nil }
  }

  private mutating func keepingOthers(of divider: Divider, _ body: (inout AppState) -> Void) {
    let others = DirectoryLayout(self).dividers.filter { $0.divider != divider }
    body(&self)
    guard divider == .facets else { return }
    for line in others where line.divider == .preview { place(line.divider, at: Point(line.rect.x, line.rect.y)) }
  }

  private mutating func place(_ divider: Divider, at point: Point) {
    guard let line = DirectoryLayout(self).dividers.first(where: { $0.divider == divider }) else { return }
    let size = line.size(at: point)
    dividers.set(divider, to: min(line.bounds.upperBound, max(line.bounds.lowerBound, size)), of: line.room)
  }

  /// Makes the pane with the keys wider, or narrower for a negative number of columns.
  mutating func widen(by columns: Int) {
    let lines = DirectoryLayout(self).dividers
    let isFacet = if case .facet = directory.focus { true } else { false }
    guard let line = lines.first(where: { ($0.divider == .facets) == isFacet }) ?? lines.first else {
      message = Message("there is one pane at this width")
      return
    }
    let isFirst = isFacet == (line.divider == .facets) && directory.focus != .preview
    let step = isFirst ? columns : -columns
    move(line.divider, to: Point(line.rect.x + step, line.rect.y + step))
  }
}
