import MentorDirectory
import MentoringApp
import Surface
import Testing

/// The Sources screen as it is seen.
@Suite struct SourceScreenTests {
  private static func running(_ width: Int, _ height: Int) throws -> Driver {
    var driver = try Driver.sources(width, height)
    driver.press("R")
    driver.send(SourcesFixture.running)
    driver.send(.clock(Timestamp(seconds: Fixture.now.seconds + 10)))
    return driver
  }

  @Test("On a wide terminal the details stand beside the list")
  func beside() throws {
    let driver = try Driver.sources(120, 30)
    let screen = """
       mentoring  1 Directory  3 Sources                                                          Example community · offline
       5 sources · 1 failing · 1 off
       SOURCES                    kind       state         mentors  synced │ Sign-up sheet
      ▌● Sign-up sheet            sheet      ok                 34     2 h │ ● ok · sheet · 34 mentors · as of 2 h · next in
       ! Team wiki                wiki       failing 2 d        12     3 d │ 4 h
       ○ Phonebook                phonebook  never synced        0       – │ https://sheets.example/harbour/pub?output=csv
       · Old list                 list       off             1,234    83 d │
       ● 家族 👨 ́x                folder     ok                  3     now │ PROBLEMS  1
                                                                           │ ! There is no name in this row.
                                                                           │   https://sheets.example/harbour/pub?output=cs
                                                                           │   v:17
                                                                           │ → Add a name to the row, or take the row out.
                                                                           │
                                                                           │ LAST SYNC
                                                                           │ 2 new, 1 changed, 1 gone, 1 failed, 30 unchanged
                                                                           │ + Amara Okonjo-Bell  new
                                                                           │ + 水野千尋  new
                                                                           │ ~ Björn Åkesson  changed
                                                                           │ − Nemo  gone
                                                                           │
                                                                           │ PAGES  30
                                                                           │     28  offer
                                                                           │      2  not an offer
                                                                           │
                                                                           │ SETTINGS
                                                                           │ synced every 6h
                                                                           │ links to mentors' pages are followed
                                                                           │ addresses of private networks are refused
                                                                           │
       a add  r sync  R all  ↵ edit  t test  space on/off  D remove  tab details  q close  : command  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("On a classic terminal they stand below it")
  func below() throws {
    var driver = try Driver.sources(80, 24)
    driver.press("j")
    let screen = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       5 sources · 1 failing · 1 off
       SOURCES                    kind       state         mentors  synced  next
       ● Sign-up sheet            sheet      ok                 34     2 h  in 4 h
      ▌! Team wiki                wiki       failing 2 d        12     3 d  in 1 h
       ○ Phonebook                phonebook  never synced        0       –  by hand
       · Old list                 list       off             1,234    83 d  –
       ● 家族 👨 ́x                folder     ok                  3     now  by hand
      ────────────────────────────────────────────────────────────────────────────────
       Team wiki
       ! failing 2 d · wiki · 12 mentors · as of 3 d · next in 1 h
       https://wiki.example/index.php?title=Mentors&action=raw

       PROBLEMS  1
       ! The server did not answer within 30 seconds.
         https://wiki.example/

       SETTINGS
       synced when asked for
       links to mentors' pages are followed
       addresses of private networks are refused


       a add  r sync  R all  ↵ edit  t test  space on/off  D remove  q close  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("On a braille display there is one of them at a time: the list")
  func list() throws {
    let driver = try Driver.sources(40, 12)
    let screen = """
       1 Directory  3 Sources         offline
       5 sources · 1 failing · 1 off
       SOURCES          state         mentors
      ▌● Sign-up sheet  ok                 34
       ! Team wiki      failing 2 d        12
       ○ Phonebook      never synced        0
       · Old list       off             1,234
       ● 家族 👨 ́x      ok                  3



       a add  r sync  R all  q close  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("On a braille display there is one of them at a time: the details")
  func details() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("Tab")
    let screen = """
       1 Directory  3 Sources         offline
       5 sources · 1 failing · 1 off
       Sign-up sheet
       ● ok · sheet · 34 mentors · as of 2 h
       · next in 4 h
       https://sheets.example/harbour/pub?out
       put=csv

       PROBLEMS  1
       ! There is no name in this row.
         https://sheets.example/harbour/pub ↓
       a add  r sync  R all  q close  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("A sync shows how far it is, at what pace, and what went wrong")
  func running() throws {
    let driver = try Self.running(80, 24)
    let screen = """
       mentoring  1 Directory  3 Sources        Example community · syncing 34 of 120
       5 sources · 1 failing · 1 off
       █████···············  34 of 120 · 1 problem · 3.4/s · 20 s left
       Sign-up sheet  https://okonjo.example/mentoring

       SOURCES                    kind       state         mentors  synced  next
      ▌◎ Sign-up sheet            sheet      34 of 120          34     2 h  in 3 h
       ◎ Team wiki                wiki       waiting            12     3 d  in 59 min
       ○ Phonebook                phonebook  never synced        0       –  by hand
       · Old list                 list       off             1,234    83 d  –
       ● 家族 👨 ́x                folder     ok                  3     now  by hand
      ────────────────────────────────────────────────────────────────────────────────
       Sign-up sheet
       ◎ 34 of 120 · sheet · 34 mentors · as of 2 h · next in 3 h
       https://sheets.example/harbour/pub?output=csv

       PROBLEMS  1
       ! The page is gone (404).
         https://gone.example/mentoring
       → Ask whether it moved.

       LAST SYNC
       2 new, 1 changed, 1 gone, 1 failed, 30 unchanged                             ↓
       a add  r sync  R all  c stop  ↵ edit  t test  space on/off  q close  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("A sync on a braille display")
  func runningSmall() throws {
    let driver = try Self.running(40, 12)
    let screen = """
       1 Directory  3 Sources       34 of 120
       5 sources · 1 failing · 1 off
       ██········  34 of 120 · 1 problem
       Sign-up sheet  https://okonjo.example…
       SOURCES          state         mentors
      ▌◎ Sign-up sheet  34 of 120          34
       ◎ Team wiki      waiting            12
       ○ Phonebook      never synced        0
       · Old list       off             1,234
       ● 家族 👨 ́x      ok                  3

       a add  c stop  q close  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("Without sources it is said how to begin")
  func none() throws {
    let driver = try Driver.sources(80, 16, rows: [])
    let screen = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       0 sources

        There are no sources yet.

        a, the address, ↵ adds one; r brings its mentors.

        It can be a mentor's page, a list of links, a published sheet, a phonebook,
        a wiki page or a folder.






       a add  q close  : command  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("Without sources on a braille display")
  func noneSmall() throws {
    let driver = try Driver.sources(40, 12, rows: [])
    let screen = """
       1 Directory  3 Sources         offline
       0 sources

        There are no sources yet.

        a, the address, ↵ adds one; r brings
        its mentors.

        It can be a mentor's page, a list of
        links, a published sheet, a
        phonebook, a wiki page or a folder.
       a add  q close  : command  ? keys
      """
    #expect(driver.screen == screen)
  }

  @Test("The form for a new source, and the kind that its address looks like")
  func form() throws {
    var driver = try Driver.sources(80, 20)
    driver.press("a")
    driver.type("https://x.example/a.csv")
    driver.press("Tab")
    let screen = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       5 sources · 1 failing · 1 off
       SOURCES                    kind       state         mentors  synced  next
      ▌● Sign-up sheet            sheet      ok                 34     2 h  in 4 h
       ! Team wiki                wiki       failing 2 d        12     3 d  in 1 h
       ┌─ Add a source ─────────────────────────────────────────────────────────────┐
       │ Address    https://x.example/a.csv                                         │
       │ Kind       ◂ find out (looks like sheet) ▸                                 │
      ─│ Name       after its address                                               │─
       │ Private      ○ private networks refused                                    │
       │                                                                            │
       │ its address and its answer tell; ← → choose another                        │
       └────────────────────────────────────────────────────────────────────────────┘
       PROBLEMS  1
       ! There is no name in this row.
         https://sheets.example/harbour/pub?output=csv:17
       → Add a name to the row, or take the row out.

       LAST SYNC                                                                    ↓
       ↵ keep  esc leave  tab next field
      """
    #expect(driver.screen == screen)
  }

  @Test("The form of a source on a braille display")
  func edit() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("j j e Tab Tab Tab")
    let screen = """
      ┌─ Source “Phonebook” ─────────────────┐
      │ Address    2/users/?group=mentoring  │
      │ Kind         phonebook               │
      │ Name       Phonebook                 │
      │ Every      only when asked for       │
      │ Private      ○ private networks ref… │
      │ Links        ● followed to mentors'… │
      │ Group      mentoring                 │
      │ how often a sync is due: 6h, 1d;     │
      │ empty: only when asked for           │
      └──────────────────────────────────────┘
       ↵ keep  esc leave  tab next field
      """
    #expect(driver.screen == screen)
  }

