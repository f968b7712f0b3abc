import MentorDirectory
import Surface
import Testing

@testable import MentoringApp

/// Keys that somebody chose, and what then works and is shown.
@Suite struct RebindingTests {
  private func keys(_ notations: String...) -> [KeyEvent] { notations.compactMap { KeyEvent($0) } }

  private func map(_ choices: KeyChoice...) -> Keymap { Keymap(choices: choices) }

  private func action(_ notation: String, _ map: Keymap, in context: CommandContext = .results) -> Action? {
    KeyEvent(notation).flatMap { map.action(for: $0, in: context) }
  }

  @Test("Without choices every key of the table does what the table says")
  func table() {
    let map = Keymap()
    #expect(map.problems.isEmpty)
    for command in CommandTable.commands {
      for context in command.contexts {
        for key in command.keys { #expect(action(key, map, in: context) == command.action, "\(key) \(context)") }
      }
    }
  }

  @Test("An action has the keys that were chosen, several or none, and no others")
  func chosen() {
    let map = map(
      KeyChoice(.down, keys: keys("T", "C-x")), KeyChoice(.undo, keys: []), KeyChoice(.pageDown, keys: keys("F9")))
    #expect(action("T", map) == .down && action("C-x", map, in: .reader) == .down)
    #expect(action("j", map) == nil && action("Down", map, in: .map) == nil)
    #expect(action("u", map) == nil)
    #expect(action("F9", map) == .pageDown && action("Space", map) == nil)
    #expect(map.problems.isEmpty)
  }

  @Test("Where text is typed only what is chosen for there changes, and letters stay letters")
  func typing() {
    let map = map(
      KeyChoice(.down, keys: keys("T")), KeyChoice(.down, in: .field, keys: keys("C-t", "x")),
      KeyChoice(.back, in: .prompt, keys: keys("C-g")))
    #expect(action("T", map, in: .field) == nil && action("Down", map, in: .prompt) == .down)
    #expect(action("C-t", map, in: .field) == .down && action("x", map, in: .field) == nil)
    #expect(action("C-g", map, in: .prompt) == .back && action("Escape", map, in: .prompt) == nil)
    #expect(map.problems == [.typesItself(KeyEvent(.character("x")), choice: 1)])
  }

  @Test("A choice for one place counts there, in place of that for everywhere")
  func places() {
    let map = map(KeyChoice(.open, keys: keys("e")), KeyChoice(.open, in: .map, keys: keys("t")))
    #expect(action("e", map) == .open && action("e", map, in: .reader) == .open)
    #expect(action("e", map, in: .map) == nil && action("t", map, in: .map) == .open)
  }

  @Test("What is chosen takes a key from what had it by default, which is told but no error")
  func yielding() {
    let map = map(KeyChoice(.toggle, keys: keys("x")))
    #expect(action("x", map, in: .facets) == .toggle && action("Backspace", map, in: .facets) == .dropFilter)
    #expect(action("x", map) == .dropFilter)
    #expect(map.problems == [.yielded(KeyEvent(.character("x")), .dropFilter, choice: 0)])
    #expect(map.problems.allSatisfy { !$0.isError })
    let swapped = self.map(KeyChoice(.down, keys: keys("k")), KeyChoice(.up, keys: keys("j")))
    #expect(swapped.problems.isEmpty)
    #expect(action("k", swapped) == .down && action("j", swapped) == .up)
  }

  @Test("Of two choices for one key in one place the first has it; elsewhere there is no conflict")
  func conflicts() {
    let map = map(
      KeyChoice(.mark, keys: keys("t")), KeyChoice(.sort, keys: keys("t")), KeyChoice(.exclude, keys: keys("t")))
    #expect(action("t", map) == .mark && action("t", map, in: .preview) == .sort)
    #expect(action("t", map, in: .facets) == .exclude)
    #expect(map.problems == [.taken(KeyEvent(.character("t")), choice: 1, by: 0, in: .results)])
  }

  @Test("Digits stay counts, and an action that does nothing there is told")
  func impossible() {
    let map = map(KeyChoice(.down, keys: keys("3", "0")), KeyChoice(.exclude, in: .map, keys: keys("t")))
    #expect(action("3", map) == nil && action("0", map) == .down)
    #expect(map.problems == [.counts(KeyEvent(.character("3")), choice: 0), .notThere(choice: 1)])
  }

  @Test(
    "Keys that would leave no way out are not taken",
    arguments: [
      [KeyChoice(.close, keys: []), KeyChoice(.quit, keys: [])],
      [KeyChoice(.back, keys: []), KeyChoice(.close, keys: []), KeyChoice(.down, keys: [KeyEvent(.tab)])],
      [KeyChoice(.back, in: .field, keys: []), KeyChoice(.open, in: .field, keys: [])],
    ])
  func wayOut(choices: [KeyChoice]) {
    let map = Keymap(choices: choices)
    #expect(map.problems.count == 1 && map.problems.allSatisfy(\.isError))
    guard case .noWayOut = map.problems.first else { return #expect(Bool(false), "\(map.problems)") }
    #expect(action("Q", map) == .quit && action("Escape", map, in: .field) == .back && action("j", map) == .down)
  }

  @Test("Hint bar, help and palette show the keys that hold, and keys work at once")
  func shown() throws {
    var driver = try Driver()
    driver.resize(110, 60)
    let keymap = map(
      KeyChoice(.help, keys: keys("F5", "H")), KeyChoice(.sort, keys: keys("F6")), KeyChoice(.export, keys: []))
    driver.send(.keymap(keymap))
    let foot = try #require(driver.rows.last)
    #expect(foot.contains("F6 sort") && foot.contains("F5 keys"), "\(foot)")
    driver.press("F5")
    #expect(driver.rows.contains { $0.contains("F5 H") && $0.contains("all keys that work here") }, "\(driver.screen)")
    driver.press("Escape : e x p o")
    #expect(driver.row(of: "write the marked") != nil, "\(driver.screen)")
    driver.press("Enter")
    #expect(driver.row(of: "CSV") != nil, "\(driver.screen)")
  }
}
