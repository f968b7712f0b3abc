// Small tools on strings for paths that every record passes: on bytes and scalars, which are many times faster than
// characters and Foundation.

extension Substring {
  /// Without white space at either end.
  var trimmed: Substring { trimmed { $0.properties.isWhitespace } }

  /// Without scalars of a kind at either end.
  func trimmed(_ isUnwanted: (Unicode.Scalar) -> Bool) -> Substring {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !isUnwanted($0) }),
      let end = scalars.lastIndex(where: { !isUnwanted($0) })
    else { return self[endIndex...] }
    return Substring(scalars[start...end])
  }
}

extension StringProtocol {
  /// Bytes 0x20 … 0x7E only.
  var isPlainASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 <= 0x7E } }

  /// True if any of these ASCII characters occurs.
  func containsASCII(_ characters: StaticString) -> Bool {
    utf8.contains { byte in (0..<characters.utf8CodeUnitCount).contains { characters.utf8Start[$0] == byte } }
  }

  /// Where the text occurs first; compared byte by byte.
  func place(of text: String) -> Range<Index>? {
    let offset = utf8.withContiguousStorageIfAvailable { bytes in
      text.utf8.withContiguousStorageIfAvailable { Self.offset(of: $0, in: bytes) }
    }
    guard let inner = offset, let found = inner else { return firstRange(of: text) }
    guard let start = found else { return nil }
    let lower = utf8.index(startIndex, offsetBy: start)
    return lower..<utf8.index(lower, offsetBy: text.utf8.count)
  }

  private static func offset(of text: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first else { return 0 }
    var index = 0
    while index + text.count <= bytes.count {
      if bytes[index] == first {
        var length = 1
        while length < text.count, bytes[index + length] == text[length] { length += 1 }
        if length == text.count { return index }
      }
      index += 1
    }
    return nil
  }

  /// True if the text occurs; compared byte by byte.
  func has(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    var rest = utf8[...]
    while let start = rest.firstIndex(of: text.utf8Start[0]) {
      rest = rest[start...]
      if rest.count < count { return false }
      if zip(rest, 0..<count).allSatisfy({ $0 == text.utf8Start[$1] }) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
