import MentorDirectory

/// The reader over the Directory.
public struct ReaderState: Equatable, Sendable {
  public var mentor: MentorID
  /// First line shown.
  public var scroll = 0
  /// What is searched in it; nil if nothing.
  public var search: LineEditor?
  public var isTyping = false
  /// Where the search began, in lines.
  var searchStart = 0
  /// Which of the matches the reader stands at.
  public var match = 0
  /// What changed since the version before is shown, not the write-up.
  public internal(set) var showsChanges = false
  /// Where one was in the write-up before its changes were shown.
  var scrollBefore = 0
  /// First line to come back to.
  var place: Int { showsChanges ? scrollBefore : scroll }

  public init(mentor: MentorID) { self.mentor = mentor }
}
