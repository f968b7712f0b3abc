import Markup
import MentorDirectory

/// A mail as a steward wants to read it: who, about what, and the text.
public struct ReceivedMail: Equatable, Sendable {
  /// Without brackets; empty if the mail has none.
  public var messageID = ""
  public var name = ""
  /// Empty if nobody can be answered.
  public var address = ""
  public var subject = ""
  public var text = ""
  /// What could not be read, as sentences without a full stop.
  public var problems: [String] = []

  /// Longest mail, in bytes.
  public static let limit = 64 << 20
  static let deepest = 12
  static let mostParts = 500
  static let longestText = 200_000

  /// Reads one message (RFC 5322 with MIME). Of alternatives the plain text is taken; attachments are left aside.
  public init(_ bytes: [UInt8]) {
    let head = MailHead(bytes[...])
    messageID = EncodedWords.text(head.bytes("message-id") ?? []).trimmed(of: "<>")
    subject = EncodedWords.text(head.bytes("subject") ?? [])
    let from = (head.bytes("reply-to").map(MailPerson.init) ?? MailPerson([])).orIfEmpty(
      MailPerson(head.bytes("from") ?? []))
    let author = MailPerson(head.bytes("from") ?? [])
    name = author.name.isEmpty ? from.name : author.name
    address = from.address
    var reader = PartReader()
    text = reader.text(of: bytes[head.end...], head, depth: 0).text.cleanedText(limit: Self.longestText)
    problems = reader.problems
    text = Self.withoutSignature(text)
  }

  /// Up to the line that begins a signature (RFC 3676, 4.3).
  private static func withoutSignature(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let mark = lines.firstIndex(where: { $0 == "-- " || $0 == "--" }), mark > 0 { lines = Array(lines[..<mark]) }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}

/// A name and an address in a header.
struct MailPerson {
  var name = ""
  var address = ""

  /// The first of the addresses.
  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var isQuoted = false, angle: String.Index?, end = text.endIndex
    for index in text.indices {
      switch text[index] {
      case "\"": isQuoted.toggle()
      case "<" where !isQuoted && angle == nil: angle = index
      case "," where !isQuoted:
        end = min(end, index)
      default: break
      }
    }
    let first = text[..<(angle.map { max($0, end < $0 ? end : $0) } ?? end)]
    if let angle, angle < end || end == text.endIndex {
      address = String(text[text.index(after: angle)...].prefix { $0 != ">" }).trimmingBlanks
      name = EncodedWords.text(Array(text[..<angle].utf8)).trimmed(of: "\" '")
    } else {
      address = String(first.prefix { $0 != "(" }).trimmingBlanks
      // The old form: `address (Name)`.
      if let open = first.firstIndex(of: "(") {
        name = EncodedWords.text(Array(first[first.index(after: open)...].prefix { $0 != ")" }.utf8))
      }
    }
    address = address.cleanedLine(limit: 320)
    if !address.contains("@") { address = "" }
  }

  func orIfEmpty(_ other: MailPerson) -> MailPerson { address.isEmpty ? other : self }
}

extension String {
  fileprivate func trimmed(of characters: String) -> String {
    let start = drop { characters.contains($0) }
    return String(start.prefix(start.count - start.reversed().prefix { characters.contains($0) }.count))
  }
}
