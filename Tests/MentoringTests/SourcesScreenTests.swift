import Glibc
import LoopbackKit
import MentorDirectory
import PseudoTerminalKit
import Testing

/// The Sources screen of the built program, on a pseudo terminal, against a server on this machine.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SourcesScreenTests {
  private static let people = ["aroha", "bela", "chidi"]

  private func world() throws -> SyncWorld {
    let world = try SyncWorld()
    world.sheet(Self.people)
    for name in Self.people { world.page(name) }
    return world
  }

  /// Sends keys and waits for a text in what is drawn from then on.
  private func press(_ keys: String, _ terminal: PseudoTerminal, shows text: String) {
    let before = terminal.output.count
    terminal.send(keys)
    #expect(
      terminal.read(until: text, from: before, within: .seconds(20)),
      "\(keys.debugDescription) shows \(text): \(String(decoding: terminal.output[before...], as: UTF8.self))")
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.send("Q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("From nothing to mentors: a, an address, Enter, r; and the list behind it follows by itself")
  func fromNothing() throws {
    let world = try world()
    let box = try world.sandbox()
    let terminal = try box.terminal(columns: 120, rows: 36)
    #expect(terminal.read(until: "adds a source", within: .seconds(20)))
    press("a", terminal, shows: "Add a source")
    press("http://lists.example/mentors.csv\t", terminal, shows: "looks like")
    press("\r", terminal, shows: "was added as sheet")
    press("r", terminal, shows: "3 new")
    press("\u{1B}1", terminal, shows: "Aroha")
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Bela Example", "Chidi Example"])
    quit(terminal)
  }

  @Test("What a source would bring, off and on, and removing after a y")
  func keys() throws {
    let world = try world()
    let box = try world.sandbox()
    #expect(try box.addSheet().status == 0)
    let terminal = try box.terminal(columns: 120, rows: 36)
    #expect(terminal.read(until: "3 Sources", within: .seconds(20)))
    press("3\r", terminal, shows: "never synced")
    press("t", terminal, shows: "WOULD COME")
    #expect(try box.run("find").status == 1, "nothing was kept")
    press(" ", terminal, shows: "enabled is no")
    #expect(try box.run("source", "list", "--json").json["sources"]?.array?.first?["enabled"] == .bool(false))
    press(" ", terminal, shows: "enabled is yes")
    press("D", terminal, shows: "y removes")
    press("n", terminal, shows: "add")
    #expect(try box.run("source", "list").status == 0)
    press("Dy", terminal, shows: "There are no sources yet")
    quit(terminal)
  }

  @Test("Why a source cannot be added stands in the form")
  func refused() throws {
    let box = try Sandbox()
    let terminal = try box.terminal(columns: 100, rows: 30)
    #expect(terminal.read(until: "adds a source", within: .seconds(20)))
    press("a", terminal, shows: "Add a source")
    press("ftp://lists.example/\r", terminal, shows: "neither")
    press("\u{1B}", terminal, shows: "There are no sources yet")
    quit(terminal)
  }

  @Test(
    "A sync that is stopped, or whose screens are left, leaves no process behind and loses nothing",
    arguments: [true, false])
  func stopped(byKey: Bool) throws {
    let world = try world()
    world.set("chidi.example/mentoring") { _ in
      sleep(8)
      return .status(503)
    }
    let box = try world.sandbox()
    #expect(try box.addSheet().status == 0)
    let terminal = try box.terminal(columns: 120, rows: 36)
    #expect(terminal.read(until: "3 Sources", within: .seconds(20)))
    press("3\r", terminal, shows: "never synced")
    press("R", terminal, shows: "syncing")
    for _ in 0..<400 where !world.asked.contains("chidi.example/mentoring") {
      terminal.readUntilQuiet(for: .milliseconds(50), within: .milliseconds(200))
    }
    let children = children(of: terminal.process)
    #expect(children.count == 1)
    if byKey { press("c", terminal, shows: "goes on where it was") }
    quit(terminal)
    for child in children { #expect(kill(child, 0) != 0, "the sync goes on") }
    #expect(try box.run("find").status < 3)
  }

  @Test("The sample's sources are shown, and nothing is fetched or written")
  func sample() throws {
    let box = try Sandbox()
    let terminal = try box.terminal("--demo", columns: 120, rows: 36)
    #expect(terminal.read(until: "Sample community", within: .seconds(20)))
    press("\u{1B}3", terminal, shows: "sign-up sheet")
    press("R", terminal, shows: "the sample community is offline")
    quit(terminal)
    #expect(box.names(in: "home").isEmpty)
  }

  private func children(of process: Int32) -> [Int32] {
    guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return [] }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: " ").compactMap { Int32($0) }
  }
}
