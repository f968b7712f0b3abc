/// A key of the keyboard, as far as terminals can tell them apart.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// Keys held while another one is pressed.
public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let shift = Modifiers(rawValue: 1)
  public static let alt = Modifiers(rawValue: 2)
  public static let control = Modifiers(rawValue: 4)
}

/// One press of a key. Equal presses have equal values: control makes letters small, and shift is part of a character.
public struct KeyEvent: Hashable, Sendable {
  public let key: Key
  public let modifiers: Modifiers

  public init(_ key: Key, _ modifiers: Modifiers = []) {
    var key = key
    var modifiers = modifiers
    if case .character(let character) = key {
      if modifiers.contains(.control), let small = character.lowercased().first, character.isASCII {
        key = .character(small)
      }
      modifiers.remove(.shift)
    }
    if key == .tab, modifiers.contains(.shift) { key = .backTab }
    if key == .backTab { modifiers.remove(.shift) }
    self.key = key
    self.modifiers = modifiers
  }

  /// The character that the press types, if it types one.
  public var typed: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }
}

extension KeyEvent: CustomStringConvertible {
  /// The press in the notation of the keymap: `j`, `G`, `C-n`, `M-b`, `S-Tab`, `F1`, `Space`, `Enter`, `C-M-Up`.
  public var description: String {
    if key == .backTab { return prefix + "S-Tab" }
    return prefix + (modifiers.contains(.shift) ? "S-" : "") + KeyName.name(of: key)
  }

  private var prefix: String {
    (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "M-" : "")
  }

  /// Reads the notation of `description`; modifiers in any order, names of keys in any case, and the names that
  /// people use as well (`Esc`, `Return`, `PgUp`, `Del`). Nil for anything else.
  public init?(_ notation: String) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while rest.count > 2, let modifier = KeyName.modifier(rest.prefix(2)) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    guard let key = KeyName.key(String(rest)) else { return nil }
    self.init(key, modifiers)
  }
}

private enum KeyName {
  static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    default: names.first { $0.key == key }?.name ?? ""
    }
  }

  static func key(_ name: String) -> Key? {
    if name.count == 1, let character = name.first, !isControl(character) { return .character(character) }
    let wanted = name.lowercased()
    if let found = names.first(where: { $0.name.lowercased() == wanted }) ?? aliases.first(where: { $0.name == wanted })
    {
      return found.key
    }
    if wanted.first == "f", let number = Int(wanted.dropFirst()), (1...63).contains(number) { return .function(number) }
    return nil
  }

  static func modifier(_ text: Substring) -> Modifiers? {
    switch text {
    case "C-", "c-": .control
    case "M-", "m-", "A-", "a-": .alt
    case "S-", "s-": .shift
    default: nil
    }
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Escape", .escape), ("Tab", .tab), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]

  private static let aliases: [(name: String, key: Key)] = [
    ("esc", .escape), ("return", .enter), ("cr", .enter), ("bs", .backspace), ("del", .delete), ("ins", .insert),
    ("pgup", .pageUp), ("pgdn", .pageDown), ("pgdown", .pageDown), ("backtab", .backTab), ("spc", .character(" ")),
    ("minus", .character("-")),
  ]
}
