import Surface

/// Input that begins with an escape. References: ECMA-48 section 5.4, xterm's ctlseqs, and the kitty keyboard protocol.
enum SequenceParser {
  /// The piece at the start of `bytes`, which begin with an escape; nil where more is needed. `isFinal` means that
  /// nothing more will come.
  static func parse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> ParsedInput? {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return isFinal ? ParsedInput(.key(KeyEvent(.escape)), 1) : nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return csi(bytes, isFinal)
    case UInt8(ascii: "O"): return ss3(bytes, isFinal)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return string(bytes, isFinal)
    case 0x1B: return doubled(bytes, isFinal)
    default: return alt(bytes, isFinal)
    }
  }

  // MARK: - Alt

  /// A key with alt: the key after an escape.
  private static func alt(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    let byte = bytes[bytes.startIndex + 1]
    if byte < 0x20 || byte == 0x7F {
      let plain = TextParser.control(byte)
      return ParsedInput(.key(KeyEvent(plain.key, plain.modifiers.union(.alt))), 2)
    }
    if byte < 0x80 {
      return ParsedInput(.key(KeyEvent(.character(Character(Unicode.Scalar(byte))), .alt)), 2)
    }
    let text = bytes.dropFirst()
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard text.count >= length else { return isFinal ? ParsedInput(.nothing, bytes.count) : nil }
    let decoded = String(decoding: text.prefix(length), as: UTF8.self)
    guard decoded.unicodeScalars.count == 1, let character = decoded.first, character != "\u{FFFD}" else {
      return ParsedInput(.nothing, 2)
    }
    return ParsedInput(.key(KeyEvent(.character(character), .alt)), 1 + length)
  }

  /// Two escapes: alt with a key that is itself a sequence, as rxvt sends it; otherwise an escape by itself.
  private static func doubled(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    let inner = bytes.dropFirst()
    guard inner.count > 1 else { return isFinal ? ParsedInput(.key(KeyEvent(.escape)), 1) : nil }
    let introducer = inner[inner.startIndex + 1]
    guard introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else {
      return ParsedInput(.key(KeyEvent(.escape)), 1)
    }
    guard let parsed = parse(inner, isFinal: isFinal) else { return nil }
    guard case .key(let event) = parsed.content, parsed.length > 2 else {
      return ParsedInput(.key(KeyEvent(.escape)), 1)
    }
    return ParsedInput(.key(KeyEvent(event.key, event.modifiers.union(.alt))), 1 + parsed.length)
  }

  // MARK: - Strings

  /// Answers: from the introducer to BEL or ST.
  private static func string(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    let body = bytes.dropFirst(2)
    for index in body.indices {
      let isBell = body[index] == 0x07
      let isTerminator = body[index] == 0x1B && index + 1 < body.endIndex && body[index + 1] == UInt8(ascii: "\\")
      guard isBell || isTerminator else { continue }
      let text = String(decoding: body[..<index], as: UTF8.self)
      let length = index - bytes.startIndex + (isBell ? 1 : 2)
      return ParsedInput(bytes[bytes.startIndex + 1] == UInt8(ascii: "]") ? .report(text) : .nothing, length)
    }
    guard isFinal else { return nil }
    // Alt with a bracket or a capital letter, unless it goes on as an answer does.
    let beginsAnswer = body.first.map { (0x30...0x3F).contains($0) } ?? false
    return beginsAnswer ? ParsedInput(.nothing, bytes.count) : alt(bytes, isFinal)
  }

  // MARK: - SS3

  private static func ss3(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    var index = bytes.startIndex + 2
    var digits: [UInt8] = []
    while index < bytes.endIndex, (0x30...0x3B).contains(bytes[index]), digits.count < 8 {
      digits.append(bytes[index])
      index += 1
    }
    guard index < bytes.endIndex else { return isFinal ? alt(bytes, isFinal) : nil }
    let final = bytes[index]
    let length = index - bytes.startIndex + 1
    guard final >= 0x40, final < 0x7F else { return alt(bytes, isFinal) }
    let modifiers = Parameters(digits[...]).last.map(modifiers(code:)) ?? []
    if let event = KeyTable.ss3(final, modifiers) { return ParsedInput(.key(event), length) }
    return ParsedInput(.unknown, length)
  }

  // MARK: - CSI

  private static func csi(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "M") { return oldMouse(bytes, isFinal) }
    if body.first == UInt8(ascii: "[") { return linuxFunction(bytes, isFinal) }
    let parameters = body.prefix { (0x30...0x3F).contains($0) }
    let intermediates = body[parameters.endIndex...].prefix { (0x20...0x2F).contains($0) }
    guard intermediates.endIndex < bytes.endIndex else {
      if body.isEmpty { return isFinal ? alt(bytes, isFinal) : nil }
      return isFinal || body.count > 256 ? ParsedInput(.nothing, bytes.count) : nil
    }
    let final = bytes[intermediates.endIndex]
    let length = intermediates.endIndex - bytes.startIndex + 1
    // A control or an escape in the middle ends what cannot be a sequence.
    guard (0x40...0x7E).contains(final) else { return ParsedInput(.nothing, length - 1) }
    guard intermediates.isEmpty else { return ParsedInput(.unknown, length) }
    return ParsedInput(content(parameters, final), length)
  }

  private static func content(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> ParsedInput.Content {
    if let marker = parameters.first, (0x3C...0x3F).contains(marker) {
      let rest = Parameters(parameters.dropFirst())
      switch (marker, final) {
      case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
        return MouseReport(rest, isRelease: final == UInt8(ascii: "m")).map { .mouse($0) } ?? .nothing
      case (UInt8(ascii: "?"), UInt8(ascii: "c")): return .answered
      default: return .nothing
      }
    }
    let values = Parameters(parameters)
    switch final {
    case UInt8(ascii: "I") where values.isEmpty: return .focus(true)
    case UInt8(ascii: "O") where values.isEmpty: return .focus(false)
    case UInt8(ascii: "~") where values[0] == 200: return .pasteStart
    case UInt8(ascii: "~") where values[0] == 27: return key(KeyTable.codePoint(values[2], modifiers(code: values[1])))
    case UInt8(ascii: "u"):
      return key(KeyTable.codePoint(values[0], modifiers(code: values[1]), isRelease: values.isRelease))
    case UInt8(ascii: "M") where values.count == 3:
      return MouseReport(values, offset: 32).map { .mouse($0) } ?? .nothing
    default: break
    }
    if values.isRelease { return .nothing }
    return key(KeyTable.csi(final, values))
  }

  private static func key(_ event: KeyEvent?) -> ParsedInput.Content { event.map { .key($0) } ?? .unknown }

  /// Three bytes after `CSI M`.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    let body = bytes.dropFirst(3)
    guard body.count >= 3 else { return isFinal ? ParsedInput(.nothing, bytes.count) : nil }
    let values = body.prefix(3).map { Int($0) }
    let report = MouseReport(code: values[0] - 32, column: values[1] - 32, row: values[2] - 32)
    return ParsedInput(report.map { .mouse($0) } ?? .nothing, 6)
  }

  /// `CSI [ A` to `CSI [ E`: F1 to F5 of the Linux console.
  private static func linuxFunction(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> ParsedInput? {
    guard bytes.count > 3 else { return isFinal ? ParsedInput(.nothing, bytes.count) : nil }
    let letter = bytes[bytes.startIndex + 3]
    guard (0x41...0x45).contains(letter) else { return ParsedInput(.nothing, 3) }
    return ParsedInput(.key(KeyEvent(.function(Int(letter) - 0x40))), 4)
  }

  /// xterm and kitty count modifiers from 1: shift 1, alt 2, control 4; super, hyper, meta and locks are not used here.
  static func modifiers(code: Int) -> Modifiers {
    code > 1 ? Modifiers(rawValue: UInt8(truncatingIfNeeded: (code - 1) & 7)) : []
  }
}
