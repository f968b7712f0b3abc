import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct BookmarkTests {
  private func id(_ name: String) -> MentorID { MentorID("key:" + name.folded) }

  @Test func aBookmarkIsSetLetGoAndKept() throws {
    var driver = try Driver()
    driver.press("b")
    #expect(driver.asked == [.keepBookmarks([id("Amara Okonjo-Bell")])])
    #expect(driver.rows.contains { $0.contains("│▌★ Amara Okonjo-Bell") })
    driver.press("j")
    #expect(driver.rows.contains { $0.contains("│ ★ Amara Okonjo-Bell") })
    driver.press("k b")
    #expect(driver.asked.last == .keepBookmarks([]))
    #expect(!driver.screen.contains("★ Amara"))
  }

  @Test func theStarIsSeenInPreviewAndReader() throws {
    var driver = try Driver(120, 30, bookmarks: [id("Amara Okonjo-Bell")])
    #expect(driver.rows[3].hasSuffix("★"))
    driver.press("Enter")
    #expect(driver.rows[0].contains("★ 1 of 12"))
    driver.press("b")
    #expect(!driver.rows[0].contains("★"))
  }

  @Test func aMarkedBookmarkShowsBoth() throws {
    var driver = try Driver(bookmarks: [id("Amara Okonjo-Bell")])
    driver.press("m")
    #expect(driver.screen.contains("*★Amara"))
  }

  @Test func theListOfBookmarksGoesToTheMentor() throws {
    var driver = try Driver(bookmarks: [id("Zoltán Verőfény"), id("Dorothea Quandt")])
    driver.press("B 2")
    #expect(driver.current == "Dorothea Quandt")
    driver.press("Tab Space B Enter")
    #expect(driver.current == "Zoltán Verőfény")
    #expect(driver.query == "area:Coding")
    driver.press("B 2")
    #expect(driver.current == "Dorothea Quandt")
    #expect(driver.query.isEmpty)
    #expect(driver.state.message?.text == "the filters were let go to show Dorothea Quandt; u brings them back")
    driver.press("u")
    #expect(driver.query == "area:Coding")
  }

  @Test func aBookmarkOfSomebodyWhoIsGoneStaysUntilItIsDeleted() throws {
    var driver = try Driver(bookmarks: [MentorID("key:nobody")])
    driver.press("B")
    #expect(driver.screen.contains("no longer in the directory"))
    driver.press("Enter")
    #expect(driver.state.message?.kind == .warning)
    driver.press("B d y")
    #expect(driver.asked == [.keepBookmarks([])])
  }
}
