import DirectoryStore
import DirectorySync
import MentorDirectory

/// What an import did, over all its sources.
struct ImportSummary {
  var counts = ImportCounts()
  var skipped: [ImportProblem] = []
  var warnings: [ImportProblem] = []
  var sources: [String] = []
  /// Files and folders named by the person that gave nothing.
  var unread: [String] = []

  /// Why the import was no success; nil if it was.
  var failure: Failure? {
    guard !unread.isEmpty else { return nil }
    if sources.isEmpty { return Failure("No mentor came of this; nothing was changed.") }
    return Failure("Nothing came of \(unread.joined(separator: ", ")); the rest was imported.")
  }

  var text: String {
    var lines = [
      "\(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(skipped.count) skipped"
    ]
    if counts.gone > 0 { lines[0] += ", \(counts.gone) gone" }
    if !sources.isEmpty { lines[0] += "  (\(sources.joined(separator: ", ")))" }
    if !skipped.isEmpty { lines += ["skipped:"] + skipped.map { "  " + Sentence.of($0) } }
    if !warnings.isEmpty { lines += ["to look at:"] + warnings.map { "  " + Sentence.of($0) } }
    return lines.joined(separator: "\n")
  }

  var json: JSONValue {
    [
      "new": .int(counts.new), "changed": .int(counts.changed), "unchanged": .int(counts.unchanged),
      "gone": .int(counts.gone), "skipped": .array(skipped.map(\.json)), "warnings": .array(warnings.map(\.json)),
      "sources": .strings(sources),
    ]
  }
}

extension ImportProblem {
  fileprivate var json: JSONValue {
    [
      "file": .string(file), "line": line > 0 ? .int(line) : .null, "column": column > 0 ? .int(column) : .null,
      "reason": .string(reason),
    ]
  }
}
