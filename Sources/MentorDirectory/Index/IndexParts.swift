/// The sections of an index before they are laid one after the other, in memory or into a file.
public struct IndexParts {
  var header = IndexHeader()
  private var sections = [[UInt8]](repeating: [], count: IndexSection.allCases.count)

  mutating func set<Element: BitwiseCopyable>(_ section: IndexSection, _ elements: [Element]) {
    sections[section.rawValue] = elements.withUnsafeBytes { Array($0) }
  }

  mutating func set(_ section: IndexSection, bytes: consuming [UInt8]) { sections[section.rawValue] = bytes }

  mutating func set(_ strings: consuming StringArena, _ offsets: IndexSection, _ bytes: IndexSection) {
    set(offsets, strings.offsets)
    set(bytes, bytes: strings.bytes)
  }

  /// Calls `sink` with the parts of the image in order, without ever holding it in one piece.
  public func write<Failure: Error>(
    _ sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    func pass(_ bytes: [UInt8]) throws(Failure) {
      let outcome = bytes.withUnsafeBytes { bytes in Result { () throws(Failure) in try sink(bytes) } }
      try outcome.get()
    }
    let (header, table) = frame()
    var front = [UInt8](repeating: 0, count: IndexImage.dataOffset)
    withUnsafeBytes(of: header) { front.replaceSubrange(0..<$0.count, with: $0) }
    table.withUnsafeBytes {
      front.replaceSubrange(IndexImage.tableOffset..<(IndexImage.tableOffset + $0.count), with: $0)
    }
    try pass(front)
    for section in sections {
      try pass(section)
      try pass([UInt8](repeating: 0, count: IndexImage.aligned(section.count) - section.count))
    }
    try pass([UInt8](repeating: 0, count: PostingCoding.slack))
  }

  /// The index in memory of its own.
  public func index() throws(IndexImageError) -> SearchIndex {
    let count = Int(frame().header.byteCount)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: IndexImage.alignment)
    var filled = 0
    write { part in
      if let start = part.baseAddress { (memory + filled).copyMemory(from: start, byteCount: part.count) }
      filled += part.count
    }
    let image = try IndexImage(base: UnsafeRawPointer(memory), byteCount: count, verifying: .smallSections) { base, _ in
      UnsafeMutableRawPointer(mutating: base).deallocate()
    }
    return SearchIndex(image)
  }

  private func frame() -> (header: IndexHeader, table: [SectionEntry]) {
    var end = IndexImage.dataOffset, table: [SectionEntry] = []
    for section in sections {
      let checksum = section.withUnsafeBytes { IndexChecksum.of($0) }
      table.append(SectionEntry(offset: UInt64(end), count: UInt64(section.count), checksum: checksum))
      end += IndexImage.aligned(section.count)
    }
    var header = header
    header.byteCount = UInt64(end + PostingCoding.slack)
    header.checksum = table.withUnsafeBytes { IndexImage.seal(header, table: $0) }
    return (header, table)
  }
}

/// Strings one after the other with their offsets. What would pass 4 GiB is noticed, and does not become an index.
struct StringArena {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  private(set) var isTooLong = false
  private let limit: Int

  init(limit: Int = Int(UInt32.max)) { self.limit = limit }

  var count: Int { offsets.count - 1 }

  mutating func reserveCapacity(_ bytes: Int) { self.bytes.reserveCapacity(bytes) }

  mutating func append(_ string: String) {
    bytes.append(contentsOf: string.utf8)
    endString()
  }
  mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
    endString()
  }
  /// The bytes for `body` to add to; they are one string.
  mutating func append(_ body: (inout [UInt8]) -> Void) {
    body(&bytes)
    endString()
  }
  private mutating func endString() {
    if bytes.count > limit { isTooLong = true }
    offsets.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}
