extension CommandTable {
  private static let sources: Set<CommandContext> = [.sources, .sourceDetails]
  private static let directory: Set<CommandContext> = [.results, .facets, .preview]
  private static let screens: Set<CommandContext> = directory.union(sources).union([.reader, .map])

  /// The commands of the Sources screen.
  static let sourceCommands: [Command] = [
    Command(action: .addSource, keys: ["a"], contexts: sources, help: "add a source", hint: "add"),
    Command(action: .sync, keys: ["r"], contexts: sources, help: "sync the source", hint: "sync"),
    Command(action: .syncAll, keys: ["R"], contexts: sources, help: "sync all sources", hint: "all"),
    Command(
      action: .cancelSync, keys: ["c", "C-c"], contexts: sources, help: "stop the sync; what is done is kept",
      hint: "stop"),
    Command(
      action: .editSource, keys: ["Enter", "e"], contexts: sources, help: "change the source's settings", hint: "edit"),
    Command(
      action: .testSource, keys: ["t"], contexts: sources, help: "show what the source would bring, keeping nothing",
      hint: "test"),
    Command(
      action: .toggle, keys: ["Space"], contexts: sources, help: "switch the source off, or on again", hint: "on/off"),
    Command(
      action: .removeSource, keys: ["D"], contexts: sources, help: "remove the source and its mentors; asks first",
      hint: "remove"),
    Command(action: .nextPane, keys: ["Tab"], contexts: sources, help: "to the details and back", hint: "details"),
    Command(action: .previousPane, keys: ["S-Tab"], contexts: sources, help: "to the details and back", hint: nil),
    Command(action: .left, keys: ["h", "Left"], contexts: sources, help: "to the list", hint: nil),
    Command(action: .right, keys: ["l", "Right"], contexts: sources, help: "to the details", hint: nil),
    Command(
      action: .openOutside, keys: ["o"], contexts: sources, help: "open the source's address in the browser", hint: nil),
    Command(action: .copy, keys: ["y"], contexts: sources, help: "copy the source's address", hint: nil),
    Command(
      action: .back, keys: ["Escape"], contexts: sources, help: "to the list; from there, to the Directory", hint: nil),
    Command(action: .close, keys: ["q"], contexts: sources, help: "to the Directory", hint: "close"),
    Command(action: .open, keys: ["Enter"], contexts: [.form], help: "keep what the form says", hint: "keep"),
    Command(
      action: .back, keys: ["Escape"], contexts: [.form], help: "leave the form as if nothing was", hint: "leave"),
    Command(
      action: .nextPane, keys: ["Tab", "Down", "C-n"], contexts: [.form], help: "next field", hint: "next field"),
    Command(action: .previousPane, keys: ["S-Tab", "Up", "C-p"], contexts: [.form], help: "field before", hint: nil),
  ]

  /// Those that lead from screen to screen, and what the others ask of the sources.
  static let screenCommands: [Command] = [
    Command(action: .sync, keys: ["r"], contexts: directory, help: "sync all sources", hint: nil),
    Command(
      action: .cancelSync, keys: ["C-c"], contexts: directory.union([.reader, .map]),
      help: "stop the sync; what is done is kept", hint: nil),
    Command(action: .addSource, keys: ["a"], contexts: directory, help: "add a source of mentors", hint: nil),
    Command(
      action: .showDirectory, keys: ["M-1"], contexts: screens, help: "the Directory; so does 1 Enter", hint: nil),
    Command(action: .showSources, keys: ["M-3"], contexts: screens, help: "the Sources; so does 3 Enter", hint: nil),
    Command(
      action: .otherScreen, keys: ["`"], contexts: screens, help: "back to the screen before, and forth", hint: nil),
  ]
}
