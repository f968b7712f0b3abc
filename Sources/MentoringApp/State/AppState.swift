import MentorDirectory
import Surface

/// Everything that the screens are, as one value. Changed by `update` only.
public struct AppState {
  public internal(set) var size: Size
  public internal(set) var now: Timestamp
  public internal(set) var status: DirectoryStatus
  public internal(set) var directory: DirectoryState
  public internal(set) var reader: ReaderState?
  /// The map over the list; nil while it is closed.
  public internal(set) var map: MapState?
  public internal(set) var overlay: Overlay?
  public internal(set) var message: Message?
  public internal(set) var views: [SavedView]
  public internal(set) var bookmarks: Bookmarks {
    get { directory.bookmarks }
    set { directory.bookmarks = newValue }
  }
  /// Columns of the list beside the name; nil for as many as fit.
  public internal(set) var columns: Set<ResultColumn>?
  public internal(set) var dividers = Dividers()
  /// The divider that the mouse holds.
  var dragged: Divider?
  var jumps = JumpList()
  /// Mentors read so far, newest last; bounded.
  var details: [MentorID: MentorDetails] = [:]
  var detailsOrder: [MentorID] = []
  /// Mentors that were asked for and have not come yet.
  var awaited: Set<MentorID> = []
  /// Mentors that were asked for and are gone.
  var missing: Set<MentorID> = []
  /// Mentors that could not be read just now.
  var failed: Set<MentorID> = []
  /// The reader's page as it is laid out now, so that scrolling does not lay it out again.
  var page: TypesetPage?
  /// A count typed before a command, as the 5 of `5j`.
  var count: Int?
  public internal(set) var keymap: Keymap
  var readingPlaces = ReadingPlaces()
  /// What was entered after `:` and after `|`.
  var commandLines = LineHistory()
  var pipeLines = LineHistory()
  /// Which of the screens is seen; the others stay as they were left.
  public internal(set) var screen = Screen.directory
  /// Where `otherScreen` goes.
  var screenBefore = Screen.sources
  public internal(set) var sources: SourcesState
  /// The kind of source that an address looks like; nil if it does not tell.
  let kindOfAddress: @Sendable (String) -> String?

  public enum Overlay: Equatable, Sendable {
    case help(HelpState)
    case menu(Menu)
    /// A name for a view or a file is being typed.
    case naming(Naming)
    /// The first words to somebody new, until the first key, which does what it does.
    case welcome
    case prompt(Prompt)
    case sourceForm(SourceForm)
  }

  public init(
    index: SearchIndex, status: DirectoryStatus, size: Size, now: Timestamp, keymap: Keymap = Keymap(),
    query: Query = Query(), views: [SavedView] = [], bookmarks: [MentorID] = [], memory: ScreenMemory? = nil,
    welcomes: Bool = false, sources: SourcesState = SourcesState(),
    kindOfAddress: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.size = size
    self.now = now
    self.status = status
    self.keymap = keymap
    self.views = views
    self.sources = sources
    self.kindOfAddress = kindOfAddress
    directory = DirectoryState(index, day: now.day)
    directory.bookmarks = Bookmarks(bookmarks)
    if let memory { recall(memory) }
    if welcomes, index.mentorCount > 0 { overlay = .welcome }
    if !query.isEmpty {
      directory.beginTyping()
      directory.field.set(query.text)
      directory.refresh()
      directory.endTyping()
      directory.forgetChanges()
    }
  }

  static let keptDetails = 64

  mutating func keep(_ details: MentorDetails) {
    let id = details.mentor.id
    if self.details[id] == nil { detailsOrder.append(id) }
    self.details[id] = details
    if detailsOrder.count > Self.keptDetails { self.details[detailsOrder.removeFirst()] = nil }
  }
}

/// The list of keys.
public struct HelpState: Equatable, Sendable {
  public var filter = LineEditor()
  public var scroll = 0
  /// Where the help was asked for: what works there comes first.
  public var context: CommandContext
}

/// A short list to choose from.
public struct Menu: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    case sort, views, bookmarks, columns, export
    /// The texts, or the addresses, of the items.
    case copy([String]), links([String])
  }
  public var purpose: Purpose
  public var title: String
  public var items: [String]
  /// Place among the items that are shown.
  public var cursor: Int
  /// Said beside the items.
  public var details: [String] = []
  /// Keys that take an item at once.
  public var hotKeys: [Character] = []
  /// Items that are checked; nil in a menu where one thing is chosen.
  public var checked: Set<Int>?
  /// What is typed to narrow the items.
  public var filter = LineEditor() { didSet { cursor = 0 } }
  public var isNarrowing = false
  /// It was asked whether to delete the item under the cursor.
  var isDeleting = false
}
