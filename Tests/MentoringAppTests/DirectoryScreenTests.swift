import Testing

@Suite struct DirectoryScreenTests {
  @Test func threeColumns() throws {
    let driver = try Driver(120, 30)
    let wide = """
       mentoring  1 Directory  3 Sources                                                          Example community · offline
       / search                                                                                          12 mentors · by name

       AREA                 6 │ MENTORS                   area                free │ Amara Okonjo-Bell  she/her
       ○ Coding             5 │▌  Amara Okonjo-Bell       Coding +1         2 free │ Backend developer · Sync
       ○ Localization       4 │   Björn Åkesson           Coding              full │ Lagos, Nigeria · UTC+1, 15:13 there
       ○ Support            3 │   Dorothea Quandt         Localization +1   2 free │
       ○ Documentation      2 │   Ḵʼayáan X̱ʼunei          Community           away │ areas      Coding, Support
         2 more               │   Nemo                                           – │ interests  reviews, testing
       LOCATION            24 │   Rocío 🌵 Paz            Design              open │ speaks     English, Yoruba
       ▸ Asia               3 │   Wilhelmina Theodora W…  Coding                 – │ groups     newcomers, rust
       ▸ Europe             3 │   Zoltán Verőfény         Coding +2         closed │ time       open · 2 of 3 places free ·
       ▸ Africa             2 │   ليلى المنصوري           Support           1 free │            Tuesdays
       ▸ North America      1 │   अनुराधा जोशी             Documentation       full │
       ▸ South America      1 │   თამარ ლომიძე            Localization           – │ What I can help with
       GROUP                3 │   水野千尋                Coding +1         4 free │
       ○ newcomers          4 │                                                    │ I keep the sync engine alive. Ask me
       ○ alumni             2 │                                                    │ about queues, retries and git bisect;
       ○ rust               2 │                                                    │ the guide [1] is a good start, and so
       TEAM                 4 │                                                    │ are the old answers [2].
       ○ Words              3 │                                                    │
       ○ Help desk          2 │                                                    │ • your first patch
       ○ Sync               2 │                                                    │ • tests that fail for the right reason
       ○ Shapes             1 │                                                    │   • flaky ones
       ▸ INTEREST           3 │                                                    │   • slow ones
       ▸ LANGUAGE           8 │                                                    │
       ▸ AVAILABILITY       6 │                                                    │ How it goes
       ▸ TITLE              5 │                                                    │
       ▸ SOURCE             1 │                                                    │  9. You write what you want to learn.  ↓
       ↵ read  o open page  / search  tab panes  s sort  m mark  b bookmark  w map  : command  | pipe  ? keys  q quit
      """
    #expect(driver.screen == wide)
  }

  @Test func previewBelowTheList() throws {
    let driver = try Driver(90, 30)
    let medium = """
       mentoring  1 Directory  3 Sources                            Example community · offline
       / search                                                            12 mentors · by name

       AREA                6 │ MENTORS                    area             place           free
       ○ Coding            5 │▌  Amara Okonjo-Bell        Coding +1        Lagos         2 free
       ○ Localization      4 │   Björn Åkesson            Coding           Göteborg        full
       ○ Support           3 │   Dorothea Quandt          Localization +1  Berlin        2 free
       ○ Documentation     2 │   Ḵʼayáan X̱ʼunei           Community        Canada          away
         2 more              │   Nemo                                                         –
       LOCATION           24 │   Rocío 🌵 Paz             Design           Valparaíso      open
       ▸ Asia              3 │   Wilhelmina Theodora Wi…  Coding                              –
       ▸ Europe            3 │   Zoltán Verőfény          Coding +2        Szeged        closed
       ▸ Africa            2 │   ليلى المنصوري            Support          Aswan         1 free
       ▸ North America     1 │   अनुराधा जोशी              Documentation    Nagpur          full
       ▸ South America     1 ├──────────────────────────────────────────────────────────────────
       GROUP               3 │ Amara Okonjo-Bell  she/her
       ○ newcomers         4 │ Backend developer · Sync
       ○ alumni            2 │ Lagos, Nigeria · UTC+1, 15:13 there
       ○ rust              2 │
       TEAM                4 │ areas      Coding, Support
       ○ Words             3 │ interests  reviews, testing
       ○ Help desk         2 │ speaks     English, Yoruba
       ○ Sync              2 │ groups     newcomers, rust
       ○ Shapes            1 │ time       open · 2 of 3 places free · Tuesdays
       ▸ INTEREST          3 │
       ▸ LANGUAGE          8 │ What I can help with
       ▸ AVAILABILITY      6 │
       ▸ TITLE             5 │ I keep the sync engine alive. Ask me about queues, retries and
       ▸ SOURCE            1 │ git bisect; the guide [1] is a good start, and so are the old  ↓
       ↵ read  o open page  / search  tab panes  s sort  m mark  b bookmark  ? keys  q quit
      """
    #expect(driver.screen == medium)
  }

