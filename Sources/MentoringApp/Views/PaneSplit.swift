import Surface

/// How the room between search and hints is divided into panes.
///
/// Three columns from 110 columns on; facets beside the list, and the preview below it, from 80; one thing at a time
/// below that, with the facets as a drawer.
struct PaneSplit {
  /// A divider where it stands, and how far it can go.
  struct Line: Equatable {
    var divider: Divider
    var rect: Rect
    /// Cells that the two panes share.
    var room: Int
    /// What the pane that the share is of can have.
    var bounds: ClosedRange<Int>
    /// Where that pane begins, or for `preview` ends.
    var edge: Int

    /// The size of the pane if the divider stood at a cell.
    func size(at point: Point) -> Int {
      switch divider {
      case .facets: point.x - edge
      case .preview: edge - 1 - point.x
      case .previewBelow: point.y - edge
      }
    }
  }

  private(set) var facets: Rect?
  private(set) var results: Rect?
  private(set) var preview: Rect?
  private(set) var lines: [Line] = []

  private static let leastFacets = 16, leastList = 24, leastPreview = 24

  init(_ middle: Rect, dividers: Dividers, isDrawerOpen: Bool) {
    guard middle.width >= 80 else {
      if isDrawerOpen { facets = middle } else { results = middle }
      return
    }
    let width = middle.width, isWide = width >= 110
    let others = Self.leastList + 2 + (isWide ? Self.leastPreview + 2 : 0)
    let facetBounds = Self.leastFacets...max(Self.leastFacets, width - others)
    let facetWidth = dividers.size(
      .facets, of: width, usual: min(34, max(23, width / 5)), within: facetBounds)
    let (left, rest) = middle.split(columns: facetWidth)
    facets = left
    let right = Rect(x: rest.x + 1, y: rest.y, width: max(0, rest.width - 1), height: rest.height)
    lines = [
      Line(
        divider: .facets, rect: Rect(x: left.maxX, y: left.y, width: 1, height: left.height), room: width,
        bounds: facetBounds, edge: left.x)
    ]
    if isWide {
      splitBeside(right, dividers)
    } else if right.height >= 18 {
      splitBelow(right, dividers)
    } else {
      results = right
    }
  }

  private mutating func splitBeside(_ right: Rect, _ dividers: Dividers) {
    let bounds = Self.leastPreview...max(Self.leastPreview, right.width - Self.leastList - 2)
    let width = dividers.size(
      .preview, of: right.width, usual: min(84, max(40, right.width * 48 / 100 - 3)), within: bounds)
    let (list, reading) = right.split(columns: right.width - width - 1)
    results = list
    preview = Rect(x: reading.x + 1, y: reading.y, width: max(0, reading.width - 1), height: reading.height)
    let rect = Rect(x: list.maxX, y: list.y, width: 1, height: list.height)
    lines.append(Line(divider: .preview, rect: rect, room: right.width, bounds: bounds, edge: right.maxX))
  }

  private mutating func splitBelow(_ right: Rect, _ dividers: Dividers) {
    let bounds = 4...max(4, right.height - 5)
    let height = dividers.size(.previewBelow, of: right.height, usual: right.height * 45 / 100, within: bounds)
    let (list, reading) = right.split(rows: height)
    results = list
    preview = Rect(x: reading.x, y: reading.y + 1, width: reading.width, height: max(0, reading.height - 1))
    let rect = Rect(x: list.x - 1, y: list.maxY, width: list.width + 1, height: 1)
    lines.append(Line(divider: .previewBelow, rect: rect, room: right.height, bounds: bounds, edge: right.y))
  }
}
