import DirectoryStore
import DirectorySync
import Host
import MentorDirectory

/// Reads, stores and registers one source after the other.
struct ImportRunner {
  private let workplace: Workplace
  private let progress: ProgressLine
  private let cancellation: Cancellation
  private let cache: Cache
  private(set) var summary = ImportSummary()

  init(_ workplace: Workplace, progress: ProgressLine, cancellation: Cancellation) throws {
    self.workplace = workplace
    self.progress = progress
    self.cancellation = cancellation
    // A place that cannot be written is better known before the work.
    try Files.createDirectory(workplace.paths.data)
    cache = try Cache(workplace, progress: progress, cancellation: cancellation)
  }

  mutating func add(_ paths: [String], name: String?, kind: SourceKind?, mappings: [String]) throws {
    defer { progress.clear() }
    if let name, let known = try workplace.registry.source(named: name.cleanedLine(limit: 80)), known.net != nil {
      throw Failure("“\(known.name)” is a source on the net. Give the files another name.", .usage)
    }
    let paths = paths.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let now = workplace.clock.now, progress = progress
    let isCancelled = { [cancellation] in cancellation.isCancelled }
    let options = Importer.Options(
      kind: kind, mapping: mappings.compactMap { FieldMapping($0) },
      name: try name?.cleanedLine(limit: 80) ?? workplace.registry.uniqueName(for: paths[0]), now: now)
    let imported = Importer(tables: cache.tables).run(
      paths, options, progress: progress.reading, isCancelled: isCancelled
    ).withShortOrigins(paths)
    if imported.wasCancelled { throw StoreError.cancelled }
    summary.skipped += imported.skipped
    summary.warnings += imported.warnings
    summary.unread += unread(paths, imported)
    // A file that gave nothing does not wipe out what it gave before.
    guard !imported.mentors.isEmpty else { return }
    let absolute = paths.map { FilePath.absolute($0) }
    let counts = try cache.use {
      try $0.apply(imported, paths: absolute, now: now, progress: progress.storing, isCancelled: isCancelled)
    }
    summary.counts.new += counts.new
    summary.counts.changed += counts.changed
    summary.counts.unchanged += counts.unchanged
    summary.counts.gone += counts.gone
    summary.sources.append(imported.name)
    register(imported, paths: absolute, kind: kind, mappings: mappings, now: now)
  }

  /// Makes the index now, so that the next start has nothing to wait for. Cancelling leaves it to the next start.
  func prepareIndex() {
    guard !summary.sources.isEmpty else { return }
    _ = try? Snapshot.index(of: cache, in: workplace, progress: progress, cancellation: cancellation)
    progress.clear()
  }

  private func unread(_ paths: [String], _ imported: ImportedSource) -> [String] {
    guard !imported.mentors.isEmpty else { return paths }
    let read = Set(imported.files), failed = Set(imported.skipped.map(\.file))
    return paths.filter { failed.contains($0) && !read.contains($0) }
  }

  /// The kind is kept only if the person said it: the next reading looks into the files as this one did.
  private mutating func register(
    _ imported: ImportedSource, paths: [String], kind: SourceKind?, mappings: [String], now: Timestamp
  ) {
    var mapping: [String: String] = [:]
    for text in mappings {
      guard let equals = text.firstIndex(of: "=") else { continue }
      mapping[String(text[text.index(after: equals)...])] = String(text[..<equals])
    }
    let source = RegisteredSource(
      name: imported.name, kind: kind?.rawValue ?? "", paths: paths, mapping: mapping, imported: now)
    do {
      for file in try workplace.registry.record(source, files: imported.files) {
        summary.warnings.append(
          ImportProblem(
            file: file.path,
            reason: "no copy was kept; the cache can be made anew only while the file stays where it is"))
      }
    } catch {
      summary.warnings.append(
        ImportProblem(
          file: workplace.registry.path,
          reason: "“\(imported.name)” was imported but could not be recorded here, and is lost with the cache. "
            + Sentence.of(error)))
    }
  }
}
