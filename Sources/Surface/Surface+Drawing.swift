extension Surface {
  /// Draws one line of text and tells how many columns it took.
  ///
  /// - Parameters:
  ///   - point: where the text begins, in current coordinates; it may lie outside.
  ///   - maxWidth: columns that the text may take; without it, up to the right edge of the current rectangle. A wide
  ///     character that does not fit into the last column becomes a space.
  /// - Returns: columns from `point` to the end of the text, whether they were visible or not, at most `maxWidth`.
  /// - Complexity: linear in the text that fits into `maxWidth`, drawn or not.
  @discardableResult
  public mutating func put(_ text: String, at point: Point, style: Style = .text, maxWidth: Int? = nil) -> Int {
    guard let row = visibleRow(point.y) else { return min(text.displayWidth, maxWidth ?? Int.max) }
    let start = point.x + origin.x
    let edge = max(start, clip.maxX)
    var pen = Pen(row: row, column: start, limit: maxWidth.map { min(start + $0, edge) } ?? edge, style: style)
    let index = putASCII(text, &pen)
    var clusters = ClusterIterator(text, from: index)
    while pen.column < pen.limit, let cluster = clusters.next() {
      cluster.forEachCell { put($0, &pen) }
    }
    pen.finish(&self)
    var used = pen.column - start
    let limit = maxWidth ?? Int.max
    if used < limit, clusters.index < text.endIndex { used += String(text[clusters.index...]).displayWidth }
    return min(used, limit)
  }

  /// Draws styled text; see `put(_:at:style:maxWidth:)`.
  @discardableResult
  public mutating func put(_ text: StyledText, at point: Point, maxWidth: Int? = nil) -> Int {
    var used = 0
    for run in text.runs {
      let left = maxWidth.map { $0 - used }
      if let left, left <= 0 { break }
      used += put(run.text, at: Point(point.x + used, point.y), style: run.style, maxWidth: left)
    }
    return used
  }

  /// Draws text that ends at the column before `point`.
  @discardableResult
  public mutating func putRight(_ text: String, before point: Point, style: Style = .text) -> Int {
    let columns = text.displayWidth
    put(text, at: Point(point.x - columns, point.y), style: style, maxWidth: columns)
    return columns
  }

  /// Fills a rectangle with a character of width 1, or with spaces.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .text) {
    let area = rect.moved(by: origin).intersection(clip)
    guard !area.isEmpty else { return }
    var clusters = ClusterIterator(String(character))
    var cell = Cell.blank
    if let cluster = clusters.next(), cluster.width == 1 { cell = cluster.first }
    cell = cell.styled(packed: style.packed)
    for y in area.minY..<area.maxY {
      separateHalves(row: y, from: area.minX, to: area.maxX)
      for x in area.minX..<area.maxX { cells[y * width + x] = cell }
    }
  }

  /// Changes the style of what is already drawn, as when a row becomes the selected one.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.moved(by: origin).intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      for x in area.minX..<area.maxX { cells[y * width + x].style = change(cells[y * width + x].style) }
    }
  }

  /// Puts what is already drawn on another ground.
  public mutating func setGround(_ ground: Role, in rect: Rect) { restyle(rect) { $0.on(ground) } }

  // MARK: - One row

  /// The absolute row of a current one, nil where it is clipped.
  private func visibleRow(_ y: Int) -> Int? {
    let row = y + origin.y
    return row >= clip.minY && row < clip.maxY && clip.width > 0 ? row : nil
  }

  /// The printable ASCII at the start of `text`, without its last letter where a mark may follow.
  private mutating func putASCII(_ text: String, _ pen: inout Pen) -> String.Index {
    let count = text.utf8.withContiguousStorageIfAvailable { bytes -> Int in
      var count = 0
      let room = max(0, pen.limit - pen.column)
      let end = min(bytes.count, room)
      while count < end, bytes[count] &- 0x20 < 0x5F { count += 1 }
      if count < bytes.count, count > 0, bytes[count] >= 0x80 { count -= 1 }
      guard count > 0 else { return 0 }
      let first = max(pen.column, clip.minX)
      let last = min(pen.column + count, clip.maxX)
      if first < last {
        let style = pen.packed << 44 | 1 << 42
        let row = pen.row * width
        let start = pen.column
        openRun(&pen, at: first)
        cells.withUnsafeMutableBufferPointer { cells in
          for x in first..<last { cells[row + x] = Cell(head: UInt64(bytes[x - start]) | style, tail: 0) }
        }
        pen.highest = last
      }
      pen.column += count
      return count
    }
    guard let count, count > 0 else { return text.startIndex }
    return text.utf8.index(text.startIndex, offsetBy: count)
  }

  private mutating func put(_ glyph: Cell, _ pen: inout Pen) {
    let columns = glyph.width
    let end = pen.column + columns
    let fits = end <= pen.limit && pen.column >= clip.minX && end <= clip.maxX
    for x in pen.column..<max(pen.column, min(end, pen.limit)) where x >= clip.minX && x < clip.maxX {
      if pen.lowest == nil { openRun(&pen, at: x) }
      let cell: Cell
      if !fits {
        cell = Cell(scalar: 0x20, width: 1)
      } else {
        cell = x == pen.column ? glyph : Cell(head: 0, tail: 0)
      }
      cells[pen.row * width + x] = cell.styled(packed: pen.packed)
      pen.highest = x + 1
    }
    pen.column = end
  }

  /// Before the first cell of a run is written: the left half that would lose its right half becomes a space.
  private mutating func openRun(_ pen: inout Pen, at x: Int) {
    pen.lowest = x
    blankLeftHalf(row: pen.row, at: x)
  }

  private mutating func blankLeftHalf(row: Int, at x: Int) {
    let index = row * width + x
    guard x > 0, x < width, cells[index].width == 0 else { return }
    cells[index - 1] = .blank(cells[index - 1].style)
  }

  fileprivate mutating func blankRightHalf(row: Int, at x: Int) {
    let index = row * width + x
    guard x < width, cells[index].width == 0 else { return }
    cells[index] = .blank(cells[index].style)
  }

  private mutating func separateHalves(row: Int, from start: Int, to end: Int) {
    blankLeftHalf(row: row, at: start)
    blankRightHalf(row: row, at: end)
  }

  /// Where the next cell goes, in absolute columns.
  private struct Pen {
    let row: Int
    var column: Int
    /// The first column that may not be used.
    let limit: Int
    let packed: UInt64
    var lowest: Int?
    var highest = 0

    init(row: Int, column: Int, limit: Int, style: Style) {
      self.row = row
      self.column = column
      self.limit = limit
      packed = style.packed
    }

    /// After the last cell of a run: the right half that lost its left half becomes a space.
    func finish(_ surface: inout Surface) {
      if lowest != nil { surface.blankRightHalf(row: row, at: highest) }
    }
  }
}
