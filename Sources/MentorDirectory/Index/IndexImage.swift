// The index as bytes: one header, one table of sections, the sections, each at a multiple of 64 bytes.
//
// The same bytes serve in memory, in a snapshot file and mapped from it: nothing is parsed at start. Numbers are in
// the machine's own order; a snapshot from a machine of the other order fails the magic number and is built anew.

/// The arrays that an index consists of. The raw value is the place in the table; new ones go to the end, and
/// `IndexImage.formatVersion` counts up whenever the meaning of one changes.
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
  /// Inverted lists: `UInt32` offsets (values + 1) into `postings`, `UInt32` mentors ascending. Direct values only.
  case postingOffsets, postings
  /// `Int32` per value: number of its bitset of all mentors at or below it, −1 if it is too rare to have one.
  case valueBitset, valueBits

  // The values of a mentor as one run ("fat row"): rare values first, then those that have a bitset.
  /// `UInt32`, mentors + 1.
  case rowOffsets
  /// `UInt32`: how many of the run are rare.
  case rowRare
  /// `UInt16` or `UInt32` (`Header.rowWidth`).
  case rows

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
  /// The words of each mentor in order, for exact words: `UInt32` offsets (mentors + 1), varints of a term's stream
  /// number (1 is the most frequent term), 0 is a gap between texts.
  case streamOffsets, stream

  /// Other words for a value, folded, separated by line feeds: language codes, vocabulary aliases, country codes.
  case aliasOffsets, aliasBytes
  /// The values' names, folded.
  case foldedValueOffsets, foldedValueBytes
}

/// Sizes that the sections are read by. Fixed-width, the first bytes of the image.
struct IndexHeader {
  /// "MNTIDX" and the byte order.
  static let magic: UInt64 = 0x4D4E_5449_4458_0001
  static let formatVersion: UInt32 = 1

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
  var byteCount: UInt64 = 0
  /// Of everything, the header with this as zero.
  var checksum: UInt64 = 0
}

/// What is wrong with a snapshot. It is rebuilt in every case; the fact is for the log and the message.
public enum IndexImageError: Error, Equatable, Sendable {
  case tooShort, notAnIndex, otherVersion(UInt32), damaged
}

/// Owns the bytes of an index, wherever they are, and gives out the sections.
public final class IndexImage: @unchecked Sendable {
  // Immutable after init, hence safe to share.
  let base: UnsafeRawPointer
  public let byteCount: Int
  let header: IndexHeader
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void

  static let tableOffset = 128
  static let alignment = 64

  /// Takes over `byteCount` bytes at `base` (aligned to 64) and checks them. On an error the bytes are released too.
  /// - Parameter release: frees or unmaps them.
  public init(
    base: UnsafeRawPointer, byteCount: Int, verifying: Bool = true,
    release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void
  ) throws(IndexImageError) {
    self.base = base
    self.byteCount = byteCount
    self.release = release
    header = byteCount >= Self.dataOffset ? base.load(as: IndexHeader.self) : IndexHeader(magic: 0)
    try check(verifying: verifying)
  }

  deinit { release(base, byteCount) }

  static var dataOffset: Int {
    let end = tableOffset + IndexSection.allCases.count * 16
    return (end + alignment - 1) / alignment * alignment
  }

  public var generation: UInt64 { header.generation }
  public var makerHash: UInt64 { header.makerHash }
  /// The bytes, for writing a snapshot.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: byteCount) }

  private func check(verifying: Bool) throws(IndexImageError) {
    guard byteCount >= Self.dataOffset else { throw .tooShort }
    guard header.magic == IndexHeader.magic else { throw .notAnIndex }
    guard header.version == IndexHeader.formatVersion, header.sectionCount == IndexSection.allCases.count else {
      throw .otherVersion(header.version)
    }
    guard header.byteCount == byteCount else { throw .damaged }
    for section in IndexSection.allCases {
      let (offset, count) = extent(section)
      guard offset >= Self.dataOffset, count >= 0, offset % Self.alignment == 0, offset + count <= byteCount else {
        throw .damaged
      }
    }
    guard hasMatchingSizes else { throw .damaged }
    if verifying, Self.checksum(of: base, byteCount, header) != header.checksum { throw .damaged }
  }

  /// The sections have the sizes that the header says: what is read by it stays inside of them.
  private var hasMatchingSizes: Bool {
    let mentors = Int(header.mentorCount), values = Int(header.valueCount), terms = Int(header.termCount)
    func entries(_ section: IndexSection) -> Int { extent(section).count / 4 }
    return header.wordCount == (header.mentorCount + 63) / 64 && [2, 4].contains(header.rowWidth)
      && [.nameOffsets, .idOffsets, .rowOffsets, .streamOffsets].allSatisfy { entries($0) == mentors + 1 }
      && extent(.free).count == mentors && entries(.changed) == mentors && entries(.fairness) == mentors
      && [.valueOffsets, .foldedValueOffsets, .aliasOffsets, .postingOffsets].allSatisfy { entries($0) == values + 1 }
      && [.valueParent, .valueDirect, .valueTotal, .valueBitset].allSatisfy { entries($0) == values }
      && entries(.facetBase) == FacetName.allCases.count + 1
      && [.termOffsets, .termPostingOffsets].allSatisfy { entries($0) == terms + 1 }
      && entries(.prefixOffsets) == Int(header.prefixCount) + 1
  }

  /// The checksum of an image whose header is `header`.
  static func checksum(of base: UnsafeRawPointer, _ byteCount: Int, _ header: IndexHeader) -> UInt64 {
    var sealed = header
    sealed.checksum = 0
    let head = withUnsafeBytes(of: &sealed) { bytes in
      bytes.baseAddress.map { checksum($0, bytes.count) } ?? 0
    }
    return mix(head, checksum(base + tableOffset, byteCount - tableOffset))
  }

  private func extent(_ section: IndexSection) -> (offset: Int, count: Int) {
    let entry = base + Self.tableOffset + section.rawValue * 16
    let offset = entry.load(as: UInt64.self), count = (entry + 8).load(as: UInt64.self)
    guard offset <= UInt64(byteCount), count <= UInt64(byteCount) else { return (0, -1) }
    return (Int(offset), Int(count))
  }

  /// The section as an array of `Element`.
  func section<Element>(_ section: IndexSection, as type: Element.Type = Element.self) -> UnsafeBufferPointer<Element> {
    let (offset, count) = extent(section)
    let start = (base + offset).assumingMemoryBound(to: Element.self)
    return UnsafeBufferPointer(start: start, count: max(0, count) / MemoryLayout<Element>.stride)
  }

  /// A fast word-wise hash in four lanes (multiply and fold, after wyhash); the tail byte by byte.
  static func checksum(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (
      0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, UInt64(count)
    )
    let blocks = count / 32
    for i in 0..<blocks {
      let block = bytes + i * 32
      lanes.0 = mix(lanes.0, block.loadUnaligned(as: UInt64.self))
      lanes.1 = mix(lanes.1, (block + 8).loadUnaligned(as: UInt64.self))
      lanes.2 = mix(lanes.2, (block + 16).loadUnaligned(as: UInt64.self))
      lanes.3 = mix(lanes.3, (block + 24).loadUnaligned(as: UInt64.self))
    }
    var hash = mix(mix(lanes.0, lanes.1), mix(lanes.2, lanes.3))
    for i in (blocks * 32)..<count { hash = mix(hash, UInt64((bytes + i).load(as: UInt8.self))) }
    return hash
  }

  @inline(__always) private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ b ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
