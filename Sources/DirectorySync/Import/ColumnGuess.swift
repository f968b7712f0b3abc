import MentorDirectory

/// What the columns of a sheet without header hold, by the look of their cells.
enum ColumnGuess {
  static func fields(
    _ rows: ArraySlice<CSVReader.Row>, width: Int, gazetteer: Gazetteer
  ) -> [(column: Int, field: RecordField)] {
    var found: [(column: Int, field: RecordField)] = [], taken = Set<RecordField>()
    for column in 0..<width {
      let cells = rows.prefix(200).compactMap { $0.cells.indices.contains(column) ? $0.cells[column].line : nil }
        .filter { !MissingValue.isMissing($0) }
      guard let field = field(cells, taken, gazetteer) else { continue }
      taken.insert(field)
      found.append((column, field))
    }
    return found
  }

  private static func field(
    _ cells: [String], _ taken: Set<RecordField>, _ gazetteer: Gazetteer
  ) -> RecordField? {
    guard !cells.isEmpty else { return nil }
    func most(_ test: (String) -> Bool) -> Bool { cells.count(where: test) * 10 >= cells.count * 6 }
    if most({ EmailAddress.isAddress($0[...]) }) { return .email }
    if most({ $0.contains("://") && PageAddress.normalised($0) != nil }) {
      return cells.contains(where: PageAddress.saysMentoring) && !taken.contains(.page) ? .page : .website
    }
    if most(isFlag) { return nil }
    if !taken.contains(.name), most(isName) { return .name }
    if !taken.contains(.location), most({ gazetteer.place($0).country.isEmpty == false }) { return .location }
    if most({ $0.unicodeScalars.count > 100 }) { return .writeUp }
    let isList = most { $0.contains(",") || $0.contains(";") || $0.contains(" / ") }
    if isList, !taken.contains(.interests) { return .interests }
    return nil
  }

  /// Two to five words that begin with a letter which is not lower case ("de", "van" may be), no digits.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), text.unicodeScalars.count <= 60,
      !text.contains(where: { $0.isNumber || ",;/@".contains($0) })
    else { return false }
    return words.allSatisfy { $0.first?.isLetter ?? false } && words.first?.first?.isLowercase == false
      && words.count { $0.first?.isLowercase == true } <= 2
  }

  private static func isFlag(_ text: String) -> Bool { ["0", "1", "true", "false", "x"].contains(text.lowercased()) }
}
