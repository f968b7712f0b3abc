import MentorDirectory
import Surface
import Testing

@testable import MentoringApp

@Suite struct CommandLineTests {
  private static func prompt(_ driver: Driver) -> Prompt? {
    if case .prompt(let prompt) = driver.state.overlay { prompt } else { nil }
  }

  @Test func everyActionHasANameOfItsOwn() {
    let names = Action.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.count <= 16 && name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)")
      #expect(LineCommand(name) != nil)
    }
  }

  @Test func commandsRunByTheirNames() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("mark")
    driver.press("Enter")
    #expect(driver.state.directory.marked.count == 1)
    #expect(driver.state.context == .results)
    driver.press(":")
    driver.type("help")
    driver.press("Enter")
    #expect(driver.state.context == .help)
  }

  @Test(arguments: [
    ("12", 11), ("3", 2), ("999999999999", 11), ("  2 ", 1), ("bottom", 11),
  ])
  func aNumberGoesToThatMentor(line: String, place: Int) throws {
    var driver = try Driver()
    driver.press(":")
    driver.type(line)
    driver.press("Enter")
    #expect(driver.state.directory.cursor == place)
  }

  @Test(arguments: [
    ("theme light", [Effect.setTheme("light")]), ("theme high-contrast", [.setTheme("high-contrast")]),
    ("mouse off", [.setMouse(false)]), ("mouse on", [.setMouse(true)]), ("q", [.quit]), ("qa", [.quit]),
    ("quit", [.quit]), ("theme mono", [.setTheme("mono")]), ("redraw", [.redraw]), ("susp", [.suspend]),
  ])
  func linesAskForEffects(line: String, effects: [Effect]) throws {
    var driver = try Driver()
    driver.press(":")
    driver.type(line)
    driver.press("Enter")
    #expect(driver.asked == effects)
  }

  @Test func sortTakesItsKeyOrOpensTheMenu() throws {
    var driver = try Driver()
    driver.press("Tab :")
    driver.type("sort availability")
    driver.press("Enter")
    #expect(driver.state.directory.sort == .availability)
    #expect(driver.current == "水野千尋")
    driver.press(":")
    driver.type("sort")
    driver.press("Enter")
    #expect(driver.state.context == .menu)
  }

  @Test func aQueryBecomesTheQuestion() throws {
    var driver = try Driver()
    driver.press("Tab Tab Space :")
    driver.type("area:coding retries")
    driver.press("Enter")
    #expect(driver.query == "retries area:coding")
    #expect(driver.rows[1].hasPrefix(" / retries "))
    #expect(driver.total == 1)
    driver.press("u")
    #expect(driver.query != "retries area:coding")
    driver.press("Enter :")
    driver.type("open:perhaps area:coding")
    driver.press("Enter")
    #expect(driver.state.reader == nil)
    #expect(driver.query == "area:coding")
    #expect(driver.state.message?.kind == .warning)
  }

  @Test func valuesAreOfferedForAField() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("-area:lo")
    driver.press("Down Down Tab")
    #expect(Self.prompt(driver)?.line.text == "-area:Localization")
    driver.press("Enter")
    #expect(driver.query == "-area:Localization")
    driver.press(":")
    driver.type("lang:en title:")
    #expect(driver.screen.contains("language:English") == false)
    driver.press("Down Tab")
    #expect(Self.prompt(driver)?.line.text.hasPrefix("lang:en title:") == true)
  }

  @Test func tabCompletesAndGoesOn() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("nexm")
    driver.press("Tab")
    #expect(Self.prompt(driver)?.line.text == "next-match" || Self.prompt(driver)?.line.text == "next-mentor")
    driver.press("C-u")
    driver.type("them")
    driver.press("Tab")
    #expect(Self.prompt(driver)?.line.text == "theme dark")
  }

  @Test func arrowsChooseAndEnterRuns() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("theme")
    driver.press("Down Down Up Down Enter")
    #expect(driver.asked == [.setTheme("16-colour")])
    driver.press(": Enter")
    #expect(driver.asked.count == 1)
    #expect(driver.state.overlay == nil)
  }

  @Test func whatWorksHereComesFirst() throws {
    let driver = try Driver()
    for context in Palette.contexts {
      let rows = Palette.rows(for: "", in: context, of: driver.state.directory, commands: CommandTable.commands)
      let firstElsewhere = rows.firstIndex { $0.elsewhere != nil } ?? rows.count
      #expect(firstElsewhere > 10)
      #expect(rows[firstElsewhere...].allSatisfy { $0.elsewhere != nil })
      #expect(Set(rows.map(\.text)).count == rows.count)
    }
  }

  /// "ilters" is in the middle of a word of a help text; "filters" is where one begins.
  @Test func theHelpIsSearchedByWords() throws {
    let directory = try Driver().state.directory
    #expect(
      Palette.rows(for: "the search", in: .results, of: directory, commands: CommandTable.commands).isEmpty == false)
    #expect(Palette.rows(for: "ilters", in: .results, of: directory, commands: CommandTable.commands).isEmpty)
  }

  @Test func whatWorksElsewhereSaysSo() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("next-match")
    driver.press("Enter")
    #expect(driver.state.message?.text == "“next-match” works in the reader")
    driver.press("Tab :")
    driver.type("mark")
    driver.press("Enter")
    #expect(driver.state.directory.marked.count == 1)
    driver.press(":")
    driver.type("xyzzy")
    #expect(driver.rows.last?.contains("no command fits") == true)
    driver.press("Enter")
    #expect(driver.query == "xyzzy")
  }

  @Test func linesAreRemembered() throws {
    var driver = try Driver()
    for line in ["sort name", "12", "sort name"] {
      driver.press(":")
      driver.type(line)
      driver.press("Enter")
    }
    driver.press(":")
    driver.type("dra")
    driver.press("C-p")
    #expect(Self.prompt(driver)?.line.text == "sort name")
    driver.press("C-p C-p C-p")
    #expect(Self.prompt(driver)?.line.text == "12")
    driver.press("C-n C-n C-n")
    #expect(Self.prompt(driver)?.line.text == "dra")
  }

  @Test func escapeAndBackspaceLeave() throws {
    var driver = try Driver()
    let before = driver.screen
    driver.press(": a b Escape")
    #expect(driver.screen == before)
    driver.press(": a Backspace")
    #expect(Self.prompt(driver) != nil)
    driver.press("Backspace")
    #expect(driver.screen == before)
    driver.press("Enter :")
    driver.type("close")
    driver.press("Enter")
    #expect(driver.state.reader == nil)
  }

  @Test func theLineHasTheKeysOfReadlineAndTakesAPaste() throws {
    var driver = try Driver()
    driver.press(":")
    driver.type("sort fair")
    driver.press("C-w C-a C-d S End")
    driver.send(.paste("na\nme"))
    #expect(Self.prompt(driver)?.line.text == "Sort na me")
  }

  @Test func theMouseRunsARowOrLeaves() throws {
    var driver = try Driver(100, 30)
    driver.press(":")
    driver.type("theme mono")
    let row = try #require(driver.row(of: "colours: mono"))
    driver.click(5, row)
    #expect(driver.asked == [.setTheme("mono")])
    driver.press(":")
    driver.click(5, 1)
    #expect(driver.state.overlay == nil)
    driver.press(":")
    driver.wheel(.wheelDown, 5, 5)
    driver.wheel(.wheelDown, 5, 5)
    #expect(Self.prompt(driver)?.choice == 1)
  }

  @Test(arguments: [(1, 1), (10, 3), (40, 5), (20, 10), (200, 60)])
  func everySizeHasRoomForTheLine(width: Int, height: Int) throws {
    var driver = try Driver(width, height)
    driver.press(": t")
    #expect(driver.surface.size == Size(width: width, height: height))
    if width > 5 { #expect(driver.rows.last?.hasPrefix(" : t") == true) }
  }

  @Test func paletteOnAWideScreen() throws {
    var driver = try Driver(100, 16)
    driver.press(":")
    driver.type("so")
    let wide = """
       mentoring  1 Directory  3 Sources                                      Example community · offline
      ┌─ Commands ───────────────────────────────────────────────────────────────────────────────┐by name
      │▌ sort               choose the order of the list                                       s │
      │  sources            the Sources; so does 3 Enter                                     M-3 │   free
      │  sort match         order the list: best match                                           │ 2 free
      │  sort name          order the list: by name                                              │   full
      │  sort title         order the list: by title                                             │ 2 free
      │  sort location      order the list: by location                                          │   away
      │  sort group         order the list: by group                                             │      –
      │  sort interest      order the list: by interest                                          │   open
      │  sort availability  order the list: most free first                                      │      –
      │  sort changed       order the list: latest change first                                  │ closed
      │  sort team          order the list: by team                                              │ 1 free
      │  sort fair          order the list: fair order of the day                                │   full
      └──────────────────────────────────────────────────────────────────────────────────────────┘      –
       : so
      """
    #expect(driver.screen == wide)
  }

  @Test func paletteOnANarrowScreen() throws {
    var driver = try Driver(40, 12)
    driver.press(": Down Down")
    let narrow = """
       1 Directory  3 Sources         offline
      ┌─ Commands ───────────────────────────┐
      │  open           read the mentor's w… │
      │▌ browse         open the mentor's p… │
      │  search         search as you type;… │
      │  next-pane      next pane            │
      │  previous-pane  previous pane        │
      │  sort           choose the order of… │
      │  mark           mark the mentor      │
      │  copy           copy address, conta… │
      └──────────────────────────────────────┘
       :
      """
    #expect(driver.screen == narrow)
  }
}
