extension Action {
  /// Its name on the command line: short, unique.
  public var name: String {
    switch self {
    case .openOutside: "browse"
    case .dropFilter: "drop"
    case .clearFilters: "clear"
    case .findInPane: "find-value"
    case .foldPane: "fold"
    case .growPane: "grow"
    case .shrinkPane: "shrink"
    case .showDirectory: "directory"
    case .showSources: "sources"
    default: hyphenated
    }
  }

  /// "nextPane" is "next-pane".
  private var hyphenated: String {
    rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }

  /// The one of that name.
  init?(name: String) {
    guard let action = Action.allCases.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}

extension Command {
  /// What to type on the command line for it. Rows of the table that are one action in different places share it.
  public var name: String { action.name }
}
