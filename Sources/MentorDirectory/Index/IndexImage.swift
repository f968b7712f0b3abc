// The index as bytes: one header, one table of sections, the sections, each at a multiple of 64 bytes.
//
// The same bytes serve in memory, in a snapshot file and mapped from it: nothing is parsed at start. Numbers are in
// the machine's own order. Nothing that a file says is believed: header, table and the small sections are compared
// with their checksums before the first question, what the small sections say of the large ones is checked against
// their sizes, and whoever reads a large one stays inside of it whatever stands there. So a large section may be
// compared later (`damagedSection`), and until then damage can show a wrong word but never end the program.

/// Owns the bytes of an index, wherever they are, and gives out the sections.
public final class IndexImage: @unchecked Sendable {
  // Immutable after init, hence safe to share.
  let base: UnsafeRawPointer
  public let byteCount: Int
  let header: IndexHeader
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void

  static let tableOffset = 128
  static let alignment = 64

  /// How much is compared with its checksum before the image is used.
  public enum Verification: Sendable {
    /// All of it: linear in the size.
    case everything
    /// What does not grow with the mentors.
    case smallSections
  }

  /// Takes over `byteCount` bytes at `base` (aligned to 64) and checks them. On an error the bytes are released too.
  /// - Parameter release: frees or unmaps them.
  public init(
    base: UnsafeRawPointer, byteCount: Int, verifying: Verification = .everything,
    release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void
  ) throws(IndexImageError) {
    self.base = base
    self.byteCount = byteCount
    self.release = release
    header = byteCount >= Self.dataOffset ? base.load(as: IndexHeader.self) : IndexHeader(magic: 0)
    try checkFrame()
    for section in IndexSection.allCases where verifying == .everything || !section.growsWithMentors {
      guard IndexChecksum.of(bytes(of: entry(section))) == entry(section).checksum else { throw .damaged }
    }
    guard IndexShape(self).isSound else { throw .damaged }
  }

  deinit { release(base, byteCount) }

  static var dataOffset: Int {
    aligned(tableOffset + IndexSection.allCases.count * MemoryLayout<SectionEntry>.stride)
  }

  static func aligned(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }

  public var generation: UInt64 { header.generation }
  public var makerHash: UInt64 { header.makerHash }
  /// What the directory is called on the screen.
  public var label: String { String(decoding: section(.label, as: UInt8.self), as: UTF8.self) }
  /// When the newest source was read; nil if unknown.
  public var updated: Timestamp? { header.updated == .min ? nil : Timestamp(seconds: header.updated) }
  /// A copy of the bytes.
  package var copiedBytes: [UInt8] {
    withExtendedLifetime(self) { Array(UnsafeRawBufferPointer(start: base, count: byteCount)) }
  }

  /// Header and table: whole, ours, and inside of the bytes.
  private func checkFrame() throws(IndexImageError) {
    guard byteCount >= 8 else { throw .tooShort }
    let magic = base.load(as: UInt64.self)
    guard magic != IndexHeader.magic.byteSwapped else { throw .otherByteOrder }
    guard magic == IndexHeader.magic else { throw .notAnIndex }
    guard byteCount >= Self.dataOffset else { throw .tooShort }
    guard header.version >= IndexHeader.formatVersion else { throw .earlierFormat(header.version) }
    guard header.version == IndexHeader.formatVersion else { throw .laterFormat(header.version) }
    guard header.sectionCount == IndexSection.allCases.count,
      header.checksum == Self.seal(header, table: tableBytes)
    else { throw .damaged }
    guard header.byteCount <= byteCount else { throw .tooShort }
    guard header.byteCount == byteCount else { throw .damaged }
    let end = UInt64(byteCount - PostingCoding.slack)
    for section in IndexSection.allCases {
      let entry = entry(section)
      guard entry.offset >= Self.dataOffset, entry.offset <= end, entry.offset % UInt64(Self.alignment) == 0,
        entry.count <= end - entry.offset
      else { throw .damaged }
    }
  }

  private var tableBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: base + Self.tableOffset, count: IndexSection.allCases.count * MemoryLayout<SectionEntry>.stride)
  }

  /// The checksum of a header and its table.
  static func seal(_ header: IndexHeader, table: UnsafeRawBufferPointer) -> UInt64 {
    var sealed = header
    sealed.checksum = 0
    return withUnsafeBytes(of: &sealed) { IndexChecksum.of($0) } ^ IndexChecksum.of(table)
  }

  func entry(_ section: IndexSection) -> SectionEntry {
    (base + Self.tableOffset + section.rawValue * MemoryLayout<SectionEntry>.stride).load(as: SectionEntry.self)
  }

  private func bytes(of entry: SectionEntry) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + Int(entry.offset), count: Int(entry.count))
  }

  /// The section as an array of `Element`.
  func section<Element>(_ section: IndexSection, as type: Element.Type = Element.self) -> UnsafeBufferPointer<Element> {
    let entry = entry(section)
    let start = (base + Int(entry.offset)).assumingMemoryBound(to: Element.self)
    return UnsafeBufferPointer(start: start, count: Int(entry.count) / MemoryLayout<Element>.stride)
  }

  /// True if every section is as it was written. Linear in the size.
  ///
  /// - Parameter read: fills the buffer with the image's bytes from an offset on, from the file rather than from the
  ///   mapping: comparing half a gigabyte must not make it resident. False if it cannot.
  public func isWhole(reading read: (_ offset: Int, UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: Self.alignment)
    defer { part.deallocate() }
    return IndexSection.allCases.allSatisfy { section in
      let entry = entry(section)
      var checksum = IndexChecksum(), done = 0
      while done < Int(entry.count) {
        let next = UnsafeMutableRawBufferPointer(rebasing: part[..<min(part.count, Int(entry.count) - done)])
        guard read(Int(entry.offset) + done, next) else { return false }
        checksum.add(UnsafeRawBufferPointer(next))
        done += next.count
      }
      return checksum.value == entry.checksum
    }
  }
}
