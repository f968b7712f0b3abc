import StewardDesk
import Testing

@Suite struct AssignmentTests {
  /// The best sum by trying everything.
  private func exhaustive(_ gains: [[Int]], row: Int = 0, taken: Set<Int> = []) -> Int {
    guard row < gains.count else { return 0 }
    var best = exhaustive(gains, row: row + 1, taken: taken)
    for (column, gain) in gains[row].enumerated() where gain > 0 && !taken.contains(column) {
      best = max(best, gain + exhaustive(gains, row: row + 1, taken: taken.union([column])))
    }
    return best
  }

  @Test(arguments: 0..<300) func theSumIsTheBestThereIs(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 0...6, using: &generator), columns = Int.random(in: 0...6, using: &generator)
    let most = [3, 10, 100].randomElement(using: &generator) ?? 3
    let gains = (0..<rows).map { _ in (0..<columns).map { _ in max(0, Int.random(in: -2...most, using: &generator)) } }
    let chosen = Assignment.best(gains: gains, columns: columns)
    #expect(chosen.count == rows)
    #expect(Set(chosen.compactMap { $0 }).count == chosen.compactMap { $0 }.count, "a column is given once")
    var sum = 0
    for (row, column) in chosen.enumerated() {
      guard let column else { continue }
      #expect(gains[row][column] > 0)
      sum += gains[row][column]
    }
    #expect(sum == exhaustive(gains))
  }
}
