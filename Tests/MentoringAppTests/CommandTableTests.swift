import MentoringApp
import Surface
import Testing

@Suite struct CommandTableTests {
  @Test func everyKeyCanBeRead() {
    for notation in CommandTable.commands.flatMap(\.keys) { #expect(KeyEvent(notation) != nil, "\(notation)") }
  }

  @Test func everyActionHasAKeyAndAnExplanation() {
    for action in Action.allCases {
      let commands = CommandTable.commands.filter { $0.action == action }
      #expect(!commands.isEmpty, "\(action)")
      for command in commands {
        #expect(!command.keys.isEmpty && !command.help.isEmpty && !command.contexts.isEmpty, "\(action)")
        #expect(command.help.count <= 56, "\(command.help)")
      }
    }
  }

  @Test func noKeyMeansTwoThingsInOnePlace() {
    for context in CommandContext.allCases {
      let keys = CommandTable.commands.filter { $0.contexts.contains(context) }.flatMap(\.keys).compactMap {
        KeyEvent($0)
      }
      let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys.map(\.description).sorted()
      #expect(twice.isEmpty, "\(context.title): \(twice)")
    }
  }
}
