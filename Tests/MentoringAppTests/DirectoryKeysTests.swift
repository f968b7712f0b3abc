import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct DirectoryKeysTests {
  @Test(arguments: [
    ("j", 1), ("5 j", 5), ("1 2 j", 11), ("G", 11), ("1 2 g", 11), ("3 G", 2), ("G g", 0), ("G k", 10), ("G 3 k", 8),
    ("Down Down Up", 1), ("C-n C-n C-p", 1), ("End", 11), ("End Home", 0), ("9 9 9 9 9 9 9 9 j", 11), ("0 j", 1),
    ("C-d", 11), ("k", 0), ("G G 1 g", 0),
  ])
  func keysMoveTheCursor(keys: String, place: Int) throws {
    var driver = try Driver()
    driver.press(keys)
    #expect(driver.state.directory.cursor == place)
  }

  @Test func aPageKeepsOneLineInCommon() throws {
    var driver = try Driver(60, 10)
    let rows = 6
    #expect(driver.rows[3 + rows - 1].contains("Rocío"))
    driver.press("C-f")
    #expect(driver.state.directory.cursor == rows - 1)
    driver.press("C-f")
    #expect(driver.state.directory.cursor == 2 * (rows - 1))
    driver.press("C-b C-u")
    #expect(driver.state.directory.cursor == rows - 1 - rows / 2)
  }

  @Test func aCountIsShownUntilItIsUsed() throws {
    var driver = try Driver()
    driver.press("1 2")
    #expect(driver.rows.last?.hasSuffix("12") == true)
    driver.press("k")
    #expect(driver.rows.last?.hasSuffix("12") == false)
  }

  @Test func tabVisitsTheListEveryFacetAndThePreview() throws {
    var driver = try Driver(80, 24)
    var visited: [DirectoryState.Focus] = []
    for _ in 0..<11 {
      visited.append(driver.state.directory.focus)
      driver.press("Tab")
    }
    #expect(visited == [.results] + FacetName.allCases.map { .facet($0) } + [.preview])
    #expect(driver.state.directory.focus == .results)
    driver.press("S-Tab")
    #expect(driver.state.directory.focus == .preview)
    driver.press("S-Tab")
    #expect(driver.state.directory.focus == .facet(.source))
  }

  @Test func aFoldedFacetIsSeenOnceTheCursorIsOnIt() throws {
    var driver = try Driver(80, 24)
    #expect(!driver.screen.contains("LANGUAGE"))
    driver.press("Tab Tab Tab Tab Tab Tab Enter")
    #expect(driver.state.directory.focus == .facet(.language))
    #expect(driver.currentValue == "English")
    #expect(driver.screen.contains("English"))
  }

  @Test func leftReturnsToTheFacetOneCameFrom() throws {
    var driver = try Driver()
    driver.press("Tab Tab Tab j Right")
    #expect(driver.state.directory.focus == .results)
    driver.press("h")
    #expect(driver.state.directory.focus == .facet(.group))
    #expect(driver.currentValue == "alumni")
  }

  @Test func marksAreCountedAndShown() throws {
    var driver = try Driver()
    driver.press("m m j m")
    #expect(driver.state.directory.marked.count == 3)
    #expect(driver.screen.contains("12 mentors · 3 marked"))
    #expect(driver.rows.count { $0.contains("│ * ") || $0.contains("│▌* ") } == 3)
    driver.press("g m")
    #expect(driver.state.directory.marked.count == 2)
  }

  @Test func sortMenuChangesTheOrder() throws {
    var driver = try Driver()
    driver.press("s j j Enter")
    #expect(driver.state.directory.sort == .location)
    #expect(driver.screen.contains("by location"))
    #expect(driver.state.directory.cursor == 0)
    driver.press("s G Escape")
    #expect(driver.state.directory.sort == .location)
    driver.press("s 7 g Enter")
    #expect(driver.state.directory.sort == .availability)
    #expect(driver.current == "水野千尋")
  }

  @Test func escapeNeverQuits() throws {
    var driver = try Driver()
    for keys in ["", "Tab", "/", "Enter", "?", "s", "Enter /", "Tab f", "S-Tab"] {
      driver.press(keys + " Escape Escape Escape Escape")
    }
    #expect(driver.asked.isEmpty)
    #expect(driver.state.context == .results)
  }

  @Test func qClosesWhatIsOpenAndQuitsInTheDirectory() throws {
    var driver = try Driver()
    for opening in ["?", "s", "Enter"] {
      driver.press(opening + " q")
      #expect(driver.asked.isEmpty)
      #expect(driver.state.context == .results)
    }
    driver.press("q")
    #expect(driver.asked == [.quit])
  }

  @Test(arguments: ["", "?", "s", "Enter", "Tab", "S-Tab"])
  func capitalQQuitsEverywhere(opening: String) throws {
    var driver = try Driver()
    driver.press(opening + " Q")
    #expect(driver.asked == [.quit])
  }

  @Test func inAFieldLettersAreLetters() throws {
    var driver = try Driver()
    driver.press("/ q Q ? 3 Space x")
    #expect(driver.state.directory.field.text == "qQ?3 x")
    #expect(driver.asked.isEmpty)
  }

  @Test func redrawAndSuspendWorkEverywhere() throws {
    for opening in ["", "/", "?", "s", "Enter", "Tab", "Tab f"] {
      var driver = try Driver()
      driver.press(opening + " C-l C-z")
      #expect(driver.asked == [.redraw, .suspend])
    }
  }

  @Test func addressesAreOpenedAndCopied() throws {
    var driver = try Driver()
    driver.press("o y y j")
    let page = "https://okonjo.example/mentoring/index.html"
    #expect(driver.asked == [.open(page), .copy(page)])
    driver.press("o")
    #expect(driver.asked.count == 2)
    #expect(driver.state.message != nil)
  }

  @Test(arguments: [(120, 30), (90, 24), (80, 24), (60, 20), (40, 12)])
  func waysOutAreNeverDroppedFromTheHints(width: Int, height: Int) throws {
    for opening in ["", "Tab", "Enter", "1 2 3 4 5 6"] {
      var driver = try Driver(width, height)
      driver.press(opening)
      #expect(driver.rows.last?.contains("? keys  q ") == true)
    }
  }

  @Test func helpIsNarrowedScrolledAndClosed() throws {
    var driver = try Driver(80, 24)
    driver.press("? G G")
    #expect(!driver.screen.contains("read the mentor's write-up"))
    driver.press(String(repeating: "k ", count: 150))
    #expect(driver.screen.contains("read the mentor's write-up"))
    driver.type("exclud")
    #expect(!driver.screen.contains("read the mentor's write-up"))
    driver.press("Escape")
    #expect(driver.screen.contains("read the mentor's write-up"))
    driver.press("Escape")
    #expect(driver.state.overlay == nil)
  }

  @Test func previewScrollsToItsEndAndBack() throws {
    var driver = try Driver(120, 20)
    driver.press("S-Tab G")
    #expect(driver.screen.contains("Getting in touch"))
    let end = driver.screen
    driver.press("j j j")
    #expect(driver.screen == end)
    driver.press("k")
    #expect(driver.screen != end)
    driver.press("Left j")
    #expect(driver.state.directory.previewScroll == 0)
  }

  @Test func resizingKeepsTheSelection() throws {
    var driver = try Driver()
    driver.press("7 j")
    let here = driver.current
    for size in [(60, 10), (1, 1), (250, 70), (40, 12), (120, 30)] {
      driver.resize(size.0, size.1)
      #expect(driver.current == here)
    }
    driver.press("Tab Tab j")
    driver.resize(40, 10)
    driver.resize(100, 12)
    #expect(driver.currentValue == "Europe")
    #expect(driver.row(of: "Europe") != nil)
  }

  @Test func aNewDirectoryKeepsTheQueryTheMentorAndTheValue() throws {
    var driver = try Driver()
    driver.press("Tab j Space Right j")
    #expect(driver.current == "Zoltán Verőfény")
    let more =
      Fixture.mentors
      + ["Aaron Abel", "Abena Abrams"].map { name in
        var mentor = Mentor(id: MentorID(name), name: name)
        mentor.areas = ["Localization", "Accessibility"]
        return mentor
      }
    try driver.replace(more)
    #expect(driver.query == "area:Localization")
    #expect(driver.total == 6)
    #expect(driver.current == "Zoltán Verőfény")
    driver.press("h")
    #expect(driver.currentValue == "Localization")
    try driver.replace([])
    #expect(driver.total == 0)
    #expect(driver.state.directory.current == nil)
    try driver.replace(more)
    #expect(driver.total == 6)
  }

  @Test func aMentorWhoIsGoneIsSaidToBe() throws {
    var driver = try Driver(60, 12)
    driver.press("Enter")
    try driver.replace(Array(Fixture.mentors.dropFirst()))
    #expect(driver.screen.contains("This mentor is no longer in the cache."))
  }

  @Test func aStartingQueryIsShownAsChipsAndWords() throws {
    let driver = try Driver(query: Query("patch area:coding"))
    #expect(driver.rows[1].hasPrefix(" / patch "))
    #expect(driver.rows[2].hasPrefix("  area coding × "))
    #expect(driver.total == 2)
  }
}
