/// The header of a mail or of one of its parts (RFC 5322, RFC 2045): names in lower case, folded lines joined.
struct MailHead {
  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var end: Int

  static let mostFields = 1_000
  static let longestField = 64_000

  init(_ bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    end = bytes.endIndex
    while place < bytes.endIndex {
      let lineEnd = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      var line = bytes[place..<lineEnd]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      place = lineEnd < bytes.endIndex ? lineEnd + 1 : lineEnd
      if line.isEmpty {
        end = place
        return
      }
      add(line)
    }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
      guard let last = fields.indices.last, fields[last].value.count + line.count < Self.longestField else { return }
      fields[last].value.append(contentsOf: line)
      return
    }
    guard fields.count < Self.mostFields, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    fields.append((name.trimmingBlanks, Array(line[(colon + 1)...].prefix(Self.longestField))))
  }

  /// The bytes of the first field of that name, without blanks around them.
  func bytes(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name }.map { field in
      Array(field.value.drop { $0 == 0x20 || $0 == 9 }.reversed().drop { $0 == 0x20 || $0 == 9 }.reversed())
    }
  }

  func text(_ name: String) -> String { bytes(name).map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// A field with parameters (`text/plain; charset="utf-8"`): the value in lower case, the parameters by lower-case name.
  func structured(_ name: String) -> (value: String, parameters: [String: String]) {
    let pieces = Self.pieces(of: text(name))
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let key = piece[..<equals].lowercased().trimmingBlanks
      var value = String(piece[piece.index(after: equals)...]).trimmingBlanks
      if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 { value = String(value.dropFirst().dropLast()) }
      if parameters[key] == nil { parameters[key] = value.replacing("\\\"", with: "\"") }
    }
    return ((pieces.first ?? "").lowercased().trimmingBlanks, parameters)
  }

  /// Split at semicolons outside of quotes.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""], isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
