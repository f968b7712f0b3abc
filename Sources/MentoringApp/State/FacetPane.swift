import MentorDirectory

/// One facet in the left column.
public struct FacetPane: Equatable, Sendable {
  public let facet: FacetName
  public var isOpen: Bool
  /// Lines that the user added to (or took from) the pane's fair share.
  public var growth = 0
  static let mostGrowth = 200
  public var sortsByName = false
  /// The value the cursor is on; nil is the heading.
  public var cursor: Int?
  public var scroll = 0
  /// Open nodes of the tree, by the path of their names, so that they survive a new index.
  public var openNodes: Set<[String]> = []
  /// What is typed to narrow the values; nil if nothing.
  public var narrowing: LineEditor? { didSet { letGo() } }
  /// The order of the values while the cursor works in the pane: choosing one must not make the others jump.
  private(set) var heldOrder: [Int]?
  /// For a tree, what orders it, for the same reason.
  private var heldTree: TreeOrder?

  private struct TreeOrder: Equatable {
    var counts: [UInt32]
    /// What is chosen or excluded, and all that is above it.
    var pinned: Set<Int>

    init(_ result: SearchResult) {
      counts = result.counts
      pinned = []
      for value in result.chosen.union(result.excluded) {
        var node: Int? = value
        while let current = node, pinned.insert(current).inserted { node = result.index.parent(of: current) }
      }
    }

    func sorted(_ values: [Int], byName: Bool) -> [Int] {
      func pin(_ value: Int) -> Int { pinned.contains(value) ? 1 : 0 }
      func count(_ value: Int) -> UInt32 { byName ? 0 : counts[value] }
      return values.sorted { (pin($0), count($0), $1) > (pin($1), count($1), $0) }
    }
  }

  public init(_ facet: FacetName, isOpen: Bool) {
    self.facet = facet
    self.isOpen = isOpen
  }
}

/// A line of a facet pane.
public struct FacetRow: Equatable, Sendable {
  public var value: Int
  public var depth: Int
  /// For a node of the tree: whether its children are shown; nil for a leaf.
  public var isOpen: Bool?
}

extension FacetPane {
  /// Keeps the values in the order that they have now, until `letGo`.
  mutating func hold(_ result: SearchResult) {
    if facet.isTree, heldTree == nil { heldTree = TreeOrder(result) }
    guard heldOrder == nil, !facet.isTree || isNarrowed else { return }
    heldOrder = rows(result).map(\.value)
  }

  mutating func letGo() {
    heldOrder = nil
    heldTree = nil
  }

  /// Opens the tree down to a value.
  mutating func reveal(_ value: Int, in index: SearchIndex) {
    var node = index.parent(of: value)
    while let current = node {
      openNodes.insert(index.path(of: current))
      node = index.parent(of: current)
    }
  }

  /// How many lines the pane has, without making them.
  func rowCount(_ result: SearchResult) -> Int {
    if facet.isTree || isNarrowed { return rows(result).count }
    return heldOrder?.count ?? result.index.valueRange(of: facet).count
  }

  private var isNarrowed: Bool { !narrowed.isEmpty }

  /// What is typed to narrow the values; a space at the end is only on its way to the next word.
  var narrowed: String { narrowing?.text.cleanedLine() ?? "" }

  /// The first values, in order.
  /// - Parameter limit: how many are wanted; a flat facet of thousands of values is not sorted beyond.
  func rows(_ result: SearchResult, limit: Int = .max) -> [FacetRow] {
    if facet.isTree, !isNarrowed { return treeRows(result) }
    if let heldOrder { return heldOrder.prefix(limit).map { FacetRow(value: $0, depth: 0, isOpen: nil) } }
    return result.values(of: facet, byName: sortsByName, limit: limit, narrowing: narrowed)
      .map { FacetRow(value: $0, depth: 0, isOpen: nil) }
  }

  private func treeRows(_ result: SearchResult) -> [FacetRow] {
    let index = result.index, order = heldTree ?? TreeOrder(result)
    // A path is made of a value whose name is one of an open node's, not of every country's.
    let openNames = Set(openNodes.compactMap(\.last))
    var rows: [FacetRow] = []
    func visit(_ values: [Int], _ depth: Int) {
      for value in order.sorted(values, byName: sortsByName) {
        let hasChildren = index.hasChildren(value)
        let isOpen =
          hasChildren && !openNodes.isEmpty && openNames.contains(index.valueName(value))
          && openNodes.contains(index.path(of: value))
        rows.append(FacetRow(value: value, depth: depth, isOpen: hasChildren ? isOpen : nil))
        if isOpen { visit(index.children(of: value, in: facet), depth + 1) }
      }
    }
    visit(index.children(of: nil, in: facet), 0)
    return rows
  }
}
