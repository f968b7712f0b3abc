import MentorDirectory
import Surface

/// How far a sync is, in two rows: bar, numbers and estimate; what is being asked now.
struct SyncBar {
  let sync: SyncActivity
  let now: Timestamp

  func draw(on surface: inout Surface) {
    let width = surface.bounds.width
    let length = min(40, width / 4)
    let full = sync.total > 0 ? min(length, length * sync.done / sync.total) : 0
    surface.put(String(repeating: "█", count: full), at: Point(1, 0), style: .accent)
    surface.put(String(repeating: "·", count: length - full), at: Point(1 + full, 0), style: .dim)
    var text = StyledText()
    for (number, part) in parts.enumerated() {
      let more = (number > 0 ? StyledText(" · ", .dim) : StyledText()) + part
      guard length + 3 + text.displayWidth + more.displayWidth + 1 <= width else { break }
      text = text + more
    }
    surface.put(text, at: Point(length + 3, 0))
    let current = sync.current
    let name = current.source.truncated(to: max(8, width / 3))
    let x = 1 + surface.put(name, at: Point(1, 1), style: .text)
    surface.put(current.address.truncated(to: max(0, width - x - 3)), at: Point(x + 2, 1), style: .dim)
  }

  /// The most telling first: what has no room is left out.
  private var parts: [StyledText] {
    if sync.isCancelling { return [StyledText("stopping; what is done is kept", .warning)] }
    let extent = sync.extent.isEmpty ? "starting" : sync.extent
    var parts = [StyledText(extent, Style(.text, .bold))]
    if sync.problemCount > 0 {
      let words = sync.problemCount == 1 ? "problem" : "problems"
      parts.append(StyledText("\(sync.problemCount.grouped) \(words)", .warning))
    }
    if let rate = sync.rate(at: now) {
      parts.append(StyledText(rate >= 10 ? "\(Int(rate).grouped)/s" : "\(Self.tenths(rate))/s", .dim))
    }
    if let seconds = sync.remaining(at: now) { parts.append(StyledText("\(Span.about(seconds)) left", .dim)) }
    let counts = sync.counts
    if counts != SourceCounts() { parts.append(StyledText(counts.words, .dim)) }
    if sync.names.count > 1 { parts.append(StyledText("source \(sync.sourcesOver + 1) of \(sync.names.count)", .dim)) }
    return parts
  }

  /// One digit behind the point.
  private static func tenths(_ rate: Double) -> String {
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
