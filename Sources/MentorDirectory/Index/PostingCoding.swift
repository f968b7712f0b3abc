/// How lists of mentors are written.
///
///     mentors := delta:varint*                         (ascending; the first delta is the first mentor)
///     term    := stream:varint mask:byte field*        (one field per bit of the mask, in order)
///     field   := count:varint (bitset:varint | length:varint mentors)
///
/// `stream` is the term's number in the word streams; a field has the number of a bitset instead of a list when the
/// term is common in it. Varints are LEB128. A list that has been damaged is read to its end and no further: readers
/// stop at the end of the list, a varint has five bytes at most, and an image ends with `slack` bytes of nothing.
enum PostingCoding {
  /// A field of a term has a bitset from this share of the mentors on: there, at one byte per difference, the bitset
  /// is the smaller of the two.
  static let commonTermShare = 8
  /// A facet value has a bitset from this share on: from there on counting by bitset is the faster way.
  static let commonValueShare = 32
  /// Bytes behind the last section.
  static let slack = 64

  static func isCommon(_ count: Int, of mentors: Int, share: Int) -> Bool { count * share >= mentors }

  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  static func append(mentors: some Sequence<UInt32>, to bytes: inout [UInt8]) {
    var previous: UInt32 = 0
    for mentor in mentors {
      append(Int(mentor - previous), to: &bytes)
      previous = mentor
    }
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
    } while byte >= 0x80 && shift < 35
    return Int(truncatingIfNeeded: value)
  }

  /// Calls `body` with the mentors of a list, in ascending order and below `limit`.
  @inline(__always)
  static func forEachMentor(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, below limit: Int, _ body: (Int) -> Void
  ) {
    var position = range.lowerBound, mentor = 0
    while position < range.upperBound {
      mentor &+= next(bytes, &position)
      guard mentor < limit else { return }
      body(mentor)
    }
  }
}
