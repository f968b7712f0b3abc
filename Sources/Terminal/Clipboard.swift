/// Control sequences that hand text to the clipboard of the terminal (OSC 52): they work over ssh, where no clipboard
/// program can.
public enum Clipboard {
  /// What surrounds the terminal.
  public enum Multiplexer: Sendable {
    case none, tmux, screen
  }

  /// Text of which terminals are known to accept the sequence: xterm's limit, less the envelope.
  public static let maximumBytes = 74_000

  /// The bytes that copy `text`; nil where it is too long. Inside tmux both the plain sequence (for `set-clipboard on`)
  /// and one in an envelope (for `allow-passthrough on`) are sent; copying twice does no harm.
  public static func sequence(copying text: String, through multiplexer: Multiplexer = .none) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= maximumBytes else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    switch multiplexer {
    case .none: return plain
    case .tmux:
      // Every escape inside the envelope is doubled; there is one.
      return plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8)
    case .screen: return chunked(plain)
    }
  }

  /// GNU screen takes at most 768 bytes in one string.
  private static func chunked(_ sequence: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = sequence[...]
    while !rest.isEmpty {
      out += Array("\u{1B}P".utf8) + rest.prefix(760) + Array("\u{1B}\\".utf8)
      rest = rest.dropFirst(760)
    }
    return out
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = 0
      for index in 0..<3 { word = word << 8 | (index < group.count ? Int(group[start + index]) : 0) }
      for index in 0..<4 {
        out.append(index <= group.count ? alphabet[word >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }
}
