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
                    ┌─ Columns ────────────────────┐
       MENTORS      │  1 ● as many as fit          │         free
      ▌  Amara Okonj│▌ 2 ○ title                   │       2 free
         Björn Åkess│  3 ● area                    │         full
         Dorothea Qu│  4 ○ place                   │1      2 free
         Ḵʼayáan X̱ʼu│  5 ○ team                    │         away
         Nemo       │  6 ○ groups                  │            –
         Rocío 🌵 Pa│  7 ○ languages               │         open
         Wilhelmina │  8 ○ changed                 │            –
         Zoltán Verő│  9 ● free                    │       closed
         ليلى المنصو│  space checks  esc closes    │       1 free
         अनुराधा जोशी└──────────────────────────────┘         full
         თამარ ლომიძე                 Localization              –
       ↵ choose  q close
      """
    #expect(driver.screen == columns)
  }
}
