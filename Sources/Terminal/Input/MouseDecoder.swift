import Surface

/// A mouse report as the terminal sent it.
struct MouseReport: Equatable {
  /// Button and modifiers, as xterm encodes them.
  var code: Int
  /// From 0.
  var position: Point
  /// Only the newer encoding says which button was let go.
  var isRelease: Bool

  /// Columns and rows count from 1.
  init?(code: Int, column: Int, row: Int, isRelease: Bool = false) {
    guard code >= 0, code < 256, column >= 1, row >= 1, column < 1 << 15, row < 1 << 15 else { return nil }
    self.code = code
    position = Point(column - 1, row - 1)
    self.isRelease = isRelease
  }

  init?(_ values: Parameters, isRelease: Bool = false, offset: Int = 0) {
    guard values.count == 3 else { return nil }
    self.init(code: values[0] - offset, column: values[1], row: values[2], isRelease: isRelease)
  }
}

/// Reports into events; a second press of the same button on the same cell soon after the first is a double click.
struct MouseDecoder {
  private var lastPress: (button: MouseEvent.Button, position: Point, time: ContinuousClock.Instant)?

  /// The usual time of desktops.
  static let doubleClickTime = Duration.milliseconds(400)

  mutating func event(_ report: MouseReport, now: ContinuousClock.Instant) -> MouseEvent? {
    let modifiers = MouseDecoder.modifiers(report.code)
    if report.code & 128 != 0 { return nil }
    if report.code & 64 != 0 {
      let wheel: [MouseEvent.Action] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]
      return report.isRelease ? nil : MouseEvent(wheel[report.code & 3], .other, at: report.position, modifiers)
    }
    let button = MouseDecoder.button(report.code & 3)
    if report.code & 32 != 0 {
      return button == .other ? nil : MouseEvent(.drag, button, at: report.position, modifiers)
    }
    if report.isRelease || button == .other { return MouseEvent(.release, button, at: report.position, modifiers) }
    return MouseEvent(.press(clicks: clicks(button, report.position, now)), button, at: report.position, modifiers)
  }

  private mutating func clicks(_ button: MouseEvent.Button, _ position: Point, _ now: ContinuousClock.Instant) -> Int {
    if let last = lastPress, last.button == button, last.position == position,
      now - last.time <= MouseDecoder.doubleClickTime
    {
      lastPress = nil
      return 2
    }
    lastPress = (button, position, now)
    return 1
  }

  private static func button(_ code: Int) -> MouseEvent.Button {
    switch code {
    case 0: .left
    case 1: .middle
    case 2: .right
    default: .other
    }
  }

  private static func modifiers(_ code: Int) -> Modifiers {
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}
