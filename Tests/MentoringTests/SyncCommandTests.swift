import Glibc
import LoopbackKit
import MentorDirectory
import PseudoTerminalKit
import Testing

/// `mentoring sync` from end to end: the built program against a server on this machine.
@Suite(.serialized, .timeLimit(.minutes(4))) struct SyncCommandTests {
  private func world(_ people: [String]) throws -> SyncWorld {
    let world = try SyncWorld()
    world.sheet(people)
    for name in people { world.page(name) }
    return world
  }
  private static let three = ["aroha", "bela", "chidi"]

  @Test("A sync tells what happens in lines of JSON, and brings the mentors with what their pages say")
  func lines() throws {
    let world = try world(Self.three)
    let box = try world.sandbox(["MENTORING_NOW": "2026-05-01T09:30:00Z"])
    _ = try box.addSheet()
    let run = try box.run("sync")
    #expect(run.status == 0, "\(run.error)")
    let events = Sandbox.events(run)
    #expect(events.first?["event"]?.string == "start" && events.first?["sources"] == .strings(["sheet"]))
    #expect(run.event("source")?["kind"]?.string == "sheet")
    #expect(run.event("progress")?["total"]?.int != nil)
    let done = run.event("source-done")
    #expect(done?["new"]?.int == 3 && done?["changed"]?.int == 0 && done?["failed"]?.int == 0, "\(run.output)")
    #expect(run.last["event"]?.string == "done" && run.last["state"]?.string == "done")
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Bela Example", "Chidi Example"])
    let aroha = try box.run("show", "aroha", "--json").json
    #expect(aroha["writeUp"]?.string?.contains("fonts and radios") == true)
    #expect(aroha["provenance"]?["writeUp"]?["source"]?.string == "sheet")
  }

  @Test("Without libcurl all that fetches nothing works, and what would fetch says what to install")
  func withoutLibrary() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    try box.makeDirectory("broken")
    // Found before the system's, and no library.
    try box.write("none", to: "broken/libcurl.so.4")
    #expect(try box.addSheet().status == 0)
    let broken = ["LD_LIBRARY_PATH": box.full("broken")]
    let run = try box.run("sync", with: broken)
    #expect(run.status == 3)
    #expect(run.error.contains("install libcurl 7.85 or newer"), "\(run.error)")
    #expect(try box.run("source", "list", with: broken).output.contains("install libcurl 7.85 or newer"))
    #expect(try box.run("find", "--json", with: broken).status == 1)
    #expect(try box.run("sync").status == 0)
  }

  @Test("A second sync asks for each page once, and changes nothing")
  func unchanged() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    #expect(try box.run("sync").status == 0)
    let asked = world.asked.count, index = box.bytes(of: "home/cache/mentoring/directory.index")
    let run = try box.run("sync")
    #expect(run.status == 0, "\(run.error)")
    let done = run.event("source-done")
    #expect(done?["new"]?.int == 0 && done?["changed"]?.int == 0 && done?["gone"]?.int == 0, "\(run.output)")
    #expect(world.asked.count == asked + 4)
    #expect(world.requests.suffix(4).allSatisfy { $0["if-none-match"] != nil || $0.path == "/robots.txt" })
    #expect(box.bytes(of: "home/cache/mentoring/directory.index") == index)
  }

  @Test("A page that changed is read again, and what it said before is kept")
  func changed() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    #expect(try box.run("sync").status == 0)
    world.page("bela", says: "harbours and cranes")
    world.sheet(["aroha", "bela", "esi"])
    world.page("esi")
    let run = try box.run("sync")
    let done = run.event("source-done")
    #expect(done?["new"]?.int == 1 && done?["changed"]?.int == 1 && done?["gone"]?.int == 1, "\(run.output)")
    #expect(try box.run("find", "harbours", "--json").names == ["Bela Example"])
    #expect(try box.run("find", "chidi").status == 1)
  }

  @Test("A source that fails stops no other, keeps its mentors, and is told with what to do")
  func failing() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    #expect(try box.run("source", "add", "http://dalia.example/mentoring", "--name", "dalia").status == 0)
    world.page("dalia")
    #expect(try box.run("sync").status == 0)
    world.set("lists.example/mentors.csv", nil)
    world.page("dalia", says: "weaving")
    let run = try box.run("sync")
    #expect(run.status == 3)
    #expect(run.error.contains("“sheet” failed. http://lists.example/mentors.csv: "), "\(run.error)")
    #expect(run.last["state"]?.string == "failed" && run.last["failedSources"] == .strings(["sheet"]))
    #expect(try box.run("find", "--json").json["total"]?.int == 4)
    #expect(try box.run("find", "weaving", "--json").names == ["Dalia Example"])
    #expect(try box.run("source", "list").output.contains("last sync failed: "))
  }

  @Test("Pages that give nothing are told, each with what to do, and stop nobody")
  func problems() throws {
    let world = try world(Self.three)
    world.set("bela.example/mentoring", nil)
    world.set("chidi.example/mentoring") { _ in .page("<html><body></body></html>") }
    let box = try world.sandbox()
    _ = try box.addSheet()
    let run = try box.run("sync")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.event("source-done")?["failed"]?.int == 2, "\(run.output)")
    let told = Sandbox.events(run).filter { $0["event"]?.string == "problem" }.compactMap { $0["problem"]?.string }
    #expect(told.contains { $0.contains("bela.example") && $0.contains("take the link out") }, "\(told)")
    #expect(told.contains { $0.contains("chidi.example") && $0.contains("few words") }, "\(told)")
    let list = try box.run("source", "list", "--problems")
    #expect(list.output.contains("2 problems") && list.output.contains("  - http://bela.example/mentoring: "))
  }

  @Test("A mentor whose page is gone is marked after days, and left out after a month")
  func gone() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    func sync(_ day: Int) throws -> Finished {
      let month = 5 + (day - 1) / 31, date = (day - 1) % 31 + 1
      return try box.run(
        "sync", with: ["MENTORING_NOW": "2026-0\(month)-\(date < 10 ? "0" : "")\(date)T09:30:00Z"])
    }
    #expect(try sync(1).status == 0)
    world.set("bela.example/mentoring", nil)
    for day in [2, 3, 4] { #expect(try sync(day).event("source-done")?["gone"]?.int == 0) }
    #expect(try sync(5).event("source-done")?["gone"]?.int == 1)
    let shown = try box.run("show", "bela", "--json").json
    #expect(shown["availability"]?["state"]?.string == "gone")
    #expect(shown["goneSince"]?.string == "2026-05-02T09:30:00Z")
    #expect(try box.run("show", "bela").output.contains("gone: the page is missing since 2026-05-02"))
    #expect(try box.run("find", "bela").output.contains("gone"))
    #expect(try box.run("find", "open:yes", "bela").status == 1)
    for day in stride(from: 12, through: 40, by: 7) { _ = try sync(day) }
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Chidi Example"])
    world.page("bela")
    #expect(try sync(45).status == 0)
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Bela Example", "Chidi Example"])
  }

  @Test("Only what is due is synced, and nothing that is off")
  func due() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    #expect(try box.run("source", "set", "sheet", "every", "12h").status == 0)
    func sync(_ time: String) throws -> Finished {
      try box.run("sync", "--due", with: ["MENTORING_NOW": "2026-05-\(time):00Z"])
    }
    #expect(try sync("01T09:00").event("source-done") != nil)
    let early = try sync("01T20:59")
    #expect(early.status == 0 && early.event("source-done") == nil, "\(early.error)")
    #expect(try sync("01T21:00").event("source-done") != nil)
    #expect(try sync("01T08:00").event("source-done") != nil, "the clock went back")
    #expect(try box.run("source", "set", "sheet", "enabled", "no").status == 0)
    #expect(try box.run("sync").status == 1)
    #expect(try box.run("sync", "sheet").status == 0)
  }

  @Test("One sync at a time: the second says who is at it")
  func together() throws {
    let world = try world(Self.three)
    world.set("bela.example/mentoring") { _ in .script([.stall]) }
    let box = try world.sandbox()
    _ = try box.addSheet()
    let first = try box.start("sync")
    for _ in 0..<1000 where !world.asked.contains("bela.example/mentoring") { usleep(10_000) }
    let second = try box.run("sync")
    #expect(second.status == 3)
    #expect(second.error.contains("Another sync is running here (process \(first.process), since "), "\(second.error)")
    kill(first.process, SIGTERM)
    #expect(first.wait().status == 4)
    world.page("bela")
    #expect(try box.run("sync").status == 0)
  }

  @Test("Ctrl-C ends a sync within a moment, keeps what was read, and the next one goes on")
  func cancelled() throws {
    let world = try world(Self.three)
    world.set("chidi.example/mentoring") { _ in .script([.stall]) }
    let box = try world.sandbox()
    _ = try box.addSheet()
    let terminal = try box.terminal("sync")
    #expect(terminal.read(until: "Ctrl-C cancels", within: .seconds(20)), "\(terminal.text)")
    for _ in 0..<1000 where !world.asked.contains("chidi.example/mentoring") { usleep(10_000) }
    // Steps are stored at least once a second.
    usleep(1_500_000)
    let pressed = ContinuousClock.now
    terminal.send("\u{3}")
    #expect(terminal.waitForExit()?.code == 4)
    #expect(ContinuousClock.now - pressed < .seconds(5))
    #expect(terminal.text.contains("Cancelled; what was read is kept."), "\(terminal.text)")
    let aroha = try box.run("show", "aroha", "--json").json
    #expect(aroha["writeUp"]?.string?.contains("fonts and radios") == true)
    #expect(try box.run("source", "list").output.contains("3 mentors"))
    world.page("chidi")
    let run = try box.run("sync")
    #expect(run.status == 0, "\(run.error)")
    #expect(try box.run("show", "chidi", "--json").json["writeUp"]?.string?.contains("fonts and radios") == true)
  }

  @Test("A sync that is killed at any moment loses and doubles nobody, and the next one completes", arguments: 1...8)
  func killed(seed: Int) throws {
    let people = (0..<60).map { "person\($0)" }
    let world = try world(people)
    let box = try world.sandbox()
    _ = try box.addSheet()
    // Half of them are there already, so that there is something to lose.
    world.sheet(Array(people.prefix(30)))
    #expect(try box.run("sync").status == 0)
    world.sheet(people)
    for name in people.prefix(10) { world.page(name, says: "other things, number \(seed)") }
    let running = try box.start("sync")
    var random = UInt32(seed) &* 2_654_435_761
    for _ in 0..<3 { random = random ^ random << 13 ^ random >> 17 ^ random << 5 }
    usleep(random % 700_000 + 20_000)
    kill(running.process, SIGKILL)
    _ = running.wait()
    let found = try box.run("find", "--json")
    #expect(found.status == 0, "\(found.error)")
    #expect([30, 60].contains(found.json["total"]?.int), "\(found.json["total"] ?? .null)")
    #expect(Set(found.names).count == found.names.count)
    let run = try box.run("sync")
    #expect(run.status == 0, "\(run.error)")
    let after = try box.run("find", "--json")
    #expect(after.json["total"]?.int == 60 && Set(after.names).count == 60)
    #expect(try box.run("find", "\"number \(seed)\"", "--json").json["total"]?.int == 10)
  }

  @Test("Screens that are open show what a sync brought, and keep cursor and filters")
  func followed() throws {
    let world = try world(Self.three)
    let box = try world.sandbox()
    _ = try box.addSheet()
    #expect(try box.run("sync").status == 0)
    let terminal = try box.terminal(columns: 120, rows: 40)
    #expect(terminal.read(until: "3 mentors", within: .seconds(20)), "\(terminal.text.suffix(3000))")
    world.sheet(Self.three + ["dalia"])
    world.page("dalia")
    let before = terminal.output.count
    #expect(try box.run("sync").status == 0)
    #expect(terminal.read(until: "Dalia Example", from: before, within: .seconds(20)), "\(terminal.text.suffix(3000))")
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
  }
}
