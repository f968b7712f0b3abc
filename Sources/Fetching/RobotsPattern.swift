/// Patterns of robots.txt: a beginning of a path, in which `*` stands for any bytes and `$` at the end for the end.
enum RobotsPattern {
  /// The form in which two spellings are the same bytes (RFC 9309, 2.2.2): escapes of unreserved characters undone,
  /// others in upper case, everything that is not ASCII escaped.
  static func normalised(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = digit(text[index + 1]),
        let low = digit(text[index + 2])
      {
        let value = high << 4 | low
        if isUnreserved(value) { out.append(value) } else { escape(value, into: &out) }
        index += 3
      } else {
        if byte > 0x20 && byte < 0x7F { out.append(byte) } else { escape(byte, into: &out) }
        index += 1
      }
    }
    return out
  }

  /// True if the path begins as the pattern says. Both are normalised. Takes at most the product of their lengths.
  static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern[...]
    var inPattern = pattern.startIndex, inPath = 0
    // Where to go on after a star, should what follows it not fit here.
    var star: (inPattern: Int, inPath: Int)?
    while true {
      if inPattern == pattern.endIndex {
        if !isAnchored || inPath == path.count { return true }
      } else if pattern[inPattern] == UInt8(ascii: "*") {
        inPattern += 1
        star = (inPattern, inPath)
        continue
      } else if inPath < path.count, pattern[inPattern] == path[inPath] {
        inPattern += 1
        inPath += 1
        continue
      }
      guard let last = star, last.inPath < path.count else { return false }
      star = (last.inPattern, last.inPath + 1)
      (inPattern, inPath) = (last.inPattern, last.inPath + 1)
    }
  }

  private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
