import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct FilterTests {
  @Test func spaceTogglesAndTheCursorStaysInItsRow() throws {
    var driver = try Driver()
    driver.press("Tab j j")
    let before = driver.row(of: "○ Support")
    driver.press("Space")
    #expect(driver.query == "area:Support")
    #expect(driver.row(of: "● Support") == before)
    #expect(driver.currentValue == "Support")
    driver.press("j Space")
    #expect(driver.query == "area:Support area:Documentation")
    #expect(driver.total == 5)
    #expect(driver.row(of: "● Support") == before)
    driver.press("k Space")
    #expect(driver.query == "area:Documentation")
  }

  @Test func chosenValuesStandOnTopOnceThePaneIsLeft() throws {
    var driver = try Driver()
    driver.press("Tab j j j j j Space Escape")
    #expect(driver.rows[4].hasPrefix(" ● Design"))
  }

  @Test func minusExcludesAndTogglesBetweenTheTwo() throws {
    var driver = try Driver()
    driver.press("Tab -")
    #expect(driver.query == "-area:Coding")
    #expect(driver.total == 7)
    #expect(driver.rows[4].hasPrefix(" − Coding "))
    driver.press("Space")
    #expect(driver.query == "area:Coding")
    driver.press("- -")
    #expect(driver.query.isEmpty)
  }

  @Test func ownCountsDoNotSeeTheOwnChoice() throws {
    var driver = try Driver()
    let before = driver.rows[5]
    driver.press("Tab Space")
    #expect(driver.rows[5].prefix(24) == before.prefix(24))
  }

  @Test func facetsNarrowEachOther() throws {
    var driver = try Driver()
    driver.press("Tab Space Tab Tab Space")
    #expect(driver.query == "area:Coding group:rust")
    #expect(driver.total == 2)
  }

  @Test func xDropsWhatWasAddedLast() throws {
    var driver = try Driver()
    driver.press("Tab Tab Tab Tab Space Tab S-Tab S-Tab S-Tab S-Tab Space")
    #expect(driver.query == "area:Coding team:Words")
    driver.press("x")
    #expect(driver.query == "team:Words")
    driver.press("/")
    driver.type("tamar")
    driver.press("Enter x")
    #expect(driver.query == "team:Words")
    driver.press("Backspace")
    #expect(driver.query.isEmpty)
    driver.press("x")
    #expect(driver.query.isEmpty)
  }

  @Test func wordsThatWereLeftOutOfTheQueryCanBeClearedToo() throws {
    for key in ["X", "x"] {
      var driver = try Driver()
      driver.press("/")
      driver.type("area:")
      driver.press("Enter")
      #expect(driver.query.isEmpty)
      #expect(driver.rows.last?.contains("names no value") == true)
      driver.press(key)
      #expect(driver.rows[1].hasPrefix(" / search "), "\(driver.rows[1])")
      #expect(driver.rows.last?.contains("names no value") == false)
    }
  }

  @Test func capitalXClearsAllAndUndoBringsItBack() throws {
    var driver = try Driver()
    driver.press("Tab Space / p Enter")
    let before = driver.query
    driver.press("X")
    #expect(driver.query.isEmpty)
    #expect(driver.total == 12)
    driver.press("u")
    #expect(driver.query == before)
  }

  @Test func everyChangeIsUndoneAndRedone() throws {
    var driver = try Driver()
    var queries = [driver.query]
    func step(_ body: (inout Driver) -> Void) {
      body(&driver)
      #expect(driver.query != queries.last)
      queries.append(driver.query)
    }
    step { $0.press("Tab Space") }
    step { $0.press("j -") }
    step {
      $0.press("/")
      $0.type("patch")
      $0.press("Enter")
    }
    step {
      $0.press("/ C-u")
      $0.type("revi area:sup")
      $0.press("Escape")
    }
    step { $0.press("x") }
    step { $0.press("X") }
    for query in queries.dropLast().reversed() {
      driver.press("u")
      #expect(driver.query == query)
    }
    driver.press("u")
    #expect(driver.query.isEmpty)
    #expect(driver.state.message?.text == "nothing to undo")
    for query in queries.dropFirst() {
      driver.press("C-r")
      #expect(driver.query == query)
    }
    driver.press("C-r")
    #expect(driver.state.message?.text == "nothing to redo")
  }

  @Test func aTypedFilterBecomesAChipOnEnter() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("area:coding patch ")
    let total = driver.total
    driver.press("Enter")
    #expect(driver.state.directory.field.text == "patch")
    #expect(driver.rows[2].hasPrefix("  area coding × "))
    #expect(driver.total == total)
    driver.press("Tab")
    #expect(driver.rows[4].hasPrefix(" ● Coding "))
  }

  @Test func whatIsTypedIsSearchedAtOnce() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("dor")
    #expect(driver.total == 1)
    driver.type("othea")
    #expect(driver.current == "Dorothea Quandt")
    #expect(driver.screen.contains("1 of 12 mentors"))
    driver.press("C-u")
    #expect(driver.total == 12)
  }

  @Test func theCursorMovesWhileTyping() throws {
    var driver = try Driver()
    driver.press("/ Down C-n Up")
    #expect(driver.state.directory.cursor == 1)
    driver.press("Enter Enter")
    #expect(driver.state.reader?.mentor == driver.state.directory.current)
  }

  @Test func doubtfulQueriesAreExplained() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("area:")
    #expect(driver.rows.last?.contains("area: names no value; left out") == true)
    driver.type("zzz")
    #expect(driver.total == 0)
    #expect(driver.rows.last?.contains("zzz") == true)
  }

  @Test func ampersandAsksForAllOfTheChosenValues() throws {
    var driver = try Driver()
    driver.press("Tab &")
    #expect(driver.state.message?.text == "choose values first; then & asks for all of them")
    driver.press("Space j Space")
    #expect(driver.total == 7)
    driver.press("&")
    #expect(driver.total == 2)
    #expect(driver.query == "area:Coding area:Localization all:area")
    #expect(driver.screen.contains("area all: Coding ×"))
    #expect(driver.rows[3].contains("all of"))
    driver.press("&")
    #expect(driver.total == 7)
    driver.press("Tab &")
    #expect(driver.state.message?.text == "nobody has two values here")
  }

  @Test func manyChipsSayHowManyAreHidden() throws {
    var driver = try Driver(40, 12, query: Query("area:Coding area:Support -team:Words group:rust near:Lagos"))
    #expect(driver.rows[2].hasPrefix("  area Coding ×"))
    #expect(driver.rows[2].contains("+4"))
    #expect(driver.rows[2].hasSuffix("X clears"))
    driver.press("X")
    let name = String(repeating: "long", count: 30)
    driver = try Driver(40, 12, query: Query("team:\(name)"))
    #expect(driver.rows[2].contains("… ×"))
  }
}
