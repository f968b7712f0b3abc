import CTerminal
import Surface

/// Key sequences that only the terminal's own description knows, for terminals unlike xterm.
struct TerminfoKeys {
  private var keys: [[UInt8]: KeyEvent] = [:]
  /// The longest sequence in bytes.
  private(set) var longest = 0

  init(_ keys: [[UInt8]: KeyEvent] = [:]) {
    self.keys = keys
    longest = keys.keys.map(\.count).max() ?? 0
  }

  subscript(sequence: [UInt8]) -> KeyEvent? { keys[sequence] }

  /// Reads the description of the started terminal.
  static func load() -> TerminfoKeys {
    var keys: [[UInt8]: KeyEvent] = [:]
    func add(_ capability: String, _ event: KeyEvent) {
      guard let text = cterm_capability(capability) else { return }
      let bytes = Array(String(cString: text).utf8)
      if bytes.count >= 2, bytes[0] == 0x1B, keys[bytes] == nil { keys[bytes] = event }
    }
    for (name, key) in plain { add(name, KeyEvent(key)) }
    for number in 1...24 { add("kf\(number)", KeyEvent(.function(number))) }
    for (name, key) in modified {
      add(name, KeyEvent(key, .shift))
      // The digit counts as in xterm's sequences: 1 plus shift 1, alt 2, control 4.
      for digit in 3...8 { add("\(name)\(digit)", KeyEvent(key, Modifiers(rawValue: UInt8(digit - 1)))) }
    }
    return TerminfoKeys(keys)
  }

  private static let plain: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab), ("kent", .enter),
  ]

  private static let modified: [(String, Key)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end), ("kPRV", .pageUp),
    ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
  ]
}
