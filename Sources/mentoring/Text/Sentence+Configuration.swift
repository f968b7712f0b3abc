import Host
import MentoringApp
import Surface

extension Sentence {
  static func of(_ reason: ConfigurationProblem.Reason) -> String {
    switch reason {
    case .syntax(let problem): of(problem)
    case .unknown(let name, let nearest):
      "There is no setting “\(name)”"
        + (nearest.map { "; did you mean “\($0)”?" } ?? "; `mentoring config` lists them.")
    case .kind(let name, .flag): "“\(name)” takes true or false."
    case .kind(let name, .choice(let choices)): "“\(name)” takes one of \(quoted(choices))."
    case .kind(let name, .texts): "“\(name)” takes a text in quotes, or a list of them."
    case .choice(let name, let found, let choices):
      "“\(found)” is nothing for “\(name)”; it takes one of \(quoted(choices))."
    }
  }

  static func of(_ problem: TOMLProblem) -> String {
    switch problem {
    case .expectedKey: "A name was expected, as in name = \"value\"."
    case .expectedEquals: "An “=” was expected after the name."
    case .expectedValue: "A value was expected."
    case .needsQuotes(let word): "“\(word)” is no value; a text stands in quotes: \"\(word)\"."
    case .expectedLineEnd: "Nothing more was expected on this line."
    case .unclosedText: "The closing quote is missing."
    case .unclosedList: "The closing “]” of the list is missing."
    case .unclosedTable: "The closing “}” is missing."
    case .unclosedHeader: "The closing “]” of the heading is missing."
    case .expectedComma: "A comma or the closing bracket was expected."
    case .unknownEscape(let text): "“\(text)” means nothing; a backslash by itself is written \\\\."
    case .control(let number): "A control character (U+\(hex(number))) cannot stand here."
    case .twice(let name, let line): "“\(name)” is there already, in line \(line)."
    case .noTable(let name, let line): "“\(name)” has a value already, in line \(line), and nothing can be below it."
    case .tooDeep: "This goes too deep."
    }
  }

  private static func hex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func noKey(_ text: String) -> String {
    "“\(text)” is no key. Keys are written j, G, C-n, M-b, S-Tab, F1, Space, Enter, PageDown."
  }

  static func of(_ problem: KeyProblem, of keys: KeySettings) -> String {
    func name(_ choice: Int) -> String { keys.choices[choice].action.name }
    switch problem {
    case .taken(let key, let choice, let by, let context):
      return
        "“\(key)” is already “\(name(by))” \(context.title) (line \(keys.positions[by].line)); "
        + "it is not given to “\(name(choice))”."
    case .typesItself(let key, let choice):
      return "“\(key)” is text \(context(choice)); take a key with C- or M-, or a function key."
    case .counts(let key, _): return "“\(key)” begins a count, as in 5j; take another key."
    case .notThere(let choice): return "“\(name(choice))” does nothing \(context(choice))."
    case .noWayOut(let context):
      return "These keys would leave no way out \(context.title); the usual keys hold instead."
    case .yielded(let key, let action, let choice):
      return "Note: “\(key)” is now “\(name(choice))”, no longer “\(action.name)”."
    }
    func context(_ choice: Int) -> String { keys.choices[choice].context?.title ?? "here" }
  }

  private static func quoted(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
}

extension KeyProblem {
  /// The choice that it is about; nil if it is about all together.
  var choice: Int? {
    switch self {
    case .taken(_, let choice, _, _), .typesItself(_, let choice), .counts(_, let choice), .notThere(let choice),
      .yielded(_, _, let choice):
      choice
    case .noWayOut: nil
    }
  }
}
