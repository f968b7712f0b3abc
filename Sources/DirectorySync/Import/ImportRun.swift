import Foundation
import Markup
import MentorDirectory

/// One run of an import: walks the paths, sends every file to its reader, gathers what comes back.
struct ImportRun {
  let importer: Importer
  let options: Importer.Options
  let paths: [String]
  let progress: (ImportProgress) -> Void
  let isCancelled: () -> Bool

  let name: String
  var source: ImportedSource
  var collector = RecordCollector()
  /// Records seen, mentors or not.
  var done = 0
  private var seen = Set<FileIdentity>()
  private var isInFolder = false

  init(
    importer: Importer, options: Importer.Options, paths: [String], progress: @escaping (ImportProgress) -> Void,
    isCancelled: @escaping () -> Bool
  ) {
    self.importer = importer
    self.options = options
    self.paths = paths
    self.progress = progress
    self.isCancelled = isCancelled
    name = (options.name?.line).flatMap { $0.isEmpty ? nil : $0 } ?? Importer.sourceName(paths)
    source = ImportedSource(name: name, kind: options.kind ?? .page)
  }

  mutating func readAll() -> ImportedSource {
    var kind = options.kind
    for path in paths where !source.wasCancelled {
      if FileIdentity.isFolder(path) {
        kind = kind ?? .folder
        readFolder(path)
      } else {
        let found = readFile(path, about: nil)
        kind = kind ?? found
      }
    }
    source.kind = kind ?? .page
    source.mentors = collector.mentors
    source.warnings += collector.warnings
    return source
  }

  private mutating func readFolder(_ folder: String) {
    guard access(folder, R_OK | X_OK) == 0 else {
      source.isCutShort = true
      source.skipped.append(ImportProblem(file: folder, error: .unreadable(errno: errno)))
      return
    }
    let (files, isCutShort) = FolderWalk.files(in: folder)
    if files.isEmpty {
      source.skipped.append(ImportProblem(file: folder, reason: "there is no page or list in this folder"))
    }
    if isCutShort {
      source.isCutShort = true
      source.warnings.append(
        ImportProblem(
          file: folder,
          reason: "only the first \(FolderWalk.fileLimit) files, \(FolderWalk.depthLimit) folders deep, were read"))
    }
    isInFolder = true
    for (index, file) in files.enumerated() where !source.wasCancelled {
      checkCancelled()
      if !source.wasCancelled { readFile(file, about: done + files.count - index) }
    }
    isInFolder = false
  }

  /// Reads one file; what kind it turned out to be, if it could be read.
  @discardableResult
  private mutating func readFile(_ path: String, about: Int?) -> SourceKind? {
    if let identity = FileIdentity(path), !seen.insert(identity).inserted { return nil }
    do throws(InputError) {
      let text = try TextDecoder.decode(try InputFile.read(path, limit: options.sizeLimit))
      source.files.append(path)
      progress(ImportProgress(file: path, done: done, about: about))
      source.warnings += text.warnings.map { ImportProblem(file: path, reason: $0) }
      return read(text, path: path, about: about)
    } catch {
      source.isCutShort = true
      source.skipped.append(ImportProblem(file: path, error: error))
      return nil
    }
  }

  /// Reads a text that did not come from a file. `place` is where it came from, `hint` a file name that tells its format.
  mutating func read(_ text: DecodedText, from place: String, hint: String) -> ImportedSource {
    source.files.append(place)
    source.warnings += text.warnings.map { ImportProblem(file: place, reason: $0) }
    source.kind = read(text, path: place, hint: hint, about: nil)
    source.mentors = collector.mentors
    source.warnings += collector.warnings
    return source
  }

  /// Reads records that were gathered elsewhere.
  mutating func read(records: [JSONObject], from place: String, scopeNote: String) -> ImportedSource {
    source.files.append(place)
    read(
      records, context: SourceContext(name: name, file: place, fetched: options.now), scopeNote: scopeNote)
    source.mentors = collector.mentors
    source.warnings += collector.warnings
    return source
  }

  private mutating func read(_ text: DecodedText, path: String, hint: String? = nil, about: Int?) -> SourceKind {
    let context = SourceContext(name: name, file: path, fetched: options.now)
    let kind = ContentKind.recognise(text, path: hint ?? path, as: options.kind)
    switch kind {
    case .sheet(let delimiter): readSheet(text, delimiter: delimiter, context: context)
    case .json: return readJSON(text, context: context)
    case .yaml: return readYAML(text, context: context)
    case .page(let format): return readPage(text, format: format, context: context, about: about)
    case .list(let format): readList(text, format: format, context: context)
    }
    return kind.sourceKind
  }

  /// A page is one person's, unless it turns out to list several and nobody said that it is a page.
  private mutating func readPage(
    _ text: DecodedText, format: MarkupFormat, context: SourceContext, about: Int?
  ) -> SourceKind {
    guard text.utf8.count <= Importer.pageLimit else {
      refuseLongPage(context)
      return .page
    }
    let matter = ParsedFrontMatter(text.text)
    source.warnings += matter.problems.map { ImportProblem(file: context.file, $0) }
    if options.kind != .page, let people = people(on: matter, format: format), people.isList {
      read(people, context: context)
      return .wiki
    }
    let page = PageInput(text: text.text, format: format, frontMatter: matter.object, context: context)
    let reading = PageReader(tables: importer.tables).read(page)
    if let mentor = reading.mentor {
      collector.add(
        RecordMapper.Reading(mentor: mentor, identities: [mentor.id], line: 0, warnings: reading.warnings),
        file: context.file)
    } else {
      let verdict = reading.verdict
      source.skipped.append(ImportProblem(file: context.file, reason: "\(verdict.kind.words): \(verdict.reason)"))
    }
    done += 1
    progress(ImportProgress(file: context.file, done: done, about: about ?? done))
    return .page
  }

