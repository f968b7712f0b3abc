import Surface

/// The table of commands with other keys.
///
/// For each place the keys of an action are those chosen for this place, else those chosen for everywhere, else those of
/// the table without what others were given.
struct Rebinding {
  private(set) var commands: [Command] = []
  private(set) var problems: [KeyProblem] = []

  private let table: [Command]
  private let choices: [KeyChoice]
  /// What each chosen key does, and which choice says so.
  private var given: [CommandContext: [KeyEvent: (action: Action, choice: Int)]] = [:]

  init(_ table: [Command], _ choices: [KeyChoice]) {
    self.table = table
    self.choices = choices
    give()
    commands = table.indices.flatMap(rows)
    noteYielded()
    if let trap = CommandContext.allCases.first(where: { !hasWayOut($0) }), !choices.isEmpty {
      problems = [.noWayOut(trap)]
      commands = table
    }
  }

  // MARK: - Choices

  private mutating func give() {
    for (number, choice) in choices.enumerated() {
      let places = places(of: choice)
      if places.isEmpty { note(.notThere(choice: number)) }
      for context in CommandContext.allCases where places.contains(context) {
        for key in choice.keys { give(key, choice.action, number, in: context) }
      }
    }
  }

  private mutating func give(_ key: KeyEvent, _ action: Action, _ number: Int, in context: CommandContext) {
    if context.isTyping, key.typed != nil { return note(.typesItself(key, choice: number)) }
    if !context.isTyping, let digit = key.typed, ("1"..."9").contains(digit) {
      return note(.counts(key, choice: number))
    }
    if let other = given[context]?[key], other.action != action {
      return note(.taken(key, choice: number, by: other.choice, in: context))
    }
    given[context, default: [:]][key] = (action, number)
  }

  /// The same thing in several places is said once.
  private mutating func note(_ problem: KeyProblem) {
    let isKnown = problems.contains { known in
      if case .taken(let key, let choice, let by, _) = problem, case .taken(key, choice, by, _) = known { return true }
      return known == problem
    }
    if !isKnown { problems.append(problem) }
  }

  /// Where a choice counts: of two for the same place the one that names it.
  private func places(of choice: KeyChoice) -> Set<CommandContext> {
    let all = table.filter { $0.action == choice.action }.reduce(into: Set()) { $0.formUnion($1.contexts) }
    if let context = choice.context { return all.intersection([context]) }
    let named = choices.filter { $0.action == choice.action }.compactMap(\.context)
    return all.filter { !$0.isTyping && !named.contains($0) }
  }

  private func isChosen(_ action: Action, in context: CommandContext) -> Bool {
    choices.contains { $0.action == action && places(of: $0).contains(context) }
  }

  // MARK: - Rows

  /// What becomes of a row: the same one, or several where the keys differ from place to place.
  private func rows(_ number: Int) -> [Command] {
    let command = table[number]
    var rows: [Command] = []
    for context in CommandContext.allCases where command.contexts.contains(context) {
      guard let keys = keys(of: number, in: context) else { continue }
      if let known = rows.firstIndex(where: { $0.keys == keys }) {
        rows[known].contexts.insert(context)
      } else {
        var row = command
        (row.keys, row.contexts) = (keys, [context])
        rows.append(row)
      }
    }
    return rows
  }

  /// Nil where an earlier row of the same action has all the chosen keys.
  private func keys(of number: Int, in context: CommandContext) -> [String]? {
    let command = table[number]
    guard isChosen(command.action, in: context) else {
      return command.keys.filter { notation in
        KeyEvent(notation).flatMap { given[context]?[$0] } == nil
      }
    }
    let isLater = table[..<number].contains { $0.action == command.action && $0.contexts.contains(context) }
    guard !isLater else { return nil }
    let all = choices.filter { $0.action == command.action && places(of: $0).contains(context) }.flatMap(\.keys)
    return all.filter { given[context]?[$0]?.action == command.action }.map(\.description)
  }

  private mutating func noteYielded() {
    for command in table {
      for key in command.keys.compactMap({ KeyEvent($0) }) {
        for context in CommandContext.allCases where command.contexts.contains(context) {
          guard let owner = given[context]?[key], owner.action != command.action,
            !isChosen(command.action, in: context)
          else { continue }
          note(.yielded(key, command.action, choice: owner.choice))
        }
      }
    }
  }

  /// True if some key leaves the place, or the program.
  private func hasWayOut(_ context: CommandContext) -> Bool {
    let ways: Set<Action> =
      context.isTyping ? [.back, .open] : context.isDirectory ? [.close, .quit] : [.back, .close]
    return commands.contains { ways.contains($0.action) && $0.contexts.contains(context) && !$0.keys.isEmpty }
  }
}

extension CommandContext {
  /// Where letters are text.
  public var isTyping: Bool { self == .field || self == .prompt || self == .form }

  /// Where there is nothing behind to go back to.
  var isDirectory: Bool { self == .results || self == .facets || self == .preview }
}
