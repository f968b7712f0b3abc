/// Lays the sections of an index one after the other and seals them with a checksum.
struct ImageWriter {
  private var sections = [[UInt8]?](repeating: nil, count: IndexSection.allCases.count)

  mutating func set<Element>(_ section: IndexSection, _ elements: [Element]) {
    sections[section.rawValue] = elements.withUnsafeBytes { Array($0) }
  }

  mutating func set(_ section: IndexSection, offsets: [UInt32], bytes: [UInt8], in byteSection: IndexSection) {
    set(section, offsets)
    sections[byteSection.rawValue] = bytes
  }

  /// The finished image in memory of its own.
  func image(header: IndexHeader) throws(IndexImageError) -> IndexImage {
    var header = header
    var total = IndexImage.dataOffset
    let counts = sections.map { $0?.count ?? 0 }
    var offsets: [Int] = []
    for count in counts {
      offsets.append(total)
      total += (count + IndexImage.alignment - 1) / IndexImage.alignment * IndexImage.alignment
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: total, alignment: IndexImage.alignment)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: total)
    for (index, section) in sections.enumerated() {
      let entry = memory + IndexImage.tableOffset + index * 16
      entry.storeBytes(of: UInt64(offsets[index]), as: UInt64.self)
      (entry + 8).storeBytes(of: UInt64(counts[index]), as: UInt64.self)
      section?.withUnsafeBytes {
        if let start = $0.baseAddress { (memory + offsets[index]).copyMemory(from: start, byteCount: $0.count) }
      }
    }
    header.byteCount = UInt64(total)
    header.checksum = IndexImage.checksum(of: UnsafeRawPointer(memory), total, header)
    memory.storeBytes(of: header, as: IndexHeader.self)
    return try IndexImage(base: UnsafeRawPointer(memory), byteCount: total, verifying: false) { base, _ in
      UnsafeMutableRawPointer(mutating: base).deallocate()
    }
  }
}
