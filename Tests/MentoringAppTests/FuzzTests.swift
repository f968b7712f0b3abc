import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct FuzzTests {
  @Test(arguments: 1...10)
  func nothingTrapsAndEveryRowIsFull(seed: Int) throws {
    let events = try Self.events(seed: UInt64(seed), count: 200)
    var driver = try Self.driver(seed), twin = try Self.driver(seed)
    for (number, event) in events.enumerated() {
      driver.send(event)
      twin.send(event)
      let surface = driver.surface
      #expect(surface.size == driver.state.size)
      for y in 0..<surface.height {
        var x = 0
        while x < surface.width { x += max(1, surface[x, y].width) }
        #expect(x == surface.width, "row \(y) after event \(number) of seed \(seed)")
      }
      if let cursor = surface.cursor {
        #expect(cursor.position.x < surface.width && cursor.position.y < surface.height)
      }
      #expect(driver.state.directory.cursor >= 0)
      #expect(driver.state.directory.cursor < max(1, driver.total))
      if number % 10 == 0 { #expect(twin.surface == surface) }
    }
    #expect(driver.effects == twin.effects)
    // Whatever was done, it can be remembered, and read again as it was.
    let memory = driver.state.memory
    #expect(ScreenMemory(json: memory.json) == memory)
    #expect(try Driver(memory: memory).state.memory == memory)
  }

  private static func driver(_ seed: Int) throws -> Driver {
    let earlier = EarlierWriteUp(
      WriteUp(Array(Fixture.writeUp.blocks.dropFirst(2))), until: Timestamp(seconds: 1_770_000_000))
    return try Driver(
      bookmarks: [Fixture.mentors[2].id, Fixture.mentors[7].id], previous: [Fixture.mentors[0].id: earlier],
      welcomes: seed.isMultiple(of: 2))
  }

  /// Lines of panes are dragged about while the window changes: every pane stays on the screen, every row is full.
  @Test(arguments: 1...5)
  func draggedDividersLeaveNoPaneWithoutRoom(seed: Int) throws {
    var random = Random(seed: UInt64(seed)), driver = try Driver()
    for _ in 0..<60 {
      let before = driver.surface
      let lines = (0..<before.width).filter { before[$0, min(12, before.height - 1)].text == "│" }
      let start = Point(lines.randomElement(using: &random) ?? 24, Int.random(in: 3...20, using: &random))
      driver.drag(
        from: start, to: Point(Int.random(in: -5...260, using: &random), Int.random(in: -5...60, using: &random)))
      driver.resize(Int.random(in: 40...250, using: &random), Int.random(in: 10...60, using: &random))
      driver.press(["Tab", "Escape", "<", ">", "j"].randomElement(using: &random) ?? "j")
      if driver.state.reader != nil { driver.press("q") }
      let surface = driver.surface
      let isDrawer = surface.width < 80 && driver.state.context == .facets
      #expect(isDrawer || surface.text.contains("MENTORS"))
      for y in 0..<surface.height {
        var x = 0
        while x < surface.width { x += max(1, surface[x, y].width) }
        #expect(x == surface.width)
      }
    }
  }

  /// A copy goes its own way: the state is a value.
  @Test func copiesDoNotDisturbEachOther() throws {
    var driver = try Driver()
    driver.press("Tab Space Right")
    let before = driver.screen
    var copy = driver
    copy.press("X / x y z")
    #expect(driver.screen == before)
    driver.press("j k")
    #expect(driver.screen == before)
  }

  private static func events(seed: UInt64, count: Int) throws -> [Event] {
    var random = Random(seed: seed)
    let keys = Set(
      CommandTable.commands.flatMap(\.keys) + ["1", "3", "9", "a", "e", "o", "C-w", "C-k", "M-b", "Delete"]
    )
    .subtracting(["Q", "q"]).sorted().compactMap { KeyEvent($0) }
    let indexes = [try Fixture.index(), try Fixture.index([]), try Fixture.index(Array(Fixture.mentors.suffix(5)))]
    return (0..<count).map { _ in
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        return .resize(
          Size(width: Int.random(in: 1...250, using: &random), height: Int.random(in: 1...70, using: &random)))
      case 1:
        return .resize(
          Size(width: Int.random(in: 1...60, using: &random), height: Int.random(in: 1...20, using: &random)))
      case 2: return .resize(Size(width: 100, height: 24))
      case 3: return .paste(random.text(scalars: 12))
      case 4:
        return .paste(
          ["area:coding", "loc:e", "\"", "-team:words all:area ", "near:lagos open:yes"].randomElement(using: &random)
            ?? "")
      case 5:
        let index = indexes[[0, 0, 0, 1, 2].randomElement(using: &random) ?? 0]
        return .directory(index, DirectoryStatus(label: "Fuzz", updated: Timestamp(seconds: 1_700_000_000)))
      case 17:
        return .exportTaken(ExportRequest(.csv, [Fixture.mentors[0].id], to: random.text(scalars: 8)))
      case 6: return .clock(Timestamp(seconds: Int64.random(in: 0...2_000_000_000, using: &random)))
      case 7: return .key(KeyEvent(.character("q")))
      case 18: return sourceEvent(&random)
      case 8...16: return .mouse(mouse(&random))
      default: return .key(keys.randomElement(using: &random) ?? KeyEvent(.enter))
      }
    }
  }

  /// What comes of commands about sources, in any order.
  private static func sourceEvent(_ random: inout Random) -> Event {
    let name = ["Sign-up sheet", "Phonebook", random.text(scalars: 9)].randomElement(using: &random) ?? ""
    let number = Int.random(in: -3...400, using: &random)
    let job = SourceJob.change(name, [.enabled(true), .every("1d")])
    let events: [Event] = [
      .sources(SourcesFixture.rows), .sources([]), .sources(Array(SourcesFixture.rows.suffix(2))),
      .sync(.started([name, "Team wiki"])), .sync(.source(name, kind: "sheet", address: name)),
      .sync(.progress(name, done: number, total: 300, current: random.text(scalars: 40))),
      .sync(.problem(name, SourceProblem(place: random.text(scalars: 30), reason: name, remedy: name))),
      .sync(.sourceDone(name, SourceCounts(new: number))), .sync(.done(SourceCounts(gone: 1))),
      .sync(.ended(.finished)), .sync(.ended(.cancelled)), .sync(.ended(.failed(name))),
      .tested(SourcePreview(source: name, lines: [name, name])), .jobDone(job, said: name),
      .jobFailed(job, why: random.text(scalars: 90)), .jobFailed(.add(SourceSettings(address: "")), why: name),
      .jobDone(.add(SourceSettings(address: "")), said: ""), .jobDone(.remove(name), said: name),
    ]
    return events.randomElement(using: &random) ?? .sources([])
  }

  private static func mouse(_ random: inout Random) -> MouseEvent {
    let actions: [MouseEvent.Action] = [
      .press(clicks: 1), .press(clicks: 1), .press(clicks: 2), .release, .drag, .wheelUp, .wheelDown,
    ]
    let point = Point(Int.random(in: -1...130, using: &random), Int.random(in: -1...40, using: &random))
    return MouseEvent(actions.randomElement(using: &random) ?? .release, at: point)
  }
}

/// SplitMix64: the same numbers on every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Letters, marks, joiners, controls, wide and right-to-left characters.
  mutating func text(scalars count: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x00...0x1F, 0x7F...0x17F, 0x300...0x36F, 0x5D0...0x6FF, 0x200B...0x200F, 0x3040...0x30FF,
      0x4E00...0x4EFF, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0xE0000...0xE007F,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
