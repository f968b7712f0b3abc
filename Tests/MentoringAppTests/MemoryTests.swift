import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct MemoryTests {
  @Test func whatWasArrangedAndTypedComesBack() throws {
    var driver = try Driver(120, 30)
    driver.press("C 2 Escape Tab Tab Tab + s Tab z Escape")
    driver.drag(from: Point(24, 10), to: Point(31, 10))
    driver.press("/")
    driver.type("patch")
    driver.press("Enter X :")
    driver.type("sort fair")
    driver.press("Enter |")
    driver.type("wc -l")
    driver.press("Enter")
    let memory = driver.state.memory
    #expect(memory.searches == ["patch"] && memory.commands == ["sort fair"] && memory.pipes == ["wc -l"])

    let read = try #require(ScreenMemory(json: memory.json))
    #expect(read == memory)
    var later = try Driver(120, 30, memory: read)
    #expect(later.state.memory == memory)
    #expect(later.rows[3].contains("MENTORS") && later.rows[3].contains("title"))
    #expect(later.row(of: "▸ TEAM") != nil)
    #expect(later.surface[31, 10].text == "│")
    later.press("/ Up")
    #expect(later.query == "patch")
    later.press("Escape : C-p")
    #expect(later.rows.last?.hasPrefix(" : sort fair") == true)
  }

  @Test func whatCannotBeUnderstoodIsLeftOut() throws {
    let text = """
      {"version": 1, "columns": ["area", "shoe size"], "facets": [{"facet": "team", "open": false, "growth": 1e9},
       {"facet": "hats", "open": true}, 7], "dividers": {"facets": -4, "preview": 70000, "x": 1},
       "searches": ["a\\nb", "", 4, "\\u001b[2Jc"], "commands": "none"}
      """
    let value = JSONReader.read(text.replacing("\\\\", with: "\\")).value
    let memory = try #require(value?.object.flatMap(ScreenMemory.init(json:)))
    #expect(memory.columns == [.area])
    #expect(memory.panes.keys.map(\.rawValue) == ["team"])
    #expect(memory.dividers[.facets] == 0 && memory.dividers[.preview] == 1_000)
    #expect(memory.searches == ["a b", "c"] && memory.commands.isEmpty)
    let driver = try Driver(120, 30, memory: memory)
    #expect(driver.screen.contains("MENTORS"))
    #expect(ScreenMemory(json: ["version": .int(2)]) == nil)
  }

  @Test func linesOfAnotherRunAreKept() {
    var mine = ScreenMemory(), theirs = ScreenMemory()
    mine.searches = ["b", "c"]
    theirs.searches = ["a", "b"]
    mine.add(linesOf: theirs)
    #expect(mine.searches == ["a", "b", "c"])
  }

  @Test func historiesAreBounded() throws {
    var memory = ScreenMemory()
    memory.searches = (0..<5_000).map { "search \($0)" }
    memory.commands = memory.searches
    let read = try #require(ScreenMemory(json: memory.json))
    #expect(read.searches.count == 200 && read.searches.last == "search 4999")
    #expect(try Driver(memory: memory).state.memory.commands.count == 200)
  }
}
