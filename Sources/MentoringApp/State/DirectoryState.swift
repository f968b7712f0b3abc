import MentorDirectory
import Surface

/// The Directory screen: what is asked, what came of it, and where the eyes are.
public struct DirectoryState {
  public enum Focus: Equatable, Sendable {
    case results
    case facet(FacetName)
    case preview
  }

  /// A question as it can be undone.
  struct Question: Equatable {
    var filters = Query()
    var text = ""
    var only: Only?
    /// Nil leaves the order as it is.
    var sort: SortKey?
  }

  public private(set) var session: SearchSession
  /// What is chosen in the panes and shown as chips.
  public internal(set) var filters = Query()
  /// The search field: words, and filters that are still being typed.
  public internal(set) var field = LineEditor()
  public private(set) var isTyping = false
  /// Chips and field together: what is asked.
  public private(set) var query = Query()
  /// How doubtful parts of what is typed were read.
  private(set) var notes: [String] = []
  public internal(set) var sort = SortKey.match
  /// Whom the list is restricted to, beside the filters.
  public private(set) var only: Only? { didSet { if only != oldValue { among = selected } } }
  /// Those it was restricted to when that was asked for: letting a bookmark go does not make the row vanish under the
  /// cursor.
  private var among: [Int]?
  public private(set) var result: SearchResult {
    didSet { alternatives = result.total == 0 ? Alternative.alternatives(to: self) : [] }
  }
  /// Where nobody matches: what to drop.
  private(set) var alternatives: [Alternative] = []

  public internal(set) var focus = Focus.results
  /// The facet that the cursor was in last.
  var lastFacet: FacetName?
  /// Place of the cursor among the results.
  public internal(set) var cursor = 0
  public internal(set) var scroll = 0
  public internal(set) var previewScroll = 0
  public internal(set) var panes: [FacetPane]
  public internal(set) var marked: Set<MentorID> = []
  public internal(set) var bookmarks = Bookmarks()
  /// The stretch that is being marked.
  var range: MarkRange?
  var searches = SearchHistory()

  private var undone: [Question] = []
  private var done: [Question] = []
  /// The question before typing began: what is typed in one go is undone in one go.
  private var beforeTyping: Question?
  var day: CalendarDay

  /// Facets that are open at first.
  static let firstFacets: Set<FacetName> = [.area, .location, .group, .team]
  private static let mostUndo = 500

  init(_ index: SearchIndex, day: CalendarDay) {
    session = SearchSession(index)
    result = session.search(Query())
    panes = FacetName.allCases.map { FacetPane($0, isOpen: Self.firstFacets.contains($0)) }
    self.day = day
  }

  public var index: SearchIndex { session.index }
  var question: Question { Question(filters: filters, text: field.text, only: only, sort: sort) }
  /// All that restricts the list but for words, as it is shown and can be dropped.
  public var chips: [Chip] { Chip.chips(of: query, only: only) }
  /// True if there is nothing to drop or clear: words that were left out of the query ("area:") can be cleared too.
  var isUnfiltered: Bool { query.isEmpty && only == nil && field.text.isEmpty }

  private func whole(_ typed: Query) -> Query {
    var query = typed
    for (facet, choice) in filters.choices {
      var both = query[facet]
      both.included = choice.included + both.included.filter { !choice.included.contains($0) }
      both.excluded = choice.excluded + both.excluded.filter { !choice.excluded.contains($0) }
      both.matchesAll = both.matchesAll || choice.matchesAll
      query[facet] = both
    }
    query.near = filters.near + query.near.filter { !filters.near.contains($0) }
    query.isOpen = query.isOpen ?? filters.isOpen
    return query
  }

  /// The order in force: without words there is no best match.
  var order: SortKey { sort == .match && query.terms.isEmpty ? .name : sort }

  /// The mentor under the cursor.
  public var current: MentorID? { mentor(at: cursor).map { index.id(of: $0) } }

  func mentor(at place: Int) -> Int? { rows(place..<(place + 1)).first }
  func rows(_ places: Range<Int>) -> [Int] {
    ask()
    return session.mentors(places, sort: sort, day: day)
  }

  /// The session is shared by copies of the state; asking again costs nothing where it was asked last.
  @discardableResult func ask() -> SearchResult { session.search(query, among: among) }

  /// How many another question would give.
  func total(_ query: Query, only: Only?) -> Int { session.total(query, among: only == nil ? nil : among) }

