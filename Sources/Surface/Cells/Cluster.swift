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
  private var first: Cell?
  private var more: [Cell] = []
  /// The cell that marks are added to.
  private var current: Cell?

  var isEmpty: Bool { current == nil }

  mutating func add(base: UInt32, width: Int) {
    finish()
    current = Cell(scalar: base, width: width)
  }

  mutating func add(mark: UInt32) {
    var cell = current ?? Cell(scalar: 0x25CC, width: 1)
    if !cell.hasMarks, let composed = Composition.compose(cell.base, mark), ScalarClass.width(composed) == cell.width {
      cell = Cell(scalar: composed, width: cell.width)
    } else {
      cell.add(mark: mark)
    }
    current = cell
  }

  private mutating func finish() {
    guard let cell = current else { return }
    if first == nil { first = cell } else { more.append(cell) }
    current = nil
  }

  mutating func cluster(_ range: Range<String.Index>) -> Cluster {
    finish()
    guard let first else { return Cluster(range: range, first: .blank, more: [], count: 0, width: 0) }
    let width = more.reduce(first.width) { $0 + $1.width }
    return Cluster(range: range, first: first, more: more, count: 1 + more.count, width: width)
  }
}
