/// The 256 colours that xterm defines, and the contrast between them after WCAG 2.1.
public enum Palette {
  /// Red, green and blue of a palette value from 0 to 255. The first sixteen are xterm's; people change them.
  public static func rgb(_ value: Int) -> (red: Int, green: Int, blue: Int) {
    switch value {
    case 0..<16:
      let table = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]
      return split(table[value])
    case 16..<232:
      let levels = [0, 95, 135, 175, 215, 255]
      let index = value - 16
      return (levels[index / 36], levels[index / 6 % 6], levels[index % 6])
    default:
      let grey = 8 + 10 * min(max(value - 232, 0), 23)
      return (grey, grey, grey)
    }
  }

  /// From 1 (the same) to 21 (black on white) between two palette values.
  public static func contrast(_ one: Int, _ other: Int) -> Double { contrast(rgb(one), rgb(other)) }

  /// The contrast between two colours given as red, green and blue from 0 to 255.
  public static func contrast(
    _ one: (red: Int, green: Int, blue: Int), _ other: (red: Int, green: Int, blue: Int)
  ) -> Double {
    let first = luminance(one)
    let second = luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Relative luminance from 0 to 1, for the sRGB transfer function.
  public static func luminance(_ colour: (red: Int, green: Int, blue: Int)) -> Double {
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  private static func split(_ value: Int) -> (red: Int, green: Int, blue: Int) {
    (value >> 16 & 255, value >> 8 & 255, value & 255)
  }

  private static func linear(_ level: Int) -> Double {
    let share = Double(level) / 255
    return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
  }

  /// `x` to the power 2.4 without a mathematics library: x² times the fifth root of x², by Newton's method.
  private static func power(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let square = x * x
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
