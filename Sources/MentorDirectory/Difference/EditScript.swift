/// How one sequence becomes another: what is kept, removed and added, in order.
///
/// A shortest edit script, after E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986),
/// pages 251–266: the greedy algorithm, on what is left between the common beginning and the common end. Time is
/// O((N + M) · D) and memory O(D²) for D edits; both are bounded by `mostEdits`, beyond which everything in between
/// counts as replaced: true, though not the shortest.
struct EditScript: Equatable {
  enum Step: Equatable {
    case keep(old: Int, new: Int)
    case remove(old: Int)
    case add(new: Int)
  }

  private(set) var steps: [Step] = []

  /// Edits that are looked for before all is taken as replaced.
  static let mostEdits = 1_000

  init<Element: Hashable>(from old: [Element], to new: [Element], mostEdits: Int = EditScript.mostEdits) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var oldEnd = old.count, newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    // Numbers compare faster than what they stand for.
    var numbers: [Element: Int] = [:]
    func numbered(_ elements: ArraySlice<Element>) -> [Int] {
      elements.map { element in
        if let known = numbers[element] { return known }
        numbers[element] = numbers.count
        return numbers.count - 1
      }
    }
    let left = numbered(old[start..<oldEnd]), right = numbered(new[start..<newEnd])
    steps = (0..<start).map { .keep(old: $0, new: $0) }
    steps += Self.middle(left, right, mostEdits).map { step in
      switch step {
      case .keep(let old, let new): .keep(old: old + start, new: new + start)
      case .remove(let old): .remove(old: old + start)
      case .add(let new): .add(new: new + start)
      }
    }
    steps += (0..<(old.count - oldEnd)).map { .keep(old: oldEnd + $0, new: newEnd + $0) }
  }

  private static func middle(_ old: [Int], _ new: [Int], _ mostEdits: Int) -> [Step] {
    guard !old.isEmpty, !new.isEmpty, let trace = trace(old, new, mostEdits) else {
      return old.indices.map { .remove(old: $0) } + new.indices.map { .add(new: $0) }
    }
    var steps: [Step] = [], x = old.count, y = new.count
    for edits in trace.indices.reversed() {
      let place = (x - y + edits) / 2
      let before = edits > 0 ? arrival(at: place, of: edits, from: trace[edits - 1]) : (x: 0, isRemoval: false)
      while x > before.x {
        x -= 1
        y -= 1
        steps.append(.keep(old: x, new: y))
      }
      guard edits > 0 else { break }
      if before.isRemoval { x -= 1 } else { y -= 1 }
      steps.append(before.isRemoval ? .remove(old: x) : .add(new: y))
    }
    return steps.reversed()
  }

  /// For every number of edits the furthest places in the old sequence, by diagonal: the n-th entry is diagonal 2n − D.
  /// Nil if more edits are needed than allowed.
  private static func trace(_ old: [Int], _ new: [Int], _ mostEdits: Int) -> [[Int]]? {
    var trace: [[Int]] = []
    for edits in 0...min(mostEdits, old.count + new.count) {
      var row = [Int](repeating: 0, count: edits + 1)
      for place in 0...edits {
        var x = edits > 0 ? arrival(at: place, of: edits, from: trace[edits - 1]).x : 0
        var y = x - (2 * place - edits)
        while x < old.count, y < new.count, old[x] == new[y] {
          x += 1
          y += 1
        }
        row[place] = x
        if x >= old.count, y >= new.count { return trace + [row] }
      }
      trace.append(row)
    }
    return nil
  }

  /// Where the last edit leads on a diagonal: from the diagonal above by an addition, from the one below by a removal.
  private static func arrival(at place: Int, of edits: Int, from row: [Int]) -> (x: Int, isRemoval: Bool) {
    let added = place < edits ? row[place] : -1
    let removed = place > 0 ? row[place - 1] + 1 : -1
    return removed > added ? (removed, true) : (added, false)
  }
}
