/// Reads JSON (RFC 8259) and keeps what is good of a file that is not.
///
/// Two mistakes that people make by hand are mended and reported: a missing or a surplus comma. Any other mistake
/// inside an element of the outermost list costs that element only: reading goes on behind its closing bracket, or,
/// where brackets are what is wrong, at the next element that begins like it (`recover`).
/// Linear in the size for valid text; nesting is limited to `maximumDepth`.
public struct JSONReader {
  public static let maximumDepth = 64

  /// A mistake in the text. `isMended` is true when nothing was lost by it.
  public struct Problem: Equatable, Sendable, Error {
    /// From 1; the column counts bytes.
    public var line, column: Int
    public var message: String
    public var isMended: Bool
  }

  /// The value (nil if nothing could be read) and what was wrong, in the order of the text.
  /// - Parameter goesOn: asked now and then with the number of elements of an outer list read so far; false stops the
  ///   reading, and what was complete by then is the value.
  public static func read(
    _ bytes: some Collection<UInt8>, goesOn: (Int) -> Bool = { _ in true }
  ) -> (value: JSONValue?, problems: [Problem]) {
    let contiguous = Array(bytes)
    return contiguous.withUnsafeBufferPointer { buffer in
      withoutActuallyEscaping(goesOn) { goesOn in
        var reader = JSONReader(buffer, goesOn: goesOn)
        return reader.document()
      }
    }
  }

  public static func read(_ text: String) -> (value: JSONValue?, problems: [Problem]) { read(text.utf8) }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private var line = 1
  private var lineStart = 0
  private var problems: [Problem] = []
  /// How many bytes may be looked at a second time while recovering: keeps a hostile file linear.
  var recoveryBudget: Int

  private let isWanted: (Int) -> Bool

  private init(_ bytes: UnsafeBufferPointer<UInt8>, goesOn: @escaping (Int) -> Bool) {
    self.bytes = bytes
    isWanted = goesOn
    recoveryBudget = 4 * bytes.count + (1 << 16)
  }

