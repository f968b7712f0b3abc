import MentorDirectory

/// A row of the palette above the command line.
struct PaletteRow: Equatable {
  /// What Tab makes of the line.
  var text: String
  var keys: [String] = []
  var help: String
  var command: LineCommand
  /// Where it works, if that is not here.
  var elsewhere: CommandContext?
  /// Characters of the text that were asked for.
  var found: [Int] = []
}

/// What fits a line typed after `:`, best first.
enum Palette {
  /// Where a command may be asked for by name.
  static let contexts: [CommandContext] = [.results, .facets, .preview, .reader, .sources, .sourceDetails]

  static func rows(
    for line: String, in context: CommandContext, of directory: DirectoryState, commands table: [Command]
  ) -> [PaletteRow] {
    let wanted = line.trimmed
    if case .ask(let text) = LineCommand(wanted) { return questions(text, directory) }
    if let field = openField(of: wanted) { return values(of: field, after: wanted, directory) }
    let all = commands(in: context, of: table) + arguments
    guard !wanted.isEmpty else { return all.filter { $0.elsewhere == nil } + all.filter { $0.elsewhere != nil } }
    let fitting = all.enumerated().compactMap { place, row in
      fitted(row, wanted).map { (row: $0.row, score: $0.score, place: place) }
    }
    return fitting.sorted { ($0.score, $1.place) > ($1.score, $0.place) }.map(\.row)
  }

  /// By name, letter by letter; by help, only where a word begins with what is typed.
  private static func fitted(_ row: PaletteRow, _ wanted: String) -> (row: PaletteRow, score: Int)? {
    let here = row.elsewhere == nil ? 40 : 0
    if let match = FuzzyMatch(wanted, in: row.text) {
      var found = row
      found.found = match.places
      return (found, match.score + 80 + here)
    }
    return (" " + row.help.folded).contains(" " + wanted.folded) ? (row, here) : nil
  }

  // MARK: - Commands

  private static func commands(in context: CommandContext, of table: [Command]) -> [PaletteRow] {
    var rows: [PaletteRow] = []
    for command in table where command.action != .commandLine {
      guard let place = contexts.first(where: { command.contexts.contains($0) }) else { continue }
      let isHere = command.contexts.contains(context)
      let known = rows.firstIndex { $0.text == command.name }
      if let known, !isHere || rows[known].elsewhere == nil {
        if isHere { rows[known].keys += command.keys }
        continue
      }
      let row = PaletteRow(
        text: command.name, keys: command.keys, help: command.help, command: .perform(command.action),
        elsewhere: isHere ? nil : place)
      // In the order of what works here.
      if let known { rows.remove(at: known) }
      rows.append(row)
    }
    return rows
  }

  /// Commands with what may follow them.
  private static var arguments: [PaletteRow] {
    let sorts = SortKey.allCases.map {
      PaletteRow(text: "sort \($0.rawValue)", help: "order the list: \($0.label)", command: .sort($0))
    }
    let themes = LineCommand.themes.map {
      PaletteRow(text: "theme \($0)", help: "colours: \($0)", command: .theme($0))
    }
    let only = Only.allCases.map {
      PaletteRow(text: $0.label, help: "show the \($0.rawValue) mentors alone", command: .only($0))
    }
    return sorts + themes + only + [
      PaletteRow(text: "only all", help: "show everybody again", command: .only(nil)),
      PaletteRow(text: "mouse on", help: "the mouse is for the program", command: .mouse(true)),
      PaletteRow(text: "mouse off", help: "the mouse is for the terminal", command: .mouse(false)),
    ]
  }

  // MARK: - Questions

  /// The question itself with how many it gives, and values for what is typed last.
  private static func questions(_ text: String, _ directory: DirectoryState) -> [PaletteRow] {
    let total = directory.session.total(Query(text))
    let help = total == 1 ? "1 mentor" : "\(total.grouped) mentors"
    let row = PaletteRow(text: text, help: help, command: .ask(text))
    guard let field = openField(of: text) else { return [row] }
    return [row] + values(of: field, after: text, directory).filter { $0.text != text }
  }

  private struct OpenField {
    var facet: FacetName
    var isExcluded: Bool
    var value: String
    /// What stands before it on the line.
    var lead: String
  }

  /// The `area:co` at the end of a line.
  private static func openField(of line: String) -> OpenField? {
    let last = line.split(separator: " ").last.map(String.init) ?? ""
    let isExcluded = last.hasPrefix("-")
    let token = isExcluded ? String(last.dropFirst()) : last
    guard let colon = token.firstIndex(of: ":"), let facet = FacetName(word: String(token[..<colon])) else {
      return nil
    }
    let value = token[colon...].dropFirst().filter { $0 != "\"" }
    return OpenField(
      facet: facet, isExcluded: isExcluded, value: String(value), lead: String(line.dropLast(last.count)))
  }

  private static func values(of field: OpenField, after line: String, _ directory: DirectoryState) -> [PaletteRow] {
    let index = directory.index
    let found = directory.result.values(of: field.facet, byName: false, limit: 40, narrowing: field.value)
    return found.map { value in
      var query = Query()
      let name = index.queryName(of: value)
      if field.isExcluded { query[field.facet].excluded = [name] } else { query[field.facet].included = [name] }
      let text = field.lead + query.text, count = index.total(of: value)
      return PaletteRow(
        text: text, help: count == 1 ? "1 mentor" : "\(count.grouped) mentors", command: .ask(text))
    }
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
