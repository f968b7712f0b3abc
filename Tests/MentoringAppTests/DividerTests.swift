import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct DividerTests {
  /// Columns of the vertical lines on a row.
  private func lines(_ driver: Driver, row: Int = 10) -> [Int] {
    let surface = driver.surface
    return (0..<surface.width).filter { surface[$0, row].text == "│" }
  }

  @Test func aLineFollowsTheMouse() throws {
    var driver = try Driver(120, 30)
    #expect(lines(driver) == [24, 77])
    driver.drag(from: Point(24, 10), to: Point(30, 10))
    #expect(lines(driver) == [30, 77])
    driver.drag(from: Point(77, 5), to: Point(70, 20))
    #expect(lines(driver) == [30, 70])
    #expect(driver.query.isEmpty && driver.state.reader == nil)
  }

  @Test func theLineBelowTheListFollowsToo() throws {
    var driver = try Driver(90, 30)
    let row = try #require(driver.row(of: "├"))
    driver.drag(from: Point(40, row), to: Point(60, row + 4))
    #expect(driver.row(of: "├") == row + 4)
    driver.drag(from: Point(40, row + 4), to: Point(60, 0))
    #expect(driver.row(of: "├") == 7)
  }

  @Test func proportionsSurviveAResize() throws {
    var driver = try Driver(120, 30)
    driver.drag(from: Point(24, 10), to: Point(40, 10))
    driver.resize(240, 30)
    #expect(lines(driver).first == 80)
    driver.resize(60, 20)
    driver.resize(120, 30)
    #expect(lines(driver).first == 40)
  }

  @Test func everyPaneKeepsSomeRoom() throws {
    var driver = try Driver(120, 30)
    driver.drag(from: Point(24, 10), to: Point(-3, 10))
    #expect(lines(driver).first == 16)
    driver.drag(from: Point(16, 10), to: Point(300, 10))
    #expect(driver.screen.contains("MENTORS") && driver.screen.contains("Okonjo"))
    for width in stride(from: 80, through: 130, by: 5) {
      driver.resize(width, 24)
      #expect(driver.screen.contains("MENTORS"), "\(width)")
    }
  }

  @Test func aDoubleClickPutsALineBack() throws {
    var driver = try Driver(120, 30)
    let before = driver.screen
    driver.drag(from: Point(24, 10), to: Point(30, 10))
    driver.click(30, 10)
    driver.click(30, 10, clicks: 2)
    #expect(driver.screen == before)
  }

  @Test func draggingBeginsOnALineAlone() throws {
    var driver = try Driver(120, 30)
    driver.drag(from: Point(50, 10), to: Point(60, 10))
    driver.send(.mouse(MouseEvent(.drag, at: Point(60, 10))))
    #expect(lines(driver) == [24, 77])
  }

  @Test func keysMoveTheLinesToo() throws {
    var driver = try Driver(120, 30)
    driver.press("> >")
    #expect(lines(driver) == [24, 81])
    driver.press("3 <")
    #expect(lines(driver) == [24, 75])
    driver.press("Tab >")
    #expect(lines(driver).first == 26)
    driver.resize(60, 20)
    driver.press("Escape >")
    #expect(driver.state.message?.text == "there is one pane at this width")
  }
}
