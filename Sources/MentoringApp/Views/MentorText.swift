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
    return document.lines.enumerated().map { Line(text: $1.text, link: document.addresses[$0]) }
  }
}
