/// Whether the sections fit the header and each other: what one small section says of another can then be relied on,
/// whoever wrote it. Linear in the facet values and prefixes, not in the mentors.
struct IndexShape {
  private let image: IndexImage

  init(_ image: IndexImage) { self.image = image }

  var isSound: Bool { hasMatchingSizes && hasSoundFacets && hasSoundTrees && hasSoundBitsetNumbers }

  private func count(_ section: IndexSection, of size: Int = 4) -> Int { Int(image.entry(section).count) / size }

  /// The sections have the sizes that the header says.
  private var hasMatchingSizes: Bool {
    let header = image.header
    let mentors = Int(header.mentorCount), values = Int(header.valueCount), terms = Int(header.termCount)
    return Int(header.wordCount) == (mentors + 63) / 64 && [2, 4].contains(header.rowWidth)
      && (header.rowWidth == 4 || values <= Int(UInt16.max))
      && [.nameOffsets, .idOffsets, .rareRowOffsets, .commonRowOffsets, .streamOffsets]
        .allSatisfy { count($0) == mentors + 1 }
      && [.changed, .fairness].allSatisfy { count($0) == mentors } && count(.free, of: 1) == mentors
      && [.valueOffsets, .foldedValueOffsets, .aliasOffsets, .postingOffsets].allSatisfy { count($0) == values + 1 }
      && [.valueParent, .valueDirect, .valueTotal, .valueBitset].allSatisfy { count($0) == values }
      && [.termOffsets, .termPostingOffsets].allSatisfy { count($0) == terms + 1 }
      && count(.shortenedOrders) == terms * SimilarTerms.orders
      && count(.prefixOffsets) == Int(header.prefixCount) + 1
      && count(.prefixBitset) == Int(header.prefixCount) * TextField.count
  }

  /// The facets' values stand one after the other, and places have coordinates.
  private var hasSoundFacets: Bool {
    let base: UnsafeBufferPointer<UInt32> = image.section(.facetBase)
    guard base.count == FacetName.allCases.count + 1, base.first == 0, base.last == image.header.valueCount,
      zip(base, base.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return false }
    return count(.locationCoordinates) == Int(base[FacetName.location.place + 1] - base[FacetName.location.place]) * 2
  }

  private static let deepest = 8

  /// A value stands below an earlier one of the same tree, and no tree is deep.
  private var hasSoundTrees: Bool {
    let base: UnsafeBufferPointer<UInt32> = image.section(.facetBase)
    let parents: UnsafeBufferPointer<UInt32> = image.section(.valueParent)
    var depths = [UInt8](repeating: 0, count: parents.count)
    for facet in FacetName.allCases {
      let range = Int(base[facet.place])..<Int(base[facet.place + 1])
      for value in range where parents[value] != noValue {
        let parent = Int(parents[value])
        guard facet.isTree, range.contains(parent), parent < value, depths[parent] < Self.deepest else { return false }
        depths[value] = depths[parent] + 1
      }
    }
    return true
  }

  /// Every bitset that is named is there.
  private var hasSoundBitsetNumbers: Bool {
    let words = max(1, Int(image.header.wordCount))
    let values: UnsafeBufferPointer<Int32> = image.section(.valueBitset)
    let prefixes: UnsafeBufferPointer<Int32> = image.section(.prefixBitset)
    let valueBitsets = count(.valueBits, of: 8) / words, termBitsets = count(.termBits, of: 8) / words
    return values.allSatisfy { Int($0) < valueBitsets } && prefixes.allSatisfy { Int($0) < termBitsets }
  }
}
