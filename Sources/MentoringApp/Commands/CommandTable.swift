/// A command: what it does, where, by which keys, and how it is explained.
public struct Command: Sendable {
  public var action: Action
  /// In the notation of `KeyEvent`.
  public var keys: [String]
  public var contexts: Set<CommandContext>
  /// One line for the help list.
  public var help: String
  /// The word in the hint bar; nil keeps it out.
  public var hint: String?
}

/// The one table from which keymap, hint bar and help come.
public enum CommandTable {
  private static let lists: Set<CommandContext> = [
    .results, .facets, .preview, .reader, .help, .menu, .sources, .sourceDetails,
  ]
  private static let directory: Set<CommandContext> = [.results, .facets, .preview]
  private static let asking = directory.union([.map])
  private static let panes: Set<CommandContext> = [.results, .facets]
  private static let mentors: Set<CommandContext> = [.results, .preview, .reader]
  private static let everywhere: Set<CommandContext> = [.results, .facets, .preview, .reader]

  /// In the order of the hint bar; what stands first is dropped last when the bar is narrow.
  public static let commands: [Command] = sourceCommands + directoryCommands + screenCommands

  private static let directoryCommands: [Command] = [
    Command(
      action: .open, keys: ["Enter"], contexts: [.results, .preview], help: "read the mentor's write-up", hint: "read"),
    Command(action: .open, keys: ["Enter"], contexts: [.menu], help: "take what is under the cursor", hint: "choose"),
    Command(
      action: .toggle, keys: ["Space"], contexts: [.facets], help: "choose the value, or let it go", hint: "choose"),
    Command(
      action: .open, keys: ["Enter"], contexts: [.facets], help: "choose the value; open or close a heading", hint: nil),
    Command(
      action: .exclude, keys: ["-"], contexts: [.facets], help: "leave out mentors with the value", hint: "exclude"),
    Command(
      action: .open, keys: ["Enter"], contexts: [.reader], help: "open the link whose number was typed (3 Enter)",
      hint: "open link"),
    Command(action: .nextMentor, keys: ["]"], contexts: [.reader], help: "next mentor of the list", hint: "next"),
    Command(
      action: .previousMentor, keys: ["["], contexts: [.reader], help: "previous mentor of the list", hint: "previous"),
    Command(
      action: .openOutside, keys: ["o"], contexts: [.results, .preview, .reader],
      help: "open the mentor's page in the browser; 3o opens link 3", hint: "open page"),
    Command(action: .search, keys: ["/"], contexts: [.reader], help: "search in the write-up", hint: "search"),
    Command(
      action: .search, keys: ["/"], contexts: directory,
      help: "search as you type; area:… lang:… \"exact words\" -not", hint: "search"),
    Command(
      action: .findInPane, keys: ["f"], contexts: [.facets], help: "narrow the facet as you type", hint: "find value"),
    Command(action: .nextPane, keys: ["Tab"], contexts: directory, help: "next pane", hint: "panes"),
    Command(action: .previousPane, keys: ["S-Tab"], contexts: directory, help: "previous pane", hint: nil),
    Command(
      action: .sort, keys: ["s"], contexts: [.results, .preview], help: "choose the order of the list", hint: "sort"),
    Command(action: .sortValues, keys: ["s"], contexts: [.facets], help: "values by count or by name", hint: "order"),
    Command(action: .mark, keys: ["m"], contexts: [.results], help: "mark the mentor", hint: "mark"),
    Command(action: .nextMatch, keys: ["n"], contexts: [.reader], help: "next match", hint: nil),
    Command(action: .previousMatch, keys: ["N"], contexts: [.reader], help: "previous match", hint: nil),
    Command(
      action: .links, keys: ["U", "l"], contexts: [.reader], help: "list of the links, to open or copy", hint: "links"),
    Command(
      action: .copy, keys: ["y"], contexts: [.reader], help: "copy address, contact, write-up; yy: the address",
      hint: "copy"),
    Command(
      action: .copy, keys: ["y"], contexts: [.results, .preview],
      help: "copy address, contact, write-up; yy: the address", hint: nil),
    Command(action: .copy, keys: ["y"], contexts: [.menu], help: "copy the link under the cursor", hint: "copy"),
    Command(
      action: .changes, keys: ["d"], contexts: [.reader], help: "what changed since the version before; n goes on",
      hint: "changes"),
    Command(
      action: .anyOrAll, keys: ["&"], contexts: [.facets], help: "any of the chosen values, or all of them", hint: nil),
    Command(
      action: .undo, keys: ["u"], contexts: asking, help: "undo the last change of filters or order", hint: nil),
    Command(action: .redo, keys: ["C-r"], contexts: asking, help: "redo it", hint: nil),
    Command(
      action: .dropFilter, keys: ["x", "Backspace"], contexts: asking, help: "drop the last filter", hint: nil),
    Command(
      action: .clearFilters, keys: ["X"], contexts: asking, help: "clear all filters and the search", hint: nil),
    Command(
      action: .bookmark, keys: ["b"], contexts: mentors, help: "bookmark the mentor, or let it go", hint: "bookmark"),
    Command(
      action: .only, keys: ["O"], contexts: asking, help: "only the bookmarked, only the marked, everybody again",
      hint: nil),
    Command(action: .bookmarks, keys: ["B"], contexts: everywhere, help: "the bookmarks", hint: nil),
    Command(action: .savedViews, keys: ["'"], contexts: everywhere, help: "the saved views", hint: nil),
    Command(action: .saveView, keys: ["M"], contexts: directory, help: "keep what is asked as a view", hint: nil),
    Command(action: .markShown, keys: ["*"], contexts: directory, help: "mark all that are shown, or none", hint: nil),
    Command(
      action: .markRange, keys: ["v"], contexts: [.results], help: "mark from here on; Escape ends it", hint: nil),
    Command(
      action: .invertMarks, keys: ["I"], contexts: directory, help: "mark the others of those shown", hint: nil),
    Command(
      action: .export, keys: ["e"], contexts: directory, help: "write the marked or the shown into a file", hint: nil),
    Command(action: .columns, keys: ["C"], contexts: directory, help: "choose the columns of the list", hint: nil),
    Command(
      action: .jumpBack, keys: ["C-o", "M-Left"], contexts: everywhere, help: "back to where one was", hint: nil),
    Command(
      action: .jumpForward, keys: ["M-Right", "C-i"], contexts: everywhere, help: "forward again", hint: nil),
    Command(
      action: .search, keys: ["/"], contexts: [.menu], help: "narrow views or bookmarks as you type", hint: "narrow"),
    Command(action: .toggle, keys: ["Space"], contexts: [.menu], help: "check or uncheck", hint: "check"),
    Command(action: .deleteItem, keys: ["d"], contexts: [.menu], help: "delete the view or bookmark", hint: "delete"),
    Command(action: .foldPane, keys: ["z"], contexts: [.facets], help: "fold or unfold the facet", hint: nil),
    Command(action: .growPane, keys: ["+", "="], contexts: [.facets], help: "give the facet more lines", hint: nil),
    Command(action: .shrinkPane, keys: ["_"], contexts: [.facets], help: "give the facet fewer lines", hint: nil),
    Command(action: .narrower, keys: ["<"], contexts: directory, help: "make the pane narrower", hint: nil),
    Command(
      action: .wider, keys: [">"], contexts: directory, help: "make the pane wider; or drag the line between panes",
      hint: nil),
    Command(
      action: .left, keys: ["h", "Left"], contexts: directory, help: "pane to the left; close a branch", hint: nil),
    Command(
      action: .right, keys: ["l", "Right"], contexts: directory, help: "pane to the right; open a branch", hint: nil),
    Command(action: .down, keys: ["j", "Down", "C-n"], contexts: lists, help: "down; 5j goes five", hint: nil),
    Command(action: .up, keys: ["k", "Up", "C-p"], contexts: lists, help: "up", hint: nil),
    Command(action: .pageDown, keys: ["PageDown", "C-f"], contexts: lists, help: "a page down", hint: nil),
    Command(
      action: .pageDown, keys: ["Space"], contexts: [.reader, .preview, .results], help: "a page down", hint: nil),
    Command(action: .pageUp, keys: ["PageUp", "C-b"], contexts: lists, help: "a page up", hint: nil),
    Command(action: .halfPageDown, keys: ["C-d"], contexts: lists, help: "half a page down", hint: nil),
    Command(action: .halfPageUp, keys: ["C-u"], contexts: lists, help: "half a page up", hint: nil),
    Command(action: .top, keys: ["g", "Home"], contexts: lists, help: "to the first; 12g to the twelfth", hint: nil),
    Command(action: .bottom, keys: ["G", "End"], contexts: lists, help: "to the last", hint: nil),
    Command(action: .map, keys: ["w"], contexts: directory, help: "where the shown mentors are, on a map", hint: "map"),
    Command(
      action: .open, keys: ["Enter"], contexts: [.map], help: "choose the place, back to the list", hint: "choose"),
    Command(
      action: .toggle, keys: ["Space"], contexts: [.map], help: "choose the place, or let it go, and stay",
      hint: "choose and stay"),
    Command(
      action: .groupPlaces, keys: ["c", "+", "-"], contexts: [.map], help: "countries or cities",
      hint: "countries or cities"),
    Command(action: .left, keys: ["h", "Left"], contexts: [.map], help: "next place to the left", hint: nil),
    Command(action: .right, keys: ["l", "Right"], contexts: [.map], help: "next place to the right", hint: nil),
    Command(action: .down, keys: ["j", "Down", "C-n"], contexts: [.map], help: "next place below", hint: nil),
    Command(action: .up, keys: ["k", "Up", "C-p"], contexts: [.map], help: "next place above", hint: nil),
    Command(
      action: .nextPane, keys: ["Tab"], contexts: [.map], help: "place with the next fewer mentors", hint: "next"),
    Command(
      action: .previousPane, keys: ["S-Tab"], contexts: [.map], help: "place with the next more mentors", hint: nil),
    Command(action: .top, keys: ["g", "Home"], contexts: [.map], help: "place with most mentors", hint: nil),
    Command(action: .bottom, keys: ["G", "End"], contexts: [.map], help: "place with fewest mentors", hint: nil),
    Command(action: .back, keys: ["Escape"], contexts: [.map], help: "back to the list", hint: "back"),
    Command(action: .map, keys: ["w"], contexts: [.map], help: "back to the list", hint: nil),
    Command(action: .help, keys: ["?", "F1"], contexts: [.map], help: "all keys that work here", hint: "keys"),
    Command(action: .close, keys: ["q"], contexts: [.map], help: "back to the list", hint: "close"),
    Command(action: .quit, keys: ["Q"], contexts: [.map], help: "quit", hint: nil),
    Command(action: .open, keys: ["Enter"], contexts: [.field], help: "keep what is typed", hint: "done"),
    Command(action: .back, keys: ["Escape"], contexts: [.field], help: "leave the field", hint: "leave"),
    Command(
      action: .down, keys: ["Down", "C-n"], contexts: [.field], help: "down in the list; the search after this one",
      hint: nil),
    Command(
      action: .up, keys: ["Up", "C-p"], contexts: [.field], help: "up in the list; an empty field: former searches",
      hint: nil),
    Command(
      action: .nextPane, keys: ["Tab"], contexts: [.field], help: "keep what is typed, go to the next pane", hint: nil),
    Command(action: .back, keys: ["Escape"], contexts: everywhere, help: "back", hint: nil),
    Command(action: .back, keys: ["Escape"], contexts: [.menu, .help], help: "close", hint: "close"),
    Command(
      action: .commandLine, keys: [":"], contexts: [.results, .facets, .preview, .reader, .sources, .sourceDetails],
      help: "command line: any command, :12, :sort name, a query", hint: "command"),
    Command(
      action: .pipe, keys: ["|"], contexts: [.results, .facets, .preview, .reader],
      help: "pipe the write-up, or the list, to a command", hint: "pipe"),
    Command(action: .open, keys: ["Enter"], contexts: [.prompt], help: "run it", hint: "run"),
    Command(action: .complete, keys: ["Tab"], contexts: [.prompt], help: "complete the line", hint: "complete"),
    Command(action: .back, keys: ["Escape"], contexts: [.prompt], help: "leave the command line", hint: "leave"),
    Command(action: .down, keys: ["Down"], contexts: [.prompt], help: "next row of what fits", hint: nil),
    Command(action: .up, keys: ["Up"], contexts: [.prompt], help: "previous row of what fits", hint: nil),
    Command(action: .earlierLine, keys: ["C-p"], contexts: [.prompt], help: "line that was entered before", hint: nil),
    Command(action: .laterLine, keys: ["C-n"], contexts: [.prompt], help: "line that was entered after", hint: nil),
    Command(
      action: .redraw, keys: ["C-l"], contexts: Set(CommandContext.allCases), help: "draw the screen anew", hint: nil),
    Command(
      action: .suspend, keys: ["C-z"], contexts: Set(CommandContext.allCases), help: "suspend; fg comes back", hint: nil
    ),
    Command(
      action: .help, keys: ["?", "F1"], contexts: [.results, .facets, .preview, .reader, .sources, .sourceDetails],
      help: "all keys that work here", hint: "keys"),
    Command(action: .close, keys: ["q"], contexts: everywhere, help: "close; in the directory: quit", hint: "quit"),
    Command(action: .close, keys: ["q"], contexts: [.menu, .help], help: "close", hint: nil),
    Command(action: .quit, keys: ["Q"], contexts: lists, help: "quit", hint: nil),
  ]
}
