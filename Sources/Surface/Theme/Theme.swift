/// How roles look. Colours are palette values with degradations to 16 and 8 colours and to attributes alone; nothing
/// is told by colour only, so that every theme also works in one colour.
public struct Theme: Hashable, Sendable {
  public let name: String
  private let looks: [Look]

  /// Foreground and background as palette values (−1 is the terminal's own) with attributes.
  public struct Paint: Hashable, Sendable {
    public var foreground: Int
    public var background: Int
    public var attributes: Attributes

    public init(foreground: Int = -1, background: Int = -1, attributes: Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The look of one role on terminals of each kind.
  struct Look: Hashable, Sendable {
    /// With 256 colours.
    var rich: Paint
    /// With 16 colours.
    var basic: Paint
    /// Without colours.
    var mono: Attributes
  }

  init(name: String, looks: (Role) -> Look) {
    self.name = name
    self.looks = Role.allCases.map(looks)
  }

  /// Another theme as it is on a terminal with sixteen colours.
  init(name: String, paletteOf other: Theme) {
    self.name = name
    looks = other.looks.map { Look(rich: $0.basic, basic: $0.basic, mono: $0.mono) }
  }

  /// The paint of a role on the plain ground of a terminal with that many colours.
  public func resolve(_ role: Role, colours: Int) -> Paint {
    let look = looks[Int(role.rawValue)]
    switch colours {
    case 256...: return look.rich
    case 16...: return look.basic
    case 8...: return look.basic.withEightColours
    default: return Paint(attributes: look.mono)
    }
  }

  /// The paint of a style: that of its role, on the background of its ground unless the role brings one of its own. A
  /// foreground that would be hard to read there gives way to that of the ground.
  public func paint(_ style: Style, colours: Int) -> Paint {
    var paint = resolve(style.role, colours: colours)
    if style.ground != .text, style.ground != style.role {
      // Where the theme paints the screen itself, that is no background of a role's own.
      if paint.background == resolve(.text, colours: colours).background { paint.background = -1 }
      paint = Theme.lay(paint, on: resolve(style.ground, colours: colours), colours: colours)
    }
    paint.attributes.formUnion(style.attributes)
    return paint
  }

  private static func lay(_ paint: Paint, on ground: Paint, colours: Int) -> Paint {
    var attributes = paint.attributes.union(ground.attributes)
    // Dim on reversed video is grey on light grey, and breaks the bar of a selected row.
    if ground.attributes.contains(.reverse) { attributes.remove(.dim) }
    if colours < 8 { return Paint(attributes: attributes) }
    if ground.background == -1 {
      let foreground = paint.foreground == -1 ? ground.foreground : paint.foreground
      return Paint(foreground: foreground, background: paint.background, attributes: attributes)
    }
    if paint.background != -1, paint.background != ground.background {
      return Paint(foreground: paint.foreground, background: paint.background, attributes: paint.attributes)
    }
    // The sixteen basic colours are what the user made them: only the pair that the theme names is known to be readable.
    let isReadable =
      colours >= 256 && paint.foreground >= 16
      && Palette.contrast(paint.foreground, ground.background) >= minimumContrast
    return Paint(
      foreground: isReadable ? paint.foreground : ground.foreground, background: ground.background,
      attributes: attributes)
  }

  /// WCAG 2.1, success criterion 1.4.3.
  private static let minimumContrast = 4.5
}

extension Theme.Paint {
  /// Bright colours become the normal ones, bold in their stead.
  fileprivate var withEightColours: Theme.Paint {
    var paint = self
    if paint.foreground >= 8 {
      paint.foreground -= 8
      paint.attributes.insert(.bold)
    }
    if paint.background >= 8 { paint.background -= 8 }
    return paint
  }
}
