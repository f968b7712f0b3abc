/// A column of the list of mentors that can be chosen; the name always stands there.
public enum ResultColumn: String, CaseIterable, Hashable, Sendable {
  case title, area, place, team, groups, languages, changed, free

  /// Columns; nil for those that share what room there is.
  var fixedWidth: Int? {
    switch self {
    case .changed: 10
    case .free: 7
    default: nil
    }
  }

  /// Share of the room.
  var weight: Int {
    switch self {
    case .title: 10
    case .area, .groups: 7
    case .languages: 8
    case .team: 6
    case .place: 5
    case .changed, .free: 0
    }
  }

  static let nameWeight = 10

  /// What is shown if nothing was chosen, by the width of the list: area and free places first, then place, title,
  /// languages, last change.
  static func fitting(_ width: Int) -> [ResultColumn] {
    let least: [ResultColumn: Int] = [
      .area: 30, .free: 34, .place: 60, .title: 76, .languages: 96, .changed: 112,
    ]
    return allCases.filter { least[$0].map { width >= $0 } ?? false }
  }

  /// Of the chosen columns those for which there is room, the most telling first.
  static func chosen(_ columns: Set<ResultColumn>, in width: Int) -> [ResultColumn] {
    var room = width - 12, kept: Set<ResultColumn> = []
    let telling: [ResultColumn] = [.area, .free, .place, .title, .languages, .team, .groups, .changed]
    for column in telling where columns.contains(column) {
      let wanted = (column.fixedWidth ?? 8) + 2
      guard wanted <= room else { continue }
      room -= wanted
      kept.insert(column)
    }
    return allCases.filter(kept.contains)
  }
}
