/// Gives each row at most one column and each column to at most one row, so that the sum of the gains is largest.
///
/// Shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987, in the rectangular form of Crouse, IEEE
/// Transactions on Aerospace and Electronic Systems 52, 2016): exact; O(rows² × columns) time, O(columns) memory beside
/// the matrix.
public enum Assignment {
  /// - Parameters:
  ///   - gains: row by row; what a row gets from a column. A pair of no positive gain is never made.
  ///   - columns: how many there are.
  /// - Returns: the column of each row; nil for a row that gets none.
  public static func best(gains: [[Int]], columns: Int) -> [Int?] {
    let rows = gains.count
    guard rows > 0 else { return [] }
    // Beside the real columns every row has one of its own that costs nothing: to get none.
    let width = columns + rows
    var cost = [Double](repeating: .infinity, count: rows * width)
    for (row, line) in gains.enumerated() {
      for (column, gain) in line.prefix(columns).enumerated() where gain > 0 {
        cost[row * width + column] = -Double(gain)
      }
      cost[row * width + columns + row] = 0
    }
    var solver = ShortestPaths(rows: rows, columns: width)
    cost.withUnsafeBufferPointer { cost in
      for row in 0..<rows { solver.augment(from: row, cost) }
    }
    return solver.columnOfRow.map { $0 < columns ? $0 : nil }
  }
}

/// The state of the algorithm: duals, and who has whom so far.
private struct ShortestPaths {
  let rows, columns: Int
  private var rowDual: [Double], columnDual: [Double]
  private(set) var columnOfRow: [Int]
  private var rowOfColumn: [Int]
  private var distance: [Double], previous: [Int], rest: [Int]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    rowDual = .init(repeating: 0, count: rows)
    columnDual = .init(repeating: 0, count: columns)
    columnOfRow = .init(repeating: -1, count: rows)
    rowOfColumn = .init(repeating: -1, count: columns)
    distance = .init(repeating: .infinity, count: columns)
    previous = .init(repeating: -1, count: columns)
    rest = Array(0..<columns)
  }

  /// Finds a place for one more row, moving others along the cheapest path. Every row has a free column of its own, so
  /// that there is always one.
  mutating func augment(from start: Int, _ cost: UnsafeBufferPointer<Double>) {
    for column in 0..<columns {
      distance[column] = .infinity
      rest[column] = column
    }
    var restCount = columns, row = start, sink = -1, lowest = 0.0
    var scannedRows = [start], scannedColumns: [Int] = []
    while sink < 0 {
      let (place, value) = scan(row, from: lowest, restCount, cost)
      lowest = value
      let column = rest[place]
      scannedColumns.append(column)
      rest[place] = rest[restCount - 1]
      restCount -= 1
      if rowOfColumn[column] < 0 {
        sink = column
      } else {
        row = rowOfColumn[column]
        scannedRows.append(row)
      }
    }
    rowDual[start] += lowest
    for row in scannedRows where row != start { rowDual[row] += lowest - distance[columnOfRow[row]] }
    for column in scannedColumns { columnDual[column] -= lowest - distance[column] }
    var column = sink
    while true {
      let row = previous[column]
      rowOfColumn[column] = row
      swap(&columnOfRow[row], &column)
      if row == start { return }
    }
  }

  /// Looks along one row; the nearest column that is left, preferring one that is free.
  private mutating func scan(
    _ row: Int, from lowest: Double, _ restCount: Int, _ cost: UnsafeBufferPointer<Double>
  ) -> (place: Int, distance: Double) {
    let line = UnsafeBufferPointer(rebasing: cost[(row * columns)..<((row + 1) * columns)])
    let base = lowest - rowDual[row]
    var best = (place: 0, distance: Double.infinity)
    rest.withUnsafeBufferPointer { rest in
      distance.withUnsafeMutableBufferPointer { distance in
        columnDual.withUnsafeBufferPointer { columnDual in
          for place in 0..<restCount {
            let column = rest[place]
            let reach = base + line[column] - columnDual[column]
            if reach < distance[column] {
              distance[column] = reach
              previous[column] = row
            }
            let near = distance[column]
            if near < best.distance || (near == best.distance && rowOfColumn[column] < 0) { best = (place, near) }
          }
        }
      }
    }
    return best
  }
}
