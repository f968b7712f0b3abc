import Foundation
import MentorDirectory

/// The columns of a sheet: what stands at their heads, or what their cells are like.
struct SheetColumns {
  /// More columns than this are not a list of people.
  static let limit = 5000

  /// One path per column: its heading, made unique among equal and empty headings by a mark that `columnName` removes.
  var paths: [String]
  /// Line of the header; 0 if the sheet has none.
  var headerLine: Int
  /// How many of the first rows are not records: titles, and the header itself.
  var leadingRows: Int
  /// What was recognised by content, for a sheet without header.
  var guessed: [(column: Int, field: RecordField)] = []

  /// Decides by the first rows. A header is the first row among five in which names of fields stand and no addresses.
  init(_ rows: ArraySlice<CSVReader.Row>, mapping: [FieldMapping], gazetteer: Gazetteer) {
    let found = rows.prefix(5).firstIndex { Self.isHeader($0, mapping: mapping) }
    if let found {
      paths = Self.unique(rows[found].cells)
      headerLine = rows[found].line
      leadingRows = found - rows.startIndex + 1
    } else {
      let width = rows.map(\.cells.count).max() ?? 0
      paths = Self.unique(Array(repeating: "", count: width))
      headerLine = 0
      leadingRows = 0
      guessed = ColumnGuess.fields(rows, width: width, gazetteer: gazetteer)
    }
  }

  func map(_ mapping: [FieldMapping]) -> FieldMap {
    var map = FieldMap(columns: paths, mapping: mapping)
    for (column, field) in guessed where map.field(paths[column]) == nil { map.set(field, column: paths[column]) }
    return map
  }

  private static func isHeader(_ row: CSVReader.Row, mapping: [FieldMapping]) -> Bool {
    let cells = row.cells.filter { !$0.isEmpty }
    guard !cells.isEmpty, !cells.contains(where: { $0.contains("://") || EmailAddress.isAddress($0[...]) }) else {
      return false
    }
    if mapping.contains(where: { mapping in cells.contains { mapping.means(column: $0, number: -1) } }) { return true }
    var points = 0
    for cell in cells where cell.utf8.count <= 300 {
      guard let field = FieldMap.recognise(cell)?.field else { continue }
      let isPlain = ["mentor", "person", "first", "last"].contains(cell.lowercased())
      points += [.name, .firstName, .email].contains(field) && !isPlain ? 2 : 1
    }
    return points >= 2 || points * 2 >= cells.count
  }

  private static func unique(_ headings: [String]) -> [String] {
    var seen = Set<String>()
    return headings.enumerated().map { index, heading in
      let name = heading.line
      let path = name.isEmpty || seen.contains(name) ? "\(name)\u{1F}\(index + 1)" : name
      seen.insert(path)
      return path
    }
  }
}

extension String {
  /// The heading in the path of a column.
  var columnName: String { String(prefix { $0 != "\u{1F}" }) }

  /// The heading for a message: "column 4" where there is none.
  var columnTitle: String {
    let name = columnName.cleanedLine(limit: 60)
    return name.isEmpty ? "column \(split(separator: "\u{1F}").last ?? "")" : "\"\(name)\""
  }
}
