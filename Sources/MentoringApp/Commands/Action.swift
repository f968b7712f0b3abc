/// What a person can do. Every action exists once, in `CommandTable`.
public enum Action: String, CaseIterable, Hashable, Sendable {
  // Moving
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom, left, right
  case nextPane, previousPane, open, back, close, quit
  // Filtering
  case search, toggle, exclude, dropFilter, clearFilters, anyOrAll, undo, redo
  case findInPane, foldPane, growPane, shrinkPane, sortValues, narrower, wider
  // Results
  case sort, mark, nextMentor, previousMentor, nextMatch, previousMatch, openOutside, copy, links, pipe, changes
  // Keeping and going back
  case saveView, savedViews, bookmark, bookmarks, markShown, markRange, invertMarks, jumpBack, jumpForward, columns
  case export, deleteItem, only
  // Map
  case map, groupPlaces
  // Screens and sources
  case showDirectory, showSources, otherScreen
  case addSource, editSource, testSource, removeSource, sync, syncAll, cancelSync
  // Program
  case help, redraw, suspend
  case commandLine, complete, earlierLine, laterLine
}

/// Where a key is pressed.
public enum CommandContext: String, CaseIterable, Hashable, Sendable {
  case results, facets, preview, reader, field, help, menu, prompt, map, sources = "sourceList", sourceDetails, form

  /// As the help list says it.
  public var title: String {
    switch self {
    case .results: "in the list of mentors"
    case .facets: "in a facet"
    case .preview: "in the preview"
    case .reader: "in the reader"
    case .field: "while typing"
    case .help: "in this list"
    case .menu: "in a menu"
    case .prompt: "on the command line"
    case .map: "on the map"
    case .sources: "in the list of sources"
    case .sourceDetails: "in the details of a source"
    case .form: "in the form of a source"
    }
  }
}
