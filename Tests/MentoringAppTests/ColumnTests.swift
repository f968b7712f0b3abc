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
       1 Directory  3 Sources         Example community · offline
       / search                              12 mentors · by name
                       ┌─ Columns ──────────────┐
       MENTORS         │  1 ● as many as fit    │            free
      ▌  Amara Okonjo-B│▌ 2 ○ title             │          2 free
         Björn Åkesson │  3 ● area              │            full
         Dorothea Quand│  4 ○ place             │n +1      2 free
         Ḵʼayáan X̱ʼunei│  5 ○ team              │            away
         Nemo          │  6 ○ groups            │               –
         Rocío 🌵 Paz  │  7 ○ languages         │            open
         Wilhelmina The│  8 ○ changed           │               –
         Zoltán Verőfén│  9 ● free              │          closed
         ليلى المنصوري └────────────────────────┘          1 free
         अनुराधा जोशी                  Documentation          full
         თამარ ლომიძე                 Localization              –
       space check  esc close
      """
    #expect(driver.screen == columns)
  }
}
