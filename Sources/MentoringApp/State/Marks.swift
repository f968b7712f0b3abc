import MentorDirectory

/// A stretch of the list that is being marked: from its anchor to the cursor.
struct MarkRange: Equatable {
  /// Place among the results.
  var anchor: Int
  /// What was marked before.
  var before: Set<MentorID>
}

extension DirectoryState {
  /// Everybody in the list, in its order.
  var shown: [MentorID] { rows(0..<result.total).map { index.id(of: $0) } }

  /// Marks everybody in the list; if they all are, takes the marks off.
  mutating func markShown() {
    let shown = shown
    range = nil
    if marked.isSuperset(of: shown) { marked.subtract(shown) } else { marked.formUnion(shown) }
  }

  mutating func invertMarks() {
    range = nil
    marked.formSymmetricDifference(shown)
  }

  /// Those marked in the order of the list, then the marked ones who are not in it; everybody shown if nobody is marked.
  var chosen: [MentorID] {
    let shown = shown
    guard !marked.isEmpty else { return shown }
    let here = shown.filter(marked.contains)
    guard here.count < marked.count else { return here }
    let rest = marked.subtracting(here)
    return here + (0..<index.mentorCount).map { index.id(of: $0) }.filter(rest.contains)
  }

  /// Marks from the anchor of the range to the cursor.
  mutating func extendRange() {
    guard let range else { return }
    let places = min(range.anchor, cursor)..<(max(range.anchor, cursor) + 1)
    marked = range.before.union(rows(places).map { index.id(of: $0) })
  }

  /// Puts the cursor on a mentor; false if they are not in the list.
  mutating func move(to id: MentorID) -> Bool {
    guard let mentor = index.mentor(withID: id) else { return false }
    ask()
    guard let place = session.place(of: mentor, sort: sort, day: day) else { return false }
    cursor = place
    previewScroll = 0
    return true
  }
}
