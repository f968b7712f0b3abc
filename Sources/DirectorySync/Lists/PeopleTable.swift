import Markup
import MentorDirectory

/// People in the rows of a table.
struct PeopleTable {
  private(set) var records: [PersonRecord] = []

  init(_ table: HTMLElement, heading: String) {
    let rows = Self.rows(of: table)
    guard let first = rows.first else { return }
    let labels = first.cells.map { $0.text(limit: 200) }
    var keys = labels.map(PeopleKey.key(for:))
    let isHeader = first.isHeader || keys.compactMap { $0 }.count >= 2
    if isHeader, labels.contains(where: PeopleKey.isLegend) { return }
    if isHeader, !keys.contains("name") { keys = Self.guessedName(keys, labels: labels, rows: rows) }
    if !isHeader || !keys.contains("name") {
      guard !isHeader || keys.allSatisfy({ $0 == nil }), Self.looksLikePeople(isHeader ? Array(rows.dropFirst()) : rows)
      else { return }
      keys = Self.guessedKeys(isHeader ? Array(rows.dropFirst()) : rows)
    }
    let isFull = PeopleKey.saysFull(heading)
    for row in isHeader ? Array(rows.dropFirst()) : rows {
      if let record = Self.record(row, keys: keys, labels: isHeader ? labels : [], isFull: isFull) {
        records.append(record)
      }
    }
  }

  struct Row {
    var cells: [HTMLElement]
    var isHeader: Bool
    var line: Int
  }

  private static func rows(of table: HTMLElement) -> [Row] {
    let rows = table.elements.flatMap { child -> [(HTMLElement, Bool)] in
      if child.name == "tr" { return [(child, false)] }
      return ["thead", "tbody", "tfoot"].contains(child.name)
        ? child.elements.filter { $0.name == "tr" }.map { ($0, child.name == "thead") } : []
    }
    return rows.compactMap { row, isInHead in
      let cells = row.elements.filter { $0.name == "td" || $0.name == "th" }
      let isHeader = isInHead || cells.allSatisfy { $0.name == "th" }
      return cells.isEmpty ? nil : Row(cells: cells, isHeader: isHeader, line: row.line)
    }
  }

  private static func record(_ row: Row, keys: [String?], labels: [String], isFull: Bool) -> PersonRecord? {
    var record = PersonRecord(line: row.line)
    for (index, cell) in row.cells.enumerated() {
      let key = index < keys.count ? keys[index] : nil
      if let key {
        record.add(key, from: cell)
      } else if PersonRecord.isFrozen(cell.text()) {
        record.set("availability", "full")
      } else if index < labels.count, !labels[index].isEmpty {
        // A column nobody foresaw is kept under its own name.
        record.add(labels[index].cleanedLine(limit: 60), cell.text())
      }
    }
    guard let name = record["name"].first, PersonName.stated(name) != nil || name.count <= 40 else { return nil }
    if isFull, record["availability"].isEmpty { record.add("availability", "full") }
    return record
  }

  /// A table whose headings name contacts or topics but no names: the first column with names is theirs.
  private static func guessedName(_ keys: [String?], labels: [String], rows: [Row]) -> [String?] {
    guard keys.contains("contact") || keys.contains("topics") || keys.contains("page") || keys.contains("profile")
    else { return keys }
    let body = rows.dropFirst()
    for column in keys.indices where keys[column] == nil || keys[column] == "title" || keys[column] == "page" {
      let names = body.filter { $0.cells.count > column && PersonName.likely($0.cells[column].text()) != nil }.count
      if names * 2 > body.count {
        var keys = keys
        keys[column] = "name"
        return keys
      }
    }
    return keys
  }

  /// Without headings: the first column must hold names, and something else must say more about them.
  private static func looksLikePeople(_ rows: [Row]) -> Bool {
    guard rows.count >= 2, rows.contains(where: { $0.cells.count >= 2 }) else { return false }
    let names = rows.filter { row in row.cells.first.map { PersonName.likely($0.text()) != nil } ?? false }.count
    let linked = rows.filter { row in
      row.cells.contains { $0.first { $0.name == "a" && $0["href"] != nil } != nil || $0.text().contains("@") }
    }.count
    return names * 3 >= rows.count * 2 && linked * 2 >= rows.count
  }

  private static func guessedKeys(_ rows: [Row]) -> [String?] {
    let width = rows.map(\.cells.count).max() ?? 0
    return (0..<width).map { column in
      if column == 0 { return "name" }
      let cells = rows.compactMap { $0.cells.count > column ? $0.cells[column] : nil }
      let contacts = cells.filter { cell in
        cell.first { $0.name == "a" } != nil || cell.text().contains("@") || PersonRecord.isFrozen(cell.text())
      }.count
      return contacts * 2 > cells.count ? "contact" : "topics"
    }
  }
}
