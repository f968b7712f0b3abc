import MentorDirectory
import Surface

/// The Directory as a dialogue of lines, for screen readers and braille displays: the same question, filters and
/// orders as the screens, each answer a few lines of at most 80 columns.
///
/// Deterministic but for what `World` tells.
public struct PlainSession {
  /// What the session asks of outside.
  public struct World {
    /// A mentor with the write-up; nil if the mentor is gone.
    public var details: (MentorID) -> MentorDetails?
    /// Opens an address, and says in a sentence what happened.
    public var open: (String) -> String
    public init(details: @escaping (MentorID) -> MentorDetails?, open: @escaping (String) -> String) {
      self.details = details
      self.open = open
    }
  }

  /// What was listed last: what numbers, `n` and `p` mean.
  private enum Listing {
    case mentors
    case values(FacetName, [Int])
  }

  /// True once the person has asked to leave.
  public private(set) var isOver = false
  /// What was asked.
  public var query: Query { directory.query }

  private var directory: DirectoryState
  private let status: DirectoryStatus
  private let world: World
  /// The time now, for the clock at a mentor's place and for the order of the day.
  public var now: Timestamp { didSet { directory.day = now.day } }
  private var listing = Listing.mentors
  /// First place of the ten mentors listed, and of the ten values.
  private var firstMentor = 0
  private var firstValue = 0
  /// The facet whose values have numbers, and those values.
  private var numbered: (facet: FacetName, values: [Int])?
  /// The mentor that is read, with the links by number.
  private var reading: (details: MentorDetails, links: [String])?

  private static let page = 10

  public init(index: SearchIndex, status: DirectoryStatus, now: Timestamp, query: Query = Query(), world: World) {
    directory = DirectoryState(index, day: now.day)
    self.status = status
    self.now = now
    self.world = world
    if !query.isEmpty {
      ask(query.text)
      directory.forgetChanges()
    }
  }

  /// The lines before the first command.
  public func greeting() -> [String] {
    let all = directory.index.mentorCount
    var lines = [
      "mentoring as lines: \(status.label), \(all.mentors). ? lists the commands."
    ]
    if all == 0 {
      lines.append("Import what your community has: mentoring import mentors.csv")
      lines.append("Or look around in a sample community first: mentoring --demo --plain")
    }
    if !query.isEmpty { lines.append(summary) }
    return PlainText.fitted(lines)
  }

  /// Answers one line of the person. No line of the answer is empty at its beginning or wider than 80 columns.
  public mutating func respond(to line: String) -> [String] {
    PlainText.fitted(answer(PlainCommand(line)))
  }

  private mutating func answer(_ command: PlainCommand) -> [String] {
    switch command {
    case .help: return PlainCommand.summary
    case .quit:
      isOver = true
      return []
    case .list: return list()
    case .next: return turnPage(1)
    case .previous: return turnPage(-1)
    case .search(let text): return search(text)
    case .read(let number): return read(number)
    case .turn(let step): return turnMentor(step)
    case .changes: return changes()
    case .open(let number): return open(number)
    case .facets: return facets()
    case .values(let name, let narrowing): return values(name, narrowing)
    case .include(let numbers): return choose(numbers, exclude: false)
    case .exclude(let numbers): return choose(numbers, exclude: true)
    case .undo: return directory.undo() ? changed() : ["nothing to undo"]
    case .redo: return directory.redo() ? changed() : ["nothing to redo"]
    case .dropFilter:
      guard !query.isEmpty else { return ["there is no filter to drop"] }
      directory.dropLast()
      return changed()
    case .clearFilters:
      directory.change { $0 = DirectoryState.Question() }
      return changed()
    case .orders: return orders()
    case .sort(let name): return sort(name)
    case .unclear(let line, let why): return ["\(why); / \(line) searches for that"]
    }
  }

  // MARK: - The question

  /// "area Localization: 61 mentors"
  private var summary: String {
    let total = directory.result.total
    if total == 0, directory.index.mentorCount > 0 { return "\(query.inWords): nobody" }
    return query.isEmpty ? "no filters: \(total.mentors)" : "\(query.inWords): \(total.mentors)"
  }

  /// After a change of the question: one line, and where nobody is left, what to drop.
  private mutating func changed() -> [String] {
    listing = .mentors
    firstMentor = 0
    reading = nil
    return [summary] + wayOut
  }

