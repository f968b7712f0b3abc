import Markup
import MentorDirectory

// Rows of sheets and objects of lists.
extension ImportRun {
  mutating func read(_ records: [JSONObject], context: SourceContext, scopeNote: String = "") {
    let map = survey(records)
    report(unknown: map.unknown, context: context, line: 0)
    let mapper = mapper(context, map, scopeNote: scopeNote)
    for (index, record) in records.enumerated() {
      if index % 100 == 0, checkCancelled() { return }
      take(mapper.read(record), file: context.file)
      if index % 500 == 499 {
        progress(ImportProgress(file: context.file, done: done, about: done + records.count - index - 1))
      }
    }
    progress(ImportProgress(file: context.file, done: done, about: done))
  }

  private mutating func survey(_ records: [JSONObject]) -> FieldMap {
    var paths: [String] = [], known = Set<String>()
    let sample = records.prefix(RecordSurvey.limit).map(\.entries)
    for entry in sample.joined() where known.insert(entry.path).inserted { paths.append(entry.path) }
    for record in records.dropFirst(RecordSurvey.limit) {
      for (key, value) in record.members where value.object == nil && known.insert(key).inserted { paths.append(key) }
    }
    let map = FieldMap(columns: paths, mapping: options.mapping)
    var survey = RecordSurvey()
    for entry in sample.joined() { survey.add(entry.path, entry.value, field: map.field(entry.path)) }
    return survey.applied(to: map)
  }

  /// True if every column that a mapping names is there. A file without one is left alone: read by guess, it would
  /// take back what an earlier import understood.
  private mutating func isMapped(_ columns: [String], file: String) -> Bool {
    let unmet = options.mapping.filter { mapping in
      !columns.enumerated().contains { mapping.means(column: $1, number: $0 + 1) }
    }
    for mapping in unmet {
      let known = columns.prefix(12).map(\.columnTitle).joined(separator: ", ")
      let reason = "--map names the column “\(mapping.column)”, but there is none; there are \(known)"
      source.skipped.append(ImportProblem(file: file, reason: reason))
    }
    return unmet.isEmpty
  }

  /// Our own export. What is not complete in it is read as any list is.
  mutating func readDirectory(_ records: [JSONObject], context: SourceContext) {
    let mapper = mapper(context, survey(records))
    for (index, record) in records.enumerated() {
      if index % 100 == 0, checkCancelled() { return }
      guard
        var mentor = Mentor(
          json: record, languages: { importer.tables.languages.language($0) ?? Language(code: "", name: $0) })
      else {
        take(mapper.read(record), file: context.file)
        continue
      }
      if let text = record["writeUp"]?.string { mentor.writeUp = WriteUp(markdown: text) }
      if !mentor.sources.contains(name) { mentor.sources.append(name) }
      let reading = RecordMapper.Reading(mentor: mentor, identities: [mentor.id], line: record.line, warnings: [])
      take(.mentor(reading), file: context.file)
    }
    progress(ImportProgress(file: context.file, done: done, about: done))
  }

  mutating func readSheet(_ text: DecodedText, delimiter: UInt8, context: SourceContext) {
    var reader = CSVReader(text.utf8, delimiter: delimiter)
    var first: [CSVReader.Row] = []
    while first.count < RecordSurvey.limit, let row = reader.next() { first.append(row) }
    if let widest = first.map(\.cells.count).max(), widest > SheetColumns.limit {
      source.skipped.append(
        ImportProblem(file: context.file, reason: "a row has \(widest) cells; a list of people has fewer columns"))
      return
    }
    let columns = SheetColumns(first[...], mapping: options.mapping, gazetteer: importer.tables.gazetteer)
    let map = survey(first.dropFirst(columns.leadingRows), columns)
    guard isMapped(columns.paths, file: context.file) else { return }
    guard first.count > columns.leadingRows else {
      source.skipped.append(
        ImportProblem(file: context.file, reason: "there is only a header line, and nobody below it"))
      return
    }
    guard map.understoodCount > 0 else {
      source.skipped.append(
        ImportProblem(
          file: context.file, line: 1,
          reason: "no column was recognised; add a header line, or name the columns: --map name=1 --map email=2"))
      return
    }
    reportHeader(columns, map, context)
    var sheet = SheetRun(columns: columns, map: map, mapper: mapper(context, map))
    for row in first.dropFirst(columns.leadingRows) { take(sheet.read(row), file: context.file) }
    while let row = reader.next() {
      take(sheet.read(row), file: context.file)
      if done % 500 == 0 {
        if checkCancelled() { break }
        let about = Int(Double(done) * Double(reader.byteCount) / Double(max(1, reader.position)))
        progress(ImportProgress(file: context.file, done: done, about: about))
      }
    }
    source.skipped += reader.problems.map { ImportProblem(file: context.file, $0) }
    if !reader.problems.isEmpty { source.isCutShort = true }
    source.warnings += sheet.raggedRows(context)
    progress(ImportProgress(file: context.file, done: done, about: done))
  }

