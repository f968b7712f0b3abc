/// Why a text is no TOML.
public enum TOMLProblem: Equatable, Sendable {
  case expectedKey
  case expectedEquals
  case expectedValue
  /// A word where a value has to be; texts stand in quotes.
  case needsQuotes(String)
  /// More on a line on which something was complete.
  case expectedLineEnd
  case unclosedText, unclosedList, unclosedTable, unclosedHeader
  /// A comma is missing between two items.
  case expectedComma
  /// A backslash and what follows it.
  case unknownEscape(String)
  /// A control character, by its number.
  case control(UInt32)
  /// Set or begun before, in that line.
  case twice(name: String, line: Int)
  /// The name has a value already, and cannot be a table.
  case noTable(name: String, line: Int)
  case tooDeep
}
