/// Asks an index questions, one after the other, as somebody types and chooses.
///
/// A session remembers what the last question needed (filters, matches, counts), so that the next one, which differs
/// in one key press, costs little. It never changes an answer: the same question to the same index gives the same
/// result from any session. Not for use by two threads at once.
public final class SearchSession {
  public let index: SearchIndex

  private let pool: BitsetPool
  private let masks: FilterMasks
  private let text: TextFilter
  private let order: ResultOrder
  private let shared: FacetCounter
  private var own: [FacetName: FacetCounter] = [:]
  private let base: Bitset
  private let ownBase: Bitset
  private let among: Bitset
  private var last: (query: Query, mentors: [Int]?, result: SearchResult)?
  /// The stretch of the last order that was asked for: one screen asks for several parts of it.
  private var lastStretch: (sort: SortKey, day: CalendarDay, places: Range<Int>, mentors: [Int])?
  private static let stretch = 64

  public init(_ index: SearchIndex) {
    self.index = index
    pool = BitsetPool(wordCount: index.wordCount)
    masks = FilterMasks(index, pool)
    text = TextFilter(index, pool)
    order = ResultOrder(index, pool)
    shared = FacetCounter(index, pool)
    base = pool.bitset()
    ownBase = pool.bitset()
    among = pool.bitset()
    among.fill(bits: index.mentorCount)
  }

  /// Counts of all facet values, and the total.
  /// - Parameter mentors: only these of the index are looked at; nil for all.
  public func search(_ query: Query, among mentors: [Int]? = nil) -> SearchResult {
    search(query, among: mentors, text: TextRequest(query.terms))
  }

  func search(_ query: Query, among mentors: [Int]? = nil, text request: TextRequest) -> SearchResult {
    if let last, last.query == query, last.mentors == mentors, text.request == request { return last.result }
    if last?.mentors != mentors { restrict(to: mentors) }
    lastStretch = nil
    text.apply(request)
    let filters = filters(query)
    var result = SearchResult(index: index)
    intersect(query, filters, text: text, leavingOut: nil, into: base)
    result.total = base.population
    if result.total > 0 {
      shared.count(base, population: result.total)
      result.counts = Array(shared.values)
    } else {
      // Nobody: nothing to count, and what was counted last is a better start for the next question.
      result.counts = [UInt32](repeating: 0, count: index.valueCount)
    }
    countOwn(query, filters, into: &result)
    sumUpwards(&result.counts)
    countExcluded(query, filters, into: &result)
    for facet in FacetName.allCases {
      guard let mask = filters[facet] else { continue }
      result.chosen.formUnion(mask.includedValues)
      result.excluded.formUnion(mask.excludedValues)
      result.notes += mask.notes
    }
    if !query.near.isEmpty { result.notes += masks.mask(near: query.near).notes }
    result.notes += text.notes
    result.highlights = text.highlights
    last = (query, mentors, result)
    return result
  }

  /// The mentors at these places of the result of the last search.
  /// - Parameter day: for the fair order.
  public func mentors(_ places: Range<Int>, sort: SortKey, day: CalendarDay) -> [Int] {
    guard let last else { return [] }
    let places = places.clamped(to: 0..<last.result.total)
    guard !places.isEmpty else { return [] }
    if let known = lastStretch, known.sort == sort, known.day == day, known.places.lowerBound <= places.lowerBound,
      places.upperBound <= known.places.upperBound
    {
      return Array(known.mentors[(places.lowerBound - known.places.lowerBound)...].prefix(places.count))
    }
    let start = places.lowerBound / Self.stretch * Self.stretch
    let stretch = start..<min(last.result.total, max(places.upperBound, start + 2 * Self.stretch))
    let mentors = window(stretch, sort: sort, day: day)
    lastStretch = (sort, day, stretch, mentors)
    return Array(mentors[(places.lowerBound - start)...].prefix(places.count))
  }

  private func window(_ places: Range<Int>, sort: SortKey, day: CalendarDay) -> [Int] {
    if sort == .match, let request = text.request, !request.clauses.isEmpty {
      return order.window(places, of: base, ranks: text.ranks)
    }
    return order.window(places, of: base, sort: sort, day: day)
  }

  /// The place of a mentor in the order, if it is among the results of the last search. Linear in the results.
  public func place(of mentor: Int, sort: SortKey, day: CalendarDay) -> Int? {
    guard let last, mentor < index.mentorCount, base.contains(mentor) else { return nil }
    return mentors(0..<last.result.total, sort: sort, day: day).firstIndex(of: mentor)
  }

  /// How many mentors a query lets through: for "drop this filter and get n".
  public func total(_ query: Query, among mentors: [Int]? = nil) -> Int {
    let isOther = mentors != last?.mentors
    if isOther { restrict(to: mentors) }
    defer { if isOther { restrict(to: last?.mentors) } }
    let request = TextRequest(query.terms)
    var matches = text
    if request != text.request {
      matches = TextFilter(index, pool)
      matches.apply(request)
    }
    intersect(query, filters(query), text: matches, leavingOut: nil, into: ownBase)
    return ownBase.population
  }

  private func restrict(to mentors: [Int]?) {
    guard let mentors else { return among.fill(bits: index.mentorCount) }
    among.clear()
    for mentor in mentors where (0..<index.mentorCount).contains(mentor) { among.insert(mentor) }
  }

