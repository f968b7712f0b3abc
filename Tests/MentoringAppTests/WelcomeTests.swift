import MentoringApp
import Surface
import Testing

@Suite struct WelcomeTests {
  @Test func itSaysThreeKeys() throws {
    let driver = try Driver(80, 20, welcomes: true)
    let welcome = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / search                                                  12 mentors · by name

       AREA                6 │ MENTORS                      area                 free
       ○ Coding            5 │▌  Amara Okonjo-Bell          Coding +1          2 free
       ○ Local┌─ Welcome ────────────────────────────────────────────────────┐   full
         4 mor│                                                              │ 2 free
       LOCATIO│  Three keys to one of 12 mentors:                            │   away
       ▸ Asia │                                                              │      –
       ▸ Europ│  /    search: what you want to learn, a name, a place        │   open
         3 mor│  tab  go through areas, places, languages; space chooses     │      –
       GROUP  │  ↵    read what the mentor under the cursor offers           │ closed
       ○ newco│  ?    see all keys                                           │ 1 free
       ○ alumn│                                                              │   full
       ○ rust └──────────────────────────────────────────────────────────────┘      –
       TEAM                4 │   水野千尋                   Coding +1          4 free
       ○ Words             3 │
       ○ Help desk         2 │
         2 more              │
       ↵ read  o open page  / search  tab panes  s sort  m mark  ? keys  q quit
      """
    #expect(driver.screen == welcome)
  }

  @Test func onTheSmallestScreenInShort() throws {
    let driver = try Driver(40, 10, welcomes: true)
    let welcome = """
       1 Directory  3 Sources         offline
      ┌─ Welcome ────────────────────────────┐
      │  Three keys to one of 12 mentors:    │
      │                                      │
      │  /    search                         │
      │  tab  areas, places; space chooses   │
      │  ↵    read                           │
      │  ?    see all keys                   │
      └──────────────────────────────────────┘
       ↵ read  o open page  ? keys  q quit
      """
    #expect(driver.screen == welcome)
  }

  /// A newcomer's three keys: search, a letter, read.
  @Test func theFirstKeyCounts() throws {
    var driver = try Driver(80, 24, welcomes: true)
    driver.press("/")
    driver.type("z")
    #expect(!driver.screen.contains("Welcome") && driver.total == 1)
    driver.press("Enter Enter")
    #expect(driver.rows[0].hasPrefix(" Zoltán Verőfény"))
  }

  @Test(arguments: ["Escape", "j", "q"]) func anyKeyClosesIt(key: String) throws {
    var driver = try Driver(80, 24, welcomes: true)
    driver.press(key)
    #expect(driver.state.overlay == nil)
    #expect(driver.asked == (key == "q" ? [.quit] : []))
  }

  @Test func aClickAndAPasteCloseItToo() throws {
    var driver = try Driver(80, 24, welcomes: true)
    driver.click(40, 10)
    #expect(driver.state.overlay == nil)
    var other = try Driver(80, 24, welcomes: true)
    other.send(.paste("patch"))
    #expect(other.query == "patch")
  }

  @Test func nobodyIsWelcomedToAnEmptyDirectory() throws {
    #expect(try Driver(mentors: [], welcomes: true).state.overlay == nil)
  }
}
