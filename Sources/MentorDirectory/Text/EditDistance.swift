/// Whether two words differ by one typing mistake at most: one letter wrong, missing, too many, or two neighbours
/// swapped (optimal string alignment distance ≤ 1; Damerau 1964). Bytes of folded UTF-8; linear.
enum EditDistance {
  static func isWithinOne(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    let difference = a.count - b.count
    guard abs(difference) <= 1 else { return false }
    let same = commonPrefix(a, b)
    if difference == 0 {
      if same == a.count || equal(a, same + 1, b, same + 1) { return true }
      return same + 1 < a.count && a[same] == b[same + 1] && a[same + 1] == b[same] && equal(a, same + 2, b, same + 2)
    }
    return difference > 0 ? equal(a, same + 1, b, same) : equal(a, same, b, same + 1)
  }

  /// True if some beginning of `word` is within one mistake of `typed`.
  static func isBeginningWithinOne(typed: UnsafeBufferPointer<UInt8>, of word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= typed.count - 1 else { return false }
    let same = commonPrefix(typed, word)
    if same == typed.count { return true }
    let rest = typed.count - same
    // One letter of the typed word is too many, wrong, missing, or swapped with its neighbour.
    if startsWith(word, same, typed, same + 1, rest - 1) { return true }
    if startsWith(word, same + 1, typed, same + 1, rest - 1) { return true }
    if startsWith(word, same + 1, typed, same, rest) { return true }
    return rest >= 2 && same + 1 < word.count && typed[same] == word[same + 1] && typed[same + 1] == word[same]
      && startsWith(word, same + 2, typed, same + 2, rest - 2)
  }

  @inline(__always)
  private static func commonPrefix(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(a.count, b.count)
    var i = 0
    while i < count, a[i] == b[i] { i &+= 1 }
    return i
  }

  private static func equal(
    _ a: UnsafeBufferPointer<UInt8>, _ i: Int, _ b: UnsafeBufferPointer<UInt8>, _ j: Int
  ) -> Bool {
    let count = a.count - i
    guard count == b.count - j else { return false }
    for k in 0..<max(0, count) where a[i + k] != b[j + k] { return false }
    return true
  }

  private static func startsWith(
    _ word: UnsafeBufferPointer<UInt8>, _ i: Int, _ typed: UnsafeBufferPointer<UInt8>, _ j: Int, _ count: Int
  ) -> Bool {
    guard i + count <= word.count else { return false }
    for k in 0..<max(0, count) where word[i + k] != typed[j + k] { return false }
    return true
  }
}