  @Test func classicTerminal() throws {
    let driver = try Driver(80, 24)
    let classic = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / search                                                  12 mentors · by name

       AREA                6 │ MENTORS                      area                 free
       ○ Coding            5 │▌  Amara Okonjo-Bell          Coding +1          2 free
       ○ Localization      4 │   Björn Åkesson              Coding               full
       ○ Support           3 │   Dorothea Quandt            Localization +1    2 free
       ○ Documentation     2 │   Ḵʼayáan X̱ʼunei             Community            away
         2 more              │   Nemo                                               –
       LOCATION           24 │   Rocío 🌵 Paz               Design               open
       ▸ Asia              3 │   Wilhelmina Theodora Wilh…  Coding                  –
       ▸ Europe            3 │   Zoltán Verőfény            Coding +2          closed
       ▸ Africa            2 ├────────────────────────────────────────────────────────
         2 more              │ Amara Okonjo-Bell  she/her
       GROUP               3 │ Backend developer · Sync
       ○ newcomers         4 │ Lagos, Nigeria · UTC+1, 15:13 there
       ○ alumni            2 │
       ○ rust              2 │ areas      Coding, Support
       TEAM                4 │ interests  reviews, testing
       ○ Words             3 │ speaks     English, Yoruba
       ○ Help desk         2 │ groups     newcomers, rust
       ○ Sync              2 │ time       open · 2 of 3 places free · Tuesdays
       ○ Shapes            1 │                                                      ↓
       ↵ read  o open page  / search  tab panes  s sort  m mark  ? keys  q quit
      """
    #expect(driver.screen == classic)
  }

  @Test func listAlone() throws {
    let driver = try Driver(60, 20)
    let narrow = """
       1 Directory  3 Sources         Example community · offline
       / search                              12 mentors · by name

       MENTORS                        area                   free
      ▌  Amara Okonjo-Bell            Coding +1            2 free
         Björn Åkesson                Coding                 full
         Dorothea Quandt              Localization +1      2 free
         Ḵʼayáan X̱ʼunei               Community              away
         Nemo                                                   –
         Rocío 🌵 Paz                 Design                 open
         Wilhelmina Theodora Wilhel…  Coding                    –
         Zoltán Verőfény              Coding +2            closed
         ليلى المنصوري                Support              1 free
         अनुराधा जोशी                  Documentation          full
         თამარ ლომიძე                 Localization              –
         水野千尋                     Coding +1            4 free



       ↵ read  o open page  / search  tab panes  ? keys  q quit
      """
    #expect(driver.screen == narrow)
  }

  @Test func brailleDisplay() throws {
    let driver = try Driver(40, 12)
    let small = """
       1 Directory  3 Sources         offline
       / search          12 mentors · by name
       MENTORS            area           free
      ▌  Amara Okonjo-B…  Coding +1    2 free
         Björn Åkesson    Coding         full
         Dorothea Quandt  Localizat…   2 free
         Ḵʼayáan X̱ʼunei   Community      away
         Nemo                               –
         Rocío 🌵 Paz     Design         open
         Wilhelmina The…  Coding            –
         Zoltán Verőfény  Coding +2    closed
       ↵ read  o open page  ? keys  q quit
      """
    #expect(driver.screen == small)
  }

  @Test func wideScreenHasMoreColumnsNotLongerLines() throws {
    let driver = try Driver(200, 40)
    let huge = """
       mentoring  1 Directory  3 Sources                                                                                                                                          Example community · offline
       / search                                                                                                                                                                          12 mentors · by name

       AREA                           6 │ MENTORS                    title                  area             place          free │ Amara Okonjo-Bell  she/her
       ○ Coding                       5 │▌  Amara Okonjo-Bell        Backend developer      Coding +1        Lagos        2 free │ Backend developer · Sync
       ○ Localization                 4 │   Björn Åkesson            Maintainer             Coding           Göteborg       full │ Lagos, Nigeria · UTC+1, 15:13 there
       ○ Support                      3 │   Dorothea Quandt          Style guide editor     Localization +1  Berlin       2 free │
       ○ Documentation                2 │   Ḵʼayáan X̱ʼunei                                  Community        Canada         away │ areas      Coding, Support
       ○ Community                    1 │   Nemo                                                                               – │ interests  reviews, testing
       ○ Design                       1 │   Rocío 🌵 Paz                                    Design           Valparaíso     open │ speaks     English, Yoruba
       LOCATION                      24 │   Wilhelmina Theodora Wi…                         Coding                             – │ groups     newcomers, rust
       ▸ Asia                         3 │   Zoltán Verőfény                                 Coding +2        Szeged       closed │ time       open · 2 of 3 places free · Tuesdays
       ▸ Europe                       3 │   ليلى المنصوري                                   Support          Aswan        1 free │
       ▸ Africa                       2 │   अनुराधा जोशी              Technical writer       Documentation    Nagpur         full │ What I can help with
       ▸ North America                1 │   თამარ ლომიძე                                    Localization     Kutaisi           – │
       ▸ South America                1 │   水野千尋                 翻訳者                 Coding +1        Matsue       4 free │ I keep the sync engine alive. Ask me about queues, retries and git bisect;
       GROUP                          3 │                                                                                        │ the guide [1] is a good start, and so are the old answers [2].
       ○ newcomers                    4 │                                                                                        │
       ○ alumni                       2 │                                                                                        │ • your first patch
       ○ rust                         2 │                                                                                        │ • tests that fail for the right reason
       TEAM                           4 │                                                                                        │   • flaky ones
       ○ Words                        3 │                                                                                        │   • slow ones
       ○ Help desk                    2 │                                                                                        │
       ○ Sync                         2 │                                                                                        │ How it goes
       ○ Shapes                       1 │                                                                                        │
       ▸ INTEREST                     3 │                                                                                        │  9. You write what you want to learn.
       ▸ LANGUAGE                     8 │                                                                                        │ 10. We read code together, in the editor that you like, for half an hour
       ▸ AVAILABILITY                 6 │                                                                                        │     and not longer.
       ▸ TITLE                        5 │                                                                                        │
       ▸ SOURCE                       1 │                                                                                        │ │ Nobody has ever asked a question that was too small for a good answer.
                                        │                                                                                        │
                                        │                                                                                        │   git bisect start
                                        │                                                                                        │     git bisect bad
                                        │                                                                                        │
                                        │                                                                                        │ Day      Time
                                        │                                                                                        │ ───────  ──────────────
                                        │                                                                                        │ Tuesday  18:00
                                        │                                                                                        │ Friday   by arrangement
                                        │                                                                                        │                                                                          ↓
       ↵ read  o open page  / search  tab panes  s sort  m mark  b bookmark  w map  : command  | pipe  ? keys  q quit
      """
    #expect(driver.screen == huge)
  }

  @Test func filtersAndExclusionAreChipsAndMarksInThePanes() throws {
    var driver = try Driver(120, 24)
    driver.press("Tab Space j j -")
    let filters = """
       mentoring  1 Directory  3 Sources                                                          Example community · offline
       / search                                                                                     3 of 12 mentors · by name
        area Coding ×   not area Support ×                                                                           X clears
       AREA                 6 │ MENTORS                   area                free │ Björn Åkesson
       ● Coding             3 │▌  Björn Åkesson           Coding              full │ Maintainer · Sync
       ○ Localization       3 │   Wilhelmina Theodora W…  Coding                 – │ Göteborg, Sweden · UTC+2, 16:13 there
       − Support            2 │   水野千尋                Coding +1         4 free │
       ○ Documentation      2 │                                                    │ areas      Coding
       ○ Community          1 │                                                    │ speaks     Swedish, English
       ○ Design             1 │                                                    │ groups     rust
       LOCATION            24 │                                                    │ time       full
       ▸ Asia               1 │                                                    │
       ▸ Europe             1 │                                                    │ Reviews of first patches, and how to ask
       ▸ Africa             0 │                                                    │ for one.
         2 more               │                                                    │
       GROUP                3 │                                                    │
       ○ rust               1 │                                                    │
       ○ alumni             0 │                                                    │
       ○ newcomers          0 │                                                    │
       TEAM                 4 │                                                    │
       ○ Sync               1 │                                                    │
       ○ Words              1 │                                                    │
         2 more               │                                                    │
       space choose  - exclude  / search  f find value  tab panes  s order  w map  : command  | pipe  ? keys  q quit
      """
    #expect(driver.screen == filters)
  }

  @Test func openTree() throws {
    var driver = try Driver(90, 24)
    driver.press("Tab Tab Right j Right j j Space")
    let tree = """
       mentoring  1 Directory  3 Sources                            Example community · offline
       / search                                                       1 of 12 mentors · by name
        location India ×                                                               X clears
       AREA                6 │ MENTORS                    area             place           free
       ○ Documentation     1 │▌  अनुराधा जोशी              Documentation    Nagpur          full
       ○ Coding            0 │
         4 more              │
       LOCATION           24 │
       ▾ Asia              3 │
         ▾ Georgia         1 │
           ○ Kutaisi       1 │
         ▸ ● India         1 │
         ▸ Japan           1 ├──────────────────────────────────────────────────────────────────
       ▸ Europe            3 │ अनुराधा जोशी
         3 more              │ Technical writer
       GROUP               3 │ Nagpur, India · UTC+5:30, 19:43 there
       ○ alumni            0 │
       ○ newcomers         0 │ areas      Documentation
       ○ rust              0 │ time       open · 0 of 2 places free
       TEAM                4 │
       ○ Help desk         0 │
       ○ Shapes            0 │
         2 more              │
       space choose  - exclude  / search  f find value  tab panes  s order  ? keys  q quit
      """
    #expect(driver.screen == tree)
  }

  @Test func facetsAsADrawer() throws {
    var driver = try Driver(60, 20)
    driver.press("Tab")
    let drawer = """
       1 Directory  3 Sources         Example community · offline
       / search                              12 mentors · by name

       AREA                                                     6
       ○ Coding                                                 5
       ○ Localization                                           4
       ○ Support                                                3
       ○ Documentation                                          2
       ○ Community                                              1
       ○ Design                                                 1
       LOCATION                                                24
       ▸ Asia                                                   3
       ▸ Europe                                                 3
         3 more
       GROUP                                                    3
       ○ newcomers                                              4
         2 more
       TEAM                                                     4
       ▸ INTEREST                                               3
       space choose  - exclude  / search  ? keys  q quit
      """
    #expect(driver.screen == drawer)
  }

  @Test func drawerOnASmallScreen() throws {
    var driver = try Driver(40, 12)
    driver.press("Tab Tab Tab")
    let smalldrawer = """
       1 Directory  3 Sources         offline
       / search          12 mentors · by name
       LOCATION                            24
       ▸ Asia                               3
       ▸ Europe                             3
         3 more
       GROUP                                3
       ○ newcomers                          4
       ○ alumni                             2
       ○ rust                               2
       TEAM                                 4
       space choose  ? keys  q quit
      """
    #expect(driver.screen == smalldrawer)
  }

  @Test func searchHighlightsWhatMatched() throws {
    var driver = try Driver(90, 14)
    driver.press("/")
    driver.type("co lo")
    let search = """
      {bar|bar: }{bar+bold|bar:mentoring}{bar|bar:  }{barActive+bold|bar:1 Directory}{bar|bar:  3 Sources                            Example community · offline }
       {accent+bold:/} {field:co lo}                                                     {text+bold:3 of 12 mentors}{dim: · best match }
       {heading+bold:AREA}                {dim:6 }{border:│} {accent+bold:MENTORS}                    {dim:area}             {dim:place}           {dim:free}
       {dim:○ }Coding            {count:3 }{border:│}{accent|selection:▌}{text|selection:  }{title|selection:Zoltán Verőfény}{text|selection:          }{match|selection:Co}{text|selection:ding}{dim|selection: +2}{text|selection:        Szeged        }{dim|selection:closed}{text|selection: }
       {dim:○ }Localization      {count:2 }{border:│}   {title:水野千尋}                 {match:Co}ding{dim: +1}        Matsue        {good:4 free}
       {dim:  4 more}              {border:│}   {title:Amara Okonjo-Bell}        {match:Co}ding{dim: +1}        Lagos         {good:2 free}
       {heading+bold:LOCATION}           {dim:24 }{border:│}
       {dim:▸ }Africa            {count:1 }{border:│}
       {dim:▸ }Asia              {count:1 }{border:│}
       {dim:  3 more}              {border:│}
       {heading+bold:GROUP}               {dim:3 }{border:│}
       {dim:○ }alumni            {count:1 }{border:│}
       {dim:  2 more}              {border:│}
       {key:↵}{dim: done}  {key:esc}{dim: leave}
      """
    #expect(driver.surface.marked == search)
  }
}
