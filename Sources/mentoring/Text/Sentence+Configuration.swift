import Host
import MentoringApp
import Surface

extension Sentence {
  static func of(_ reason: ConfigurationProblem.Reason) -> String {
    switch reason {
    case .syntax(let words): "This is no TOML: \(words.prefix(1).lowercased() + words.dropFirst())."
    case .unknown(let name, let nearest):
      "There is no setting “\(name)”"
        + (nearest.map { "; did you mean “\($0)”?" } ?? "; `mentoring config` lists them.")
    case .kind(let name, .flag): "“\(name)” takes true or false."
    case .kind(let name, .choice(let choices)): "“\(name)” takes one of \(quoted(choices))."
    case .kind(let name, .texts): "“\(name)” takes a text in quotes, or a list of them."
    case .choice(let name, let found, let choices):
      "“\(name)” takes one of \(quoted(choices)), and “\(found)” is none of them."
    }
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
