/// The name that somebody meant.
enum NearestName {
  /// The one of the names that is at most two mistakes away and less than half of what was written, or, failing that,
  /// one that ends with the same word.
  static func of(_ written: String, among names: [String]) -> String? {
    let limit = min(2, max(1, last(written).count / 2))
    let near = names.map { (name: $0, distance: distance(written, $0)) }.filter { $0.distance <= limit }
    if let best = near.min(by: { $0.distance < $1.distance }) { return best.name }
    return names.first { last($0) == last(written) }
  }

  private static func last(_ name: String) -> Substring { name.split(separator: ".").last ?? Substring(name) }

  /// Letters to change, add, take out or swap with their neighbour: optimal string alignment.
  static func distance(_ one: String, _ other: String) -> Int {
    let a = Array(one), b = Array(other)
    var rows = [[Int](0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
