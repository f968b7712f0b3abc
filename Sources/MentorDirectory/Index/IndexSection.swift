/// The arrays that an index consists of. The raw value is the place in the table; new ones go to the end, and
/// `IndexHeader.formatVersion` counts up whenever the meaning of one changes.
enum IndexSection: Int, CaseIterable {
  // Per mentor, in display order.
  /// Names: `UInt32` offsets (mentors + 1) into `nameBytes`.
  case nameOffsets, nameBytes, idOffsets, idBytes
  /// Day of the last change, days since the epoch, `Int32`; `Int32.min` if unknown.
  case changed
  /// Free places, `UInt8`; 255 if not said.
  case free
  /// Hash of the identity, `UInt32`: the fair order is made from it.
  case fairness

  // Facet values: one numbering over all facets, in the order of `FacetName.allCases`, alphabetical inside a facet.
  /// `UInt32`, facets + 1: where each facet's values begin.
  case facetBase
  case valueOffsets, valueBytes
  /// `UInt32`: the value above in a tree, `noValue` at the top and in flat facets. A parent stands before its children.
  case valueParent
  /// `UInt32`: mentors that have exactly this value, and mentors below it (in a flat facet the same).
  case valueDirect, valueTotal
  /// Latitude and longitude in degrees, `Float` pairs; NaN if unknown. Location values only, from the facet's base.
  case locationCoordinates
  /// Inverted lists of the mentors that have exactly this value: `UInt32` offsets (values + 1) into `postings`, whose
  /// lists `PostingCoding` describes. Empty for a value of a flat facet that has a bitset.
  case postingOffsets, postings
  /// `Int32` per value: number of its bitset of all mentors at or below it, −1 if it is too rare to have one.
  case valueBitset, valueBits

  // The values of each mentor ("fat rows"), those that have a bitset apart from the rare ones, which are walked more.
  // Values of a tree are all rare ones: a tree is counted by rows and summed upwards.
  /// `UInt32`, mentors + 1, into `rareRows`: `UInt16` or `UInt32` values ascending (`IndexHeader.rowWidth`).
  case rareRowOffsets, rareRows
  case commonRowOffsets, commonRows

  // Text. Terms are folded UTF-8, sorted bytewise.
  case termOffsets, termBytes
  /// `UInt32`, terms + 1: byte offsets into `termPostings`, whose entries `PostingCoding` describes.
  case termPostingOffsets, termPostings
  /// Bitsets of common terms and prefixes.
  case termBits
  /// Prefixes of one to three scalars so common that their matches are kept: sorted strings …
  case prefixOffsets, prefixBytes
  /// … and `Int32` × text fields: number of the bitset in `termBits`, −1 if that field is not common.
  case prefixBitset
  /// `UInt32`, terms × `SimilarTerms.orders`: the terms sorted by what is left without their first, second … byte.
  case shortenedOrders
  /// The words of each mentor in order, for exact words: `UInt32` offsets (mentors + 1), varints of a term's stream
  /// number (1 is the most frequent term), 0 is a gap between texts. The name comes first; other texts of one word are
  /// left out, because nothing stands beside it.
  case streamOffsets, stream

  /// Other words for a value, folded, separated by line feeds: language codes, vocabulary aliases, country codes.
  case aliasOffsets, aliasBytes
  /// The values' names, folded.
  case foldedValueOffsets, foldedValueBytes
  /// What the directory is called on the screen, in UTF-8.
  case label

  /// True for what grows with the mentors. It is much, and the first screen needs little of it.
  var growsWithMentors: Bool {
    switch self {
    case .nameOffsets, .nameBytes, .idOffsets, .idBytes, .changed, .free, .fairness, .postings, .valueBits,
      .rareRowOffsets, .rareRows, .commonRowOffsets, .commonRows, .termPostings, .termBits, .streamOffsets, .stream:
      true
    default: false
    }
  }
}

/// Sizes that the sections are read by. Fixed-width, the first bytes of the image.
struct IndexHeader {
  /// "MNTIDX" and the byte order.
  static let magic: UInt64 = 0x4D4E_5449_4458_0001
  static let formatVersion: UInt32 = 2

  var magic = IndexHeader.magic
  var version = IndexHeader.formatVersion
  var sectionCount = UInt32(IndexSection.allCases.count)
  /// The cache's generation this was built from.
  var generation: UInt64 = 0
  /// Identifies the vocabulary and format of the maker, beside the generation.
  var makerHash: UInt64 = 0
  var mentorCount: UInt32 = 0
  /// Words of 64 bits per bitset.
  var wordCount: UInt32 = 0
  var termCount: UInt32 = 0
  var valueCount: UInt32 = 0
  /// Bytes per row entry: 2 or 4.
  var rowWidth: UInt32 = 2
  var prefixCount: UInt32 = 0
  /// When the newest source was read, seconds since the epoch; `Int64.min` if unknown.
  var updated: Int64 = .min
  var byteCount: UInt64 = 0
  /// Of this header, with zero here, and of the table of sections.
  var checksum: UInt64 = 0
}

/// Where a section is, and what its bytes add up to; an entry of the table behind the header.
struct SectionEntry {
  /// From the beginning of the image, in bytes.
  var offset: UInt64 = 0
  /// In bytes.
  var count: UInt64 = 0
  var checksum: UInt64 = 0
}

/// What is wrong with an index. In every case a new one is built; the fact is for the log and the message.
public enum IndexImageError: Error, Equatable, Sendable {
  /// It ends before it is complete.
  case tooShort
  /// It is something else.
  case notAnIndex
  /// It was written on a machine of the other byte order.
  case otherByteOrder
  /// A version of the program with an earlier or later format wrote it; the value is that format.
  case earlierFormat(UInt32), laterFormat(UInt32)
  /// Its bytes are not those that were written.
  case damaged
  /// The directory does not fit: a text section would pass 4 GiB.
  case tooLarge
}