  private func filters(_ query: Query) -> [FacetName: FilterMask] {
    var filters: [FacetName: FilterMask] = [:]
    for (facet, choice) in query.choices { filters[facet] = masks.mask(choice, in: facet) }
    return filters
  }

  /// All that the query asks for, but for what one facet includes.
  private func intersect(
    _ query: Query, _ filters: [FacetName: FilterMask], text: TextFilter, leavingOut facet: FacetName?,
    into target: Bitset
  ) {
    target.copy(text.matches)
    target.formIntersection(among)
    for (name, mask) in filters {
      if name != facet, let included = mask.included { target.formIntersection(included) }
      if let excluded = mask.excluded { target.subtract(excluded) }
    }
    if !query.near.isEmpty, let included = masks.mask(near: query.near).included {
      target.formIntersection(included)
    }
    if let isOpen = query.isOpen {
      if isOpen { target.formIntersection(masks.open()) } else { target.subtract(masks.open()) }
    }
  }

  /// A facet's own counts say what choosing another value would give: they do not see what it includes (values widen
  /// each other), unless all values are required.
  private func countOwn(_ query: Query, _ filters: [FacetName: FilterMask], into result: inout SearchResult) {
    for (facet, mask) in filters where mask.included != nil && !query[facet].matchesAll {
      intersect(query, filters, text: text, leavingOut: facet, into: ownBase)
      let counter = own[facet] ?? FacetCounter(index, pool, facet: facet)
      own[facet] = counter
      counter.count(ownBase, population: ownBase.population)
      let range = index.valueRange(of: facet)
      result.counts.replaceSubrange(range, with: counter.values[range])
    }
  }

  /// An excluded value shows how many it keeps out.
  private func countExcluded(_ query: Query, _ filters: [FacetName: FilterMask], into result: inout SearchResult) {
    for (facet, mask) in filters where !mask.excludedValues.isEmpty {
      var others = filters
      others[facet]?.excluded = nil
      intersect(query, others, text: text, leavingOut: nil, into: ownBase)
      for value in mask.excludedValues {
        let kept = masks.mentors(at: value)
        result.counts[value] = UInt32(kept.populationOfAnd(ownBase.words))
      }
    }
  }

  private func sumUpwards(_ counts: inout [UInt32]) {
    let parents = index.valueParent
    counts.withUnsafeMutableBufferPointer { counts in
      for value in index.valueRange(of: .location).reversed() where parents[value] != noValue {
        counts[Int(parents[value])] &+= counts[value]
      }
    }
  }
}

/// The answer to a query: how many, and how many per facet value.
public struct SearchResult: Sendable {
  public let index: SearchIndex
  public internal(set) var total = 0
  /// Per facet value: what choosing it would give. Places count what lies below them.
  public internal(set) var counts: [UInt32] = []
  public internal(set) var chosen: Set<Int> = []
  public internal(set) var excluded: Set<Int> = []
  /// Sentences about how the query was understood.
  public internal(set) var notes: [String] = []
  public internal(set) var highlights = Highlighter([])

  public func count(of value: Int) -> Int { Int(counts[value]) }

  /// Values of a facet to show, most mentors first (or by name), chosen and excluded ones on top.
  /// - Parameters:
  ///   - limit: how many at most; chosen ones always come.
  ///   - narrowing: only values in which this begins a word.
  public func values(
    of facet: FacetName, byName: Bool = false, limit: Int = .max, narrowing: String = ""
  ) -> [Int] {
    let range = index.valueRange(of: facet)
    let pinned = chosen.union(excluded).filter(range.contains).sorted { (counts[$0], $1) > (counts[$1], $0) }
    let wanted = narrowing.folded
    guard wanted.isEmpty, !byName, limit <= Self.mostSelected else {
      var values = wanted.isEmpty ? Array(range) : range.filter { isWanted($0, wanted) }
      if !byName { values.sort { (counts[$0], $1) > (counts[$1], $0) } }
      let top = pinned.filter { wanted.isEmpty || isWanted($0, wanted) }
      let others = pinned.isEmpty ? values : values.filter { !chosen.contains($0) && !excluded.contains($0) }
      return top + others.prefix(max(0, limit - top.count))
    }
    return pinned + selected(max(0, limit - pinned.count), of: range, except: Set(pinned))
  }

  private static let mostSelected = 256

  /// The values with the highest counts, by insertion into a short list: one pass over the counts.
  private func selected(_ limit: Int, of range: Range<Int>, except pinned: Set<Int>) -> [Int] {
    var best: [Int] = []
    guard limit > 0 else { return best }
    best.reserveCapacity(limit + 1)
    counts.withUnsafeBufferPointer { counts in
      for value in range {
        let count = counts[value]
        if best.count == limit, count <= counts[best[limit - 1]] { continue }
        if !pinned.isEmpty, pinned.contains(value) { continue }
        var place = best.count
        while place > 0, counts[best[place - 1]] < count { place -= 1 }
        best.insert(value, at: place)
        if best.count > limit { best.removeLast() }
      }
    }
    return best
  }

  /// True if the folded text begins the value's name or a word in it.
  private func isWanted(_ value: Int, _ wanted: String) -> Bool {
    let name = String(decoding: index.foldedValues.bytes(of: value), as: UTF8.self)
    return name.hasPrefix(wanted) || name.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(wanted) }
  }
}
