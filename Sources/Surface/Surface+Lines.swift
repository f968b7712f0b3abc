extension Surface {
  /// A horizontal line of the given length. A joined line grows arms into the lines that it meets, as a divider
  /// does at a border.
  public mutating func hline(at point: Point, length: Int, style: Style = .border, joined: Bool = false) {
    guard length > 0 else { return }
    for step in 0..<length {
      var arms: LineArms = [.left, .right]
      if joined, step == 0 { arms.remove(.left) }
      if joined, step == length - 1 { arms.remove(.right) }
      drawLine(arms, fallback: [.left, .right], at: Point(point.x + step, point.y), style: style, joined: joined)
    }
  }

  /// A vertical line of the given length; see `hline`.
  public mutating func vline(at point: Point, length: Int, style: Style = .border, joined: Bool = false) {
    guard length > 0 else { return }
    for step in 0..<length {
      var arms: LineArms = [.up, .down]
      if joined, step == 0 { arms.remove(.up) }
      if joined, step == length - 1 { arms.remove(.down) }
      drawLine(arms, fallback: [.up, .down], at: Point(point.x, point.y + step), style: style, joined: joined)
    }
  }

  /// A frame along the inner edge of a rectangle, with a title in its upper side. Rectangles below 2 × 2 stay as they
  /// are. The inside is not touched.
  public mutating func box(_ rect: Rect, title: String = "", style: Style = .border, titleStyle: Style = .title) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    hline(at: Point(rect.x + 1, rect.y), length: rect.width - 2, style: style)
    hline(at: Point(rect.x + 1, bottom), length: rect.width - 2, style: style)
    vline(at: Point(rect.x, rect.y + 1), length: rect.height - 2, style: style)
    vline(at: Point(right, rect.y + 1), length: rect.height - 2, style: style)
    put("┌", at: Point(rect.x, rect.y), style: style)
    put("┐", at: Point(right, rect.y), style: style)
    put("└", at: Point(rect.x, bottom), style: style)
    put("┘", at: Point(right, bottom), style: style)
    guard !title.isEmpty, rect.width >= 7 else { return }
    let shown = " " + title.truncated(to: rect.width - 6) + " "
    put(shown, at: Point(rect.x + 2, rect.y), style: titleStyle)
  }

  private mutating func drawLine(_ arms: LineArms, fallback: LineArms, at point: Point, style: Style, joined: Bool) {
    let absolute = Point(point.x + origin.x, point.y + origin.y)
    guard clip.contains(absolute) else { return }
    let old = LineArms(scalar: self[absolute.x, absolute.y].base)
    let all = joined && !old.isEmpty ? old.union(arms) : fallback
    put(all.glyph, at: point, style: style, maxWidth: 1)
  }
}

/// The arms of a light box-drawing character.
private struct LineArms: OptionSet {
  let rawValue: Int

  static let up = LineArms(rawValue: 1)
  static let down = LineArms(rawValue: 2)
  static let left = LineArms(rawValue: 4)
  static let right = LineArms(rawValue: 8)

  /// Indexed by `rawValue`.
  private static let glyphs = [" ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼"]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(scalar: UInt32) {
    switch scalar {
    case 0x2502: self = [.up, .down]
    case 0x2500: self = [.left, .right]
    case 0x250C: self = [.right, .down]
    case 0x2510: self = [.left, .down]
    case 0x2514: self = [.right, .up]
    case 0x2518: self = [.left, .up]
    case 0x251C: self = [.up, .down, .right]
    case 0x2524: self = [.up, .down, .left]
    case 0x252C: self = [.left, .right, .down]
    case 0x2534: self = [.left, .right, .up]
    case 0x253C: self = [.left, .right, .up, .down]
    default: self = []
    }
  }

  var glyph: String { LineArms.glyphs[rawValue & 15] }
}
