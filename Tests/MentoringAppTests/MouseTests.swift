import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct MouseTests {
  @Test func clickSelectsAndDoubleClickOpens() throws {
    var driver = try Driver()
    let row = try #require(driver.row(of: "Dorothea Quandt"))
    driver.click(40, row)
    #expect(driver.current == "Dorothea Quandt")
    #expect(driver.state.reader == nil)
    driver.click(40, row, clicks: 2)
    #expect(driver.rows[0].hasPrefix(" Dorothea Quandt"))
  }

  @Test func clickOnAValueChoosesIt() throws {
    var driver = try Driver()
    let row = try #require(driver.row(of: "○ alumni"))
    driver.click(5, row)
    #expect(driver.query == "group:alumni")
    #expect(driver.state.directory.focus == .facet(.group))
    driver.click(5, try #require(driver.row(of: "● alumni")))
    #expect(driver.query.isEmpty)
  }

  @Test func theSecondClickOfADoubleClickChoosesNothing() throws {
    var driver = try Driver()
    let row = try #require(driver.row(of: "○ alumni"))
    driver.click(5, row)
    driver.click(5, row, clicks: 2)
    #expect(driver.query == "group:alumni")
  }

  @Test func clickOnAHeadingFolds() throws {
    var driver = try Driver()
    driver.click(3, 3)
    #expect(driver.pane(.area)?.isOpen == false)
    driver.click(3, 3)
    #expect(driver.pane(.area)?.isOpen == true)
    #expect(driver.query.isEmpty)
  }

  @Test func clickOnHowManyMoreGivesThePaneRoom() throws {
    var driver = try Driver()
    let row = try #require(driver.row(of: "2 more"))
    driver.click(4, row)
    #expect(driver.query.isEmpty)
    #expect(driver.row(of: "○ Design") != nil)
  }

  @Test func clickOnAChipDropsItAndOnClearsClears() throws {
    var driver = try Driver(query: Query("area:coding team:sync -group:alumni"))
    let x = try #require(driver.column(of: "team sync", in: 2))
    driver.click(x, 2)
    #expect(driver.query == "area:coding -group:alumni")
    driver.click(0, 2)
    #expect(driver.query == "area:coding -group:alumni")
    driver.click(try #require(driver.column(of: "X clears", in: 2)), 2)
    #expect(driver.query.isEmpty)
  }

  @Test func clickIntoTheSearchRowBeginsTypingAndElsewhereEndsIt() throws {
    var driver = try Driver()
    driver.click(10, 1)
    driver.type("area:support")
    #expect(driver.state.context == .field)
    driver.click(40, 5)
    #expect(driver.state.context == .results)
    #expect(driver.rows[2].hasPrefix("  area support ×"))
    driver.press("u")
    #expect(driver.query.isEmpty)
  }

  @Test func clickOnThePreviewGivesItTheKeysAndDoubleClickOpens() throws {
    var driver = try Driver()
    driver.click(100, 10)
    #expect(driver.state.context == .preview)
    driver.click(100, 10, clicks: 2)
    #expect(driver.state.reader != nil)
  }

  @Test func wheelScrollsTheListUnderThePointer() throws {
    var driver = try Driver(120, 10)
    driver.wheel(.wheelDown, 40, 5)
    #expect(driver.state.directory.scroll == 3)
    #expect(driver.state.directory.cursor == 3)
    for _ in 0..<9 { driver.wheel(.wheelDown, 40, 5) }
    #expect(driver.screen.contains("水野千尋"))
    driver.wheel(.wheelUp, 40, 5)
    #expect(!driver.screen.contains("水野千尋"))
  }

  @Test func wheelScrollsAFacetWithoutTakingTheKeys() throws {
    var driver = try Driver(120, 24)
    #expect(driver.row(of: "○ Design") == nil)
    for _ in 0..<4 { driver.wheel(.wheelDown, 5, 5) }
    #expect(driver.row(of: "○ Design") != nil)
    #expect(driver.state.directory.focus == .results)
    for _ in 0..<4 { driver.wheel(.wheelUp, 5, 5) }
    #expect(driver.row(of: "○ Coding") != nil)
  }

  @Test func wheelOverThePreviewStopsAtItsEnd() throws {
    var driver = try Driver(120, 20)
    for _ in 0..<40 { driver.wheel(.wheelDown, 100, 10) }
    let end = driver.screen
    #expect(end.contains("https://okonjo.example/"))
    driver.wheel(.wheelUp, 100, 10)
    #expect(driver.screen != end)
    #expect(driver.state.directory.cursor == 0)
  }

  @Test func wheelScrollsReaderAndHelp() throws {
    var driver = try Driver(80, 20)
    driver.press("Enter")
    driver.wheel(.wheelDown, 10, 10)
    #expect(driver.state.reader?.scroll == 3)
    driver.press("? ")
    for _ in 0..<90 { driver.wheel(.wheelDown, 10, 10) }
    let end = driver.screen
    driver.wheel(.wheelUp, 10, 10)
    #expect(driver.screen != end)
    driver.click(1, 1)
    #expect(driver.state.overlay == nil)
  }

  @Test func clickInTheMenuChooses() throws {
    var driver = try Driver(60, 16)
    driver.press("s")
    driver.click(20, try #require(driver.row(of: "by location")))
    #expect(driver.state.directory.sort == .location)
    driver.press("s")
    driver.click(0, 0)
    #expect(driver.state.directory.sort == .location)
    #expect(driver.state.overlay == nil)
  }

  @Test func clickInAMenuThatIsScrolled() throws {
    var driver = try Driver(60, 8)
    driver.press("s G")
    driver.click(20, try #require(driver.row(of: "by team")))
    #expect(driver.state.directory.sort == .team)
  }
}
