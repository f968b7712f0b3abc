import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct FacetTests {
  @Test func arrowsOpenAndCloseTheTree() throws {
    var driver = try Driver()
    driver.press("Tab Tab j Right")
    #expect(driver.screen.contains("▾ Europe"))
    #expect(driver.currentValue == "Europe")
    driver.press("j l j")
    #expect(driver.currentValue == "Berlin")
    driver.press("Left")
    #expect(driver.currentValue == "Germany")
    driver.press("h")
    #expect(driver.screen.contains("▸ Germany"))
    driver.press("h h")
    #expect(driver.screen.contains("▸ Europe"))
    driver.press("k Right Right Right Right")
    #expect(driver.currentValue == "Kutaisi")
    driver.press("Right")
    #expect(driver.state.directory.focus == .results)
  }

  @Test func rightLeavesAValueWithoutBranches() throws {
    var driver = try Driver()
    driver.press("Tab Right")
    #expect(driver.state.directory.focus == .results)
  }

  @Test func theTreeOpensDownToWhatIsChosenAndCanBeClosed() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("location:szeged")
    driver.press("Enter Tab Tab")
    #expect(driver.row(of: "● Szeged") != nil)
    driver.press("g")
    for _ in 0..<9 where driver.currentValue != "Europe" { driver.press("j") }
    driver.press("Left")
    #expect(driver.row(of: "● Szeged") == nil)
  }

  @Test func excludingAPlaceDoesNotMoveTheTree() throws {
    var driver = try Driver()
    driver.press("Tab Tab Right j Right j")
    let value = driver.currentValue
    let before = driver.row(of: value ?? "")
    driver.press("-")
    #expect(driver.currentValue == value)
    #expect(driver.row(of: "− \(value ?? "")") == before)
    driver.press("Space Space")
    #expect(driver.currentValue == value)
    #expect(driver.row(of: value ?? "") == before)
  }

  @Test func fNarrowsAsOneTypes() throws {
    var driver = try Driver()
    driver.press("Tab f")
    driver.type("do")
    #expect(driver.currentValue == "Documentation")
    #expect(driver.row(of: "○ Coding") == nil)
    #expect(driver.rows[3].contains("f do"))
    driver.press("Enter")
    #expect(driver.query == "area:Documentation")
    #expect(driver.currentValue == "Documentation")
    #expect(driver.row(of: "○ Coding") != nil)
  }

  @Test func narrowingATreeShowsWhereThePlaceIs() throws {
    var driver = try Driver()
    driver.press("Tab Tab f")
    driver.type("ber")
    #expect(driver.screen.contains("Berlin, Germany"))
    driver.press("Enter")
    #expect(driver.query == "location:Germany/Berlin")
    #expect(driver.row(of: "● Berlin") != nil)
    #expect(driver.currentValue == "Berlin")
  }

  @Test func narrowingToNothingAndBack() throws {
    var driver = try Driver()
    driver.press("Tab f")
    driver.type("zzz")
    #expect(driver.currentValue == nil)
    driver.press("Enter")
    #expect(driver.query.isEmpty)
    driver.press("f z z Escape Space")
    #expect(driver.query == "area:Coding")
  }

  @Test func narrowedValuesStayWhileOneIsChosenWithTheArrows() throws {
    var driver = try Driver()
    driver.press("Tab f")
    driver.type("co")
    driver.press("Down")
    #expect(driver.currentValue == "Community")
    driver.press("Down Down")
    #expect(driver.currentValue == "Community")
    driver.press("Tab")
    #expect(driver.state.directory.focus == .facet(.location))
    #expect(driver.pane(.area)?.narrowing == nil)
  }

  @Test func facetsFold() throws {
    var driver = try Driver()
    driver.press("Tab z")
    #expect(driver.row(of: "▸ AREA") != nil)
    #expect(driver.row(of: "○ Coding") == nil)
    driver.press("Space")
    #expect(driver.row(of: "○ Coding") != nil)
    driver.press("z Right")
    #expect(driver.row(of: "○ Coding") != nil)
  }

  @Test func facetsGrowAndShrink() throws {
    let mentors = (0..<60).map { number -> Mentor in
      var mentor = Mentor(id: MentorID("\(number)"), name: "Mentor \(number)")
      mentor.areas = ["Area \(number)"]
      mentor.groups = ["Group \(number)"]
      return mentor
    }
    var driver = try Driver(120, 30, mentors: mentors)
    func shown(_ name: String) -> Int { driver.rows.count { $0.contains("○ \(name) ") } }
    driver.press("Tab Tab Tab")
    let areas = shown("Area"), groups = shown("Group")
    driver.press("+ =")
    #expect(shown("Group") > groups)
    #expect(shown("Area") < areas || areas <= 3)
    driver.press("_ _ _ _ _")
    #expect(shown("Group") < groups)
  }

  @Test func valuesSortByName() throws {
    var driver = try Driver()
    driver.press("Tab s")
    #expect(driver.rows[4].hasPrefix(" ○ Coding") && driver.rows[5].hasPrefix(" ○ Community"))
    #expect(driver.rows[3].contains("a–z"))
  }

  @Test func movingOnBeyondTheLastValueEntersTheNextFacet() throws {
    var driver = try Driver()
    driver.press("Tab 5 j")
    #expect(driver.currentValue == "Design")
    driver.press("j")
    #expect(driver.currentValue == "Asia")
    driver.press("k")
    #expect(driver.currentValue == "Design")
    driver.press("G j")
    #expect(driver.state.directory.focus == .facet(.location))
  }

  @Test func aFacetOfThousandsOfValuesIsScrolledAndChosen() throws {
    let mentors = (0..<3000).map { number -> Mentor in
      var mentor = Mentor(id: MentorID("\(number)"), name: "Mentor \(number)")
      mentor.areas = ["Area \(number)"]
      return mentor
    }
    var driver = try Driver(120, 30, mentors: mentors)
    #expect(driver.screen.contains("AREA             3,000"))
    driver.press("Tab G Space")
    #expect(driver.total == 1)
    #expect(driver.row(of: "● \(driver.currentValue ?? "?")") != nil)
    driver.press("Space 1 0 0 g")
    #expect(driver.currentValue == "Area 1087")
  }

  @Test func inTheDrawerTheFacetWithTheCursorGetsTheRoom() throws {
    let mentors = (0..<40).map { number -> Mentor in
      var mentor = Mentor(id: MentorID("\(number)"), name: "Mentor \(number)")
      mentor.areas = ["Area \(number)"]
      mentor.interests = ["Topic \(number)"]
      return mentor
    }
    for (size, least) in [((60, 20), 9), ((40, 12), 4), ((100, 14), 6)] {
      var driver = try Driver(size.0, size.1, mentors: mentors)
      driver.press("Tab")
      #expect(driver.rows.count { $0.contains("○ Area") } >= least)
      driver.press("Tab Tab Tab Tab Enter")
      #expect(driver.rows.count { $0.contains("○ Topic") } >= least)
    }
  }
}
