/// The immutable index over a directory: typed views of the sections of one image. Cheap to copy, safe to share.
///
/// Mentors are numbered in display order, facet values in one numbering over all facets, terms bytewise.
/// `SearchSession` asks it questions.
public struct SearchIndex: @unchecked Sendable {
  // The pointers stay valid as long as the image, which this holds.
  public let image: IndexImage

  let names, ids, values, foldedValues, aliases, terms, prefixes: StringSection
  let changed: UnsafeBufferPointer<Int32>
  let free: UnsafeBufferPointer<UInt8>
  let fairness, facetBase, valueParent, valueDirect, valueTotal: UnsafeBufferPointer<UInt32>
  let locationCoordinates: UnsafeBufferPointer<Float>
  let shortenedOrders: UnsafeBufferPointer<UInt32>
  let valueBitset, prefixBitset: UnsafeBufferPointer<Int32>
  let valueBits, termBits: UnsafeBufferPointer<UInt64>
  let rareRows, commonRows: RowSection
  /// Lists of mentors by facet value and by term, and the words of each mentor, as `PostingCoding` has them.
  let postings, termPostings, streams: StringSection

  public let mentorCount: Int
  public let valueCount: Int
  public let termCount: Int
  let wordCount: Int

  public init(_ image: IndexImage) {
    self.image = image
    names = StringSection(image, .nameOffsets, .nameBytes)
    ids = StringSection(image, .idOffsets, .idBytes)
    values = StringSection(image, .valueOffsets, .valueBytes)
    foldedValues = StringSection(image, .foldedValueOffsets, .foldedValueBytes)
    aliases = StringSection(image, .aliasOffsets, .aliasBytes)
    terms = StringSection(image, .termOffsets, .termBytes)
    prefixes = StringSection(image, .prefixOffsets, .prefixBytes)
    changed = image.section(.changed)
    free = image.section(.free)
    fairness = image.section(.fairness)
    facetBase = image.section(.facetBase)
    valueParent = image.section(.valueParent)
    valueDirect = image.section(.valueDirect)
    valueTotal = image.section(.valueTotal)
    locationCoordinates = image.section(.locationCoordinates)
    postings = StringSection(image, .postingOffsets, .postings)
    valueBitset = image.section(.valueBitset)
    prefixBitset = image.section(.prefixBitset)
    valueBits = image.section(.valueBits)
    termBits = image.section(.termBits)
    rareRows = RowSection(image, .rareRowOffsets, .rareRows)
    commonRows = RowSection(image, .commonRowOffsets, .commonRows)
    termPostings = StringSection(image, .termPostingOffsets, .termPostings)
    streams = StringSection(image, .streamOffsets, .stream)
    shortenedOrders = image.section(.shortenedOrders)
    mentorCount = Int(image.header.mentorCount)
    valueCount = Int(image.header.valueCount)
    termCount = Int(image.header.termCount)
    wordCount = Int(image.header.wordCount)
  }

  /// An index of nobody.
  public static func empty() throws(IndexImageError) -> SearchIndex {
    var builder = IndexBuilder()
    return try builder.finish()
  }

  // MARK: - Mentors

  public func name(of mentor: Int) -> String { names[mentor] }
  public func id(of mentor: Int) -> MentorID { MentorID(ids[mentor]) }
  /// Free places; nil if not said.
  public func freePlaces(of mentor: Int) -> Int? { free[mentor] == 255 ? nil : Int(free[mentor]) }
  public func lastChanged(of mentor: Int) -> CalendarDay? {
    changed[mentor] == .min ? nil : CalendarDay(daysSinceEpoch: Int(changed[mentor]))
  }

  /// The number of a mentor; linear, for going back to one after the index was replaced.
  public func mentor(withID id: MentorID) -> Int? {
    var wanted = id.rawValue
    return wanted.withUTF8 { wanted in (0..<mentorCount).first { compareBytes(ids.bytes(of: $0), wanted) == 0 } }
  }

  /// Values of one facet that a mentor has, in the order of the values.
  public func values(of mentor: Int, in facet: FacetName) -> [Int] {
    let range = valueRange(of: facet)
    return (rareRows.values(of: mentor) + commonRows.values(of: mentor)).filter(range.contains).sorted()
  }

  /// The bitset of a facet value, of all mentors at or below it; nil if it is too rare to have one.
  @inline(__always) func bits(of value: Int) -> Words? {
    let number = Int(valueBitset[value])
    return number < 0 ? nil : valueBits.baseAddress.map { $0 + number * wordCount }
  }

