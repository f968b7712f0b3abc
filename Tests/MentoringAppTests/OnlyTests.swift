import MentorDirectory
import MentoringApp
import Testing

@Suite struct OnlyTests {
  private func id(_ name: String) -> MentorID { MentorID("key:" + name.folded) }
  private var two: [MentorID] { [id("Zoltán Verőfény"), id("Dorothea Quandt")] }

  @Test func onlyTheBookmarkedWithAChipAndBack() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O")
    #expect(driver.total == 2)
    #expect(driver.rows[2].hasPrefix("  only bookmarked ×"))
    #expect(driver.rows[1].contains("2 of 12 mentors"))
    driver.press("O")
    #expect(driver.total == 12)
    driver.press("u")
    #expect(driver.total == 2)
    driver.press("u C-r x")
    #expect(driver.total == 12)
  }

  @Test func thenTheMarkedThenEverybody() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("m m m O")
    #expect(driver.total == 2)
    driver.press("O")
    #expect(driver.total == 3 && driver.screen.contains("only marked ×"))
    driver.press("O")
    #expect(driver.total == 12)
  }

  @Test func facetsCountAmongThemAndFiltersNarrowThem() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O Tab")
    #expect(driver.rows[4].hasPrefix(" ○ Localization       2"))
    driver.press("/")
    driver.type("team:words")
    driver.press("Enter")
    #expect(driver.total == 1 && driver.current == "Dorothea Quandt")
    driver.press("X")
    #expect(driver.total == 12)
  }

  @Test func nobodyAmongThemSaysWhatToDrop() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O /")
    driver.type("patch")
    driver.press("Enter")
    #expect(driver.total == 0)
    #expect(driver.screen.contains("without only bookmarked") && driver.screen.contains("without the words “patch”"))
  }

  @Test func aBookmarkThatIsLetGoStaysInSightUntilOneAsksAgain() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O b")
    #expect(driver.total == 2 && driver.rows[2].contains("only bookmarked"))
    driver.press("O O")
    #expect(driver.total == 1)
  }

  @Test func theyAreKnownByNameWhenTheDirectoryChanges() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O")
    try driver.replace(Fixture.mentors.filter { $0.name != "Dorothea Quandt" })
    #expect(driver.total == 1 && driver.current == "Zoltán Verőfény")
  }

  @Test func withNobodyOfTheKindItSaysHow() throws {
    var driver = try Driver()
    driver.press("O")
    #expect(driver.total == 12)
    #expect(driver.state.message?.text == "nobody is bookmarked or marked yet; b sets a bookmark, m marks")
    driver.press(":")
    driver.type("only marked")
    driver.press("Enter")
    #expect(driver.state.message?.text == "nobody is marked; m marks")
  }

  @Test func byClickAndOnTheCommandLine() throws {
    var driver = try Driver(bookmarks: two)
    driver.press(":")
    driver.type("only bookmarked")
    driver.press("Enter")
    #expect(driver.total == 2)
    driver.click(4, 2)
    #expect(driver.total == 12)
  }

  /// The view is a query, and no query names what is a person's own.
  @Test func aViewIsKeptWithoutIt() throws {
    var driver = try Driver(bookmarks: two)
    driver.press("O M")
    driver.type("Mine")
    driver.press("Enter")
    #expect(driver.asked == [.keepViews([SavedView(name: "Mine", query: Query(), sort: .match)])])
    #expect(driver.state.message?.text == "kept as “Mine”, without “only bookmarked”; ' lists the views")
  }
}
