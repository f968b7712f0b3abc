/// Builds an index from mentors that are handed in one by one in display order (`DisplayOrder`).
///
/// Memory: about the size of the text. Time: linear, but for sorting the terms.
public struct IndexBuilder {
  /// What is searchable besides name, title and write-up, and which other words find a value.
  public struct Options: Sendable {
    /// Facets whose values can be found as text.
    public var searchableFacets: Set<FacetName>
    /// Other words for a value of areas, groups, teams and interests.
    public var aliases: @Sendable (String) -> [String]

    public init(
      searchableFacets: Set<FacetName> = [.area, .group, .team, .interest, .location],
      aliases: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
      self.searchableFacets = searchableFacets
      self.aliases = aliases
    }
  }

  /// What the directory is called on the screen, and when the newest of its sources was read.
  public var label = ""
  public var updated: Timestamp?

  private let options: Options
  private var header = IndexHeader()
  private var facets = FacetIndexBuilder()
  private var text = TextIndexBuilder()
  private var names: StringArena
  private var ids: StringArena
  /// The most bytes that a section of strings may have.
  private let limit: Int
  private var changed: [Int32] = []
  private var free: [UInt8] = []
  private var fairness: [UInt32] = []

  /// - Parameters:
  ///   - generation: of the cache that the mentors come from.
  ///   - makerHash: identifies everything else that the index depends on (vocabulary, options).
  public init(generation: UInt64 = 0, makerHash: UInt64 = 0, options: Options = Options()) {
    self.init(generation: generation, makerHash: makerHash, options: options, limit: Int(UInt32.max))
  }

  init(generation: UInt64 = 0, makerHash: UInt64 = 0, options: Options = Options(), limit: Int) {
    self.limit = limit
    names = StringArena(limit: limit)
    ids = StringArena(limit: limit)
    header.generation = generation
    header.makerHash = makerHash
    self.options = options
  }

  /// Adds the next mentor. `writeUp` is its plain text; a mentor's own `writeUp` is not looked at, so that a caller
  /// can stream it.
  public mutating func add(_ mentor: Mentor, writeUp: String) {
    let number = names.offsets.count - 1
    names.append(mentor.name)
    ids.append(mentor.id.rawValue)
    changed.append(mentor.lastChanged.map { Int32(clamping: $0.day.daysSinceEpoch) } ?? .min)
    free.append(mentor.availability.free.map { UInt8(clamping: min($0, 254)) } ?? 255)
    fairness.append(UInt32(truncatingIfNeeded: StableHash.of(mentor.id.rawValue)))
    addFacets(mentor)
    addText(mentor, writeUp: writeUp, number: number)
  }

  private mutating func addFacets(_ mentor: Mentor) {
    for area in mentor.areas { facets.add(area, facet: .area, aliases: options.aliases(area)) }
    facets.add(mentor.place)
    for group in mentor.groups { facets.add(group, facet: .group, aliases: options.aliases(group)) }
    facets.add(mentor.team, facet: .team, aliases: options.aliases(mentor.team))
    for interest in mentor.interests { facets.add(interest, facet: .interest, aliases: options.aliases(interest)) }
    for language in mentor.languages {
      facets.add(language.name, facet: .language, aliases: language.code.isEmpty ? [] : [language.code])
    }
    facets.add(mentor.availability.state.rawValue, facet: .availability)
    facets.add(mentor.title, facet: .title)
    for source in mentor.sources { facets.add(source, facet: .source) }
    facets.endMentor()
  }

  private mutating func addText(_ mentor: Mentor, writeUp: String, number: Int) {
    text.add(mentor.name, field: .name, mentor: number)
    text.add(mentor.title, field: .title, mentor: number)
    func topics(_ values: [String], _ facet: FacetName) {
      guard options.searchableFacets.contains(facet) else { return }
      for value in values {
        text.add(value, field: .topics, mentor: number)
        for alias in options.aliases(value) { text.add(alias, field: .topics, mentor: number) }
      }
    }
    topics(mentor.interests, .interest)
    topics(mentor.areas, .area)
    topics(mentor.groups, .group)
    topics([mentor.team], .team)
    topics([mentor.place.city, mentor.place.country], .location)
    text.add(writeUp, field: .body, mentor: number)
    text.endMentor()
  }

  /// The finished index. The builder is used up.
  public mutating func finish() throws(IndexImageError) -> SearchIndex { try parts().index() }

  /// The finished index, to be written or taken into memory. The builder is used up.
  /// - Throws: `tooLarge`.
  public mutating func parts() throws(IndexImageError) -> IndexParts {
    let mentors = names.count
    guard !names.isTooLong, !ids.isTooLong, !facets.isTooLarge, mentors < Int(Int32.max) else { throw .tooLarge }
    let words = (mentors + 63) / 64
    var parts = IndexParts()
    parts.set(names, .nameOffsets, .nameBytes)
    parts.set(ids, .idOffsets, .idBytes)
    names = StringArena()
    ids = StringArena()
    parts.set(.changed, changed)
    parts.set(.free, free)
    parts.set(.fairness, fairness)
    let (values, rowWidth) = facets.finish(into: &parts, mentors: mentors, words: words)
    facets = FacetIndexBuilder()
    let (terms, prefixes) = try text.finish(into: &parts, mentors: mentors, words: words, limit: limit)
    text = TextIndexBuilder()
    parts.set(.label, bytes: Array(label.utf8))
    header.updated = updated?.seconds ?? .min
    header.mentorCount = UInt32(mentors)
    header.wordCount = UInt32(words)
    header.valueCount = UInt32(values)
    header.rowWidth = UInt32(rowWidth)
    header.termCount = UInt32(terms)
    header.prefixCount = UInt32(prefixes)
    parts.header = header
    return parts
  }
}

/// The order in which mentors are shown, numbered and handed to `IndexBuilder`: by folded name, then by identity.
public enum DisplayOrder {
  public static func key(name: String, id: MentorID) -> String { name.folded + "\u{0}" + id.rawValue }
}

extension Sequence<Mentor> {
  /// In display order.
  public func inDisplayOrder() -> [Mentor] {
    map { (Array(DisplayOrder.key(name: $0.name, id: $0.id).utf8), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
