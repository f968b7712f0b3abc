import MentorDirectory
import Surface

/// All that is known of the source under the cursor, as lines: what went wrong and what to do, what the last sync
/// changed, what its pages are, how it is set.
struct SourceDetails {
  let state: AppState

  /// Changed mentors and problems beyond that are counted.
  private static let mostListed = 100

  func lines(width: Int) -> [StyledText] {
    guard let row = state.sources.current else { return [] }
    var page = Page(width: max(8, width))
    page.add(StyledText(row.name, Style(.title, .bold)))
    page.add(standing(row))
    page.add(StyledText(row.address, .link))
    if let preview = state.sources.preview, preview.source == row.name { page.add(preview) }
    add(problems(row), to: &page)
    add(lastSync: row, to: &page)
    if !row.verdicts.isEmpty {
      page.heading("PAGES", row.verdicts.reduce(0) { $0 + $1.pages })
      for verdict in row.verdicts {
        page.add(
          StyledText([
            .init(verdict.pages.grouped.padded(to: 6, alignment: .right), .count),
            .init("  " + verdict.words, .text),
          ]))
      }
    }
    page.heading("SETTINGS")
    for line in settings(row) { page.add(StyledText(line, .text)) }
    return page.lines
  }

  /// State, kind, mentors, age and next sync.
  private func standing(_ row: SourceRow) -> StyledText {
    let (mark, words) = state.sources.state(of: row, at: state.now)
    var text = StyledText("\(mark) \(words)", SourcesView.style(of: row, mark))
    text.append(" · \(row.kind) · \(row.mentors == 1 ? "1 mentor" : "\(row.mentors.grouped) mentors")", .text)
    if let synced = row.synced { text.append(" · as of \(synced.age(at: state.now))", .dim) }
    if row.isEnabled, let next = row.nextSync { text.append(" · next \(next.wait(at: state.now))", .dim) }
    return text
  }

  /// Those of the sync that runs, if it has any of this source; else those of the last one.
  private func problems(_ row: SourceRow) -> [SourceProblem] {
    let now = state.sources.sync?.problems.filter { $0.source == row.name }.map(\.problem) ?? []
    return now.isEmpty ? row.problems : now
  }

  private func add(_ problems: [SourceProblem], to page: inout Page) {
    guard !problems.isEmpty else { return }
    page.heading("PROBLEMS", problems.count)
    for problem in problems.prefix(Self.mostListed) { page.add(problem) }
    page.more(problems.count - Self.mostListed)
  }

  private func add(lastSync row: SourceRow, to page: inout Page) {
    guard let counts = row.lastSync else { return }
    page.heading("LAST SYNC")
    page.add(StyledText(counts.words + (counts.unchanged > 0 ? ", \(counts.unchanged.grouped) unchanged" : ""), .text))
    for change in row.changes.prefix(Self.mostListed) {
      let mark: StyledText.Run
      switch change.kind {
      case .new: mark = .init("+ ", .good)
      case .changed: mark = .init("~ ", .accent)
      case .gone: mark = .init("− ", .warning)
      }
      page.add(StyledText([mark, .init(change.name, .text), .init("  " + change.kind.rawValue, .dim)]), indent: 2)
    }
    page.more(row.changes.count - Self.mostListed)
  }

  private func settings(_ row: SourceRow) -> [String] {
    if row.isOfFiles { return ["imported from files; `mentoring import` brings it up to date"] }
    var lines = [row.every.isEmpty ? "synced when asked for" : "synced every \(row.every)"]
    lines.append(row.followsLinks ? "links to mentors' pages are followed" : "links to mentors' pages are not followed")
    lines.append(
      row.allowsPrivate ? "addresses of private networks are allowed" : "addresses of private networks are refused")
    if SourceKindText.hasGroups(row.kind), !row.group.isEmpty {
      lines.append("mentors are the members of “\(row.group)”")
    }
    return lines
  }
}

extension SourceDetails {
  /// Lines that are being collected, wrapped to a width.
  private struct Page {
    let width: Int
    private(set) var lines: [StyledText] = []

    init(width: Int) { self.width = width }

    /// - Parameter indent: of the lines after the first.
    mutating func add(_ text: StyledText, indent: Int = 0) {
      for (number, line) in text.wrapped(width: max(4, width - indent)).enumerated() {
        lines.append(number == 0 || indent == 0 ? line : StyledText(String(repeating: " ", count: indent)) + line)
      }
    }

    mutating func heading(_ title: String, _ count: Int? = nil) {
      lines.append(StyledText())
      var text = StyledText(title, Style(.heading, .bold))
      if let count { text.append("  \(count.grouped)", .count) }
      lines.append(text)
    }

    mutating func add(_ problem: SourceProblem) {
      add(StyledText([.init("! ", .warning), .init(problem.reason, .text)]), indent: 2)
      if !problem.place.isEmpty { add(StyledText([.init("  ", .text), .init(problem.place, .dim)]), indent: 2) }
      if !problem.remedy.isEmpty { add(StyledText([.init("→ ", .accent), .init(problem.remedy, .text)]), indent: 2) }
    }

    mutating func add(_ preview: SourcePreview) {
      heading("WOULD COME")
      for line in preview.lines { add(StyledText(line, .text), indent: 2) }
      add(StyledText("nothing was kept", .dim))
    }

    mutating func more(_ count: Int) { if count > 0 { add(StyledText("\(count.grouped) more", .dim)) } }
  }
}
