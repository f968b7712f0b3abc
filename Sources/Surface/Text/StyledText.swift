/// Text in runs of one style each: a line of a write-up with links, a name with its matches.
public struct StyledText: Hashable, Sendable {
  /// A piece of text in one style.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  public private(set) var runs: [Run]

  public init(_ runs: [Run] = []) { self.runs = runs.filter { !$0.text.isEmpty } }

  public init(_ text: String, _ style: Style = .text) { self.init([Run(text, style)]) }

  /// A text in which some ranges, ascending and apart, have another style.
  public init(_ text: String, _ style: Style, highlighting ranges: [Range<String.Index>], as highlight: Style) {
    var runs: [Run] = []
    var index = text.startIndex
    for range in ranges where range.lowerBound >= index {
      runs.append(Run(String(text[index..<range.lowerBound]), style))
      runs.append(Run(String(text[range]), highlight))
      index = range.upperBound
    }
    runs.append(Run(String(text[index...]), style))
    self.init(runs)
  }

  public var text: String { runs.map(\.text).joined() }
  public var isEmpty: Bool { runs.isEmpty }
  public var displayWidth: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

  public mutating func append(_ text: String, _ style: Style = .text) {
    if !text.isEmpty { runs.append(Run(text, style)) }
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText { StyledText(left.runs + right.runs) }

  /// Every run on another ground.
  public func on(_ ground: Role) -> StyledText { StyledText(runs.map { Run($0.text, $0.style.on(ground)) }) }

  /// At most `width` columns; what is cut leaves a mark in the style of the run that it cuts.
  public func truncated(to width: Int, mark: String = "…") -> StyledText {
    guard displayWidth > width else { return self }
    let whole = text
    let markWidth = mark.displayWidth
    guard width > 0, markWidth <= width else { return StyledText() }
    var head = whole.prefix(columns: width - markWidth)
    while head.last == " " { head.removeLast() }
    var shown = slice(0..<head.utf8.count)
    shown.append(mark, shown.runs.last?.style ?? runs.first?.style ?? .text)
    return shown
  }

  /// Lines of at most `width` columns, as `String.wrapped(width:)` breaks the whole text.
  public func wrapped(width: Int) -> [StyledText] {
    let whole = text
    return whole.wrappedRanges(width: width).map { slice(whole.utf8Offsets(of: $0)) }
  }

  /// The runs within a range of UTF-8 offsets, which lie between scalars.
  private func slice(_ range: Range<Int>) -> StyledText {
    var offset = 0
    var pieces: [Run] = []
    for run in runs {
      let count = run.text.utf8.count
      let low = max(range.lowerBound, offset) - offset
      let high = min(range.upperBound, offset + count) - offset
      if low < high {
        let utf8 = run.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: low)
        pieces.append(Run(String(run.text[start..<utf8.index(start, offsetBy: high - low)]), run.style))
      }
      offset += count
    }
    return StyledText(pieces)
  }
}

extension String {
  fileprivate func utf8Offsets(of range: Range<String.Index>) -> Range<Int> {
    let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
    return start..<start + utf8.distance(from: range.lowerBound, to: range.upperBound)
  }
}
