import MentorDirectory

/// A mentor as plain lines, as the reader sets them: for `mentoring show`.
public enum MentorText {
  public struct Line: Equatable, Sendable {
    public var text: String
    /// The address, on a line of the list of links.
    public var link: String?
  }

  public static func lines(_ details: MentorDetails, width: Int, now: Timestamp) -> [Line] {
    let document = ReaderDocument(details, width: width, now: now, highlights: .none, isFull: true)
    return document.lines.map { line in
      let text = line.text
      return Line(text: text, link: document.links.enumerated().first { text == "[\($0 + 1)] \($1)" }?.1)
    }
  }
}
