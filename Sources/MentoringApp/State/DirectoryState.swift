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
  }

  public private(set) var session: SearchSession
  /// What is chosen in the panes and shown as chips.
  public internal(set) var filters = Query()
  /// The search field: words, and filters that are still being typed.
  public internal(set) var field = LineEditor()
  public internal(set) var isTyping = false
  public internal(set) var sort = SortKey.match
  public private(set) var result: SearchResult

  public internal(set) var focus = Focus.results
  /// Place of the cursor among the results.
  public internal(set) var cursor = 0
  public internal(set) var scroll = 0
  public internal(set) var previewScroll = 0
  public internal(set) var panes: [FacetPane]
  public internal(set) var marked: Set<MentorID> = []

  var undone: [Question] = []
  var done: [Question] = []
  var searchHistory: [String] = []
  var historyPlace: Int?
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
  var question: Question { Question(filters: filters, text: field.text) }

  /// The whole query: chips and field together.
  public var query: Query {
    var query = Query(field.text)
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

  /// The mentor under the cursor.
  public var current: MentorID? { mentor(at: cursor).map { index.id(of: $0) } }

  func mentor(at place: Int) -> Int? { rows(place..<(place + 1)).first }
  func rows(_ places: Range<Int>) -> [Int] { session.mentors(places, sort: sort, day: day) }

  // MARK: - Changes

  /// Asks again, keeping nothing of the old place: the first result is the best.
  mutating func refresh() {
    result = session.search(query)
    cursor = 0
    scroll = 0
    previewScroll = 0
  }

  /// Changes the question so that it can be undone.
  mutating func change(_ body: (inout Question) -> Void) {
    let before = question
    var after = before
    body(&after)
    guard after != before else { return }
    done.append(before)
    if done.count > Self.mostUndo { done.removeFirst() }
    undone.removeAll()
    restore(after)
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

  private mutating func restore(_ question: Question) {
    filters = question.filters
    if field.text != question.text { field.set(question.text) }
    refresh()
  }

  mutating func sort(by key: SortKey) {
    sort = key
    cursor = 0
    scroll = 0
  }

  /// Goes on with a new index at the same question and, where they are still there, the same mentor and values.
  mutating func replace(_ index: SearchIndex) {
    let here = current, oldScroll = cursor - scroll, oldCursor = cursor
    let oldIndex = self.index
    let places = panes.map { pane in pane.cursor.map { oldIndex.path(of: $0) } }
    session = SearchSession(index)
    result = session.search(query)
    if let here, let mentor = index.mentor(withID: here),
      let place = session.place(of: mentor, sort: sort, day: day)
    {
      cursor = place
    } else {
      cursor = min(oldCursor, max(0, result.total - 1))
    }
    scroll = max(0, cursor - oldScroll)
    for (number, path) in places.enumerated() {
      panes[number].heldOrder = nil
      panes[number].cursor = path.flatMap { path in
        index.valueRange(of: panes[number].facet).first { index.path(of: $0) == path }
      }
    }
  }

  // MARK: - Filters

  /// Includes a value, or drops it if it is chosen or excluded already.
  mutating func toggle(_ value: Int, in facet: FacetName, exclude: Bool) {
    let name = index.queryName(of: value)
    let isChosen = result.chosen.contains(value), isExcluded = result.excluded.contains(value)
    let result = self.result, index = self.index
    change { question in
      Self.settle(&question)
      var choice = question.filters[facet]
      if isChosen { Self.remove(value, from: &choice.included, facet, result.chosen, index) }
      if isExcluded { Self.remove(value, from: &choice.excluded, facet, result.excluded, index) }
      if exclude ? !isExcluded : !isChosen {
        if exclude { choice.excluded.append(name) } else { choice.included.append(name) }
      }
      question.filters[facet] = choice
    }
  }

  /// Takes a value out of the names of a choice. A name that meant several values is replaced by the others.
  private static func remove(
    _ value: Int, from names: inout [String], _ facet: FacetName, _ meant: Set<Int>, _ index: SearchIndex
  ) {
    let exact = index.queryName(of: value).folded
    if names.contains(where: { $0.folded == exact }) {
      names.removeAll { $0.folded == exact }
    } else {
      let range = index.valueRange(of: facet)
      names = meant.filter { range.contains($0) && $0 != value }.sorted().map { index.queryName(of: $0) }
    }
  }

  /// Moves the filters that were typed into the chips; words stay in the field.
  static func settle(_ question: inout Question) {
    let typed = Query(question.text)
    guard !typed.hasNoFilters else { return }
    for (facet, choice) in typed.choices {
      var both = question.filters[facet]
      both.included += choice.included.filter { !both.included.contains($0) }
      both.excluded += choice.excluded.filter { !both.excluded.contains($0) }
      both.matchesAll = both.matchesAll || choice.matchesAll
      question.filters[facet] = both
    }
    question.filters.near += typed.near.filter { !question.filters.near.contains($0) }
    question.filters.isOpen = typed.isOpen ?? question.filters.isOpen
    var words = Query()
    words.terms = typed.terms
    question.text = words.text
  }
}
