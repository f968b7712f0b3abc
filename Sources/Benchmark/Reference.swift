import MentorDirectory

/// The expected answers: total, CRC-32 of all counts, identities of the first rows, step by step.
struct Reference {
  /// Names of the facets' values in the order in which their counts are summed up.
  var order: [(FacetName, [String])]
  var totals: [Int]
  var checksums: [UInt32]
  var tops: [[Int]]

  /// True if the answer to a step is the expected one.
  func agrees(_ result: SearchResult, _ rows: [Int], _ step: Int) -> Bool {
    var checksum = CRC32()
    var numbers: [FacetName: [String: Int]] = [:]
    for (facet, names) in order {
      if numbers[facet] == nil {
        let range = result.index.valueRange(of: facet)
        numbers[facet] = Dictionary(
          range.map { (result.index.valueName($0), $0) }, uniquingKeysWith: { first, _ in first })
      }
      for name in names { checksum.add(numbers[facet]?[name].map { UInt32(result.count(of: $0)) } ?? 0) }
    }
    return result.total == totals[step] && checksum.value == checksums[step]
      && rows.map { Int(result.index.id(of: $0).rawValue) ?? -1 } == tops[step]
  }
}

/// CRC-32 (ISO 3309) over little-endian words.
struct CRC32 {
  private var state: UInt32 = ~0
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
  var value: UInt32 { ~state }
  mutating func add(_ word: UInt32) {
    for shift in [UInt32(0), 8, 16, 24] {
      state = Self.table[Int((state ^ (word >> shift)) & 0xFF)] ^ (state >> 8)
    }
  }
}