  private func survey(_ rows: ArraySlice<CSVReader.Row>, _ columns: SheetColumns) -> FieldMap {
    var map = columns.map(options.mapping)
    var survey = RecordSurvey()
    for row in rows {
      for (path, cell) in zip(columns.paths, row.cells) { survey.add(path, .string(cell), field: map.field(path)) }
    }
    if !map.hasName { nameByContent(&map, rows, columns) }
    map = survey.applied(to: map)
    let flags = survey.flagColumns.intersection(map.unknown)
    if flags.count >= 24 { map.forget(unknown: flags) }
    return map
  }

  /// A header in a language the table does not know still has names below it.
  private func nameByContent(_ map: inout FieldMap, _ rows: ArraySlice<CSVReader.Row>, _ columns: SheetColumns) {
    let guesses = ColumnGuess.fields(rows, width: columns.paths.count, gazetteer: importer.tables.gazetteer)
    let name = guesses.first { $0.field == .name && map.unknown.contains(columns.paths[$0.column]) }
    if let name { map.set(.name, column: columns.paths[name.column]) }
  }

  private mutating func reportHeader(_ columns: SheetColumns, _ map: FieldMap, _ context: SourceContext) {
    report(unknown: columns.headerLine > 0 ? map.unknown : [], context: context, line: columns.headerLine)
    guard columns.headerLine == 0 else { return }
    let named = columns.guessed.map { "column \($0.column + 1) as \($0.field)" }.joined(separator: ", ")
    source.warnings.append(
      ImportProblem(
        file: context.file, line: 1,
        reason: "there is no header line; read \(named) by the look of it; --map FIELD=NUMBER says it better"))
  }
}

/// The rows of one sheet on their way to the mapper.
private struct SheetRun {
  let columns: SheetColumns
  let mapper: RecordMapper
  private let wanted: [(path: String, index: Int)]
  private var longRows: [Int] = []
  private var longRowCount = 0

  init(columns: SheetColumns, map: FieldMap, mapper: RecordMapper) {
    self.columns = columns
    self.mapper = mapper
    wanted = columns.paths.enumerated().compactMap { index, path in
      let field = map.field(path)
      return field == nil || field == .ignored ? nil : (path, index)
    }
  }

  mutating func read(_ row: CSVReader.Row) -> RecordMapper.Outcome {
    if row.cells.count > columns.paths.count, row.cells[columns.paths.count...].contains(where: { !$0.isEmpty }) {
      longRowCount += 1
      if longRows.count < 5 { longRows.append(row.line) }
    }
    let entries = wanted.compactMap { path, index -> RecordEntry? in
      guard index < row.cells.count, !row.cells[index].isEmpty else { return nil }
      return RecordEntry(path: path, value: .string(row.cells[index]))
    }
    if entries.allSatisfy({ MissingValue.isMissing($0.value.string ?? "") }) { return .blank }
    return mapper.read(entries, line: row.line)
  }

  func raggedRows(_ context: SourceContext) -> [ImportProblem] {
    guard longRowCount > 0 else { return [] }
    let lines = longRows.map(String.init).joined(separator: ", ")
    let more = longRowCount > longRows.count ? " and \(longRowCount - longRows.count) more" : ""
    return [
      ImportProblem(
        file: context.file, line: longRows.first ?? 0,
        reason: "rows with more cells than the header has columns: line \(lines)\(more); a delimiter inside a cell "
          + "wants quotes around the cell")
    ]
  }
}
