// The themes. Foregrounds without a background of their own reach a contrast of 4.5 to 1 on grounds from #101010 to
// #1e1e1e (dark) and from #ffffff to #fdf6e3 (light); lines reach 3 to 1. In 16 colours, whose values are the user's,
// black, white, and blue carry backgrounds, and "bright black" is avoided: some schemes make it the background.

extension Theme {
  public static let dark = Theme(name: "dark") { role in
    switch role {
    case .text: look(-1, -1)
    case .dim: look(247, -1, basic: (-1, -1), basicAttributes: .dim, mono: .dim)
    case .heading: look(117, 14, .bold, mono: .bold)
    case .title: look(-1, -1, .bold, mono: .bold)
    case .accent: look(80, 14, mono: .bold)
    case .key: look(222, 11, .bold, mono: .bold)
    case .count: look(109, 14)
    case .link: look(111, 14, .underline, mono: .underline)
    case .code: look(180, 11)
    case .quote: look(108, 10, .italic, mono: .italic)
    case .match: look(221, 11, [.bold, .underline], mono: [.bold, .underline])
    case .chip: look(255, 24, basic: (0, 6), mono: .reverse)
    case .chipExcluded: look(255, 88, basic: (15, 1), mono: [.reverse, .underline])
    case .selection: look(231, 25, basic: (15, 4), mono: .reverse)
    case .selectionInactive: look(254, 238, basic: (0, 7), mono: .underline)
    case .cursorLine: look(254, 236, basic: (-1, -1), basicAttributes: .bold, mono: .bold)
    case .field: look(255, 236, basic: (-1, -1), basicAttributes: .underline, mono: .underline)
    case .placeholder: look(247, -1, basic: (-1, -1), basicAttributes: .dim, mono: .dim)
    case .bar: look(252, 236, basic: (0, 7), mono: .reverse)
    case .barActive: look(231, 25, basic: (15, 4), .bold, mono: .bold)
    case .border: look(243, -1, basic: (-1, -1))
    case .borderActive: look(80, 14, mono: .bold)
    case .good: look(114, 10)
    case .warning: look(215, 11, mono: .bold)
    case .error: look(210, 9, .bold, mono: .bold)
    case .bookmark: look(221, 11, mono: .bold)
    }
  }

  public static let light = Theme(name: "light") { role in
    switch role {
    case .text: look(-1, -1)
    case .dim: look(241, -1, basic: (-1, -1), basicAttributes: .dim, mono: .dim)
    case .heading: look(25, 4, .bold, mono: .bold)
    case .title: look(-1, -1, .bold, mono: .bold)
    case .accent: look(24, 4, mono: .bold)
    case .key: look(55, 5, .bold, mono: .bold)
    case .count: look(60, 4)
    case .link: look(26, 4, .underline, mono: .underline)
    case .code: look(89, 5)
    case .quote: look(23, 2, .italic, mono: .italic)
    case .match: look(16, 222, basic: (0, 3), .bold, mono: [.bold, .underline])
    case .chip: look(16, 153, basic: (0, 6), mono: .reverse)
    case .chipExcluded: look(16, 217, basic: (15, 1), mono: [.reverse, .underline])
    case .selection: look(231, 25, basic: (15, 4), mono: .reverse)
    case .selectionInactive: look(16, 252, basic: (0, 7), mono: .underline)
    case .cursorLine: look(16, 254, basic: (-1, -1), basicAttributes: .bold, mono: .bold)
    case .field: look(16, 255, basic: (-1, -1), basicAttributes: .underline, mono: .underline)
    case .placeholder: look(241, -1, basic: (-1, -1), basicAttributes: .dim, mono: .dim)
    case .bar: look(235, 254, basic: (0, 7), mono: .reverse)
    case .barActive: look(231, 25, basic: (15, 4), .bold, mono: .bold)
    case .border: look(244, -1, basic: (-1, -1))
    case .borderActive: look(24, 4, mono: .bold)
    case .good: look(22, 2)
    case .warning: look(94, 5, .bold, mono: .bold)
    case .error: look(124, 1, .bold, mono: .bold)
    case .bookmark: look(94, 5, mono: .bold)
    }
  }

