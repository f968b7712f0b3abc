import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct SavedViewTests {
  private static let views = [
    SavedView(name: "Rust people", query: Query("group:rust"), sort: .location),
    SavedView(name: "Words in Berlin", query: Query("guide team:Words"), sort: .match),
    SavedView(name: "Everybody, fairly", query: Query(), sort: .fair),
  ]

  @Test func aViewIsNamedAtTheFootAndKept() throws {
    var driver = try Driver(80, 24)
    driver.press("Tab Space Escape s j Enter M")
    #expect(driver.rows.last?.hasPrefix(" name of the view") == true)
    driver.type("Coderss")
    driver.press("Backspace")
    #expect(driver.rows.last?.contains("Coders") == true)
    driver.press("Enter")
    #expect(driver.asked == [.keepViews([SavedView(name: "Coders", query: Query("area:Coding"), sort: .title)])])
    #expect(driver.state.message?.text.contains("Coders") == true)
    #expect(driver.state.context == .results)
  }

  @Test func anEmptyNameOrEscapeKeepsNothing() throws {
    var driver = try Driver()
    driver.press("M Enter M")
    driver.type("x")
    driver.press("Escape M Space Space Enter")
    #expect(driver.asked.isEmpty)
    #expect(driver.state.context == .results)
  }

  @Test func aKnownNameIsGivenTheNewQuestion() throws {
    var driver = try Driver(views: Self.views)
    driver.press("M")
    driver.type("RUST people")
    driver.press("Enter")
    #expect(driver.state.views.count == 3)
    #expect(driver.state.views[0] == SavedView(name: "RUST people", query: Query(), sort: .match))
  }

  @Test func choosingRestoresQueryAndOrderAndIsUndone() throws {
    var driver = try Driver(views: Self.views)
    driver.press("Tab Space ' Enter")
    #expect(driver.query == "group:rust")
    #expect(driver.state.directory.sort == .location)
    #expect(driver.total == 2)
    driver.press("' 2")
    #expect(driver.query == "guide team:Words")
    #expect(driver.state.directory.field.text == "guide")
    driver.press("u u")
    #expect(driver.query == "area:Coding")
    #expect(driver.state.directory.sort == .match)
    driver.press("C-r")
    #expect(driver.query == "group:rust")
    #expect(driver.state.directory.sort == .location)
  }

  @Test func theListIsNarrowedAsOneTypes() throws {
    var driver = try Driver(views: Self.views)
    driver.press("' /")
    driver.type("berl")
    #expect(driver.state.context == .field)
    #expect(!driver.screen.contains("Rust people"))
    driver.press("Enter")
    #expect(driver.query == "guide team:Words")
    driver.press("' /")
    driver.type("zzz")
    #expect(driver.screen.contains("nothing is called that"))
    driver.press("Enter Escape Escape")
    #expect(driver.state.overlay == nil)
  }

  @Test func deletingAsksFirst() throws {
    var driver = try Driver(views: Self.views)
    driver.press("' j d")
    #expect(driver.state.message?.text == "delete “Words in Berlin”? y deletes, any other key keeps it")
    driver.press("n")
    #expect(driver.state.views.count == 3)
    driver.press("d y")
    #expect(driver.asked == [.keepViews([Self.views[0], Self.views[2]])])
    driver.press("d y d y")
    #expect(driver.state.views.isEmpty)
    #expect(driver.state.overlay == nil)
    driver.press("'")
    #expect(driver.state.message?.text == "there are no views yet; M keeps what is asked now under a name")
  }

  @Test func aClickChoosesAndOneBesideCloses() throws {
    var driver = try Driver(80, 24, views: Self.views)
    driver.press("'")
    driver.click(40, try #require(driver.row(of: "Everybody")))
    #expect(driver.state.directory.sort == .fair)
    driver.press("'")
    driver.click(0, 0)
    #expect(driver.state.overlay == nil)
  }

  @Test func theListOfViews() throws {
    var driver = try Driver(80, 12, views: Self.views)
    driver.press("' j")
    let views = """
       mentoring  1 Directory  3 Sources                  Example community · offline
       / search                                                  12 mentors · by name
       AREA                6 │ MENTORS                      area                 free
       ○ Coding┌─ Views ────────────────────────────────────────────────────┐  2 free
       ○ Locali│  1 Rust people        group:rust · by location             │    full
         4 more│▌ 2 Words in Berlin    guide team:Words · best match        │  2 free
       LOCATION│  3 Everybody, fairly  everybody · fair order of the day    │    away
       ▸ Asia  └────────────────────────────────────────────────────────────┘       –
       ▸ Europe            3 │   Rocío 🌵 Paz               Design               open
         3 more              │   Wilhelmina Theodora Wilh…  Coding                  –
       GROUP               3 │   Zoltán Verőfény            Coding +2          closed
       ↵ choose  / narrow  d delete  esc close
      """
    #expect(driver.screen == views)
  }
}
