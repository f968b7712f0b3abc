import MentorDirectory
import Surface

/// What happens to the screens.
public enum Event: Sendable {
  case key(KeyEvent)
  /// Pasted text, already without control characters.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// The answer to `Effect.loadMentor`; nil if the mentor is gone.
  case mentor(MentorID, MentorDetails?)
  /// The mentor could not be read, and why; asked for again after the next key.
  case mentorFailed(MentorID, Message)
  /// The directory changed.
  case directory(SearchIndex, DirectoryStatus)
  /// The mentors are the same; what the header says of them is not.
  case status(DirectoryStatus)
  case clock(Timestamp)
  /// Other keys from now on.
  case keymap(Keymap)
  /// Something to tell, from an effect.
  case message(Message)
  /// The sources as they are now.
  case sources([SourceRow])
  case sync(SyncNews)
  /// What the test of a source found.
  case tested(SourcePreview)
  /// A job about the sources was done, with a sentence to tell, or failed.
  case jobDone(SourceJob, said: String)
  case jobFailed(SourceJob, why: String)
  /// Nothing was written: a file of that name is there.
  case exportTaken(ExportRequest)
}

/// What the screens ask of the world.
public enum Effect: Equatable, Sendable {
  case quit
  case suspend
  /// Draw everything anew, as if the terminal had forgotten it.
  case redraw
  case loadMentor(MentorID)
  /// Open a web or mail address outside.
  case open(String)
  case copy(String)
  /// Keep the saved views, or the bookmarks, for the next time.
  case keepViews([SavedView])
  case keepBookmarks([MentorID])
  /// Write mentors into a file.
  case export(ExportRequest)
  /// Run a line of the user's shell with a text on its standard input, in the terminal.
  case pipe(command: String, text: String)
  /// By the name of the theme.
  case setTheme(String)
  /// Whether the mouse is for the program.
  case setMouse(Bool)
  /// Something about the sources: answered by `sources`, `tested`, `jobDone` or `jobFailed`.
  case run(SourceJob)
  /// Bring the cache up to date with these sources, or with all; answered by `sync` until it has ended.
  case sync([String])
  case cancelSync
}

/// A mentor with what depends on the moment.
public struct MentorDetails: Equatable, Sendable {
  public var mentor: Mentor
  /// Minutes east of UTC at the mentor's place now; nil if unknown.
  public var utcOffset: Int?
  /// The write-up before its last change; nil if it never changed here.
  public var previous: EarlierWriteUp?
  public init(mentor: Mentor, utcOffset: Int? = nil, previous: EarlierWriteUp? = nil) {
    self.mentor = mentor
    self.utcOffset = utcOffset
    self.previous = previous
  }
}

/// A version of a write-up that another one took the place of.
public struct EarlierWriteUp: Equatable, Sendable {
  public var writeUp: WriteUp
  /// When the version that took its place was read.
  public var until: Timestamp
  public init(_ writeUp: WriteUp, until: Timestamp) {
    self.writeUp = writeUp
    self.until = until
  }
}

/// What the header says of the directory.
public struct DirectoryStatus: Equatable, Sendable {
  /// "Sample community", or how many sources there are.
  public var label: String
  /// When the newest source was read; nil for the sample community.
  public var updated: Timestamp?
  /// When the source on the net that has waited longest was read; nil if there is none.
  public var oldest: Timestamp?
  /// The last sync reached nobody.
  public var lacksNetwork = false
  public init(label: String, updated: Timestamp? = nil) {
    self.label = label
    self.updated = updated
  }
}

/// A line at the foot of the screen that stays until the next key.
public struct Message: Equatable, Sendable {
  public enum Kind: Sendable { case note, warning, error }
  public var text: String
  public var kind: Kind
  public init(_ text: String, _ kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}
