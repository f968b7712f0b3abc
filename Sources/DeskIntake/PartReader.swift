import DirectorySync
import Markup
import MentorDirectory

/// Walks through the parts of a mail (RFC 2046) for its text.
struct PartReader {
  private(set) var problems: [String] = []
  private var parts = 0

  struct Found {
    var text: String
    var isPlain: Bool
  }

  mutating func text(of body: ArraySlice<UInt8>, _ head: MailHead, depth: Int) -> Found {
    parts += 1
    guard depth <= ReceivedMail.deepest, parts <= ReceivedMail.mostParts else {
      note("it has more parts than are read")
      return Found(text: "", isPlain: true)
    }
    var (type, parameters) = head.structured("content-type")
    if type.isEmpty { type = "text/plain" }
    if type.hasPrefix("multipart/") {
      guard let boundary = parameters["boundary"], !boundary.isEmpty else {
        note("its parts cannot be told apart; it is read as one text")
        return plain(body, head, charset: nil)
      }
      return multipart(Self.split(body, at: boundary), isAlternative: type == "multipart/alternative", depth: depth)
    }
    if head.structured("content-disposition").value == "attachment" { return Found(text: "", isPlain: true) }
    switch type {
    case "text/html": return html(body, head, charset: parameters["charset"])
    case "message/rfc822":
      let inner = MailHead(body)
      return text(of: body[inner.end...], inner, depth: depth + 1)
    case _ where type.hasPrefix("text/"): return plain(body, head, charset: parameters["charset"])
    default: return Found(text: "", isPlain: true)
    }
  }

  private mutating func multipart(_ pieces: [ArraySlice<UInt8>], isAlternative: Bool, depth: Int) -> Found {
    var found: [Found] = []
    for piece in pieces where parts <= ReceivedMail.mostParts {
      let head = MailHead(piece)
      let part = text(of: piece[head.end...], head, depth: depth + 1)
      if part.text.contains(where: { !$0.isWhitespace }) { found.append(part) }
    }
    if isAlternative {
      return found.first(where: \.isPlain) ?? found.last ?? Found(text: "", isPlain: true)
    }
    return Found(text: found.map(\.text).joined(separator: "\n\n"), isPlain: found.allSatisfy(\.isPlain))
  }

  private func plain(_ body: ArraySlice<UInt8>, _ head: MailHead, charset: String?) -> Found {
    Found(text: decoded(body, head, charset), isPlain: true)
  }

  private mutating func html(_ body: ArraySlice<UInt8>, _ head: MailHead, charset: String?) -> Found {
    let source = decoded(body, head, charset)
    guard let document = try? MarkupDocument(source, as: .html) else {
      note("its HTML is nested too deeply to be read")
      return Found(text: "", isPlain: false)
    }
    return Found(text: document.writeUp.plainText, isPlain: false)
  }

  private func decoded(_ body: ArraySlice<UInt8>, _ head: MailHead, _ charset: String?) -> String {
    // Of a text that nobody could read to its end the beginning is enough.
    let encoding = head.text("content-transfer-encoding").lowercased().trimmingBlanks
    let bytes = TransferDecoding.decode(body.prefix(4 << 20), encoding)
    return CharsetText.decode(bytes, charset: charset)
  }

  private mutating func note(_ problem: String) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// The pieces between lines of `--boundary`; the last may lack its end.
  private static func split(_ body: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = [], start: Int?, place = body.startIndex
    while place < body.endIndex {
      let end = body[place...].firstIndex(of: UInt8(ascii: "\n")) ?? body.endIndex
      if body[place..<end].starts(with: mark) {
        if let start { pieces.append(body[start..<max(start, place - 1)]) }
        guard pieces.count < ReceivedMail.mostParts else { return pieces }
        let rest = body[(place + mark.count)..<end]
        if rest.starts(with: "--".utf8) { return pieces }
        start = min(end + 1, body.endIndex)
      }
      place = end + 1
    }
    if let start, start < body.endIndex { pieces.append(body[start...]) }
    return pieces
  }
}
