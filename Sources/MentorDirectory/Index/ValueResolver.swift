import Glibc

/// Finds the facet values that a word of a query means.
///
/// In this order: the value of that name (or alias, or path of a place); else every value in which the word begins a
/// word. Case and accents do not count.
struct ValueResolver {
  let index: SearchIndex

  func values(named name: String, in facet: FacetName) -> [Int] {
    let range = index.valueRange(of: facet)
    var levels = facet.isTree ? name.folded.split(separator: "/").map(String.init) : [name.folded]
    guard var last = levels.popLast(), !last.isEmpty else { return [] }
    let above = levels
    return last.withUTF8 { wanted in
      let exact = range.filter { value in
        compareBytes(index.foldedValues.bytes(of: value), wanted) == 0 && isBelow(above, value)
      }
      if !exact.isEmpty { return exact }
      let byAlias = range.filter { value in
        let aliases = index.aliases.bytes(of: value)
        return !aliases.isEmpty && contains(aliases, wanted, wholeLine: true) && isBelow(above, value)
      }
      if !byAlias.isEmpty { return byAlias }
      return range.filter { value in
        contains(index.foldedValues.bytes(of: value), wanted, wholeLine: false) && isBelow(above, value)
      }
    }
  }

  /// Values of the location tree within a distance of any of the places of that name.
  func places(within kilometres: Double, of name: String) -> [Int] {
    let range = index.valueRange(of: .location)
    let centres = values(named: name, in: .location)
    let known = centres.compactMap { coordinates(of: $0, base: range.lowerBound) }
    let around = range.filter { value in
      guard let here = coordinates(of: value, base: range.lowerBound) else { return false }
      return known.contains { $0.kilometres(to: here) <= kilometres }
    }
    return Array(Set(centres + around)).sorted()
  }

  private func coordinates(of value: Int, base: Int) -> Coordinates? {
    let at = (value - base) * 2
    return Coordinates(
      latitude: Double(index.locationCoordinates[at]), longitude: Double(index.locationCoordinates[at + 1]))
  }

  private func isBelow(_ above: [String], _ value: Int) -> Bool {
    var node = index.parent(of: value)
    for level in above.reversed() {
      guard let current = node, index.foldedValues[current] == level else { return false }
      node = index.parent(of: current)
    }
    return true
  }

  /// True if `text` contains `wanted` as a whole line, or at the beginning of a word.
  private func contains(
    _ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>, wholeLine: Bool
  ) -> Bool {
    guard text.count >= wanted.count else { return false }
    let lineEnd = UInt8(ascii: "\n")
    for start in 0...(text.count - wanted.count) {
      let isStart = start == 0 || (wholeLine ? text[start - 1] == lineEnd : !Self.isWordByte(text[start - 1]))
      guard isStart, (0..<wanted.count).allSatisfy({ text[start + $0] == wanted[$0] }) else { continue }
      let end = start + wanted.count
      if !wholeLine || end == text.count || text[end] == lineEnd { return true }
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}

extension Coordinates {
  /// Great-circle distance on a sphere of radius 6,371 km (haversine formula).
  public func kilometres(to other: Coordinates) -> Double {
    let radians = Double.pi / 180
    let a = sin((other.latitude - latitude) * radians / 2)
    let b = sin((other.longitude - longitude) * radians / 2)
    let c = sin((90 - latitude) * radians) * sin((90 - other.latitude) * radians)
    return 2 * 6371 * asin(min(1, (a * a + c * b * b).squareRoot()))
  }
}
