import MentorDirectory

/// Finds web and mail addresses that stand bare in text. Linear in the length.
enum Autolink {
  /// The text in pieces; a piece with an address is a link.
  static func pieces(of text: String) -> [(text: String, address: String?)] {
    guard mayHoldAddress(text) else { return [(text, nil)] }
    let bytes = Array(text.utf8)
    var found: [(range: Range<Int>, address: String)] = []
    var index = 0
    while index < bytes.count {
      let start = found.last?.range.upperBound ?? 0
      if let match = web(bytes, at: index) ?? mail(bytes, at: index, notBefore: start) {
        found.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    var pieces: [(text: String, address: String?)] = [], position = 0
    for (range, address) in found {
      if range.lowerBound > position {
        pieces.append((String(decoding: bytes[position..<range.lowerBound], as: UTF8.self), nil))
      }
      pieces.append((String(decoding: bytes[range], as: UTF8.self), address))
      position = range.upperBound
    }
    if position < bytes.count { pieces.append((String(decoding: bytes[position...], as: UTF8.self), nil)) }
    return pieces
  }

  /// False for nearly all text: it has no at sign, no colon and no "www".
  private static func mayHoldAddress(_ text: String) -> Bool {
    var row = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") { return true }
      row = byte == UInt8(ascii: "w") ? row + 1 : 0
      if row == 3 { return true }
    }
    return false
  }

  private static func web(_ bytes: [UInt8], at start: Int) -> (range: Range<Int>, address: String)? {
    guard bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "w"), start + 3 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "t") || bytes[start + 1] == UInt8(ascii: "w")
    else { return nil }
    let prefix = ["https://", "http://", "www."].first {
      $0.utf8.count <= bytes.count - start && matches($0, bytes, start)
    }
    guard let prefix, start == 0 || !LinkAddress.isASCIIWord(bytes[start - 1]) else { return nil }
    var end = start + prefix.utf8.count
    let hostStart = end
    while end < bytes.count, end - start < LinkAddress.maximumLength, isAddressByte(bytes, end) { end += 1 }
    end = trimmed(bytes, start: start, end: end)
    guard end > hostStart, bytes[hostStart] != UInt8(ascii: ".") else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let host = String(decoding: bytes[hostStart..<end].prefix { !"/?#:".utf8.contains($0) }, as: UTF8.self)
    guard prefix != "www." || LinkAddress.isHost(host),
      let address = LinkAddress.cleaned(prefix == "www." ? "https://" + text : text)
    else { return nil }
    return (start..<end, address)
  }

  private static func matches(_ prefix: String, _ bytes: [UInt8], _ start: Int) -> Bool {
    zip(prefix.utf8, bytes[start...]).allSatisfy { $0 == $1 }
  }

  private static func isAddressByte(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte <= 0x20 || "<>\"`\\^{}|".utf8.contains(byte) { return false }
    // Typographic quotes, dashes and ellipses (U+2010 … U+203F) and ideographic marks (U+3000 …) end an address.
    if byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
    if byte == 0xE3, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return false }
    return true
  }

  /// Without the punctuation of the sentence, and without a closing bracket that the address did not open.
  private static func trimmed(_ bytes: [UInt8], start: Int, end: Int) -> Int {
    var end = end
    var balance = 0
    for byte in bytes[start..<end] { balance += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0 }
    while end > start {
      let last = bytes[end - 1]
      if ".,;:!?'*_~]".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")"), balance < 0 {
        balance += 1
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  private static func mail(
    _ bytes: [UInt8], at index: Int, notBefore: Int
  ) -> (range: Range<Int>, address: String)? {
    guard bytes[index] == UInt8(ascii: "@") else { return nil }
    var start = index, end = index + 1
    while start > notBefore, index - start < 64, LinkAddress.isLocalByte(bytes[start - 1]), bytes[start - 1] < 0x80 {
      start -= 1
    }
    while end < bytes.count, end - index < 254, isHostByte(bytes[end]) { end += 1 }
    while end > index, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    while start < index, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") { start += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard LinkAddress.isMail(text) else { return nil }
    return (start..<end, "mailto:" + text)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    LinkAddress.isASCIIWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
