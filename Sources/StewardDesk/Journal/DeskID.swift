/// Names an event, or the request that it brought, on every steward's machine; sorts by the time at which it was made.
///
/// A ULID (github.com/ulid/spec): 48 bits of milliseconds since 1970 and 80 random bits, written as 26 characters of
/// Crockford's Base32.
public struct DeskID: Hashable, Comparable, Sendable {
  /// 26 upper-case characters.
  public let text: String

  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// - Parameters:
  ///   - milliseconds: since 1970; negative counts as 0.
  ///   - random: 80 bits, in the low half of the second number and all of the first.
  public init(milliseconds: Int64, random: (UInt64, UInt16)) {
    let time = UInt64(clamping: milliseconds) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | UInt64(random.1)
    var bytes = [UInt8](repeating: 0, count: 26)
    // 128 bits in 26 groups of 5, the first two bits of the first group zero.
    for place in 0..<26 {
      let shift = 5 * (25 - place)
      let bits =
        shift >= 64
        ? high >> UInt64(shift - 64) : random.0 >> UInt64(shift) | (shift > 59 ? high << UInt64(64 - shift) : 0)
      bytes[place] = Self.letters[Int(bits & 31)]
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Nil for anything that `text` would not be.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 26, bytes[0] <= UInt8(ascii: "7"), bytes.allSatisfy({ Self.letters.contains($0) }) else {
      return nil
    }
    self.text = text
  }

  public var milliseconds: Int64 {
    text.utf8.prefix(10).reduce(0) { $0 << 5 | Int64(Self.letters.firstIndex(of: $1) ?? 0) }
  }

  /// The short form that people read and type: as many last characters as it takes here.
  public var short: String { String(text.suffix(6)).lowercased() }

  public static func < (a: DeskID, b: DeskID) -> Bool { a.text < b.text }
}

/// Makes identifiers that sort after all that were seen before, even where the clock stands still, goes back, or is
/// behind that of another steward: the idea of hybrid logical clocks (Kulkarni and others, 2014).
public struct DeskClock: Sendable {
  /// The newest identifier seen, made here or elsewhere.
  public private(set) var newest: DeskID?

  public init(newest: DeskID? = nil) { self.newest = newest }

  /// Takes note of an identifier that came from elsewhere.
  public mutating func see(_ id: DeskID) { newest = max(newest ?? id, id) }

  public mutating func next(milliseconds: Int64, using generator: inout some RandomNumberGenerator) -> DeskID {
    let time = max(milliseconds, (newest?.milliseconds ?? -1) + 1)
    let id = DeskID(
      milliseconds: time,
      random: (generator.next(), UInt16(truncatingIfNeeded: generator.next() as UInt64)))
    newest = id
    return id
  }
}
