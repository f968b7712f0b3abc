import MentorDirectory

/// What becomes of the address of a link before it enters the model.
public enum LinkAddress {
  /// Longer ones are data, not addresses.
  public static let maximumLength = 2_000
  private static let schemes: Set<Substring> = [
    "http", "https", "mailto", "tel", "xmpp", "matrix", "irc", "ircs",
  ]

  /// The address without white space and control characters, with what would break out of quotes percent-encoded;
  /// a bare mail address gets its scheme. Nil for a script, data, any scheme but those listed, a mere fragment, or
  /// nothing at all.
  public static func cleaned(_ raw: some StringProtocol) -> String? {
    var out = String.UnicodeScalarView(), count = 0
    var scalars = raw.unicodeScalars[...]
    while let first = scalars.first, first.isSpace || first.value <= 0x20 { scalars.removeFirst() }
    while let last = scalars.last, last.isSpace || last.value <= 0x20 { scalars.removeLast() }
    for scalar in scalars {
      if scalar == "\t" || scalar == "\n" || scalar.isUnwelcome { continue }
      count += 1
      if count > maximumLength { return nil }
      switch scalar {
      case "\"": out.append(contentsOf: "%22".unicodeScalars)
      case "<": out.append(contentsOf: "%3C".unicodeScalars)
      case ">": out.append(contentsOf: "%3E".unicodeScalars)
      case "\\": out.append(contentsOf: "%5C".unicodeScalars)
      case "`": out.append(contentsOf: "%60".unicodeScalars)
      case "{": out.append(contentsOf: "%7B".unicodeScalars)
      case "|": out.append(contentsOf: "%7C".unicodeScalars)
      case "}": out.append(contentsOf: "%7D".unicodeScalars)
      default:
        if scalar.isSpace { out.append(contentsOf: "%20".unicodeScalars) } else { out.append(scalar) }
      }
    }
    let address = String(out)
    if address.isEmpty || address.hasPrefix("#") { return nil }
    if address.hasPrefix("//") { return "https:" + address }
    if let scheme = scheme(of: address) { return schemes.contains(scheme[...]) ? address : nil }
    return isMail(address) ? "mailto:" + address : address
  }

  /// The lower-case scheme, nil for a relative reference.
  public static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address[..<colon]
    guard let first = scheme.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
      scheme.utf8.allSatisfy({ isASCIIWord($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    return scheme.lowercased()
  }

  /// True for one plain mail address: `local@host.tld`.
  public static func isMail(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(isLocalByte) else {
      return false
    }
    return isHost(parts[1])
  }

  static func isHost(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, text.utf8.count <= 253, let last = labels.last, last.count >= 2 else { return false }
    guard last.allSatisfy({ $0.isLetter }) || last.hasPrefix("xn--") else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  static func isLocalByte(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || byte >= 0x80 || "._%+-".utf8.contains(byte)
  }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