  private mutating func readList(_ text: DecodedText, format: MarkupFormat, context: SourceContext) {
    guard text.utf8.count <= Importer.pageLimit else { return refuseLongPage(context) }
    guard let people = people(on: ParsedFrontMatter(text.text), format: format), !people.records.isEmpty else {
      source.skipped.append(ImportProblem(file: context.file, reason: "no list of people was found on this page"))
      return
    }
    read(people, context: context)
  }

  /// Nil if the page cannot be read as markup at all.
  private func people(on page: ParsedFrontMatter, format: MarkupFormat) -> PeopleList? {
    try? ListReader().read(page.body, as: format, firstLine: page.bodyLine)
  }

  private mutating func read(_ people: PeopleList, context: SourceContext) {
    for line in people.repeatedLines {
      source.warnings.append(
        ImportProblem(file: context.file, line: line, reason: "repeats an earlier entry; read once"))
    }
    read(people.records.map { $0.resolvingAddresses(on: context.file) }, context: context)
  }

  private mutating func refuseLongPage(_ context: SourceContext) {
    source.skipped.append(
      ImportProblem(
        file: context.file,
        reason:
          "no sheet or list was recognised in it, and it is too long for a page (\(Importer.pageLimit >> 20) MB); "
          + "say what it is with --as"))
  }

  private mutating func readJSON(_ text: DecodedText, context: SourceContext) -> SourceKind {
    var (value, problems) = JSONReader.read(text.utf8) { parsed in tell(parsed, context) }
    if checkCancelled() { return .data }
    if let lines = JSONLines.read(text.utf8, after: problems) { (value, problems) = lines }
    return readData(value, problems.map { ReadProblem($0) }, context: context, what: "JSON")
  }

  private mutating func readYAML(_ text: DecodedText, context: SourceContext) -> SourceKind {
    let (value, problems) = YAMLReader.read(text.text) { parsed in tell(parsed, context) }
    if checkCancelled() { return .data }
    return readData(value, problems, context: context, what: "YAML")
  }

  /// Says how many records have been parsed; false if the reading is to stop.
  private func tell(_ parsed: Int, _ context: SourceContext) -> Bool {
    progress(ImportProgress(file: context.file, done: done + parsed, about: nil))
    return !isCancelled()
  }

  private mutating func readData(
    _ value: JSONValue?, _ problems: [ReadProblem], context: SourceContext, what: String
  ) -> SourceKind {
    for problem in problems {
      let found = ImportProblem(file: context.file, problem)
      if problem.isMended { source.warnings.append(found) } else { source.skipped.append(found) }
      if !problem.isMended { source.isCutShort = true }
    }
    guard let data = value.flatMap(DataRecords.find) else {
      let isReported = problems.contains { !$0.isMended }
      if !isReported, !isInFolder {
        source.skipped.append(ImportProblem(file: context.file, reason: "there is no list of people in this \(what)"))
      }
      return .data
    }
    if isInFolder, !data.records.contains(where: DataRecords.isPerson) { return .data }
    if data.strays > 0 {
      source.isCutShort = true
      source.skipped.append(
        ImportProblem(file: context.file, reason: "\(data.strays) entries of the list are not records"))
    }
    if let next = data.next, !next.isEmpty {
      source.isCutShort = true
      source.warnings.append(
        ImportProblem(
          file: context.file, reason: "the list goes on at \(next.cleanedLine(limit: 200)); only this part was read"))
    }
    if data.isDirectory || options.kind == .directory {
      readDirectory(data.records, context: context)
    } else {
      let scope = data.isPortal ? PortalScope.note(name) : ""
      read(data.records, context: context, scopeNote: scope)
    }
    return data.isDirectory ? .directory : .data
  }

  /// Asks whether to stop; true if so.
  @discardableResult
  mutating func checkCancelled() -> Bool {
    if isCancelled() { source.wasCancelled = true }
    return source.wasCancelled
  }

  mutating func take(_ outcome: RecordMapper.Outcome, file: String) {
    switch outcome {
    case .mentor(let reading): collector.add(reading, file: file)
    case .skipped(let problem): source.skipped.append(problem)
    case .blank: break
    }
    done += 1
  }

  func mapper(_ context: SourceContext, _ map: FieldMap, scopeNote: String = "") -> RecordMapper {
    var mapper = RecordMapper(tables: importer.tables, context: context, map: map)
    mapper.keepsRestricted = options.keepsRestricted
    mapper.scopeNote = options.scopeNote.isEmpty ? scopeNote : options.scopeNote
    return mapper
  }

  /// Says once per file which columns were not understood.
  mutating func report(unknown columns: [String], context: SourceContext, line: Int) {
    guard !columns.isEmpty else { return }
    let named = columns.prefix(12).map(\.columnTitle).joined(separator: ", ")
    let more = columns.count > 12 ? " and \(columns.count - 12) more" : ""
    source.warnings.append(
      ImportProblem(
        file: context.file, line: line,
        reason: "not understood and left aside: \(named)\(more); name a column's meaning with --map FIELD=COLUMN"))
  }
}
