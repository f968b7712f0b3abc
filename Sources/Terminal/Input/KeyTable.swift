import Surface

/// The numbers of a control sequence. Absent ones are 0; sub-parameters after a colon are dropped, except for the kind of
/// a key event.
struct Parameters {
  private var values: [Int] = []
  /// True where the second parameter says that a key was let go.
  private(set) var isRelease = false

  init(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    for (index, part) in bytes.split(separator: UInt8(ascii: ";"), maxSplits: 15, omittingEmptySubsequences: false)
      .enumerated()
    {
      let pieces = part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      values.append(Parameters.number(pieces.first ?? []))
      if index == 1, pieces.count > 1, Parameters.number(pieces[1]) == 3 { isRelease = true }
    }
  }

  var isEmpty: Bool { values.isEmpty }
  var count: Int { values.count }
  var last: Int? { values.last }

  subscript(index: Int) -> Int { index < values.count ? values[index] : 0 }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return 0 }
      value = min(value * 10 + Int(digit - 0x30), 0x7FFF_FFFF)
    }
    return value
  }
}

/// Which key a sequence means.
enum KeyTable {
  /// `CSI … final`.
  static func csi(_ final: UInt8, _ values: Parameters) -> KeyEvent? {
    let modifiers = SequenceParser.modifiers(code: values[1])
    switch final {
    case UInt8(ascii: "~"): return numbered(values[0]).map { KeyEvent($0, modifiers) }
    case UInt8(ascii: "^"): return numbered(values[0]).map { KeyEvent($0, .control) }
    case UInt8(ascii: "@"): return numbered(values[0]).map { KeyEvent($0, [.control, .shift]) }
    case UInt8(ascii: "Z"): return KeyEvent(.backTab, modifiers)
    // rxvt: small letters are the cursor keys with shift.
    case UInt8(ascii: "a")...UInt8(ascii: "d") where values.isEmpty:
      return letter(final - 0x20).map { KeyEvent($0, .shift) }
    // A report of the cursor's place looks like F3 with modifiers.
    case UInt8(ascii: "R") where values.count == 2 && (values[0] != 1 || !(2...16).contains(values[1])): return nil
    default: return letter(final).map { KeyEvent($0, modifiers) }
    }
  }

  /// `SS3 final`.
  static func ss3(_ final: UInt8, _ modifiers: Modifiers) -> KeyEvent? {
    if let key = letter(final) { return KeyEvent(key, modifiers) }
    switch final {
    case UInt8(ascii: "M"): return KeyEvent(.enter, modifiers)
    case UInt8(ascii: "X"): return KeyEvent(.character("="), modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letter(final - 0x20).map { KeyEvent($0, .control) }
    // The keypad in application mode: the codes of * + , - . / 0 … 9 plus 64.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return KeyEvent(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)
    default: return nil
    }
  }

  /// `CSI code u` and `CSI 27 ; modifiers ; code ~`.
  static func codePoint(_ code: Int, _ modifiers: Modifiers, isRelease: Bool = false) -> KeyEvent? {
    guard !isRelease else { return nil }
    switch code {
    case 8, 127: return KeyEvent(.backspace, modifiers)
    case 9: return KeyEvent(.tab, modifiers)
    case 13, 57414: return KeyEvent(.enter, modifiers)
    case 27: return KeyEvent(.escape, modifiers)
    case 57399...57408: return KeyEvent(.character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30)))), modifiers)
    case 57376...57398: return KeyEvent(.function(code - 57376 + 13), modifiers)
    // The other keys of the private use area are locks, media keys and modifiers by themselves.
    case 0xE000...0xF8FF: return nil
    default: break
    }
    guard code >= 0x20, let scalar = Unicode.Scalar(UInt32(code)), !InputDecoder.isControl(scalar) else { return nil }
    var character = Character(scalar)
    if modifiers.contains(.shift), !modifiers.contains(.control), let capital = String(character).uppercased().first {
      character = capital
    }
    return KeyEvent(.character(character), modifiers)
  }

  private static func letter(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}
