import Testing

@Suite struct SpecialScreenTests {
  @Test func emptyResultSaysWhichFilterToDrop() throws {
    var driver = try Driver(80, 20)
    driver.press("Tab Space /")
    driver.type("team:words location:africa patch")
    driver.press("Enter")
    let empty = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / patch                                           0 of 12 mentors · best match
        area Coding ×   location africa ×   team words ×                     X clears
       AREA                6 │ MENTORS
       ● Coding            0 │
       ○ Community         0 │  Nobody matches all of this.
         4 more              │
       LOCATION           24 │  without team words  1
       ▸ ● Africa          0 │
       ▸ Asia              0 │  x drops the last filter, X clears all
         3 more              │
       GROUP               3 │
       ○ alumni            0 │
       ○ newcomers         0 │
       ○ rust              0 │
       TEAM                4 │
       ● Words             0 │
       ○ Sync              1 │
         2 more              │
       / search  tab panes  s sort  : command  | pipe  ? keys  q quit
      """
    #expect(driver.screen == empty)
  }

  @Test func emptyDirectorySaysHowToBegin() throws {
    let driver = try Driver(80, 24, mentors: [])
    let nobody = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / search                                                   0 mentors · by name

       MENTORS

        There are no mentors here yet.

        a adds a source: page, list, sheet …
        Or import files that you have:
          mentoring import mentors.csv
        Or look around in a sample first:
          mentoring --demo











       / search  tab panes  s sort  : command  | pipe  ? keys  q quit
      """
    #expect(driver.screen == nobody)
  }

  @Test func emptyDirectoryOnASmallScreen() throws {
    let driver = try Driver(40, 12, mentors: [])
    let nobodysmall = """
       1 Directory  3 Sources         offline
       / search           0 mentors · by name
       MENTORS

        There are no mentors here yet.

        a adds a source: page, list, sheet …
        Or import files that you have:
          mentoring import mentors.csv
        Or look around in a sample first:
          mentoring --demo
       / search  tab panes  ? keys  q quit
      """
    #expect(driver.screen == nobodysmall)
  }

  @Test func sortMenu() throws {
    var driver = try Driver(60, 16)
    driver.press("s j")
    let menu = """
       1 Directory  3 Sources         Example community · offline
       / search                              12 mentors · by name
              ┌─ Order ─────────────────────────────────┐
       MENTORS│  best match             for searches    │    free
      ▌  Amara│  by name                                │  2 free
         Björn│▌ by title                               │    full
         Dorot│  by location                            │  2 free
         Ḵʼayá│  by group                               │    away
         Nemo │  by interest                            │       –
         Rocío│  most free first                        │    open
         Wilhe│  latest change first                    │       –
         Zoltá│  by team                                │  closed
         ليلى │  fair order of the day                  │  1 free
         अनुराध└─────────────────────────────────────────┘    full
         თამარ ლომიძე                 Localization              –
       ↵ choose  esc close
      """
    #expect(driver.screen == menu)
  }

  @Test func help() throws {
    var driver = try Driver(80, 24)
    driver.press("?")
    let help = """
       mentoring  1 Directory  3 Sources                  Example community · offline
      ┌─ Keys in the list of mentors ────────────────────────────────────────────────┐
      │ ↵                   read the mentor's write-up                               │
      │ o                   open the mentor's page in the browser; 3o opens link 3   │
      │ /                   search as you type; area:… lang:… "exact words" -not     │
      │ tab                 next pane                                                │
      │ S-tab               previous pane                                            │
      │ s                   choose the order of the list                             │
      │ m                   mark the mentor                                          │
      │ y                   copy address, contact, write-up; yy: the address         │
      │ u                   undo the last change of filters or order                 │
      │ C-r                 redo it                                                  │
      │ x Backspace         drop the last filter                                     │
      │ X                   clear all filters and the search                         │
      │ b                   bookmark the mentor, or let it go                        │
      │ O                   only the bookmarked, only the marked, everybody again    │
      │ B                   the bookmarks                                            │
      │ '                   the saved views                                          │
      │ M                   keep what is asked as a view                             │
      │ *                   mark all that are shown, or none                         │
      │                                                                              │
      │ type to narrow                                                               │
      └──────────────────────────────────────────────────────────────────────────────┘
       esc close
      """
    #expect(driver.screen == help)
  }

  @Test func narrowedHelp() throws {
    var driver = try Driver(80, 24)
    driver.press("?")
    driver.type("undo")
    let helpnarrow = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / search                                                  12 mentors · by name

       AREA                6 │ MENTORS                      area                 free
       ○ Coding            5 │▌  Amara Okonjo-Bell          Coding +1          2 free
       ○ Localization      4 │   Björn Åkesson              Coding               full
       ○ Support           3 │   Dorothea Quandt            Localization +1    2 free
       ○ Documentation     2 │   Ḵʼayáan X̱ʼunei             Community            away
         2 more              │   Nemo                                               –
      ┌─ Keys in the list of mentors ────────────────────────────────────────────────┐
      │ u                   undo the last change of filters or order                 │
      │                                                                              │
      │ type to narrow  undo                                                         │
      └──────────────────────────────────────────────────────────────────────────────┘
       GROUP               3 │ Backend developer · Sync
       ○ newcomers         4 │ Lagos, Nigeria · UTC+1, 15:13 there
       ○ alumni            2 │
       ○ rust              2 │ areas      Coding, Support
       TEAM                4 │ interests  reviews, testing
       ○ Words             3 │ speaks     English, Yoruba
       ○ Help desk         2 │ groups     newcomers, rust
       ○ Sync              2 │ time       open · 2 of 3 places free · Tuesdays
       ○ Shapes            1 │                                                      ↓
       esc close
      """
    #expect(driver.screen == helpnarrow)
  }

  @Test(arguments: [(39, 9), (39, 20), (40, 9), (20, 5)])
  func belowTheSmallestSizeThereIsOneSentence(width: Int, height: Int) throws {
    let driver = try Driver(width, height)
    #expect(driver.rows.joined(separator: " ").hasPrefix("The window is too small:"))
    #expect(driver.screen.contains("q"))
  }

  @Test func oneCell() throws {
    let driver = try Driver(1, 1)
    #expect(driver.screen == "T")
  }
}
