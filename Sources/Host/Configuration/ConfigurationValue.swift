/// A value of the configuration, as far as settings use them.
public enum ConfigurationValue: Equatable, Sendable {
  case text(String)
  case flag(Bool)
  case list([String])
  /// Something that no setting takes; the value names it ("a number").
  case other(String)

  /// The text, or the texts of the list; nil for anything else.
  public var texts: [String]? {
    switch self {
    case .text(let text): [text]
    case .list(let texts): texts
    case .flag, .other: nil
    }
  }

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}

extension ConfigurationValue {
  /// As the file has it: TOML 1.0.
  public var toml: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    case .other(let name): "# \(name)"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

/// A place in a text: line and column from 1, columns in Unicode scalars.
public struct TextPosition: Equatable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: TextPosition, b: TextPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
