// Breaking text into lines by columns: at spaces, after a hyphen between letters, between ideographs, and inside
// a word only where it is wider than a whole line. Punctuation that must not begin a line in Chinese or Japanese takes
// the character before it along; an opening bracket takes the one after it (a small part of JIS X 4051).

extension String {
  /// The text in lines of at most `width` columns; at least one line. Line feeds end lines; spaces at the end of a
  /// broken line are dropped, those at the beginning of a paragraph stay.
  public func wrapped(width: Int) -> [String] { wrappedRanges(width: width).map { String(self[$0]) } }

  /// The ranges of the lines of `wrapped(width:)`.
  ///
  /// A character wider than `width` still gets a line of its own, so that wrapping always ends.
  public func wrappedRanges(width: Int) -> [Range<String.Index>] {
    var wrapper = LineWrapper(width: max(1, width), start: startIndex)
    var clusters = ClusterIterator(self)
    while let cluster = clusters.next() {
      let kind = BreakKind(cluster, in: self)
      wrapper.add(cluster, kind)
    }
    return wrapper.finish()
  }
}

/// What a cluster means for line breaking.
private enum BreakKind {
  case lineFeed, space, hyphen, ideograph, opening, closing, letter

  init(_ cluster: Cluster, in text: String) {
    let scalars = text.unicodeScalars[cluster.range]
    guard let scalar = scalars.first else {
      self = .letter
      return
    }
    let kind = BreakKind.kind(of: scalar.value)
    // A space that carries a mark is something to see.
    self = kind == .space && scalars.dropFirst().first != nil ? .letter : kind
  }

  private static func kind(of value: UInt32) -> BreakKind {
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .lineFeed
    case 0x20, 0x09, 0x2000...0x2006, 0x2008...0x200A, 0x3000: .space
    case 0x2D, 0x2010: .hyphen
    case 0..<0x2E80: .letter
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF62:
      .opening
    case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301E, 0x301F:
      .closing
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x309D, 0x309E: .closing
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6: .closing
    case 0x30FB...0x30FE: .closing
    case 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF61, 0xFF63, 0xFF64: .closing
    case 0x2E80...0x30FF, 0x3100...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60: .ideograph
    case 0x1F300...0x1FAFF, 0x20000...0x3FFFF: .ideograph
    default: .letter
    }
  }

  /// True where a line may end between the two.
  static func mayBreak(_ before: BreakKind, _ after: BreakKind) -> Bool {
    if after == .closing || before == .opening { return false }
    switch (before, after) {
    case (.hyphen, .letter): return true
    case (.ideograph, _), (.closing, _), (_, .ideograph), (_, .opening): return after != .hyphen
    default: return false
    }
  }
}

private struct LineWrapper {
  private let width: Int
  private var lines: [Range<String.Index>] = []
  private var lineStart: String.Index
  private var lineEnd: String.Index
  /// Columns from `lineStart` to `lineEnd`.
  private var used = 0
  private var previous = BreakKind.lineFeed
  private var letterBeforeHyphen = false
  /// The last place in this line where it may end: where the line would stop, where the next would begin, and the
  /// columns up to there.
  private var chance: (end: String.Index, next: String.Index, used: Int)?
  private var beginsParagraph = true

  init(width: Int, start: String.Index) {
    self.width = width
    lineStart = start
    lineEnd = start
  }

  mutating func add(_ cluster: Cluster, _ kind: BreakKind) {
    switch kind {
    case .lineFeed: endParagraph(cluster)
    case .space: addSpace(cluster)
    default: addVisible(cluster, kind)
    }
    letterBeforeHyphen = kind == .hyphen && previous == .letter
    previous = kind
  }

  mutating func finish() -> [Range<String.Index>] {
    lines.append(lineStart..<visibleEnd)
    return lines
  }

  /// The end of the line without the spaces that it ends with.
  private var visibleEnd: String.Index {
    guard previous == .space, let chance else { return lineEnd }
    return chance.end
  }

  private mutating func endParagraph(_ cluster: Cluster) {
    lines.append(lineStart..<visibleEnd)
    start(at: cluster.range.upperBound, used: 0)
    beginsParagraph = true
  }

  private mutating func addSpace(_ cluster: Cluster) {
    let isTooDeep = isIndent && used + cluster.width >= width
    if isTooDeep || (lineStart == lineEnd && !beginsParagraph) {
      let staysIndent = beginsParagraph
      start(at: cluster.range.upperBound, used: 0)
      beginsParagraph = staysIndent
      return
    }
    // A space that follows a space keeps the end of the last word as the end of the line.
    let end = previous == .space ? chance?.end ?? lineEnd : lineEnd
    used += cluster.width
    lineEnd = cluster.range.upperBound
    if !isIndent { chance = (end, lineEnd, used) }
    isIndent = isIndent && beginsParagraph
  }

  /// True while the line holds nothing but the spaces of its beginning.
  private var isIndent = true

  private mutating func addVisible(_ cluster: Cluster, _ kind: BreakKind) {
    let afterHyphen = previous != .hyphen || letterBeforeHyphen
    if lineStart != lineEnd, !isIndent, afterHyphen, previous != .space, BreakKind.mayBreak(previous, kind) {
      chance = (lineEnd, lineEnd, used)
    }
    if used + cluster.width > width, lineStart != lineEnd { breakLine(before: cluster) }
    used += cluster.width
    lineEnd = cluster.range.upperBound
    isIndent = false
  }

  /// Ends the line at its last chance, or right here where there was none.
  private mutating func breakLine(before cluster: Cluster) {
    let end = lineEnd
    if let chance, chance.end > lineStart {
      lines.append(lineStart..<chance.end)
      start(at: chance.next, used: used - chance.used)
      lineEnd = max(chance.next, end)
      // What moved to the new line may itself be wider than a line.
      if used + cluster.width > width, lineStart != lineEnd {
        lines.append(lineStart..<lineEnd)
        start(at: lineEnd, used: 0)
      }
    } else {
      lines.append(lineStart..<end)
      start(at: end, used: 0)
    }
  }

  private mutating func start(at index: String.Index, used columns: Int) {
    lineStart = index
    lineEnd = index
    used = columns
    chance = nil
    beginsParagraph = false
    isIndent = columns == 0
  }
}
