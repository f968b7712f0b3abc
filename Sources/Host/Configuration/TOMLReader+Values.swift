extension TOMLReader {
  mutating func value(depth: Int) throws(ConfigurationProblem) -> TOMLValue {
    guard depth < Self.deepest else { throw problem(.tooDeep) }
    switch cursor.peek() {
    case "\""?, "'"?: return .plain(.text(try text()))
    case "["?: return .plain(try list(depth))
    case "{"?: return try table(depth)
    default: return .plain(try word())
    }
  }

  // MARK: - Lists and tables

  private mutating func list(_ depth: Int) throws(ConfigurationProblem) -> ConfigurationValue {
    let start = cursor.position
    var texts: [String] = [], isOther = false
    cursor.step()
    while true {
      cursor.skipBlank()
      if cursor.take("]") { return isOther ? .other("a list of other things than texts") : .list(texts) }
      guard !cursor.isAtEnd else { throw problem(.unclosedList, at: start) }
      if case .plain(.text(let text)) = try value(depth: depth + 1) { texts.append(text) } else { isOther = true }
      cursor.skipBlank()
      guard cursor.take(",") || cursor.peek() == "]" else {
        throw cursor.isAtEnd ? problem(.unclosedList, at: start) : problem(.expectedComma)
      }
    }
  }

  /// On one line, without a comma at its end.
  private mutating func table(_ depth: Int) throws(ConfigurationProblem) -> TOMLValue {
    let start = cursor.position
    var items: [(path: [String], value: TOMLValue)] = []
    cursor.step()
    cursor.skipSpaces()
    if cursor.take("}") { return .table([]) }
    while true {
      cursor.skipSpaces()
      let place = cursor.position
      let path = try key()
      if items.contains(where: { $0.path.starts(with: path) || path.starts(with: $0.path) }) {
        throw problem(.twice(name: path.joined(separator: "."), line: place.line), at: place)
      }
      guard cursor.take("=") else { throw problem(.expectedEquals) }
      cursor.skipSpaces()
      items.append((path, try value(depth: depth + 1)))
      cursor.skipSpaces()
      if cursor.take("}") { return .table(items) }
      guard cursor.take(",") else {
        let isCut = cursor.isAtEnd || cursor.peek() == "\n" || cursor.peek() == "\r"
        throw isCut ? problem(.unclosedTable, at: start) : problem(.expectedComma)
      }
    }
  }

  // MARK: - Words and numbers

  private mutating func word() throws(ConfigurationProblem) -> ConfigurationValue {
    let start = cursor.position
    var word = token()
    // A space may stand between date and time.
    if Self.isDate(word), cursor.peek() == " ", let next = cursor.peek(1), ("0"..."9").contains(next) {
      cursor.step()
      word += " " + token()
    }
    switch word {
    case "": throw problem(.expectedValue)
    case "true": return .flag(true)
    case "false": return .flag(false)
    case _ where Self.isNumber(word): return .other("a number")
    case _ where Self.isDate(String(word.prefix(10))) || Self.isTime(word): return .other("a date or time")
    default: throw problem(.needsQuotes(word), at: start)
    }
  }

  private mutating func token() -> String {
    cursor.takeWhile { !" \t\r\n,]}#=\"'[{".unicodeScalars.contains($0) && $0.value >= 0x20 && $0.value != 0x7F }
  }

  private static func isNumber(_ word: String) -> Bool {
    var digits = word[...]
    if let sign = digits.first, "+-".contains(sign) { digits = digits.dropFirst() }
    if digits == "inf" || digits == "nan" { return true }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      let rest = digits.dropFirst(2)
      return !rest.isEmpty
        && rest.allSatisfy { $0 == "_" || ($0.isASCII && $0.hexDigitValue.map { $0 < radix } == true) }
    }
    guard digits.first?.isASCII == true, digits.first?.isNumber == true else { return false }
    return digits.allSatisfy { $0.isASCII && ($0.isNumber || "_.eE+-".contains($0)) }
      && Double(digits.filter { $0 != "_" }) != nil
  }

  /// 1979-05-27
  private static func isDate(_ word: String) -> Bool {
    word.count == 10
      && zip(word, "0000-00-00").allSatisfy { $1 == "-" ? $0 == "-" : $0.isASCII && $0.isNumber }
  }

  /// 07:32
  private static func isTime(_ word: String) -> Bool {
    word.count >= 5
      && zip(word, "00:00").allSatisfy { $1 == ":" ? $0 == ":" : $0.isASCII && $0.isNumber }
  }

  // MARK: - Texts

  private mutating func text() throws(ConfigurationProblem) -> String {
    let isLong = cursor.starts(with: "\"\"\"") || cursor.starts(with: "'''")
    guard let quote = cursor.peek() else { throw problem(.expectedValue) }
    return isLong ? try longText(quote) : try shortText(quote)
  }

  mutating func shortText(_ quote: Unicode.Scalar) throws(ConfigurationProblem) -> String {
    let start = cursor.position
    var out = String.UnicodeScalarView()
    cursor.step()
    while let scalar = cursor.peek() {
      if scalar == quote {
        cursor.step()
        return String(out)
      }
      if scalar == "\n" || scalar == "\r" { break }
      try append(scalar, quote, to: &out)
    }
    throw problem(.unclosedText, at: start)
  }

  private mutating func longText(_ quote: Unicode.Scalar) throws(ConfigurationProblem) -> String {
    let start = cursor.position
    let end = String(repeating: Character(quote), count: 3)
    var out = String.UnicodeScalarView()
    cursor.step(3)
    skipLineEnd()
    while let scalar = cursor.peek() {
      if cursor.starts(with: end) {
        cursor.step(3)
        // Up to two quotes may stand directly before the closing three.
        for _ in 0..<2 where cursor.take(quote) { out.append(quote) }
        return String(out)
      }
      if scalar == "\n" || (scalar == "\r" && cursor.peek(1) == "\n") {
        skipLineEnd()
        out.append("\n")
      } else if scalar == "\\", quote == "\"", isLineEnding() {
        while let blank = cursor.peek(), " \t\r\n".unicodeScalars.contains(blank) { cursor.step() }
      } else {
        try append(scalar, quote, to: &out)
      }
    }
    throw problem(.unclosedText, at: start)
  }

  private mutating func skipLineEnd() {
    if cursor.peek() == "\r", cursor.peek(1) == "\n" { cursor.step() }
    _ = cursor.take("\n")
  }

  /// A backslash behind which the line ends joins the lines; steps past it.
  private mutating func isLineEnding() -> Bool {
    var ahead = 1
    while let scalar = cursor.peek(ahead), scalar == " " || scalar == "\t" || scalar == "\r" { ahead += 1 }
    guard cursor.peek(ahead) == "\n" else { return false }
    cursor.step()
    return true
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, _ quote: Unicode.Scalar, to out: inout String.UnicodeScalarView
  ) throws(ConfigurationProblem) {
    if scalar == "\\", quote == "\"" { return out.append(try escape()) }
    guard scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0x7F) else {
      throw problem(.control(scalar.value))
    }
    out.append(scalar)
    cursor.step()
  }

  private mutating func escape() throws(ConfigurationProblem) -> Unicode.Scalar {
    let start = cursor.position
    cursor.step()
    guard let letter = cursor.peek() else { throw problem(.unclosedText, at: start) }
    cursor.step()
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "\"", "\\": return letter
    case "u", "U":
      var digits = ""
      while digits.count < (letter == "u" ? 4 : 8), let digit = cursor.peek(), digit.properties.isASCIIHexDigit {
        digits.unicodeScalars.append(digit)
        cursor.step()
      }
      guard digits.count == (letter == "u" ? 4 : 8), let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      else { throw problem(.unknownEscape("\\\(letter)\(digits)"), at: start) }
      return scalar
    default: throw problem(.unknownEscape("\\\(letter)"), at: start)
    }
  }
}
