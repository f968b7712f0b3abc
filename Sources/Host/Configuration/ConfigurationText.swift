import TOMLKit

/// A TOML text as a flat list: what is set, to what, and where.
struct ConfigurationText {
  struct Entry: Equatable {
    var path: [String]
    var value: ConfigurationValue
    var position: TextPosition
    /// `[keys]` with nothing below it.
    var isEmptyTable = false
  }

  /// In the order of the text.
  private(set) var entries: [Entry] = []

  init(_ text: String) throws(ConfigurationProblem) {
    // A C string would end there, and the parser with it.
    if let zero = text.unicodeScalars.firstIndex(of: "\0") {
      let before = text.unicodeScalars[..<zero].split(separator: "\n", omittingEmptySubsequences: false)
      throw ConfigurationProblem(
        TextPosition(line: before.count, column: (before.last?.count ?? 0) + 1), .syntax("a zero byte"))
    }
    let table = try Self.parsed(text)
    let positions = TOMLKeyScanner(text).positions
    collect(table, [], positions)
    entries.sort { ($0.position, $0.path.joined()) < ($1.position, $1.path.joined()) }
  }

  private static func parsed(_ text: String) throws(ConfigurationProblem) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      guard let error = error as? TOMLParseError else {
        throw ConfigurationProblem(TextPosition(line: 1, column: 1), .syntax("\(error)"))
      }
      let begin = error.source.begin
      throw ConfigurationProblem(
        TextPosition(line: max(1, begin.line), column: max(1, begin.column)), .syntax(error.description))
    }
  }

  private mutating func collect(_ table: TOMLTable, _ path: [String], _ positions: [[String]: TextPosition]) {
    for key in table.keys {
      let whole = path + [key]
      guard let value = table[key] else { continue }
      let inner = value.table
      if let inner, !inner.isEmpty {
        collect(inner, whole, positions)
      } else {
        let position = Self.position(of: whole, positions)
        entries.append(Entry(path: whole, value: Self.read(value), position: position, isEmptyTable: inner != nil))
      }
    }
  }

  /// Where the key stands; that of the table around it where it is part of a value.
  private static func position(of path: [String], _ positions: [[String]: TextPosition]) -> TextPosition {
    for length in stride(from: path.count, to: 0, by: -1) {
      if let known = positions[Array(path.prefix(length))] { return known }
    }
    return TextPosition(line: 1, column: 1)
  }

  private static func read(_ value: any TOMLValueConvertible) -> ConfigurationValue {
    switch value.type {
    case .string: return .text(value.string ?? "")
    case .bool: return .flag(value.bool ?? false)
    case .array:
      let items = value.array.map { array in array.map { $0.string } } ?? []
      let texts = items.compactMap { $0 }
      return texts.count == items.count ? .list(texts) : .other("a list that holds more than texts")
    case .int, .double: return .other("a number")
    case .table: return .other("a table")
    case .date, .time, .dateTime: return .other("a date or time")
    }
  }
}
