import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct MarksTests {
  @Test func starMarksAllShownAndThenNone() throws {
    var driver = try Driver()
    driver.press("m Tab j Space *")
    #expect(driver.state.directory.marked.count == 5)
    #expect(driver.screen.contains("4 of 12 mentors · 5 marked"))
    driver.press("*")
    #expect(driver.state.directory.marked.count == 1)
  }

  @Test func invertingTurnsTheMarksOfThoseShown() throws {
    var driver = try Driver()
    driver.press("m m I")
    #expect(driver.state.directory.marked.count == 10)
    driver.press("I")
    #expect(driver.state.directory.marked.count == 2)
  }

  @Test func aRangeGrowsAndShrinksWithTheCursor() throws {
    var driver = try Driver()
    driver.press("G m g j v")
    #expect(driver.state.directory.marked.count == 2)
    driver.press("3 j")
    #expect(driver.state.directory.marked.count == 5)
    #expect(driver.state.message?.text == "marking from here: 5 marked; esc ends it")
    driver.press("k k k k")
    #expect(driver.state.directory.marked.count == 3)
    driver.press("Escape G")
    #expect(driver.state.directory.marked.count == 3)
  }

  @Test func aRangeEndsWithTheQuestion() throws {
    var driver = try Driver()
    driver.press("v j /")
    driver.type("w")
    driver.press("Enter u G")
    #expect(driver.state.directory.marked.count == 2)
  }

  @Test func exportWritesTheMarkedElseTheShown() throws {
    var driver = try Driver(80, 24)
    driver.press("/")
    driver.type("patch")
    driver.press("Enter e")
    #expect(driver.screen.contains("Export 2 shown"))
    driver.press("Enter Enter")
    let shown: [MentorID] = ["Amara Okonjo-Bell", "Björn Åkesson"].map { MentorID("key:" + $0.folded) }
    guard case .export(let request)? = driver.asked.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.format == .csv && Set(request.mentors) == Set(shown))
    let marked = [MentorID("key:" + "水野千尋".folded)]
    driver.press("X G m g e 3 Enter")
    #expect(driver.asked.last == .export(ExportRequest(.markdown, marked, to: "mentors-marked.md")))
    driver.press("Tab Space e 2 Enter")
    #expect(driver.asked.last == .export(ExportRequest(.json, marked, to: "mentors-marked.json")))
  }

  @Test func withNobodyThereIsNothingToExport() throws {
    var driver = try Driver(mentors: [])
    driver.press("e")
    #expect(driver.state.overlay == nil)
    #expect(driver.state.message != nil)
  }
}
