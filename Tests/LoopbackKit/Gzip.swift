/// Compressed bodies made by hand (RFC 1951, 1952), honest and not.
public enum Gzip {
  /// A valid gzip file of the bytes, stored as they are.
  public static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file = header
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      file.append(rest.isEmpty ? 1 : 0)
      file += littleEndian(length) + littleEndian(~length) + block
    } while !rest.isEmpty
    return file + littleEndian(checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// A small file that becomes at least `size` zeros: one literal, then copies of 258 at 13 bits each.
  public static func bomb(size: Int) -> [UInt8] {
    var bits = BitWriter(bytes: header)
    bits.write(0b1, 1)  // the last block
    bits.write(0b01, 2)  // fixed codes
    bits.writeCode(0b0011_0000, 8)  // literal 0
    for _ in 0...size / 258 {
      bits.writeCode(0b1100_0101, 8)  // length 258
      bits.writeCode(0, 5)  // distance 1
    }
    bits.writeCode(0, 7)  // end of block
    return bits.bytes + [UInt8](repeating: 0, count: 9)
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  private static func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private struct BitWriter {
    var bytes: [UInt8]
    private var used = 8

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Lowest bit first.
    mutating func write(_ value: Int, _ count: Int) {
      for bit in 0..<count { add(value >> bit & 1) }
    }

    /// Codes go highest bit first.
    mutating func writeCode(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { add(value >> bit & 1) }
    }

    private mutating func add(_ bit: Int) {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit << used)
      used += 1
    }
  }
}
