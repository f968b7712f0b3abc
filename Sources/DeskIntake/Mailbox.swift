/// A file with one mail or many.
public enum Mailbox {
  static let mostMails = 10_000

  /// The messages of an mbox (RFC 4155; lines that begin with "From " inside a mail are quoted with ">"), or the one
  /// message that the file is.
  public static func messages(in bytes: [UInt8]) -> [[UInt8]] {
    let from = Array("From ".utf8)
    guard bytes.starts(with: from) else { return [bytes] }
    var starts: [Int] = [], place = 0, isAfterBlank = true
    while place < bytes.count, starts.count <= mostMails {
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[place..<end]
      if isAfterBlank, line.starts(with: from) { starts.append(place) }
      isAfterBlank = line.isEmpty || line.elementsEqual([0x0D])
      place = end + 1
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      let body = bytes[start..<end]
      let first = body.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.endIndex
      return unquoted(body[first...])
    }
  }

  /// ">From " loses one ">".
  private static func unquoted(_ mail: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = [], place = mail.startIndex
    out.reserveCapacity(mail.count)
    while place < mail.endIndex {
      let end = mail[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? mail.endIndex
      let line = mail[place..<end]
      let rest = line.drop { $0 == UInt8(ascii: ">") }
      out += rest.count < line.count && rest.starts(with: "From ".utf8) ? line.dropFirst() : line
      place = end
    }
    return out
  }

  /// True for a file that begins as mails do: "From ", or a header field that every mail has.
  public static func looksLikeMail(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "From ".utf8) { return true }
    let head = MailHead(bytes.prefix(64_000))
    return head.bytes("from") != nil && (head.bytes("subject") != nil || head.bytes("date") != nil)
  }
}