  private var wayOut: [String] {
    guard directory.result.total == 0, !query.isEmpty else { return [] }
    var chips = Chip.chips(of: query)
    if !query.terms.isEmpty {
      chips.append(Chip(filter: .words, text: "the words \(query.wordsAlone.text)", isExclusion: false))
    }
    return chips.map { ($0.text, directory.session.total($0.dropped(from: query))) }
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(8).map { "without \($0.0): \($0.1.mentors)" }
  }

  /// Words take the place of those before them; filters are added.
  private mutating func ask(_ text: String) {
    let words = directory.field.text
    directory.change { question in
      question.text = Query(text).terms.isEmpty ? words + " " + text : text
      DirectoryState.settle(&question)
    }
  }

  private mutating func search(_ text: String) -> [String] {
    guard !text.isEmpty else { return ["type the words to search for"] }
    ask(text)
    let notes = QueryReader.read(text).notes + directory.result.notes
    let lines = changed() + notes
    return directory.result.total == 0 ? lines : lines + mentors()
  }

  private func orders() -> [String] {
    SortKey.allCases.map { key in "\(key.rawValue): \(key.label)" + (key == directory.sort ? ", now" : "") }
      + ["s and one of these words sorts"]
  }

  private mutating func sort(_ name: String) -> [String] {
    let wanted = name.folded
    let found = SortKey.allCases.first { $0.rawValue == wanted } ?? SortKey.allCases.first { $0.label == wanted }
    guard let found else { return ["there is no order \(name); s lists them; / s \(name) searches for that"] }
    directory.sort(by: found)
    firstMentor = 0
    listing = .mentors
    return ["order: \(found.label)"]
  }

  // MARK: - Lists

  private func list() -> [String] {
    switch listing {
    case .mentors: return mentors()
    case .values(let facet, let values): return self.values(of: facet, values)
    }
  }

  /// The ten mentors from the first one on.
  private func mentors() -> [String] {
    let index = directory.index, total = directory.result.total
    guard total > 0 else { return [summary] }
    let shown = directory.rows(firstMentor..<min(total, firstMentor + Self.page))
    var lines = shown.enumerated().map { offset, mentor -> String in
      let title = index.values(of: mentor, in: .title).first.map { index.valueName($0) } ?? ""
      let place = index.values(of: mentor, in: .location).first.map { index.valueName($0) } ?? ""
      let number = "\(firstMentor + offset + 1). "
      return PlainText.row(number, [index.name(of: mentor), title, place, index.timeInWords(of: mentor)])
    }
    let rest = total - firstMentor - shown.count
    if rest > 0 { lines.append("\(rest.grouped) more, n for the next") }
    return lines
  }

  private mutating func turnPage(_ step: Int) -> [String] {
    switch listing {
    case .mentors:
      guard let next = Self.turned(firstMentor, step, of: directory.result.total) else {
        return [step > 0 ? "these are the last mentors" : "these are the first mentors"]
      }
      firstMentor = next
    case .values(_, let values):
      guard let next = Self.turned(firstValue, step, of: values.count) else {
        return [step > 0 ? "these are the last values" : "these are the first values"]
      }
      firstValue = next
    }
    return list()
  }

  /// The first place of the ten after or before; nil at the end.
  private static func turned(_ first: Int, _ step: Int, of total: Int) -> Int? {
    let next = max(0, first + step * page)
    return next == first || next >= total ? nil : next
  }

  // MARK: - Facets

  private func facets() -> [String] {
    FacetName.allCases.enumerated().map { place, facet in
      let choice = query[facet]
      let chosen = choice.included + choice.excluded.map { "not \($0)" }
      let count = directory.index.valueRange(of: facet).count
      let values = count == 1 ? "1 value" : "\(count.grouped) values"
      return "\(place + 1). \(facet.label), \(values)" + (chosen.isEmpty ? "" : ": \(chosen.joined(separator: ", "))")
    } + ["f and a number or a name lists the values"]
  }

  private mutating func values(_ name: String, _ narrowing: String) -> [String] {
    let all = FacetName.allCases
    let byNumber = Int(name).flatMap { $0 > 0 && $0 <= all.count ? all[$0 - 1] : nil }
    guard let facet = byNumber ?? FacetName(word: name) ?? all.first(where: { $0.rawValue.hasPrefix(name.folded) })
    else { return ["there is no facet \(name); f lists them; / f \(name) searches for that"] }
    let values = directory.result.values(of: facet, narrowing: narrowing)
    guard !values.isEmpty else {
      return [narrowing.isEmpty ? "\(facet.label) has no values" : "no \(facet.label) begins with \(narrowing)"]
    }
    listing = .values(facet, values)
    numbered = (facet, values)
    firstValue = 0
    return self.values(of: facet, values)
  }

