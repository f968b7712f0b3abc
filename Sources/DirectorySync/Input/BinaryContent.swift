/// Tells text from everything else by its first bytes.
enum BinaryContent {
  /// A well-known signature, so that the message can say what to do ("save the workbook as CSV").
  static func signature(_ bytes: [UInt8]) -> InputError.Content? {
    let signatures: [([UInt8], InputError.Content)] = [
      ([0x50, 0x4B, 0x03, 0x04], hasWorkbook(bytes) ? .workbook : .archive),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .workbook),
      (Array("%PDF-".utf8), .pdf),
      ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
      ([0x1F, 0x8B], .archive), (Array("BZh".utf8), .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive),
      ([0x28, 0xB5, 0x2F, 0xFD], .archive), (Array("SQLite format 3".utf8), .unknown),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }

  /// The names inside a ZIP that is an office document.
  private static func hasWorkbook(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return ["[Content_Types].xml", "xl/", "opendocument", "_rels/"].contains { start.contains($0) }
  }

  /// UTF-16 without a mark: nearly every second byte is zero. True for little-endian, nil if it is not that.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(4096), pairs = sample.count / 2
    guard pairs >= 8, bytes.count % 2 == 0 else { return nil }
    var even = 0, odd = 0
    for i in 0..<(pairs * 2) where sample[i] == 0 { if i % 2 == 0 { even += 1 } else { odd += 1 } }
    if odd * 10 > pairs * 7, even * 50 < pairs { return true }
    if even * 10 > pairs * 7, odd * 50 < pairs { return false }
    return nil
  }

  /// A zero byte, or more than one in ten control characters, in the first 64 kB.
  static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1 << 16)
    var controls = 0
    for byte in sample {
      if byte == 0 { return true }
      if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B { controls += 1 }
    }
    return controls * 10 > sample.count
  }
}
