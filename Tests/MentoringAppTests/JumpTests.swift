import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct JumpTests {
  @Test func backAndForwardThroughWriteUpsAndQuestions() throws {
    var driver = try Driver()
    driver.press("j j Enter q /")
    driver.type("patch")
    driver.press("Enter j Enter")
    let reading = try #require(driver.state.reader?.mentor)
    driver.press("C-o")
    #expect(driver.state.reader == nil)
    #expect(driver.query == "patch")
    #expect(driver.state.directory.cursor == 1)
    driver.press("M-Left")
    #expect(driver.query.isEmpty)
    #expect(driver.current == "Dorothea Quandt")
    driver.press("C-o")
    #expect(driver.state.reader?.mentor == driver.state.directory.current)
    driver.press("M-Right M-Right M-Right")
    #expect(driver.state.reader?.mentor == reading)
    driver.press("M-Right")
    #expect(driver.state.message?.text == "there is nothing to go forward to")
  }

  @Test func goingBackRemembersTheOrderAndThePlaceInTheWriteUp() throws {
    var driver = try Driver(80, 12)
    driver.press("Enter j j j q s j j Enter j")
    driver.press("C-o")
    #expect(driver.state.directory.sort == .match)
    driver.press("C-o")
    #expect(driver.state.reader?.scroll == 3)
  }

  @Test func aNewStepForgetsWhatWasAhead() throws {
    var driver = try Driver()
    driver.press("Tab Space x C-o X M-Right")
    #expect(driver.state.message?.text == "there is nothing to go forward to")
  }

  @Test func atTheBeginningThatIsSaid() throws {
    var driver = try Driver()
    driver.press("j j C-o")
    #expect(driver.state.message?.text == "this is where it began")
    #expect(driver.state.directory.cursor == 2)
  }

  @Test func formerSearchesComeBackInAnEmptyField() throws {
    var driver = try Driver()
    for text in ["patch", "area:coding", "amara"] {
      driver.press("/ C-u")
      driver.type(text)
      driver.press("Enter")
    }
    driver.press("X / Up")
    #expect(driver.state.directory.field.text == "amara")
    #expect(driver.query == "amara")
    driver.press("Up Up")
    #expect(driver.state.directory.field.text == "patch")
    driver.press("Up Down Down Down")
    #expect(driver.state.directory.field.text == "")
    driver.press("Down")
    #expect(driver.state.directory.cursor == 1)
  }

  @Test func aFieldThatWasChangedMovesTheList() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("amara")
    driver.press("Enter X /")
    driver.type("o")
    driver.press("Down Up Down")
    #expect(driver.state.directory.field.text == "o")
    #expect(driver.state.directory.cursor == 1)
  }
}