  /// Those that `only` means now, by their numbers in the index.
  private var selected: [Int]? {
    switch only {
    case nil: nil
    case .bookmarked: numbers { bookmarks.contains($0) }
    case .marked: numbers(where: marked.contains)
    }
  }

  private func numbers(where isWanted: (MentorID) -> Bool) -> [Int] {
    (0..<index.mentorCount).filter { isWanted(index.id(of: $0)) }
  }

  // MARK: - Changes

  /// Asks again, keeping nothing of the old place: the first result is the best.
  mutating func refresh() {
    let reading = QueryReader.read(field.text)
    notes = reading.notes
    query = whole(reading.query)
    result = ask()
    cursor = 0
    scroll = 0
    previewScroll = 0
    range = nil
  }

  /// Changes the question so that it can be undone.
  mutating func change(_ body: (inout Question) -> Void) {
    var after = question
    body(&after)
    after.sort = after.sort ?? sort
    guard after != question else { return }
    remember(question)
    restore(after)
  }

  private mutating func remember(_ before: Question) {
    done.append(before)
    if done.count > Self.mostUndo { done.removeFirst() }
    undone.removeAll()
  }

  /// Forgets how the question came about.
  mutating func forgetChanges() {
    done.removeAll()
    undone.removeAll()
  }

  mutating func beginTyping() {
    focus = .results
    guard !isTyping else { return }
    isTyping = true
    beforeTyping = question
    searches.begin(field.text)
  }

  /// Filters that were typed become chips.
  mutating func endTyping() {
    guard isTyping else { return }
    isTyping = false
    if field.text != beforeTyping?.text { searches.add(field.text) }
    var after = question
    Self.settle(&after)
    if let beforeTyping, beforeTyping != after { remember(beforeTyping) }
    beforeTyping = nil
    if after != question { restore(after, revealing: true) }
  }

  mutating func undo() -> Bool {
    guard let before = done.popLast() else { return false }
    undone.append(question)
    restore(before)
    return true
  }

  mutating func redo() -> Bool {
    guard let after = undone.popLast() else { return false }
    done.append(question)
    restore(after)
    return true
  }

  /// - Parameter all: opens the trees down to all that is chosen, not just to what was not chosen before.
  private mutating func restore(_ question: Question, revealing all: Bool = false) {
    let known = all ? [] : result.chosen.union(result.excluded)
    filters = question.filters
    only = question.only
    sort = question.sort ?? sort
    if field.text != question.text { field.set(question.text) }
    refresh()
    let new = result.chosen.union(result.excluded).subtracting(known)
    for number in panes.indices where panes[number].facet.isTree {
      let range = index.valueRange(of: panes[number].facet)
      for value in new where range.contains(value) { panes[number].reveal(value, in: index) }
    }
  }

  /// Drops what was added last: a chip, or the words.
  mutating func dropLast() {
    let chips = chips
    for earlier in done.reversed() {
      let before = Set(Chip.chips(of: earlier.filters, only: earlier.only).map(\.filter))
      if let newest = chips.last(where: { !before.contains($0.filter) }) { return drop(newest) }
      if earlier.text.isEmpty, !field.text.isEmpty { return change { $0.text = "" } }
    }
    if !field.text.isEmpty { change { $0.text = "" } } else if let last = chips.last { drop(last) }
  }

  mutating func drop(_ chip: Chip) {
    change { question in
      Self.settle(&question)
      question.filters = chip.dropped(from: question.filters)
      if case .only = chip.filter { question.only = nil }
    }
  }

  mutating func sort(by key: SortKey) { change { $0.sort = key } }

  /// Goes on with a new index at the same question and, where they are still there, the same mentor and values.
  mutating func replace(_ index: SearchIndex) {
    let here = current, oldScroll = cursor - scroll, oldCursor = cursor
    let oldIndex = self.index
    let places = panes.map { pane in pane.cursor.map { oldIndex.path(of: $0) } }
    session = SearchSession(index)
    let known = marked.isEmpty ? [] : Set(numbers(where: marked.contains).map { index.id(of: $0) })
    marked = known
    among = selected
    result = ask()
    range = nil
    if let here, let mentor = index.mentor(withID: here),
      let place = session.place(of: mentor, sort: sort, day: day)
    {
      cursor = place
    } else {
      cursor = min(oldCursor, max(0, result.total - 1))
    }
    scroll = max(0, cursor - oldScroll)
    for (number, path) in places.enumerated() {
      panes[number].letGo()
      panes[number].cursor = path.flatMap { path in
        index.valueRange(of: panes[number].facet).first { index.path(of: $0) == path }
      }
    }
  }
}
