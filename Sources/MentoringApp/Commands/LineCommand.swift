import MentorDirectory
import Surface

/// What a line typed after `:` means.
enum LineCommand: Equatable {
  case perform(Action)
  case sort(SortKey)
  case theme(String)
  case mouse(Bool)
  /// Whom the list is restricted to; nil for everybody.
  case only(Only?)
  /// The n-th line of where the keys are, from 1.
  case goTo(Int)
  /// A query that becomes the question.
  case ask(String)

  static let themes = Theme.all.map(\.name)

  /// The line as it stands; nil if it is none by itself, and the palette has to say what fits.
  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.dropFirst().first, words.count) {
    case ("q", nil, _): self = .perform(.close)
    case ("q!", nil, _), ("qa", nil, _): self = .perform(.quit)
    case (let number?, nil, _) where Int(number).map { $0 > 0 } == true: self = .goTo(min(999_999, Int(number) ?? 1))
    case (let name?, nil, _) where Action(name: name) != nil: self = .perform(Action(name: name) ?? .help)
    case ("sort", let key?, 2) where Self.sortKey(key) != nil: self = .sort(Self.sortKey(key) ?? .match)
    case ("theme", let name?, 2) where Self.themes.contains(name): self = .theme(name)
    case ("mouse", "on", 2): self = .mouse(true)
    case ("mouse", "off", 2): self = .mouse(false)
    case ("only", "all", 2): self = .only(nil)
    case ("only", let word?, 2) where Only(rawValue: word) != nil: self = .only(Only(rawValue: word))
    default:
      guard !Query(line).hasNoFilters else { return nil }
      self = .ask(line)
    }
  }

  private static func sortKey(_ word: String) -> SortKey? { SortKey(rawValue: word) }
}
