import DirectoryStore
import DirectorySync
import Host
import MentorDirectory

extension DirectoryStore {
  /// Makes what was imported all that the source says. `paths` are those of the source, absolute.
  func apply(
    _ imported: ImportedSource, paths: [String], now: Timestamp, progress: @escaping (StoringProgress) -> Void,
    isCancelled: @escaping () -> Bool
  ) throws(StoreError) -> ImportCounts {
    try apply(
      source: StoredSource(name: imported.name, kind: imported.kind.rawValue, trust: imported.kind.trust, paths: paths),
      records: imported.mentors,
      problems: (imported.skipped + imported.warnings).map {
        StoredProblem(file: $0.file, line: $0.line, column: $0.column, reason: $0.reason)
      },
      now: now, progress: progress, isCancelled: isCancelled)
  }
}

extension SourceKind {
  /// Whose word counts more where sources disagree: a mentor's own page, then services, then lists.
  var trust: SourceTrust {
    switch self {
    case .page, .folder, .site: .ownPage
    case .directory, .phonebook, .portal: .profiles
    case .sheet, .data, .wiki, .list: .list
    }
  }
}

extension ImportedSource {
  /// The same, with origins that begin at the file or folder that was imported ("/home/ada/lists/a.csv:2" is
  /// "a.csv:2"): a file is the same wherever it is imported from, and so is the copy that was kept of it.
  func withShortOrigins(_ roots: [String]) -> ImportedSource {
    let names = roots.map { ($0, FilePath.split(FilePath.absolute($0)).name) }
    var short = self
    for place in mentors.indices {
      for (field, origin) in mentors[place].provenance {
        guard let (root, name) = names.first(where: { origin.detail.hasPrefix($0.0) }) else { continue }
        short.mentors[place].provenance[field]?.detail = name + origin.detail.dropFirst(root.count)
      }
    }
    return short
  }
}