  private func values(of facet: FacetName, _ values: [Int]) -> [String] {
    let result = directory.result
    var lines = values[firstValue..<min(values.count, firstValue + Self.page)].enumerated().map { offset, value in
      let state =
        result.chosen.contains(value) ? "included" : result.excluded.contains(value) ? "left out" : ""
      let count = result.count(of: value).grouped
      return PlainText.row("\(firstValue + offset + 1). ", [name(of: value), count, state])
    }
    let rest = values.count - firstValue - lines.count
    if rest > 0 { lines.append("\(rest.grouped) more, n for the next") }
    return lines
  }

  /// "Berlin, Germany, Europe"
  private func name(of value: Int) -> String { directory.index.path(of: value).reversed().joined(separator: ", ") }

  private mutating func choose(_ numbers: [Int], exclude: Bool) -> [String] {
    let sign = exclude ? "-" : "+"
    guard let (facet, values) = numbered else { return ["list the values of a facet first: f lists the facets"] }
    guard !numbers.isEmpty else { return ["\(sign) takes the number of a value, as in \(sign) 1"] }
    if let wrong = numbers.first(where: { $0 < 1 || $0 > values.count }) {
      return ["\(facet.label) has no value \(wrong); f \(facet.rawValue) lists them"]
    }
    let list = listing
    var notes: [String] = []
    for value in numbers.map({ values[$0 - 1] }) {
      let isThere = exclude ? directory.result.excluded.contains(value) : directory.result.chosen.contains(value)
      if isThere {
        notes.append("\(name(of: value)) is \(exclude ? "left out" : "included") already; x drops the last filter")
      } else {
        directory.toggle(value, in: facet, exclude: exclude)
      }
    }
    if notes.count == numbers.count { return notes }
    let lines = notes + changed()
    // The numbers of the values go on to mean the same, but what is listed next are mentors.
    if case .values = list { numbered = (facet, values) }
    return lines
  }

  // MARK: - Reading

  private mutating func read(_ number: Int) -> [String] {
    guard directory.result.total > 0 else { return [summary] }
    guard let mentor = number > 0 ? directory.mentor(at: number - 1) : nil else {
      return ["there is no mentor \(number); the last is \(directory.result.total)"]
    }
    directory.cursor = number - 1
    listing = .mentors
    firstMentor = (number - 1) / Self.page * Self.page
    guard let details = world.details(directory.index.id(of: mentor)) else {
      reading = nil
      return ["This mentor is no longer in the cache."]
    }
    let document = ReaderDocument(details, width: PlainText.width, now: now, highlights: .none, isFull: true)
    reading = (details, document.links)
    return ["mentor \(number) of \(directory.result.total)"] + PlainText.lines(document.lines)
  }

  private mutating func turnMentor(_ step: Int) -> [String] {
    guard reading != nil else { return ["read a mentor first: type the number"] }
    let next = directory.cursor + step
    guard (0..<directory.result.total).contains(next) else {
      return [step > 0 ? "this is the last mentor of the list" : "this is the first mentor of the list"]
    }
    return read(next + 1)
  }

  private func changes() -> [String] {
    guard let details = reading?.details else { return ["read a mentor first: type the number"] }
    guard let previous = details.previous else { return ["no earlier version of this write-up is known"] }
    let document = ReaderDocument(changesOf: details, since: previous, width: PlainText.width, search: "")
    return PlainText.lines(document.lines)
  }

  private func open(_ number: Int?) -> [String] {
    guard let (details, links) = reading else { return ["read a mentor first: type the number"] }
    let mentor = details.mentor
    guard let number else {
      let page = !mentor.page.isEmpty ? mentor.page : mentor.id.rawValue.hasPrefix("http") ? mentor.id.rawValue : ""
      return [page.isEmpty ? "no page is known of this mentor" : world.open(page)]
    }
    guard number > 0, number <= links.count else { return ["there is no link \(number) on this page"] }
    return [world.open(Address.resolve(links[number - 1], against: mentor.page))]
  }
}

extension SearchIndex {
  /// "2 free", "full", "away", as the list of mentors says it; empty if nothing is known.
  func timeInWords(of mentor: Int) -> String {
    let state = values(of: mentor, in: .availability).first.map { valueName($0) } ?? ""
    switch (Availability.State(rawValue: state) ?? .unknown, freePlaces(of: mentor)) {
    case (.full, _), (.away, _), (.closed, _), (.gone, _): return state
    case (_, 0): return "full"
    case (_, let free?): return "\(free) free"
    case (.open, nil), (.limited, nil): return state
    case (.unknown, nil): return ""
    }
  }
}