  private mutating func document() -> (JSONValue?, [Problem]) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      position = 3
      lineStart = 3
    }
    do throws(Problem) {
      let value = try value(depth: 0)
      skipSpace()
      if position < bytes.count { throw problem("the end of the file was expected here, after the value") }
      return (value, problems)
    } catch {
      problems.append(error)
      return (salvaged, problems)
    }
  }

  /// What was complete in the outermost list when reading had to stop.
  private var salvaged: JSONValue?

  private func problem(_ message: String, mended: Bool = false) -> Problem {
    Problem(line: line, column: position - lineStart + 1, message: message, isMended: mended)
  }

  var place: Place { Place(position: position, line: line, lineStart: lineStart) }

  /// Goes to a position that is not before `start`, counting lines from there.
  mutating func move(to target: Int, from start: Place) {
    (position, line, lineStart) = (target, start.line, start.lineStart)
    for i in start.position..<target where bytes[i] == 0x0A {
      line += 1
      lineStart = i + 1
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        line += 1
        lineStart = position
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < Self.maximumDepth else { throw problem("nested deeper than \(Self.maximumDepth) levels") }
    skipSpace()
    guard position < bytes.count else { throw problem("a value was expected, but the file ends here") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw problem("a value was expected here")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count,
      (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw problem("a value was expected here") }
    position += count
    return value
  }

  private mutating func number() throws(Problem) -> String {
    let start = position
    func digit(_ p: Int) -> Bool { p < bytes.count && bytes[p] >= 0x30 && bytes[p] <= 0x39 }
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard digit(position) else { throw problem("a digit was expected here") }
    if bytes[position] == 0x30 { position += 1 } else { while digit(position) { position += 1 } }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digit(position) else { throw problem("a digit was expected after the point") }
      while digit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      guard digit(position) else { throw problem("a digit was expected in the exponent") }
      while digit(position) { position += 1 }
    }
    if digit(position) { throw problem("a number does not begin with 0") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(Problem) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 {
      position += 1
    }
    if position < bytes.count, bytes[position] == 0x22 {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    var out = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        position += 1
        return String(decoding: out, as: UTF8.self)
      } else if byte == 0x5C {
        try escape(into: &out)
      } else if byte < 0x20 {
        throw problem("a string that was opened before this is not closed on its line")
      } else {
        out.append(byte)
        position += 1
      }
    }
    throw problem("a string is not closed before the end of the file")
  }

  private mutating func escape(into out: inout [UInt8]) throws(Problem) {
    guard position + 1 < bytes.count else { throw problem("an escape was expected, but the file ends here") }
    let simple: UInt8
    switch bytes[position + 1] {
    case 0x22, 0x5C, 0x2F: simple = bytes[position + 1]
    case UInt8(ascii: "b"): simple = 8
    case UInt8(ascii: "f"): simple = 12
    case UInt8(ascii: "n"): simple = 10
    case UInt8(ascii: "r"): simple = 13
    case UInt8(ascii: "t"): simple = 9
    case UInt8(ascii: "u"):
      out.append(contentsOf: Array(String(try unicodeEscape()).utf8))
      return
    default: throw problem("\\\(Character(Unicode.Scalar(bytes[position + 1]))) is not an escape of JSON")
    }
    out.append(simple)
    position += 2
  }

  /// A `\uXXXX`, or a pair of them; a lone surrogate is U+FFFD.
  private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
    let unit = try hex4(at: position + 2)
    position += 6
    if (0xD800...0xDBFF).contains(unit), position + 1 < bytes.count, bytes[position] == 0x5C,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let low = try hex4(at: position + 2)
      if (0xDC00...0xDFFF).contains(low) {
        position += 6
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
      }
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private func hex4(at start: Int) throws(Problem) -> UInt32 {
    guard start + 4 <= bytes.count else { throw problem("four hexadecimal digits were expected after \\u") }
    var value: UInt32 = 0
    for i in start..<(start + 4) {
      guard let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue, bytes[i] < 0x80 else {
        throw problem("four hexadecimal digits were expected after \\u")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONObject {
    var object = JSONObject(line: line)
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      position += 1
      return object
    }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 else { throw problem("a key in quotes was expected here") }
      let key = try string()
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
        throw problem("a colon was expected after the key \"\(key.cleanedLine(limit: 40))\"")
      }
      position += 1
      object.append(key, try value(depth: depth + 1))
      if try !goesOn(closing: UInt8(ascii: "}"), next: "\"") { return object }
    }
  }

  private mutating func array(depth: Int) throws(Problem) -> [JSONValue] {
    var elements: [JSONValue] = []
    let open = place
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      skipSpace()
      let start = place
      do throws(Problem) {
        elements.append(try value(depth: depth + 1))
        if depth <= 1, elements.count & 511 == 0, !isWanted(elements.count) {
          salvaged = .array(elements)
          position = bytes.count
          return elements
        }
        if try !goesOn(closing: UInt8(ascii: "]"), next: "{[\"") { return elements }
      } catch {
        guard depth <= 1 else { throw error }
        problems.append(error)
        switch recover(from: start, list: open) {
        case .atElement: continue
        case .behindElement: if try !goesOn(closing: UInt8(ascii: "]"), next: "{[\"") { return elements }
        case .behindList: return elements
        case .lost:
          salvaged = .array(elements)
          throw problem("the list is not closed before the end of the file")
        }
      }
    }
  }

  /// After an element or member: true if another follows. Mends a missing comma (when one of `next` begins the next
  /// one) and a comma before the closing bracket.
  private mutating func goesOn(closing: UInt8, next: StaticString) throws(Problem) -> Bool {
    skipSpace()
    guard position < bytes.count else {
      throw problem("a comma or \(Character(Unicode.Scalar(closing))) was expected, but the file ends here")
    }
    if bytes[position] == closing {
      position += 1
      return false
    }
    if bytes[position] == UInt8(ascii: ",") {
      position += 1
      skipSpace()
      guard position < bytes.count, bytes[position] == closing else { return true }
      problems.append(problem("a comma stands before the closing bracket; read without it", mended: true))
      position += 1
      return false
    }
    if (0..<next.utf8CodeUnitCount).contains(where: { bytes[position] == next.utf8Start[$0] }) {
      problems.append(problem("a comma is missing before this; read as if it were there", mended: true))
      return true
    }
    throw problem("a comma or \(Character(Unicode.Scalar(closing))) was expected here")
  }
}
