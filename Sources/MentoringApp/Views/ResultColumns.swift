import MentorDirectory
import Surface

/// What stands beside the names in the list of mentors.
struct ResultColumns {
  let state: AppState

  /// A column of the list; `width` is what it takes beside others.
  struct Column {
    var title: String
    var width: Int
    var isRight = false
    var text: (Int) -> StyledText
  }

  /// The name, and the columns that were chosen or else as many as fit.
  func columns(width: Int) -> [Column] {
    let inner = width - 4
    let shown = state.columns.map { ResultColumn.chosen($0, in: inner) } ?? ResultColumn.fitting(inner)
    let flexible = shown.filter { $0.fixedWidth == nil }, fixed = shown.filter { $0.fixedWidth != nil }
    let room = max(8, inner - shown.count * 2 - fixed.reduce(0) { $0 + ($1.fixedWidth ?? 0) })
    let weights = flexible.reduce(ResultColumn.nameWeight) { $0 + $1.weight }
    func share(_ weight: Int) -> Int { min(40, room * weight / weights) }
    var columns = [name(width: share(ResultColumn.nameWeight))]
    columns += flexible.map { column($0, width: share($0.weight)) }
    columns[0].width += max(0, min(8, room - columns.reduce(0) { $0 + $1.width }))
    return columns + fixed.map { column($0, width: $0.fixedWidth ?? 0) }
  }

  private func name(width: Int) -> Column {
    let index = state.directory.index, highlights = state.directory.result.highlights
    return Column(title: "name", width: width) {
      StyledText(index.name(of: $0), Style(.title)).highlighted(highlights)
    }
  }

  private func column(_ column: ResultColumn, width: Int) -> Column {
    let index = state.directory.index
    func made(_ text: @escaping (Int) -> StyledText) -> Column {
      Column(title: column.rawValue, width: width, isRight: column == .free, text: text)
    }
    switch column {
    case .title: return made { values(.title, $0) }
    case .area: return made { area(of: $0) }
    case .place: return made { value(.location, $0) }
    case .team: return made { values(.team, $0) }
    case .groups: return made { values(.group, $0) }
    case .languages: return made { values(.language, $0) }
    case .changed: return made { StyledText(index.lastChanged(of: $0)?.text ?? "", .dim) }
    case .free: return made { availability(of: $0) }
    }
  }

  private func values(_ facet: FacetName, _ mentor: Int) -> StyledText {
    let index = state.directory.index
    return StyledText(index.values(of: mentor, in: facet).map { index.valueName($0) }.joined(separator: ", "), .text)
      .highlighted(state.directory.result.highlights)
  }

  private func value(_ facet: FacetName, _ mentor: Int) -> StyledText {
    let index = state.directory.index
    return StyledText(index.values(of: mentor, in: facet).first.map { index.valueName($0) } ?? "")
      .highlighted(state.directory.result.highlights)
  }

  private func area(of mentor: Int) -> StyledText {
    let index = state.directory.index
    let areas = index.values(of: mentor, in: .area).sorted { index.total(of: $0) > index.total(of: $1) }
    let first = StyledText(areas.first.map { index.valueName($0) } ?? "")
      .highlighted(state.directory.result.highlights)
    return areas.count > 1 ? first + StyledText(" +\(areas.count - 1)", .dim) : first
  }

  private func availability(of mentor: Int) -> StyledText {
    let index = state.directory.index
    let state =
      index.values(of: mentor, in: .availability).first
      .flatMap { Availability.State(rawValue: index.valueName($0)) } ?? .unknown
    switch (state, index.freePlaces(of: mentor)) {
    case (.full, _): return StyledText("full", .dim)
    case (.away, _): return StyledText("away", .dim)
    case (.closed, _): return StyledText("closed", .dim)
    case (.gone, _): return StyledText("gone", .dim)
    case (_, 0): return StyledText("full", .dim)
    case (_, let free?): return StyledText("\(free) free", .good)
    case (.open, nil): return StyledText("open", .good)
    case (.limited, nil): return StyledText("limited", .good)
    case (.unknown, nil): return StyledText("–", .dim)
    }
  }
}
