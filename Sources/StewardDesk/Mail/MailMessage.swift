import MentorDirectory

/// A plain-text mail as a file or as what `sendmail -t` reads (RFC 5322, RFC 2045 … 2047).
public struct MailMessage: Equatable, Sendable {
  public typealias Person = (name: String, address: String)

  public var from: Person
  public var to: [Person]
  public var subject: String
  /// Lines end with LF here; the message has CR LF.
  public var text: String
  public var date: Timestamp
  /// Without the angle brackets.
  public var messageID: String

  public init(
    from: Person, to: [Person], subject: String, text: String, date: Timestamp, messageID: String
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.date = date
    self.messageID = messageID
  }

  /// The whole message with CR LF. ASCII but for addresses that are not.
  public var source: String {
    var out = ""
    out += "Date: \(Self.dateText(date))\r\n"
    out += MailHeader.addresses("From", [from])
    out += MailHeader.addresses("To", to)
    out += "Message-ID: <\(MailHeader.oneLine(messageID).filter { !"<> ".contains($0) })>\r\n"
    out += MailHeader.unstructured("Subject", subject)
    out += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    out += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    return out + QuotedPrintable.text(text)
  }

  /// `mailto:` with everything percent-encoded (RFC 6068).
  public var mailto: String {
    let to = self.to.map { Self.percent($0.address) }.joined(separator: ",")
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    return "mailto:\(to)?subject=\(Self.percent(MailHeader.oneLine(subject)))&body=\(Self.percent(body))"
  }

  public static func == (a: MailMessage, b: MailMessage) -> Bool { a.source == b.source }

  /// "Fri, 01 May 2026 09:30:00 +0000"
  static func dateText(_ moment: Timestamp) -> String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = moment.day.components
    let weekday = days[((moment.day.daysSinceEpoch % 7) + 7) % 7]
    let time = moment.text.dropFirst(11).dropLast()
    return "\(weekday), \(day < 10 ? "0" : "")\(day) \(months[month - 1]) \(year) \(time) +0000"
  }

  private static func percent(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "@"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, and nothing in them that a mail server changes.
enum QuotedPrintable {
  static func text(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
      + (text.hasSuffix("\n") ? "" : "\r\n")
  }

  private static func line(_ text: Substring) -> String {
    let hex = Array("0123456789ABCDEF".utf8), bytes = Array(text.utf8)
    var out: [UInt8] = [], width = 0
    for (place, byte) in bytes.enumerated() {
      let isLast = place + 1 == bytes.count
      // A space at the end of a line gets lost on the way; "From " at its beginning is changed, and a lone "." ends it.
      let isPlain =
        switch byte {
        case 0x20, 0x09: !isLast
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."): place > 0
        case UInt8(ascii: "F"): place > 0 || !bytes.starts(with: "From ".utf8)
        case 0x21...0x7E: true
        default: false
        }
      let piece = isPlain ? [byte] : [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      if width + piece.count > (isLast ? 76 : 75) {
        out += Array("=\r\n".utf8)
        width = 0
      }
      out += piece
      width += piece.count
    }
    return String(decoding: out, as: UTF8.self)
  }
}
