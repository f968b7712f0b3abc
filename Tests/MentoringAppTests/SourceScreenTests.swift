import Foundation
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
    try driver.screen.write(toFile: "/tmp/golden/beside", atomically: true, encoding: .utf8)
  }

  @Test("On a classic terminal they stand below it")
  func below() throws {
    var driver = try Driver.sources(80, 24)
    driver.press("j")
    try driver.screen.write(toFile: "/tmp/golden/below", atomically: true, encoding: .utf8)
  }

  @Test("On a braille display there is one of them at a time: the list")
  func list() throws {
    let driver = try Driver.sources(40, 12)
    try driver.screen.write(toFile: "/tmp/golden/list", atomically: true, encoding: .utf8)
  }

  @Test("On a braille display there is one of them at a time: the details")
  func details() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("Tab")
    try driver.screen.write(toFile: "/tmp/golden/details", atomically: true, encoding: .utf8)
  }

  @Test("A sync shows how far it is, at what pace, and what went wrong")
  func running() throws {
    let driver = try Self.running(80, 24)
    try driver.screen.write(toFile: "/tmp/golden/running", atomically: true, encoding: .utf8)
  }

  @Test("A sync on a braille display")
  func runningSmall() throws {
    let driver = try Self.running(40, 12)
    try driver.screen.write(toFile: "/tmp/golden/runningSmall", atomically: true, encoding: .utf8)
  }

  @Test("Without sources it is said how to begin")
  func none() throws {
    let driver = try Driver.sources(80, 16, rows: [])
    try driver.screen.write(toFile: "/tmp/golden/none", atomically: true, encoding: .utf8)
  }

  @Test("Without sources on a braille display")
  func noneSmall() throws {
    let driver = try Driver.sources(40, 12, rows: [])
    try driver.screen.write(toFile: "/tmp/golden/noneSmall", atomically: true, encoding: .utf8)
  }

  @Test("The form for a new source, and the kind that its address looks like")
  func form() throws {
    var driver = try Driver.sources(80, 20)
    driver.press("a")
    driver.type("https://x.example/a.csv")
    driver.press("Tab")
    try driver.screen.write(toFile: "/tmp/golden/form", atomically: true, encoding: .utf8)
  }

  @Test("The form of a source on a braille display")
  func edit() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("j j e Tab Tab Tab")
    try driver.screen.write(toFile: "/tmp/golden/edit", atomically: true, encoding: .utf8)
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
    try driver.screen.write(toFile: "/tmp/golden/refused", atomically: true, encoding: .utf8)
  }

  @Test("A question is never cut where it asks")
  func removing() throws {
    var driver = try Driver.sources(40, 12)
    driver.press("D")
    try driver.screen.write(toFile: "/tmp/golden/removing", atomically: true, encoding: .utf8)
  }

  @Test func marked() throws {
    var driver = try Driver.sources(60, 12)
    driver.press("j")
    try driver.surface.marked.write(toFile: "/tmp/golden/marked", atomically: true, encoding: .utf8)
    let ascii = try Driver.sources(60, 12)
    try ascii.surface.asciiOnly().text.write(toFile: "/tmp/golden/ascii", atomically: true, encoding: .utf8)
  }
}
