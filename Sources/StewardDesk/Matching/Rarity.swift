import Glibc

/// How telling it is that somebody has something: the inverse document frequency (Spärck Jones, Journal of
/// Documentation 28, 1972), as a share of its largest value.
enum Rarity {
  /// 1 for what a single one of `total` has, 0 for what all have.
  static func of(_ count: Int, among total: Int) -> Double {
    guard total > 1 else { return 1 }
    return min(1, max(0, log(Double(total) / Double(max(1, count))) / log(Double(total))))
  }
}
