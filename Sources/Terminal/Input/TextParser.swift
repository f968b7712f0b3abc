import Surface

/// Input that does not begin with an escape: control keys and text.
enum TextParser {
  /// The piece at the start of `bytes`; nil where a character is not complete.
  static func parse(_ bytes: ArraySlice<UInt8>) -> ParsedInput? {
    guard let first = bytes.first else { return nil }
    if first < 0x20 || first == 0x7F { return ParsedInput(.key(control(first)), 1) }
    let run = bytes.prefix { $0 >= 0x20 && $0 != 0x7F }
    let isAtEnd = run.endIndex == bytes.endIndex
    let whole = isAtEnd ? run.dropLast(incompleteTail(run)) : run
    guard !whole.isEmpty else { return nil }
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars
    where scalar != "\u{FFFD}" && !InputDecoder.isControl(scalar) {
      scalars.append(scalar)
    }
    return ParsedInput(.text(String(scalars)), whole.count)
  }

  /// The key of a C0 byte or of delete.
  static func control(_ byte: UInt8) -> KeyEvent {
    switch byte {
    case 0x00: KeyEvent(.character(" "), .control)
    case 0x08, 0x7F: KeyEvent(.backspace)
    case 0x09: KeyEvent(.tab)
    case 0x0D: KeyEvent(.enter)
    case 0x1B: KeyEvent(.escape)
    default:
      // C-a is 1; C-\ C-] C-^ C-_ are 28 to 31.
      KeyEvent(.character(Character(Unicode.Scalar(byte | 0x40))), .control)
    }
  }

  /// Bytes at the end that begin a UTF-8 sequence which is not complete: 0 to 3.
  static func incompleteTail(_ bytes: ArraySlice<UInt8>) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.endIndex - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 && byte < 0xF8 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return byte < 0xF8 && needed > length ? length : 0
    }
    return 0
  }
}
