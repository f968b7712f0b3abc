/// How the matches of a term are written: the term's stream number, then for each text field that has any, the number
/// of mentors and either the number of a bitset (common terms) or the ascending mentors as differences.
///
///     term    := stream:varint mask:byte field*        (one field per bit of the mask, in order)
///     field   := count:varint (bitset:varint | length:varint delta:varint{count})
///
/// A field has a bitset when at least one mentor in 32 matches: then the bitset is smaller than the differences.
/// Varints are LEB128. The first delta is the first mentor.
enum PostingCoding {
  static let commonShare = 32

  static func isCommon(_ count: Int, of mentors: Int) -> Bool { count * commonShare >= mentors }

  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inline(__always) static func next(_ bytes: UnsafePointer<UInt8>, _ position: inout Int) -> Int {
    var byte = bytes[position]
    position &+= 1
    if byte < 0x80 { return Int(byte) }
    var value = UInt64(byte & 0x7F), shift: UInt64 = 7
    repeat {
      byte = bytes[position]
      position &+= 1
      value |= UInt64(byte & 0x7F) &<< shift
      shift &+= 7
    } while byte >= 0x80
    return Int(truncatingIfNeeded: value)
  }
}