  /// A bitset of a common term or prefix; nil if there is none of that number.
  @inline(__always) func termBits(_ number: Int) -> Words? {
    guard number >= 0, (number + 1) * wordCount <= termBits.count else { return nil }
    return termBits.baseAddress.map { $0 + number * wordCount }
  }

  /// Calls `body` with the mentors who have exactly this value, ascending. Only for values that have a list.
  @inline(__always) func forEachMentor(withExactly value: Int, _ body: (Int) -> Void) {
    guard let bytes = postings.arena.baseAddress else { return }
    PostingCoding.forEachMentor(bytes, postings.range(of: value), below: mentorCount, body)
  }

  // MARK: - Facet values

  /// The numbers of a facet's values.
  public func valueRange(of facet: FacetName) -> Range<Int> {
    let place = facet.place
    return Int(facetBase[place])..<Int(facetBase[place + 1])
  }
  public func valueName(_ value: Int) -> String { values[value] }
  public func parent(of value: Int) -> Int? { valueParent[value] == noValue ? nil : Int(valueParent[value]) }
  public func hasChildren(_ value: Int) -> Bool {
    value + 1 < valueCount && valueParent[value + 1] == UInt32(value)
  }
  /// The values right below one, or at the top of a facet. A subtree stands in one stretch behind its root.
  public func children(of parent: Int?, in facet: FacetName) -> [Int] {
    let range = valueRange(of: facet)
    guard let parent else { return range.filter { valueParent[$0] == noValue } }
    var children: [Int] = [], value = parent + 1
    while value < range.upperBound, valueParent[value] != noValue, Int(valueParent[value]) >= parent {
      if Int(valueParent[value]) == parent { children.append(value) }
      value += 1
    }
    return children
  }
  /// Depth in the tree, 0 at the top.
  public func depth(of value: Int) -> Int { parent(of: value).map { depth(of: $0) + 1 } ?? 0 }
  /// Names from the top down.
  public func path(of value: Int) -> [String] { (parent(of: value).map { path(of: $0) } ?? []) + [valueName(value)] }
  /// Mentors that have the value or one below it.
  public func total(of value: Int) -> Int { Int(valueTotal[value]) }

  /// Where a place is; nil for a place of which that is not known, and for values of other facets.
  public func coordinates(of value: Int) -> Coordinates? {
    let range = valueRange(of: .location)
    let at = (value - range.lowerBound) * 2
    guard range.contains(value), at + 1 < locationCoordinates.count else { return nil }
    return Coordinates(
      latitude: Double(locationCoordinates[at]), longitude: Double(locationCoordinates[at + 1]))
  }

  /// What a query calls the value: its name, for a place below a country with the level above ("Germany/Berlin").
  public func queryName(of value: Int) -> String {
    guard let parent = parent(of: value), self.parent(of: parent) != nil else { return valueName(value) }
    return "\(valueName(parent))/\(valueName(value))"
  }
}

extension FacetName {
  /// Position in `allCases`.
  var place: Int {
    switch self {
    case .area: 0
    case .location: 1
    case .group: 2
    case .team: 3
    case .interest: 4
    case .language: 5
    case .availability: 6
    case .title: 7
    case .source: 8
    }
  }
}

/// Strings (or other runs of bytes) by number, over two sections.
struct StringSection {
  let offsets: UnsafeBufferPointer<UInt32>
  let arena: UnsafeBufferPointer<UInt8>

  init(_ image: IndexImage, _ offsets: IndexSection, _ bytes: IndexSection) {
    self.offsets = image.section(offsets)
    arena = image.section(bytes)
  }

  var count: Int { max(0, offsets.count - 1) }
  /// Where a string stands in the arena: always inside of it, even if the offsets were damaged.
  @inline(__always) func range(of number: Int) -> Range<Int> {
    let end = min(Int(offsets[number &+ 1]), arena.count)
    return Range(uncheckedBounds: (min(Int(offsets[number]), end), end))
  }
  @inline(__always) func bytes(of number: Int) -> UnsafeBufferPointer<UInt8> {
    let range = range(of: number)
    return UnsafeBufferPointer(start: arena.baseAddress.map { $0 + range.lowerBound }, count: range.count)
  }
  subscript(number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// First number whose string is not before `wanted`; the strings are sorted bytewise.
  func lowerBound(_ wanted: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if compareBytes(bytes(of: middle), wanted) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func find(_ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = lowerBound(wanted)
    return number < count && compareBytes(bytes(of: number), wanted) == 0 ? number : nil
  }
}
