/// Cuts text into the words that search knows, folded.
///
/// A word is a run of letters, digits and marks; `+` and `#` at its end belong to it (C++, C#). Scripts that are
/// written without spaces give every pair of neighbours and the last scalar alone, so that any part of a run can be
/// found by its pairs. Words are cut at `maximumBytes`.
public struct Tokenizer: Sendable {
  public static let maximumBytes = 60

  private let folding = Folding.standard
  private var folded: [UInt8] = []
  private var exact: [UInt8] = []
  private var isAccented = false
  private var previousUnspaced: Unicode.Scalar?
  private var pairsInRun = 0
  /// When reading a query, the last scalar of an unspaced run is left out: its pair already asks for it.
  private let isQuery: Bool

  public init(forQuery isQuery: Bool = false) { self.isQuery = isQuery }

  /// Calls `body` for each word in order with its folded UTF-8, and with the lower-case form if that differs.
  /// The buffers are valid during the call only. Linear in the length of the text.
  public mutating func forEachWord(
    in text: String, _ body: (_ folded: UnsafeBufferPointer<UInt8>, _ exact: UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    var text = text
    reset()
    text.withUTF8 { bytes in
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          if previousUnspaced != nil { endUnspaced(body) }
          if let lower = Self.asciiLetter(byte) {
            folded.append(lower)
            exact.append(lower)
          } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#"), !folded.isEmpty {
            i = signs(from: i, in: bytes, body)
            continue
          } else {
            endWord(body)
          }
          i += 1
        } else {
          let (scalar, length) = Self.decode(bytes, at: i)
          add(scalar, body)
          i += length
        }
      }
    }
    if previousUnspaced != nil { endUnspaced(body) }
    endWord(body)
  }

  /// The words of a text, folded.
  public static func words(of text: String) -> [String] {
    var tokenizer = Tokenizer(), words: [String] = []
    tokenizer.forEachWord(in: text) { folded, _ in words.append(String(decoding: folded, as: UTF8.self)) }
    return words
  }

  /// The last word of a text as a query has it, in lower case with its accents; nil if there is none.
  static func lastQueryWord(of text: String) -> [UInt8]? {
    var tokenizer = Tokenizer(forQuery: true), last: [UInt8]?
    tokenizer.forEachWord(in: text) { folded, exact in last = Array(exact ?? folded) }
    return last
  }

  private mutating func reset() {
    folded.removeAll(keepingCapacity: true)
    exact.removeAll(keepingCapacity: true)
    isAccented = false
    previousUnspaced = nil
    pairsInRun = 0
  }

  @inline(__always) private static func asciiLetter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: return byte
    case 0x41...0x5A: return byte | 0x20
    default: return nil
    }
  }

  /// A run of at most two `+` or `#` after a word belongs to it unless a letter or digit follows ("rust+go" is two
  /// words). Returns where reading goes on.
  private mutating func signs(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void
  ) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "#") { end += 1 }
    let isInside = end < bytes.count && (Self.asciiLetter(bytes[end]) != nil || bytes[end] >= 0x80)
    if !isInside, end - start <= 2 {
      folded.append(contentsOf: bytes[start..<end])
      exact.append(contentsOf: bytes[start..<end])
    }
    endWord(body)
    return end
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    let next = folding.fold(scalar)
    if next.kind == .unspaced {
      endWord(body)
      if let previous = previousUnspaced {
        emit([previous, next.base], body)
        pairsInRun += 1
      }
      previousUnspaced = next.base
      return
    }
    if previousUnspaced != nil { endUnspaced(body) }
    switch next.kind {
    case .separator, .unspaced: endWord(body)
    case .accent:
      if !folded.isEmpty {
        exact.append(contentsOf: UTF8.encode(next.lower) ?? .init())
        isAccented = true
      }
    case .letter, .mark:
      append(next.base, to: &folded)
      if let second = next.second { append(second, to: &folded) }
      append(next.lower, to: &exact)
      if next.isAccented { isAccented = true }
    }
  }

  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void) {
    guard !folded.isEmpty else { return }
    let count = Self.cut(folded), exactCount = Self.cut(exact)
    folded.withUnsafeBufferPointer { f in
      exact.withUnsafeBufferPointer { e in
        body(.init(rebasing: f[..<count]), isAccented ? .init(rebasing: e[..<exactCount]) : nil)
      }
    }
    folded.removeAll(keepingCapacity: true)
    exact.removeAll(keepingCapacity: true)
    isAccented = false
  }

  private mutating func endUnspaced(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void) {
    if let last = previousUnspaced, !isQuery || pairsInRun == 0 { emit([last], body) }
    previousUnspaced = nil
    pairsInRun = 0
  }

  private func emit(
    _ scalars: [Unicode.Scalar], _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    var bytes: [UInt8] = []
    for scalar in scalars { append(scalar, to: &bytes) }
    bytes.withUnsafeBufferPointer { body($0, nil) }
  }

  /// The length at which a word is cut: never inside a scalar.
  private static func cut(_ bytes: [UInt8]) -> Int {
    guard bytes.count > maximumBytes else { return bytes.count }
    var end = maximumBytes
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// One scalar of valid UTF-8 and its length.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[i])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard i + length <= bytes.count else { return ("\u{FFFD}", bytes.count - i) }
    var value = first & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
