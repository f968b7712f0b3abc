/// Reads TOML 1.0 (https://toml.io/en/v1.0.0) into a flat list: what is set, to what, and where.
///
/// Numbers and dates are recognised and not interpreted, since no setting takes one. What stands in `[[lists of tables]]`
/// is checked and left aside for the same reason. Linear in the length of the text; never more than `deepest` deep.
struct TOMLReader {
  struct Entry: Equatable {
    var path: [String]
    var value: ConfigurationValue
    var position: TextPosition
    /// `[keys]` with nothing below it, or `{}`.
    var isEmptyTable = false
  }

  /// In the order of the text.
  private(set) var entries: [Entry] = []
  var cursor: TOMLCursor

  static let deepest = 64

  private enum Kind { case value, header, implied, listOfTables }
  private var known: [[String]: (kind: Kind, line: Int)] = [:]
  private var table: [String] = []
  private var isInList = false

  init(_ text: String) throws(ConfigurationProblem) {
    cursor = TOMLCursor(text)
    while true {
      cursor.skipBlank()
      guard let scalar = cursor.peek() else { break }
      if scalar == "[" { try header() } else { try assignment() }
      try lineEnd()
    }
    addEmptyTables()
  }

  func problem(_ problem: TOMLProblem, at position: TextPosition? = nil) -> ConfigurationProblem {
    ConfigurationProblem(position ?? cursor.position, .syntax(problem))
  }

  // MARK: - Lines

  private mutating func lineEnd() throws(ConfigurationProblem) {
    cursor.skipSpaces()
    cursor.skipComment()
    if cursor.peek() == "\r", cursor.peek(1) == "\n" { cursor.step() }
    guard cursor.isAtEnd || cursor.take("\n") else { throw problem(.expectedLineEnd) }
  }

  private mutating func header() throws(ConfigurationProblem) {
    let start = cursor.position
    cursor.step()
    let isList = cursor.take("[")
    let path = try key()
    guard cursor.take("]"), !isList || cursor.take("]") else { throw problem(.unclosedHeader) }
    for length in 1..<max(1, path.count) { try imply(Array(path.prefix(length)), start) }
    switch known[path]?.kind {
    case .value?, .header?,
      .listOfTables? where !isList, .implied? where isList:
      throw problem(.twice(name: path.joined(separator: "."), line: known[path]?.line ?? 1), at: start)
    default: break
    }
    if isList {
      // Each element begins anew.
      for below in known.keys where below.count > path.count && below.starts(with: path) { known[below] = nil }
      if known[path] == nil { entries.append(Entry(path: path, value: .other("a list of tables"), position: start)) }
    }
    known[path] = (isList ? .listOfTables : .header, start.line)
    table = path
    isInList = (1...path.count).contains { known[Array(path.prefix($0))]?.kind == .listOfTables }
  }

  private mutating func assignment() throws(ConfigurationProblem) {
    let start = cursor.position
    let path = table + (try key())
    guard cursor.take("=") else { throw problem(.expectedEquals) }
    cursor.skipSpaces()
    try add(path, try value(depth: 0), start)
  }

  private mutating func add(_ path: [String], _ value: TOMLValue, _ start: TextPosition) throws(ConfigurationProblem) {
    for length in table.count + 1..<max(table.count + 1, path.count) { try imply(Array(path.prefix(length)), start) }
    if let former = known[path] {
      throw problem(.twice(name: path.joined(separator: "."), line: former.line), at: start)
    }
    known[path] = (.value, start.line)
    for item in value.flat where !isInList {
      entries.append(
        Entry(path: path + item.path, value: item.value, position: start, isEmptyTable: item.isEmptyTable))
    }
  }

  /// A table that is named on the way to something in it.
  private mutating func imply(_ path: [String], _ start: TextPosition) throws(ConfigurationProblem) {
    guard let former = known[path] else {
      known[path] = (.implied, start.line)
      return
    }
    if former.kind == .value {
      throw problem(.noTable(name: path.joined(separator: "."), line: former.line), at: start)
    }
  }

  private mutating func addEmptyTables() {
    for (path, former) in known where former.kind == .header {
      if entries.contains(where: { $0.path.count > path.count && $0.path.starts(with: path) }) { continue }
      entries.append(
        Entry(
          path: path, value: .other("a table"), position: TextPosition(line: former.line, column: 1),
          isEmptyTable: true))
    }
    entries.sort { ($0.position, $0.path.joined()) < ($1.position, $1.path.joined()) }
  }

  // MARK: - Keys

  /// A bare, quoted or dotted key, with the spaces around it.
  mutating func key() throws(ConfigurationProblem) -> [String] {
    var parts: [String] = []
    repeat {
      guard parts.count < Self.deepest else { throw problem(.tooDeep) }
      cursor.skipSpaces()
      if let quote = cursor.peek(), quote == "\"" || quote == "'" {
        parts.append(try shortText(quote))
      } else {
        let part = cursor.takeWhile { scalar in
          scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".unicodeScalars.contains(scalar))
        }
        guard !part.isEmpty else { throw problem(.expectedKey) }
        parts.append(part)
      }
      cursor.skipSpaces()
    } while cursor.take(".")
    return parts
  }
}

/// A value as it stands in the text.
enum TOMLValue {
  case plain(ConfigurationValue)
  case table([(path: [String], value: TOMLValue)])

  /// What a table sets, at any depth; a plain value has an empty path.
  var flat: [(path: [String], value: ConfigurationValue, isEmptyTable: Bool)] {
    switch self {
    case .plain(let value): [([], value, false)]
    case .table(let items) where items.isEmpty: [([], .other("a table"), true)]
    case .table(let items):
      items.flatMap { item in item.value.flat.map { (item.path + $0.path, $0.value, $0.isEmptyTable) } }
    }
  }
}
