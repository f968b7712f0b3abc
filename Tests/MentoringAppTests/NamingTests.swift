import MentorDirectory
import MentoringApp
import Testing

@Suite struct NamingTests {
  private var everybody: Int { Fixture.mentors.count }

  @Test func theFileIsNamedByWhatIsAsked() throws {
    var driver = try Driver(100, 24, query: Query("location:Germany -group:alumni \"style guide\""))
    driver.press("X u e 1")
    #expect(driver.rows.last?.hasPrefix(" nobody") == false)
    driver.press("Escape X Tab Space e 2")
    #expect(driver.rows.last?.contains("write 5 mentors to the file  mentors-coding.json") == true)
    #expect(driver.rows.last?.hasSuffix("↵ write  esc leave") == true)
    driver.press("C-u")
    driver.type("~/friends.json")
    driver.press("Enter")
    guard case .export(let request)? = driver.asked.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.format == .json && request.mentors.count == 5)
    #expect(request.file == "~/friends.json" && !request.replaces)
  }

  @Test func escapeAndAnEmptyNameWriteNothing() throws {
    var driver = try Driver()
    driver.press("e 1 Escape e 1 C-u Enter")
    #expect(driver.asked.isEmpty && driver.state.overlay == nil)
  }

  @Test func anExistingFileIsReplacedByYAlone() throws {
    var driver = try Driver()
    driver.press("m e 1 Enter")
    guard case .export(var request)? = driver.asked.last else {
      Issue.record("nothing was exported")
      return
    }
    driver.send(.exportTaken(request))
    #expect(driver.rows.last?.hasPrefix(" mentors-marked.csv is there already: y replaces it") == true)
    driver.press("Enter")
    #expect(driver.asked.count == 1)
    #expect(driver.rows.last?.contains("mentors-marked.csv") == true && driver.state.context == .field)
    driver.press("Enter")
    #expect(driver.asked.count == 2)
    driver.send(.exportTaken(request))
    driver.press("y")
    request.replaces = true
    #expect(driver.asked.last == .export(request) && driver.state.overlay == nil)
  }
}
