import MentorDirectory
import Surface

/// Sets what changed between two versions of a write-up: + before what is new, − before what is gone, with the words
/// that differ underlined; what stayed is left out but for what stands next to a change.
struct ChangesTypesetter {
  private typealias Passage = WriteUpDifference.Passage

  private let width: Int
  private(set) var lines: [StyledText] = []
  /// Lines at which a change begins.
  private(set) var starts: [Int] = []

  init(_ difference: WriteUpDifference, width: Int) {
    self.width = max(10, width)
    let passages = difference.passages
    let isNear = Self.nearChanges(passages)
    var place = 0
    while place < passages.count {
      guard isNear[place] else {
        let count = isNear[place...].prefix { !$0 }.count
        blank()
        lines.append(StyledText("  … \(count) unchanged", .dim))
        place += count
        continue
      }
      set(passages[place], after: place > 0 ? passages[place - 1] : nil)
      place += 1
    }
  }

  /// Changed passages and the one before and after each.
  private static func nearChanges(_ passages: [Passage]) -> [Bool] {
    passages.indices.map { place in
      passages[max(0, place - 1)...min(passages.count - 1, place + 1)].contains { $0.change != .kept }
    }
  }

  private mutating func blank() {
    if lines.last?.isEmpty == false { lines.append(StyledText()) }
  }

  private mutating func set(_ passage: Passage, after before: Passage?) {
    let isTight = before.map { $0.kind == passage.kind && [.item, .row, .code].contains(passage.kind) } ?? false
    // The two versions of a passage stand together.
    let isSecond = passage.isReworded && passage.change == .added
    if !isTight, !isSecond { blank() }
    if passage.change != .kept, before.map({ $0.change == .kept }) ?? true { starts.append(lines.count) }
    let lead = sign(passage.change) + StyledText(String(repeating: "  ", count: max(0, passage.depth - 1)))
    let mark = passage.mark.isEmpty ? "" : passage.mark + " "
    let indent = lead.displayWidth - 2 + mark.displayWidth
    let text = passage.kind == .rule ? StyledText("────────", .border) : text(of: passage)
    let wrapped = text.wrapped(width: max(8, width - 2 - indent))
    for (row, line) in (wrapped.isEmpty ? [StyledText()] : wrapped).enumerated() {
      let hanging = sign(passage.change) + StyledText(String(repeating: " ", count: indent))
      lines.append((row == 0 ? lead + StyledText(mark, .accent) : hanging) + line)
    }
  }

  private func sign(_ change: WriteUpDifference.Change) -> StyledText {
    switch change {
    case .kept: StyledText("  ")
    case .removed: StyledText("− ", Style(.warning, .bold))
    case .added: StyledText("+ ", Style(.good, .bold))
    }
  }

  /// The words with spaces between; an address only where it is what changed.
  private func text(of passage: Passage) -> StyledText {
    let plain: Style =
      switch (passage.change, passage.kind) {
      case (.removed, _): .dim
      case (_, .heading): Style(.heading, .bold)
      case (_, .code): .code
      case (_, .quote): .quote
      default: .text
      }
    let changed = Style(passage.change == .removed ? .warning : .good, [.underline, .bold])
    var text = StyledText(), wasChanged = false
    for word in passage.words where !word.isAddress || word.isChanged {
      if word.isSpaced { text.append(" ", wasChanged && word.isChanged ? changed : plain) }
      text.append(word.text, word.isChanged ? changed : plain)
      wasChanged = word.isChanged
    }
    return text
  }
}

extension ReaderDocument {
  /// What changed since the version before.
  init(changesOf details: MentorDetails, since previous: EarlierWriteUp, width: Int, search: String) {
    let mentor = details.mentor
    title = mentor.name
    links = mentor.writeUp.links
    let difference = WriteUpDifference(from: previous.writeUp, to: mentor.writeUp)
    lines = StyledText(mentor.name, Style(.title, .bold)).wrapped(width: width)
    let lead =
      difference.isEmpty
      ? "The write-up says the same as before \(previous.until.day.text)."
      : "Changed \(previous.until.day.text): + new, − gone"
    lines += StyledText(lead, .dim).wrapped(width: width) + [StyledText()]
    if !difference.isEmpty {
      let set = ChangesTypesetter(difference, width: width)
      matches = set.starts.map { $0 + lines.count }
      lines += set.lines
    }
    if !search.isEmpty { mark(search) }
  }
}
