import Surface

/// Whether the terminal writes light on dark or dark on light.
public enum Background: Hashable, Sendable {
  case light, dark, unknown

  /// Reads `COLORFGBG`, as rxvt, Konsole and others set it: "15;0", "0;default;15".
  init(colorFgBg text: String) {
    guard let last = text.split(separator: ";").last, text.contains(";"), let colour = Int(last) else {
      self = .unknown
      return
    }
    switch colour {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: self = .unknown
    }
  }

  /// Reads the answer to OSC 11: `11;rgb:ffff/ffff/ffff`, with one to four digits for each colour.
  init?(report: String) {
    guard report.hasPrefix("11;"), let colon = report.firstIndex(of: ":") else { return nil }
    let parts = report[report.index(after: colon)...].split(separator: "/")
    let levels = parts.prefix(3).compactMap { part -> Int? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
      return value * 255 / ((1 << (4 * part.count)) - 1)
    }
    guard levels.count == 3 else { return nil }
    let colour = (red: levels[0], green: levels[1], blue: levels[2])
    let onBlack = Palette.contrast(colour, (red: 0, green: 0, blue: 0))
    let onWhite = Palette.contrast(colour, (red: 255, green: 255, blue: 255))
    self = onBlack > onWhite ? .light : .dark
  }
}
