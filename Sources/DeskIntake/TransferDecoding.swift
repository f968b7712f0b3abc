/// Content transfer encodings (RFC 2045, 6). What is broken gives what can be read of it.
enum TransferDecoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes, underscoreIsSpace: false)
    default: Array(bytes)
    }
  }

  /// Anything that is no letter of the alphabet is passed over.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = [], buffer: UInt32 = 0, bits: UInt32 = 0
    for byte in bytes {
      guard let value = value(byte) else {
        if byte == UInt8(ascii: "=") { break }
        continue
      }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return out
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// - Parameter underscoreIsSpace: in headers (RFC 2047, 4.2) it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, underscoreIsSpace: Bool) -> [UInt8] {
    var out: [UInt8] = [], place = bytes.startIndex
    out.reserveCapacity(bytes.count)
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "_"), underscoreIsSpace {
        out.append(0x20)
      } else if byte == UInt8(ascii: "=") {
        let rest = bytes[place...].prefix(2)
        if let digits = pair(rest) {
          out.append(digits)
          place += 2
        } else if rest.first == UInt8(ascii: "\n") {
          place += 1
        } else if rest.elementsEqual([0x0D, 0x0A]) {
          place += 2
        } else {
          out.append(byte)
        }
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private static func pair(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes.count == 2 else { return nil }
    let digits = bytes.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return digits.count == 2 ? UInt8(digits[0] << 4 | digits[1]) : nil
  }
}
