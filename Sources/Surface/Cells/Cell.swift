/// One column of one row: up to five scalars (a base and four marks), a style, and a width. Sixteen bytes, so that a
/// whole screen is copied and compared as plain memory.
///
/// A character of width 2 is a cell of width 2 followed by a continuation cell of width 0.
public struct Cell: Hashable, Sendable {
  // head: base 21 bits, first mark 21, width 2, style 18. tail: three more marks of 21 bits.
  @usableFromInline var head: UInt64
  @usableFromInline var tail: UInt64

  @inlinable init(head: UInt64, tail: UInt64) {
    self.head = head
    self.tail = tail
  }

  /// A scalar without marks.
  init(scalar: UInt32, width: Int, style: Style = .text) {
    self.init(head: UInt64(scalar) | UInt64(width) << 42 | style.packed << 44, tail: 0)
  }

  /// An empty column.
  public static let blank = Cell(scalar: 0x20, width: 1)

  /// An empty column in a style.
  public static func blank(_ style: Style) -> Cell { Cell(scalar: 0x20, width: 1, style: style) }

  /// The right half of a wide character.
  static func continuation(_ style: Style) -> Cell { Cell(scalar: 0, width: 0, style: style) }

  /// 1, 2, or 0 for the right half of a wide character.
  @inlinable public var width: Int { Int(head >> 42 & 3) }

  /// The bits of the style: equal for equal styles, below `2^18`.
  @inlinable public var styleBits: Int { Int(head >> 44) }

  public var style: Style {
    get { Style(packed: head >> 44) }
    set { head = head & Cell.glyphMask | newValue.packed << 44 }
  }

  /// The first scalar; 0 in a continuation.
  @inlinable public var base: UInt32 { UInt32(head & Cell.scalarMask) }

  /// The scalar at `index`, 0 for the base and 1 to 4 for marks; 0 where there is none.
  @inlinable public func scalar(at index: Int) -> UInt32 {
    let bits = index < 2 ? head >> (21 * UInt64(index)) : tail >> (21 * UInt64(index - 2))
    return UInt32(bits & Cell.scalarMask)
  }

  /// True where the cell carries combining marks.
  @inlinable public var hasMarks: Bool { head >> 21 & Cell.scalarMask != 0 }

  /// What the cell shows; empty for a continuation.
  public var text: String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<5 {
      let value = scalar(at: index)
      guard value != 0, let scalar = Unicode.Scalar(value) else { break }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  func styled(packed: UInt64) -> Cell { Cell(head: head & Cell.glyphMask | packed << 44, tail: tail) }

  /// Adds a mark if fewer than four are there; further ones are dropped.
  mutating func add(mark: UInt32) {
    if head >> 21 & Cell.scalarMask == 0 {
      head |= UInt64(mark) << 21
      return
    }
    var shift: UInt64 = 0
    while shift < 63, tail >> shift & Cell.scalarMask != 0 { shift += 21 }
    if shift < 63 { tail |= UInt64(mark) << shift }
  }

  @usableFromInline static var scalarMask: UInt64 { 0x1F_FFFF }
  private static var glyphMask: UInt64 { (1 << 44) - 1 }
}
