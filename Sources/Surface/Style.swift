/// What a piece of text is, not how it looks: a theme turns roles into colours and attributes.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, heading, title, accent, key, count, link, code, quote, match
  case chip, chipExcluded, selection, selectionInactive, cursorLine
  case field, placeholder, bar, barActive, border, borderActive
  case good, warning, error, bookmark
}

/// Attributes that every terminal can show in some way.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
  public static let italic = Attributes(rawValue: 16)
}

/// The style of a cell: a role, the role of the ground it stands on (a selected row, a bar), and attributes
/// in addition to those of the theme. Never a raw colour.
public struct Style: Hashable, Sendable {
  public var role: Role
  /// `.text` is the plain ground of the screen.
  public var ground: Role
  public var attributes: Attributes

  public init(_ role: Role = .text, _ attributes: Attributes = [], on ground: Role = .text) {
    self.role = role
    self.ground = ground
    self.attributes = attributes
  }

  /// The same style on another ground, as a match inside the selected row.
  public func on(_ ground: Role) -> Style { Style(role, attributes, on: ground) }

  /// The same style with more attributes.
  public func with(_ more: Attributes) -> Style { Style(role, attributes.union(more), on: ground) }
}

extension Style {
  public static let text = Style(.text)
  public static let dim = Style(.dim)
  public static let heading = Style(.heading)
  public static let title = Style(.title)
  public static let accent = Style(.accent)
  public static let key = Style(.key)
  public static let count = Style(.count)
  public static let link = Style(.link)
  public static let code = Style(.code)
  public static let quote = Style(.quote)
  public static let match = Style(.match)
  public static let chip = Style(.chip)
  public static let chipExcluded = Style(.chipExcluded)
  public static let selection = Style(.selection)
  public static let selectionInactive = Style(.selectionInactive)
  public static let cursorLine = Style(.cursorLine)
  public static let field = Style(.field)
  public static let placeholder = Style(.placeholder)
  public static let bar = Style(.bar)
  public static let barActive = Style(.barActive)
  public static let border = Style(.border)
  public static let borderActive = Style(.borderActive)
  public static let good = Style(.good)
  public static let warning = Style(.warning)
  public static let error = Style(.error)
  public static let bookmark = Style(.bookmark)
}

extension Style {
  /// Eighteen bits, six for each part: how a cell carries its style.
  var packed: UInt64 {
    UInt64(role.rawValue) | UInt64(ground.rawValue) << 6 | UInt64(attributes.rawValue & 63) << 12
  }

  init(packed: UInt64) {
    role = Role(rawValue: UInt8(packed & 63)) ?? .text
    ground = Role(rawValue: UInt8(packed >> 6 & 63)) ?? .text
    attributes = Attributes(rawValue: UInt8(packed >> 12 & 63))
  }
}
