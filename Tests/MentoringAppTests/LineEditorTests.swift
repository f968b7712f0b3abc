import MentoringApp
import Surface
import Testing

@Suite struct LineEditorTests {
  /// Text with a bar where the insertion point is.
  private static func edited(_ start: String, _ keys: String) -> String {
    var editor = LineEditor(start)
    for key in keys.split(separator: " ") { if let event = KeyEvent(String(key)) { _ = editor.apply(event) } }
    return editor.text.prefix(editor.cursor) + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    ("one two", "C-a", "|one two"), ("one two", "Home x", "x|one two"), ("one two", "C-a C-e", "one two|"),
    ("one two", "Left Left", "one t|wo"), ("one two", "C-b C-b C-f", "one tw|o"), ("one two", "M-b", "one |two"),
    ("one two", "M-b M-b", "|one two"), ("one two", "C-a M-f", "one| two"),
    ("one two", "C-a C-Right C-Right", "one two|"),
    ("one two", "C-w", "one |"), ("one two", "M-Backspace M-Backspace", "|"), ("one two", "Backspace C-h", "one t|"),
    ("one two", "C-a C-d Delete", "|e two"), ("one two", "C-d", "one two|"), ("one two", "C-u", "|"),
    ("one two", "M-b C-u", "|two"), ("one two", "M-b C-k", "one |"), ("one two", "C-a M-d", "| two"),
    ("one two", "C-w C-a C-y", "two|one "), ("one two", "C-w C-y C-y", "one twotwo|"), ("", "C-y Backspace Left", "|"),
    ("one two", "C-Left C-Left C-Left", "|one two"), ("né", "Backspace", "n|"), ("👩‍👩‍👧x", "C-a Right", "👩‍👩‍👧|x"),
    ("水野", "Left a", "水a|野"), ("a", "F5 Up Escape", "a|"),
  ])
  func readlineKeys(start: String, keys: String, result: String) { #expect(Self.edited(start, keys) == result) }

  @Test func marksJoinTheCharacterBefore() {
    var editor = LineEditor("ab")
    _ = editor.apply(KeyEvent(.left))
    editor.insert("\u{301}")
    #expect(editor.text == "a\u{301}b")
    #expect(editor.cursor == 1)
  }

  @Test(arguments: [
    ("a\nb", "a b"), ("a\r\nb\n", "a b"), ("a\tb", "a b"), ("\u{1B}[31mred\u{7}", "[31mred"),
    ("\u{202E}x\u{200B}", "x"),
    ("  two  ", "  two  "), ("\u{85}", ""),
  ])
  func pastedTextIsOneLineWithoutControls(pasted: String, text: String) {
    var editor = LineEditor()
    editor.insert(pasted)
    #expect(editor.text == text)
    #expect(editor.cursor == text.count)
  }

  @Test func aHugePasteIsCut() {
    var editor = LineEditor("ab")
    editor.insert(String(repeating: "x", count: 1_000_000))
    #expect(editor.text.count == LineEditor.limit)
    editor.insert("y")
    #expect(editor.text.count == LineEditor.limit)
  }

  @Test func aPasteInTheListIsASearch() throws {
    var driver = try Driver()
    driver.send(.paste("dorothea\nquandt\u{1B}"))
    #expect(driver.state.directory.field.text == "dorothea quandt")
    #expect(driver.current == "Dorothea Quandt")
    driver.press("Enter u")
    #expect(driver.query.isEmpty)
  }

  @Test func pastesGoToTheFieldThatHasTheKeys() throws {
    var driver = try Driver()
    driver.press("Tab f")
    driver.send(.paste("Loc"))
    #expect(driver.currentValue == "Localization")
    driver.press("Escape Escape Enter /")
    driver.send(.paste("guide"))
    #expect(driver.state.reader?.search?.text == "guide")
    driver.press("Escape ?")
    driver.send(.paste("browser"))
    #expect(driver.screen.contains("open the mentor's page in the browser"))
    driver.press("Escape Escape q")
    #expect(driver.query.isEmpty)
  }

  @Test func theInsertionPointIsAlwaysInSight() throws {
    var driver = try Driver(40, 12)
    driver.press("/")
    for text in [String(repeating: "abc ", count: 50), String(repeating: "水", count: 50)] {
      driver.type(text)
      let cursor = try #require(driver.surface.cursor)
      #expect(cursor.isVisible && cursor.position.y == 1 && cursor.position.x < 24)
    }
    driver.press("C-a")
    #expect(driver.surface.cursor?.position == Point(3, 1))
  }
}
