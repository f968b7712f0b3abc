import MentorDirectory

/// A line of the linear mode, understood.
enum PlainCommand: Equatable {
  case help, quit, list, next, previous, undo, redo, dropFilter, clearFilters
  case search(String)
  case read(Int)
  case turn(Int)
  /// What changed in the write-up that is read.
  case changes
  /// A link by its number; nil is the mentor's page.
  case open(Int?)
  case facets
  /// The values of a facet, by its name or number, that begin with a text.
  case values(String, narrowing: String)
  case include([Int])
  case exclude([Int])
  case orders
  case sort(String)
  /// A command letter with something that it does not take.
  case unclear(String, why: String)

  init(_ line: String) {
    let line = line.cleanedLine(limit: LineEditor.limit)
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else {
      self = .list
      return
    }
    let rest = Array(words.dropFirst())
    if line.first == "/" {
      self = .search(String(line.dropFirst()).cleanedLine(limit: LineEditor.limit))
    } else if let choice = Self.choice(line) {
      self = choice
    } else if rest.isEmpty, let number = Int(first) {
      self = .read(number)
    } else if let command = Self.letter(first, rest) {
      self = command
    } else {
      self = .search(line)
    }
  }

  private static func letter(_ letter: String, _ rest: [String]) -> PlainCommand? {
    switch (letter, rest.count) {
    case ("?", 0), ("help", 0): .help
    case ("q", 0), ("Q", 0), ("quit", 0): .quit
    case ("l", 0): .list
    case ("n", 0): .next
    case ("p", 0): .previous
    case ("u", 0): .undo
    case ("r", 0): .redo
    case ("x", 0): .dropFilter
    case ("X", 0): .clearFilters
    case ("]", 0): .turn(1)
    case ("[", 0): .turn(-1)
    case ("d", 0): .changes
    case ("o", 0): .open(nil)
    case ("o", 1): Int(rest[0]).map { .open($0) } ?? .unclear("o \(rest[0])", why: "o takes the number of a link")
    case ("f", 0): .facets
    case ("f", _): .values(rest[0], narrowing: rest.dropFirst().joined(separator: " "))
    case ("s", 0): .orders
    case ("s", _): .sort(rest.joined(separator: " "))
    default: nil
    }
  }

  /// "+ 3", "-3", "+ 1 2"; nil for anything else, as the "-team:words" of a query.
  private static func choice(_ line: String) -> PlainCommand? {
    guard let sign = line.first, sign == "+" || sign == "-" else { return nil }
    let rest = line.dropFirst().split(separator: " ")
    let numbers = rest.compactMap { Int($0) }
    guard numbers.count == rest.count, numbers.allSatisfy({ $0 >= 0 }) else {
      return line.dropFirst().first == " " || sign == "+"
        ? .unclear(line, why: "\(sign) takes the numbers of values") : nil
    }
    return sign == "+" ? .include(numbers) : .exclude(numbers)
  }

  /// What the commands are, for `?`.
  static let summary = [
    "Type words to search, or a query: area:coding lang:de near:Berlin open:yes -not",
    "Commands:",
    "  a number    read that mentor",
    "  n, p        next ten, previous ten",
    "  l           list the ten again",
    "  ], [        next mentor, previous mentor, while reading",
    "  o           open the mentor's page; o 3 opens link 3",
    "  d           what changed in the write-up, while reading",
    "  f           list the facets; f area or f 1 lists values; f area de narrows",
    "  + 3         include value 3 of the facet listed last",
    "  - 3         leave out mentors with value 3",
    "  x, X        drop the last filter, clear all filters and the search",
    "  u, r        undo the last change of the filters, redo it",
    "  s           list the orders; s name sorts by name",
    "  / word      search for a word that is also a command",
    "  q           quit",
  ]
}
