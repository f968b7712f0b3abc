import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct ReaderTests {
  @Test func linksOpenByNumberAgainstThePage() throws {
    var driver = try Driver(100, 30)
    driver.press("Enter 1 Enter 2 o 3 Enter")
    #expect(
      driver.asked == [
        .open("https://okonjo.example/mentoring/guide.html"), .open("https://forum.example/t/7"),
        .open("https://okonjo.example/mentoring/index.html"),
      ])
    driver.press("4 Enter")
    #expect(driver.asked.count == 3)
    #expect(driver.state.message == Message("there is no link 4 on this page", .warning))
    driver.press("Enter")
    #expect(driver.state.message?.text.contains("3 Enter") == true)
  }

  @Test(arguments: [
    ("a.html", "https://p.example/x/y?z#w", "https://p.example/x/a.html"),
    ("/a", "https://p.example/x/y", "https://p.example/a"),
    ("//q.example/a", "http://p.example", "http://q.example/a"),
    ("../a", "https://p.example/x/y/z", "https://p.example/x/a"),
    ("../../../a?b=../c", "https://p.example/x/y/", "https://p.example/a?b=../c"),
    ("./", "https://p.example/x/y", "https://p.example/x/"),
    ("?b", "https://p.example/x/y?z", "https://p.example/x/y?b"),
    ("#b", "https://p.example/x/y?z#w", "https://p.example/x/y?z#b"),
    ("a:1/b", "https://p.example", "https://p.example/a:1/b"),
    ("mailto:ada@p.example", "https://p.example", "mailto:ada@p.example"),
    ("a", "", "a"), ("", "https://p.example/x", "https://p.example/x"),
  ])
  func relativeAddressesAreMadeWhole(address: String, page: String, whole: String) throws {
    var mentor = Mentor(id: MentorID("a"), name: "Ada Example")
    mentor.page = page
    mentor.writeUp = WriteUp([.paragraph([.link(address: address, [.text("link")])])])
    var driver = try Driver(mentors: [mentor])
    driver.press("Enter 1 Enter")
    #expect(driver.asked == [.open(whole)])
  }

  @Test func bracketsTurnPagesAndTheListGoesAlong() throws {
    var driver = try Driver()
    driver.press("Enter ] ]")
    #expect(driver.current == "Dorothea Quandt")
    #expect(driver.rows[0].hasPrefix(" Dorothea Quandt"))
    #expect(driver.rows[0].contains("3 of 12"))
    driver.press("[ [ [")
    #expect(driver.state.message?.text == "this is the first mentor of the list")
    driver.press("5 ]")
    #expect(driver.state.directory.cursor == 5)
    driver.press("q")
    #expect(driver.current == "Rocío 🌵 Paz")
  }

  @Test func backBringsBackEverythingExactly() throws {
    var driver = try Driver(120, 14)
    driver.press("Tab Space Right 4 j")
    let before = driver.screen
    for keys in ["Enter C-d j q", "Enter Escape", "Enter / a Enter n Escape Escape"] {
      driver.press(keys)
      #expect(driver.screen == before)
    }
  }

  @Test func scrollingStopsAtTheEnds() throws {
    var driver = try Driver(80, 20)
    driver.press("Enter")
    let start = driver.screen
    driver.press("k")
    #expect(driver.screen == start)
    driver.press("G")
    let end = driver.screen
    #expect(end.contains("unchanged since 2026-02-02") && end.contains("100 %"))
    driver.press("j C-f")
    #expect(driver.screen == end)
    driver.press("g")
    #expect(driver.screen == start)
    driver.press("Space C-b")
    #expect(driver.screen == start)
  }

  @Test func aLongerWindowLeavesNoGapBelowTheEnd() throws {
    var driver = try Driver(60, 14)
    driver.press("Enter G")
    driver.resize(60, 100)
    #expect(driver.state.reader?.scroll == 0)
  }

  @Test func searchGoesFromMatchToMatch() throws {
    var driver = try Driver(80, 16)
    driver.press("Enter /")
    driver.type("gnu")
    #expect(driver.rows.last?.contains("not on this page") == true)
    driver.press("C-u")
    driver.type("GUIDÉ")
    #expect(driver.rows.last?.contains("1 of 3") == true)
    driver.press("Enter")
    #expect(driver.surface.marked.contains("{match:guide}"))
    driver.press("n")
    #expect(driver.state.message?.text == "match 2 of 3")
    #expect(driver.screen.contains("See the guide"))
    driver.press("n n")
    #expect(driver.state.message?.text == "match 1 of 3")
    driver.press("N")
    #expect(driver.state.message?.text == "match 3 of 3")
    driver.press("Escape")
    #expect(!driver.surface.marked.contains("{match:"))
    #expect(driver.state.reader != nil)
  }

  @Test func matchesThatOverlapAreMarkedOnce() throws {
    var mentor = Mentor(id: MentorID("a"), name: "Banana Anana")
    mentor.writeUp = WriteUp([.paragraph([.text("aaaa ananas ß")])])
    var driver = try Driver(mentors: [mentor])
    for search in ["ana", "aa", "a", "ss", "s"] {
      driver.press("Enter /")
      driver.type(search)
      #expect(driver.surface.marked.contains("{match"))
      driver.press("Escape q")
    }
  }

  @Test func anEmptySearchIsNoSearch() throws {
    var driver = try Driver()
    driver.press("Enter / Enter Escape")
    #expect(driver.state.reader == nil)
  }

  @Test func wordsOfTheQueryAreMarkedInTheReader() throws {
    var driver = try Driver()
    driver.press("/")
    driver.type("retries")
    driver.press("Enter Enter")
    #expect(driver.surface.marked.contains("{match:retries}"))
  }

  @Test func theClockOfTheMentorsPlaceMovesOn() throws {
    var driver = try Driver()
    driver.press("Enter")
    #expect(driver.screen.contains("15:13 there"))
    driver.send(.clock(Timestamp(seconds: Fixture.now.seconds + 60)))
    #expect(driver.screen.contains("15:14 there"))
  }

  @Test func longAddressesAreWrappedNotCut() throws {
    var mentor = Mentor(id: MentorID("a"), name: "Ada Example")
    mentor.page = "https://long.example/" + String(repeating: "abcdefgh/", count: 20)
    var driver = try Driver(60, 24, mentors: [mentor])
    driver.press("Enter")
    let text = driver.rows.map { $0.drop { $0 == " " } }.joined()
    #expect(text.contains(String(repeating: "abcdefgh/", count: 20)))
    let lines = MentorText.lines(MentorDetails(mentor: mentor), width: 60, now: Fixture.now)
    #expect(lines.count { $0.link == mentor.page } == 4)
  }
}
