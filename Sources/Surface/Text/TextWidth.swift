extension String {
  /// Columns that the text takes in one line of cells. ASCII costs a scan of its bytes.
  public var displayWidth: Int {
    let plain = utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 &- 0x20 < 0x5F } }
    if plain == true { return utf8.count }
    var clusters = ClusterIterator(self)
    var width = 0
    while let cluster = clusters.next() { width += cluster.width }
    return width
  }

  /// The longest beginning of at most `width` columns; never half a cluster.
  public func prefix(columns width: Int) -> String {
    var clusters = ClusterIterator(self)
    var used = 0
    while let cluster = clusters.next() {
      used += cluster.width
      if used > width { return String(self[..<cluster.range.lowerBound]) }
    }
    return self
  }

  /// The text if it fits into `width` columns, otherwise a beginning of it and `mark`, together no wider than that. Of
  /// a mark that does not fit itself nothing remains.
  public func truncated(to width: Int, mark: String = "…") -> String {
    guard width > 0 else { return "" }
    if utf8.count <= width || displayWidth <= width { return self }
    let markWidth = mark.displayWidth
    guard markWidth <= width else { return "" }
    var head = prefix(columns: width - markWidth)
    while head.last == " " { head.removeLast() }
    return head + mark
  }

  /// The text cut or filled with spaces to exactly `width` columns.
  public func padded(to width: Int, alignment: TextAlignment = .left, mark: String = "…") -> String {
    let shown = truncated(to: width, mark: mark)
    let gap = max(0, width - shown.displayWidth)
    switch alignment {
    case .left: return shown + String(repeating: " ", count: gap)
    case .right: return String(repeating: " ", count: gap) + shown
    case .centre:
      return String(repeating: " ", count: gap / 2) + shown + String(repeating: " ", count: gap - gap / 2)
    }
  }

  /// The index of the cluster that covers column `column` of the drawn text; `endIndex` beyond its end. For clicks.
  public func index(atColumn column: Int) -> String.Index {
    var clusters = ClusterIterator(self)
    var used = 0
    while let cluster = clusters.next() {
      used += cluster.width
      if used > column { return cluster.range.lowerBound }
    }
    return endIndex
  }
}

/// Where text stands in a wider field.
public enum TextAlignment: Sendable {
  case left, right, centre
}
