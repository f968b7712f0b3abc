/// Where a request stands. Raw values are the words of the screens, the commands and the journal.
public enum RequestState: String, CaseIterable, Sendable {
  case new
  /// The newcomer was asked something.
  case inQuestion = "in question"
  case searching
  /// A mentor was asked whether they take this newcomer.
  case proposed
  case introduced
  case inContact = "in contact"
  case active
  case completed
  case lapsed
  /// The mentor was changed by agreement or on request; a new one is looked for.
  case reassigned
  case withdrawn
  case noMatch = "no match"
  /// The mentor, or the newcomer, said no; the next one is looked for.
  case declined

  /// Whose turn it is.
  public enum Waiting: String, Sendable { case steward, newcomer, mentor, both = "mentor and newcomer", nobody }

  public var waitsFor: Waiting {
    switch self {
    case .new, .searching, .reassigned, .declined: .steward
    case .inQuestion: .newcomer
    case .proposed: .mentor
    case .introduced, .inContact: .both
    case .active, .completed, .lapsed, .withdrawn, .noMatch: .nobody
    }
  }

  /// Nothing more is expected to happen.
  public var isClosed: Bool { [.completed, .lapsed, .withdrawn, .noMatch].contains(self) }
  /// A mentor is still to be found.
  public var isOpen: Bool { [.new, .inQuestion, .searching, .reassigned, .declined].contains(self) }
  /// A place of a mentor is taken by it.
  public var holdsPlace: Bool { [.proposed, .introduced, .inContact, .active].contains(self) }
  /// Why must be said.
  public var needsReason: Bool { [.lapsed, .reassigned, .withdrawn, .noMatch, .declined].contains(self) }

  /// Where it can go from here by a steward's word. Going back is undo.
  public var next: [RequestState] {
    let endings: [RequestState] = [.withdrawn, .lapsed]
    switch self {
    case .new, .inQuestion, .searching, .reassigned, .declined:
      return [.inQuestion, .searching, .proposed, .introduced, .noMatch].filter { $0 != self } + endings
    case .proposed: return [.introduced, .declined, .searching] + endings
    case .introduced: return [.inContact, .active, .completed, .declined, .reassigned] + endings
    case .inContact: return [.active, .completed, .declined, .reassigned] + endings
    case .active: return [.completed, .reassigned] + endings
    case .completed, .lapsed, .withdrawn, .noMatch: return [.searching]
    }
  }
}
