import MentorDirectory
import MentoringApp
import Surface
import Testing

/// One task each, as a person would do it, with what they see on the way.
@Suite struct StoryTests {
  /// Narrow to Berlin, read two, copy an address, come back.
  @Test func narrowReadCopyComeBack() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("loc:europe")
    #expect(driver.rows[1].contains("3 of 12 mentors"))
    driver.press("Enter")
    #expect(driver.rows[2].hasPrefix("  location europe ×"))
    driver.press("j")
    let before = driver.screen
    driver.press("Enter")
    #expect(driver.rows[0].hasPrefix(" Dorothea Quandt") && driver.rows[0].contains("2 of 3"))
    driver.press("y y")
    #expect(driver.asked == [.copy("https://quandt.example/")])
    driver.press("]")
    #expect(driver.rows[0].hasPrefix(" Zoltán Verőfény"))
    driver.press("[ Escape")
    #expect(driver.screen == before)
  }

  /// Compare three candidates: mark them, see them alone, keep the list as a file, go on as before.
  @Test func markThreeSeeThemAloneExport() throws {
    var driver = try Driver()
    driver.press("m j m j m O")
    #expect(driver.total == 3)
    driver.press("e 3 Enter")
    guard case .export(let request)? = driver.asked.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.file == "mentors-marked.md" && request.mentors.count == 3)
    driver.press("u")
    #expect(driver.total == 12 && driver.rows[1].contains("3 marked"))
  }

  /// Somebody who helps with tests and has time; keep the question; find it again tomorrow.
  @Test func askKeepAndComeBackTomorrow() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("testing open:yes")
    driver.press("Enter s")
    driver.type("G")
    driver.press("Enter M")
    driver.type("Testers")
    driver.press("Enter")
    guard case .keepViews(let views)? = driver.asked.last else {
      Issue.record("nothing was kept")
      return
    }
    let found = driver.total
    var later = try Driver(views: views, memory: driver.state.memory)
    later.press("' 1")
    #expect(later.total == found && found > 0 && later.state.directory.sort == .fair)
    later.press("u")
    #expect(later.total == 12)
  }

  /// A wrong turn: too many filters, nobody left; the screen says which to drop.
  @Test func nobodyLeftAndOutAgain() throws {
    var driver = try Driver()
    driver.press("Tab Space Tab Tab Space Tab Space")
    driver.press("/")
    driver.type("qqq")
    driver.press("Enter")
    #expect(driver.total == 0 && driver.screen.contains("without the words “qqq”"))
    driver.press("x")
    #expect(driver.total > 0)
    driver.press("X")
    #expect(driver.total == 12)
    driver.press("u u")
    #expect(driver.total == 0)
  }

  /// With the mouse alone: a facet, a chip, a mentor, back.
  @Test func withTheMouseAlone() throws {
    var driver = try Driver()
    driver.click(5, try #require(driver.row(of: "○ Coding")))
    #expect(driver.total == 5)
    driver.drag(from: Point(24, 8), to: Point(34, 8))
    driver.click(50, 5)
    driver.click(50, 5, clicks: 2)
    #expect(driver.state.reader != nil)
    driver.press("q")
    driver.click(4, 2)
    #expect(driver.total == 12)
  }
}
