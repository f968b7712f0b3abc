import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct ColumnTests {
  private func heading(_ driver: Driver) -> String { driver.rows.first { $0.contains("MENTORS") } ?? "" }

  @Test func columnsAreChosenAndTheMenuStaysOpen() throws {
    var driver = try Driver(60, 20)
    #expect(heading(driver).split(separator: " ") == ["MENTORS", "area", "free"])
    driver.press("C 5")
    driver.press("j Space")
    #expect(driver.state.context == .menu)
    driver.press("Escape")
    #expect(heading(driver).split(separator: " ") == ["MENTORS", "area", "team", "groups", "free"])
    driver.press("C 3 Escape")
    #expect(heading(driver).split(separator: " ") == ["MENTORS", "team", "groups", "free"])
    driver.press("C 1 Escape")
    #expect(heading(driver).split(separator: " ") == ["MENTORS", "area", "free"])
  }

  @Test func whatHasNoRoomIsSaid() throws {
    var driver = try Driver(40, 14)
    driver.press("C 2 4 5 6")
    #expect(driver.screen.contains("no room"))
    driver.press("Escape")
    #expect(heading(driver).split(separator: " ") == ["MENTORS", "area", "free"])
    driver.resize(200, 40)
    #expect(heading(driver).contains("groups"))
  }

  @Test func withoutAnyColumnTheNameIsThere() throws {
    var driver = try Driver(60, 20)
    driver.press("C 3 9 Escape")
    #expect(heading(driver).split(separator: " ") == ["MENTORS"])
    #expect(driver.screen.contains("Amara Okonjo-Bell"))
  }

  @Test func theMenuOfColumns() throws {
    var driver = try Driver(60, 16)
    driver.press("C j")
    let columns = """
      """
    #expect(driver.screen == columns)
  }
}
