import Glibc
import MentorDirectory
import Testing

/// The cache can be lost, damaged, locked up or killed at; the mentors come back from what was imported.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CacheTests {
  private func filled() throws -> Sandbox {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try box.write(Fixture.list, to: "b.json")
    try #require(try box.run("import", "a.csv").status == 0)
    try #require(try box.run("import", "b.json", "a.csv", "--name", "both").status == 0)
    return box
  }
  private static let everybody = ["Aroha Ngata", "Béla Szép", "Chidi Okeke", "Dalia Jonaitė"]

  @Test("A deleted cache is made anew, from the files or from the copies kept of them", arguments: [false, true])
  func deleted(filesGone: Bool) throws {
    let box = try filled()
    let before = try box.run("find", "--json").output
    box.shell("rm -r '\(box.full("home/cache"))'")
    if filesGone { box.shell("rm '\(box.full("a.csv"))' '\(box.full("b.json"))'") }
    let run = try box.run("find", "--json")
    #expect(run.status == 0)
    #expect(run.output == before)
    #expect(run.error.contains("“a” was read again: 3 mentors."), "\(run.error)")
    #expect(run.error.contains("“both” was read again: 4 mentors."), "\(run.error)")
    #expect(try box.run("find", "--json").error.isEmpty)
    let origin = try box.run("show", "chidi", "--json").json["provenance"]?["team"]?["detail"]?.string
    #expect(origin == "a.csv:4")
  }

  @Test("What is gone with its copy is told once, and does not stand in the way")
  func gone() throws {
    let box = try filled()
    box.shell("cd '\(box.path)'; rm -r home/cache home/data/mentoring/imports b.json")
    let run = try box.run("find", "--json")
    #expect(run.names == ["Aroha Ngata", "Béla Szép", "Chidi Okeke"])
    #expect(run.error.contains("\(box.full("b.json")). Import it anew."), "\(run.error)")
    #expect(try box.run("find", "--json").error.isEmpty)
  }

  @Test("A file that is no cache, or only the beginning of one, is put aside", arguments: [0, 100, 9000, 20_000])
  func corrupt(length: Int) throws {
    let box = try filled()
    let bytes = try #require(box.bytes(of: box.cache))
    try box.write(length == 0 ? Array("garbage".utf8) : Array(bytes.prefix(length)), to: box.cache)
    let run = try box.run("find", "--json")
    #expect(run.names == Self.everybody)
    #expect(run.error.contains("is damaged") && run.error.contains("put aside"), "\(run.error)")
    #expect(box.names(in: "home/cache/mentoring").contains { $0.contains("sqlite.corrupt-") })
  }

  @Test("Damage that shows only while reading is mended as well", arguments: [1, 2, 4, 7])
  func damagedPage(page: Int) throws {
    let box = try filled()
    var bytes = try #require(box.bytes(of: box.cache))
    for place in min(page * 8192, bytes.count)..<min((page + 3) * 8192, bytes.count) { bytes[place] = 0x5A }
    try box.write(bytes, to: box.cache)
    let shown = try box.run("show", "chidi", "--json")
    #expect(shown.status == 0, "\(shown.error)")
    #expect(shown.json["team"]?.string == "Harbour")
    #expect(try box.run("find", "--json").names == Self.everybody)
    let again = try box.run("import", "a.csv")
    #expect(again.status == 0, "\(again.error)")
    #expect(try box.run("find", "--json").names == Self.everybody)
  }

  @Test("A cache of a later version is put aside, not overwritten")
  func newer() throws {
    let box = try filled()
    var bytes = try #require(box.bytes(of: box.cache))
    // PRAGMA user_version: four bytes, the highest first (sqlite.org/fileformat2.html).
    bytes.replaceSubrange(60..<64, with: [0, 0, 1, 0])
    try box.write(bytes, to: box.cache)
    let run = try box.run("find", "--json")
    #expect(run.names == Self.everybody)
    #expect(run.error.contains("later version of mentoring (format 256"), "\(run.error)")
    let aside = try #require(box.names(in: "home/cache/mentoring").first { $0.contains("sqlite.newer-") })
    #expect(box.bytes(of: "home/cache/mentoring/\(aside)")?.count == bytes.count)
  }

  @Test("A broken registry does not keep the directory from being read, and stops an import with its place")
  func registry() throws {
    let box = try filled()
    try box.write("{\"version\": 1,\n \"sources\": [{]}", to: "home/data/mentoring/sources.json")
    let run = try box.run("find", "--json")
    #expect(run.names == Self.everybody)
    #expect(run.error.contains("sources.json:2:"), "\(run.error)")
    let imported = try box.run("import", "b.json")
    #expect(imported.status == 3)
    #expect(imported.error.contains("sources.json:2:"), "\(imported.error)")
    #expect(box.text(of: "home/data/mentoring/sources.json").contains("[{]"))
  }

  @Test("A cache that cannot be written is still read", .enabled(if: PlainUser.isAvailable))
  func readOnly() throws {
    let box = try filled()
    box.shell("chmod -R a+rX,a-w '\(box.full("home"))'")
    let run = try box.run("find", "--json", plainUser: true)
    #expect(run.names == Self.everybody, "\(run.error)")
    #expect(try box.run("show", "chidi", plainUser: true).status == 0)
    let imported = try box.run("import", "a.csv", plainUser: true)
    #expect(imported.status == 3)
    #expect(imported.error.contains("cannot be written. Nothing was changed."), "\(imported.error)")
    #expect(imported.error.contains("XDG_CACHE_HOME"))
  }

  @Test("Where no cache can be made, that is said", .enabled(if: PlainUser.isAvailable))
  func nowhere() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    box.shell("chmod 555 '\(box.full("home"))'")
    for command in [["find"], ["import", "a.csv"]] {
      let run =
        try command.count == 1
        ? box.run(command[0], plainUser: true) : box.run(command[0], command[1], plainUser: true)
      #expect(run.status == 3)
      #expect(run.error.contains("Check its permissions, or set XDG_CACHE_HOME"), "\(run.error)")
    }
    // A configuration that cannot be written is nobody's concern.
    box.shell("cd '\(box.full("home"))'; mkdir cache data config; chmod 777 cache data; chmod 555 config")
    #expect(try box.run("import", "a.csv", plainUser: true).status == 0)
  }

  @Test("A full disk changes nothing and says so", .enabled(if: getuid() == 0))
  func fullDisk() throws {
    let box = try Sandbox()
    // Where even root may mount nothing, there is no disk to fill.
    guard box.shell("mount -t tmpfs -o size=256k none '\(box.full("home"))'") == 0 else { return }
    defer { box.shell("umount '\(box.full("home"))'") }
    try box.write(Fixture.sheet, to: "a.csv")
    try box.write(Fixture.rows(1500), to: "big.csv")
    let run = try box.run("import", "big.csv")
    #expect(run.status == 3)
    #expect(run.error.contains("The disk is full") && run.error.contains("Make room"), "\(run.error)")
    #expect(try box.run("find").status != 0)
    box.shell("mount -o remount,size=64m '\(box.full("home"))'")
    #expect(try box.run("import", "a.csv").output.hasPrefix("3 new"))
    #expect(try box.run("find", "--json").json["total"]?.int == 3)
  }

  // MARK: - Processes

  @Test("Imports at the same time all succeed, and nobody is lost")
  func together() throws {
    let box = try Sandbox()
    try box.write(Fixture.rows(400), to: "big.csv")
    try box.write(Fixture.sheet, to: "a.csv")
    try box.write(Fixture.list, to: "b.json")
    try box.write(Fixture.yaml, to: "c.yaml")
    let running = try ["big.csv", "a.csv", "b.json", "c.yaml"].map { try box.start("import", $0) }
    for program in running {
      let run = program.wait()
      #expect(run.status == 0, "\(run.error)")
    }
    #expect(try box.run("find", "--json").json["total"]?.int == 406)
    box.shell("rm -r '\(box.full("home/cache"))'")
    #expect(try box.run("find", "--json").json["total"]?.int == 406)
  }

  @Test("An import that is killed leaves the directory as it was or as it should be", arguments: 0..<4)
  func killed(round: Int) throws {
    let box = try filled()
    try box.write(Fixture.rows(400), to: "big.csv")
    let running = try box.start("import", "big.csv")
    usleep(UInt32(150_000 + round * 200_000))
    kill(running.process, SIGKILL)
    _ = running.wait()
    let run = try box.run("find", "--json", "--limit", "1")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.isEmpty)
    #expect([4, 404].contains(run.json["total"]?.int))
    #expect(try box.run("import", "big.csv").status == 0)
    #expect(try box.run("find", "--json", "--limit", "1").json["total"]?.int == 404)
  }

  @Test("Ctrl-C and SIGTERM cancel: status 4, nothing changed", arguments: [SIGINT, SIGTERM])
  func cancelled(number: Int32) throws {
    let box = try filled()
    try box.write(Fixture.rows(20_000), to: "big.csv")
    let terminal = try box.terminal("import", "big.csv")
    // An optimised program may be done before it shows anything.
    guard terminal.read(until: "Ctrl-C cancels", within: .seconds(20)), terminal.exit == nil else { return }
    if number == SIGINT { terminal.send("\u{3}") } else { terminal.signal(number) }
    #expect(terminal.waitForExit()?.code == 4)
    #expect(terminal.text.hasSuffix("\u{1B}[Kmentoring: Cancelled; nothing was changed.\r\n"), "\(terminal.text)")
    #expect(try box.run("find", "--json").names == Self.everybody)
    #expect(!box.text(of: "home/data/mentoring/sources.json").contains("big"))
  }

  @Test("What was stored before a cancellation stays, and is told")
  func cancelledLater() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try box.write(Fixture.rows(20_000), to: "big.csv")
    let running = try box.start("import", "a.csv", "big.csv")
    for _ in 0..<2000 where !box.text(of: "home/data/mentoring/sources.json").contains("a.csv") { usleep(5000) }
    kill(running.process, SIGINT)
    let run = running.wait()
    #expect(run.status == 4)
    #expect(run.output.hasPrefix("3 new"))
    #expect(run.error.contains("What is listed above was stored"), "\(run.error)")
    #expect(try box.run("find", "--json").json["total"]?.int == 3)
  }

  @Test("A long import shows its progress on a terminal from the first second on, and ends in one clean line")
  func progress() throws {
    let box = try Sandbox()
    // Some seconds' work without optimisation.
    try box.write(Fixture.rows(4000), to: "big.csv")
    let begun = ContinuousClock.now
    let terminal = try box.terminal("import", "big.csv")
    #expect(terminal.waitForExit(within: .seconds(90))?.code == 0)
    if ContinuousClock.now - begun > .seconds(2) {
      #expect(terminal.text.contains(" of "))
      #expect(terminal.text.contains("Ctrl-C cancels"))
      #expect(terminal.text.contains("\u{1B}[K4000 new"))
    }
    #expect(terminal.text.hasSuffix("4000 new, 0 changed, 0 unchanged, 0 skipped  (big)\r\n"))
    let short = try box.terminal("find", "--limit", "1", "person")
    #expect(short.waitForExit(within: .seconds(30))?.code == 0)
    #expect(!short.output.contains(0x1B))
  }
}
