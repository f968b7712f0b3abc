/// Seals changed bytes again, for tests: what reading does with an index that is wrong and looks right.
package enum IndexSeal {
  /// Makes all checksums fit that can be found. Bytes that are no index stay as they are.
  package static func renew(_ bytes: UnsafeMutableRawBufferPointer) {
    let stride = MemoryLayout<SectionEntry>.stride, tableCount = IndexSection.allCases.count * stride
    guard let base = bytes.baseAddress, bytes.count >= IndexImage.dataOffset else { return }
    for place in IndexSection.allCases.indices {
      let at = base + IndexImage.tableOffset + place * stride
      var entry = at.load(as: SectionEntry.self)
      guard entry.offset <= bytes.count, entry.count <= UInt64(bytes.count) - entry.offset else { continue }
      let section = UnsafeRawBufferPointer(start: base + Int(entry.offset), count: Int(entry.count))
      entry.checksum = IndexChecksum.of(section)
      at.storeBytes(of: entry, as: SectionEntry.self)
    }
    var header = base.load(as: IndexHeader.self)
    let table = UnsafeRawBufferPointer(start: base + IndexImage.tableOffset, count: tableCount)
    header.checksum = IndexImage.seal(header, table: table)
    base.storeBytes(of: header, as: IndexHeader.self)
  }
}