  @Test("What was wrong stands in the form")
  func refused() throws {
    var driver = try Driver.sources(60, 16)
    driver.press("a")
    driver.type("http://127.0.0.1/")
    driver.press("Enter")
    let settings = SourceSettings(address: "http://127.0.0.1/")
    driver.send(
      .jobFailed(.add(settings), why: "127.0.0.1 is an address of a private network. Allow them if it is your own."))
    let screen = """
       1 Directory  3 Sources         Example community · offline
       5 sources · 1 failing · 1 off
       SOURCES           kind       state         mentors  synced
      ┌─ Add a source ───────────────────────────────────────────┐
      │ Address    http://127.0.0.1/                             │
      │ Kind         find out                                    │
      │ Name       after its address                             │
      │ Private      ○ private networks refused                  │
      │                                                          │
      │ 127.0.0.1 is an address of a private network. Allow them │
      │ if it is your own.                                       │
      └──────────────────────────────────────────────────────────┘



       ↵ keep  esc leave  tab next field
      """
    #expect(driver.screen == screen)
  }

  @Test("A question is never cut where it asks")
  func removing() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("D")
    let screen = """
       1 Directory  3 Sources         offline
       5 sources · 1 failing · 1 off
       SOURCES          state         mentors
      ▌● Sign-up sheet  ok                 34
       ! Team wiki      failing 2 d        12
       ○ Phonebook      never synced        0
       · Old list       off             1,234
       ● 家族 👨 ́x      ok                  3



       remove it and its 34 mentors? y/n
      """
    #expect(driver.screen == screen)
  }

  @Test("Every state has a mark, a word and a role, so that no theme has to tell it by colour alone")
  func roles() throws {
    var driver = try Driver.sources(60, 12)
    driver.press("j")
    let marked = """
      {bar|bar: 1 Directory  }{barActive+bold|bar:3 Sources}{bar|bar:         Example community · offline }
       {text+bold:5 sources}{warning: · 1 failing}{dim: · 1 off}
       {accent+bold:SOURCES}           {dim:kind     }  {dim:state       }  {dim:mentors}  {dim:synced}
       {good:●} Sign-up sheet   {dim:sheet    }  {good:ok          }  {count:     34}  {dim:   2 h}
      {accent|selection:▌}{warning|selection:!}{text|selection: Team wiki       }{dim|selection:wiki     }{text|selection:  }{warning|selection:failing 2 d }{text|selection:  }{count|selection:     12}{text|selection:  }{dim|selection:   3 d}{text|selection: }
       {dim:○} Phonebook       {dim:phonebook}  {dim:never synced}  {count:      0}  {dim:     –}
       {dim:·} {dim:Old list      }  {dim:list     }  {dim:off         }  {count:  1,234}  {dim:  83 d}
       {good:●} 家族 👨 ́x       {dim:folder   }  {good:ok          }  {count:      3}  {dim:   now}



       {key:a}{dim: add}  {key:r}{dim: sync}  {key:R}{dim: all}  {key:↵}{dim: edit}  {key:t}{dim: test}  {key:q}{dim: close}  {key:?}{dim: keys}
      """
    #expect(driver.surface.marked == marked)
  }

  @Test("In ASCII the marks differ as well")
  func ascii() throws {
    let ascii = """
       1 Directory  3 Sources         Example community . offline
       5 sources . 1 failing . 1 off
       SOURCES           kind       state         mentors  synced
      >* Sign-up sheet   sheet      ok                 34     2 h
       ! Team wiki       wiki       failing 2 d        12     3 d
       o Phonebook       phonebook  never synced        0       -
       . Old list        list       off             1,234    83 d
       * ? ?  ?  x       folder     ok                  3     now



       a add  r sync  R all  < edit  t test  q close  ? keys
      """
    #expect(try Driver.sources(60, 12).surface.asciiOnly().text == ascii)
  }

  @Test("A very wide terminal shows addresses, and no line of the details longer than can be read")
  func wide() throws {
    let driver = try Driver.sources(200, 60)
    #expect(driver.rows[2].contains("address"))
    #expect(driver.rows.contains { $0.contains("Old list") && $0.contains("https://old.example/mentors.opml") })
    let edge = driver.column(of: "│", in: 2) ?? 0
    #expect(edge > 110 && 200 - edge <= 80)
  }

  @Test(
    "It fits every size, in the middle of a sync and with every overlay",
    arguments: [(40, 10), (41, 13), (60, 16), (79, 30), (80, 12), (80, 24), (109, 20), (110, 11), (120, 36), (200, 60)])
  func everySize(width: Int, height: Int) throws {
    for keys in ["", "Tab", "a", "G e", "?", ":", "D", "3"] {
      for var driver in [try Driver.sources(width, height), try Self.running(width, height)] {
        driver.press(keys)
        let surface = driver.surface
        for y in 0..<height {
          var x = 0
          while x < width { x += max(1, surface[x, y].width) }
          #expect(x == width, "row \(y) after \(keys)")
        }
        #expect(driver.rows[0].contains("3 Sources") || keys == "?" || keys == ":", "\(keys)")
      }
    }
  }

  @Test("The header tells the age of what is shown, on every screen")
  func age() throws {
    var driver = try Driver(120, 30)
    let day = Timestamp(seconds: Fixture.now.seconds - 2 * 86_400)
    driver.send(.directory(try Fixture.index(), DirectoryStatus(label: "4 sources", updated: day)))
    #expect(driver.rows[0].hasSuffix("4 sources · offline · as of 2 d"))
    driver.press("M-3")
    #expect(driver.rows[0].hasSuffix("4 sources · offline · as of 2 d"))
    driver.resize(40, 12)
    #expect(driver.rows[0].hasSuffix("3 Sources        as of 2 d"))
  }
}
