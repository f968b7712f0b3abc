// How text becomes cells. A terminal and ncurses agree on the width of a base with a few marks; they disagree on
// flags, joined emoji, skin tones, keycaps and variation selectors. So every cluster is reduced, once and here, to
// what both draw alike: a family is its first person, a flag its two letters, a keycap its digit, no cell more than
// four marks, nothing invisible. A mark without a base stands on ◌; a scalar without an assignment is U+FFFD.

/// A user-perceived character and the cells that show it: none where nothing of it is visible, two for a flag.
struct Cluster {
  var range: Range<String.Index>
  /// The first cell; meaningless when `count` is 0.
  var first: Cell
  var more: [Cell]
  var count: Int
  /// Columns of all cells.
  var width: Int

  func forEachCell(_ body: (Cell) -> Void) {
    if count > 0 { body(first) }
    for cell in more { body(cell) }
  }

  var isSpace: Bool { count == 1 && first.base == 0x20 && !first.hasMarks }
}

/// The clusters of a text, in order. A scalar that cannot combine with its neighbour costs no grapheme breaking.
struct ClusterIterator: IteratorProtocol {
  private let text: String
  private(set) var index: String.Index

  init(_ text: String, from start: String.Index? = nil) {
    self.text = text
    index = start ?? text.startIndex
  }

  mutating func next() -> Cluster? {
    guard index < text.endIndex else { return nil }
    let start = index
    let scalars = text.unicodeScalars
    let value = scalars[start].value
    let after = scalars.index(after: start)
    if ScalarClass.isPlain(value), after == text.endIndex || ScalarClass.isPlain(scalars[after].value) {
      index = after
      return ClusterIterator.plain(value, start..<after)
    }
    let end = text.index(after: start)
    index = end
    return Reduction.reduce(scalars[start..<end], start..<end)
  }

  private static func plain(_ value: UInt32, _ range: Range<String.Index>) -> Cluster {
    var width = ScalarClass.width(value)
    let shown = width < 1 ? 0xFFFD : value
    width = max(1, width)
    return Cluster(range: range, first: Cell(scalar: shown, width: width), more: [], count: 1, width: width)
  }
}

/// The cells of one cluster.
private enum Reduction {
  static func reduce(_ scalars: Substring.UnicodeScalarView, _ range: Range<String.Index>) -> Cluster {
    var builder = CellBuilder()
    var pictograph = false
    for scalar in scalars {
      let value = scalar.value
      if ScalarClass.isLineBreakOrTab(value) {
        if builder.isEmpty { builder.add(base: 0x20, width: 1) }
        continue
      }
      if value == 0x200D, pictograph { break }
      if ScalarClass.isInvisible(scalar) { continue }
      if ScalarClass.isSkinTone(value), pictograph { continue }
      if value == 0x20E3 { continue }
      if ScalarClass.isRegionalIndicator(value) {
        builder.add(base: value - 0x1F1E6 + 0x41, width: 1)
        continue
      }
      let width = ScalarClass.width(value)
      switch width {
      case 0: builder.add(mark: value)
      case 1, 2:
        if builder.isEmpty { pictograph = ScalarClass.isPictograph(scalar) }
        builder.add(base: value, width: width)
      default: builder.add(base: 0xFFFD, width: 1)
      }
    }
    return builder.cluster(range)
  }
}

private struct CellBuilder {
  private var cells: [Cell] = []
  private var base: UInt32 = 0
  private var width = 0
  private var marks: [UInt32] = []

  var isEmpty: Bool { base == 0 }

  mutating func add(base next: UInt32, width nextWidth: Int) {
    finish()
    base = next
    width = nextWidth
  }

  mutating func add(mark: UInt32) {
    if base == 0 {
      base = 0x25CC
      width = 1
    } else if marks.isEmpty, let composed = Composition.compose(base, mark) {
      // Composition never changes the width: both forms of a letter and of a syllable take the same columns.
      if ScalarClass.width(composed) == width {
        base = composed
        return
      }
    }
    if marks.count < 4 { marks.append(mark) }
  }

  private mutating func finish() {
    guard base != 0 else { return }
    var cell = Cell(scalar: base, width: width)
    for mark in marks { cell.add(mark: mark) }
    cells.append(cell)
    base = 0
    marks.removeAll()
  }

  mutating func cluster(_ range: Range<String.Index>) -> Cluster {
    finish()
    guard let first = cells.first else { return Cluster(range: range, first: .blank, more: [], count: 0, width: 0) }
    let width = cells.reduce(0) { $0 + $1.width }
    return Cluster(range: range, first: first, more: Array(cells.dropFirst()), count: cells.count, width: width)
  }
}