  /// White on black whatever the terminal's own colours are, at 7 to 1 or more.
  public static let highContrast = Theme(name: "high-contrast") { role in
    switch role {
    case .text: look(231, 16, basic: (15, 0))
    case .dim: look(250, 16, basic: (7, 0))
    case .heading: look(51, 16, basic: (14, 0), .bold, mono: .bold)
    case .title: look(231, 16, basic: (15, 0), .bold, mono: .bold)
    case .accent: look(51, 16, basic: (14, 0), .bold, mono: .bold)
    case .key: look(226, 16, basic: (11, 0), .bold, mono: .bold)
    case .count: look(231, 16, basic: (15, 0))
    case .link: look(123, 16, basic: (14, 0), .underline, mono: .underline)
    case .code: look(229, 16, basic: (11, 0))
    case .quote: look(194, 16, basic: (10, 0), .italic, mono: .italic)
    case .match: look(16, 226, basic: (0, 11), .bold, mono: [.bold, .underline])
    case .chip: look(16, 123, basic: (0, 14), mono: .reverse)
    case .chipExcluded: look(16, 217, basic: (0, 7), .underline, mono: [.reverse, .underline])
    case .selection: look(16, 231, basic: (0, 15), .bold, mono: .reverse)
    case .selectionInactive: look(231, 238, basic: (15, 0), .underline, mono: .underline)
    case .cursorLine: look(231, 236, basic: (15, 0), .bold, mono: .bold)
    case .field: look(231, 236, basic: (15, 0), .underline, mono: .underline)
    case .placeholder: look(252, 16, basic: (7, 0))
    case .bar: look(231, 236, basic: (0, 7), mono: .reverse)
    case .barActive: look(16, 231, basic: (0, 15), .bold, mono: .bold)
    case .border: look(231, 16, basic: (15, 0))
    case .borderActive: look(51, 16, basic: (14, 0), .bold, mono: .bold)
    case .good: look(120, 16, basic: (10, 0))
    case .warning: look(226, 16, basic: (11, 0), .bold, mono: .bold)
    case .error: look(217, 16, basic: (15, 0), .bold, mono: .bold)
    case .bookmark: look(226, 16, basic: (11, 0), mono: .bold)
    }
  }

  /// Attributes alone, for `NO_COLOR` and for those who like it.
  public static let mono = Theme(name: "mono") { role in
    let attributes = Theme.dark.resolve(role, colours: 0).attributes
    return Look(rich: Paint(attributes: attributes), basic: Paint(attributes: attributes), mono: attributes)
  }

  /// The sixteen colours that the user gave the terminal, however many more it has: for those whose palette is their own.
  public static let sixteen = Theme(name: "16-colour", paletteOf: .dark)

  /// The same for a light background.
  public static let sixteenLight = Theme(name: "16-colour-light", paletteOf: .light)

  /// All themes, in the order of a menu.
  public static let all: [Theme] = [.dark, .light, .sixteen, .sixteenLight, .highContrast, .mono]

  /// The theme of that name.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}

/// A foreground of 256 and one of 16 colours on the terminal's own background.
private func look(_ rich: Int, _ basic: Int, _ attributes: Attributes = [], mono: Attributes = []) -> Theme.Look {
  Theme.Look(
    rich: Theme.Paint(foreground: rich, attributes: attributes),
    basic: Theme.Paint(foreground: basic, attributes: attributes), mono: mono)
}

/// Foreground and background in 256 and in 16 colours.
private func look(
  _ foreground: Int, _ background: Int, basic: (Int, Int), _ attributes: Attributes = [],
  basicAttributes: Attributes = [], mono: Attributes = []
) -> Theme.Look {
  Theme.Look(
    rich: Theme.Paint(foreground: foreground, background: background, attributes: attributes),
    basic: Theme.Paint(
      foreground: basic.0, background: basic.1, attributes: attributes.union(basicAttributes)), mono: mono)
}
