import CBits

/// Facet values of each mentor, over two sections.
struct RowSection {
  private let offsets: UnsafeBufferPointer<UInt32>
  private let entries: UnsafeRawBufferPointer
  private let width: Int

  init(_ image: IndexImage, _ offsets: IndexSection, _ entries: IndexSection) {
    self.offsets = image.section(offsets)
    self.entries = UnsafeRawBufferPointer(image.section(entries, as: UInt8.self))
    width = Int(image.header.rowWidth)
  }

  /// Values of all mentors together.
  var count: Int { entries.count / width }

  /// Counters that `count` may touch with so many values: more than there are values, so that a number that is none is
  /// counted where nobody looks.
  static func slots(values: Int) -> Int { values + 1 }

  /// The values of a mentor.
  func values(of mentor: Int) -> [Int] {
    let end = min(Int(offsets[mentor + 1]), count)
    return (min(Int(offsets[mentor]), end)..<end).map { place in
      width == 2
        ? Int(entries.load(fromByteOffset: place * 2, as: UInt16.self))
        : Int(entries.load(fromByteOffset: place * 4, as: UInt32.self))
    }
  }

  /// Adds `delta` (wrapping: `.max` is −1) to the counter of every value of every mentor in the set: the loop in which
  /// most of a key press's time goes.
  func count(_ mentors: Bitset, _ delta: UInt32, into counters: UnsafeMutablePointer<UInt32>, slots: Int) {
    guard let offsets = offsets.baseAddress, let entries = entries.baseAddress else { return }
    var rows = cbits_rows(offsets: offsets, entries: entries, entry_size: width, end: count)
    cbits_count_rows(&rows, mentors.words, mentors.count, delta, counters, slots)
  }
}
