import Glibc
import PseudoTerminalKit
import Testing

/// The search index beside the cache: whatever stands in its place, the directory is the one that was imported.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SnapshotTests {
  private static let index = "home/cache/mentoring/directory.index"

  private func filled() throws -> Sandbox {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try #require(try box.run("import", "a.csv").status == 0)
    return box
  }

  @Test(
    "An index that cannot be used is made anew, and why is said once",
    arguments: [
      ("it ends too early", "ends too early"), ("it is empty", "ends too early"), ("it is text", "something else"),
      ("a byte is wrong", "is damaged"), ("a later program made it", "later version of mentoring (format 200)"),
      ("another machine made it", "another kind of machine"),
    ])
  func unusable(change: String, said: String) throws {
    let box = try filled()
    var bytes = try #require(box.bytes(of: Self.index))
    switch change {
    case "it ends too early": bytes.removeLast(100)
    case "it is empty": bytes = []
    case "it is text": bytes = Array(String(repeating: "no index\n", count: 1000).utf8)
    case "a byte is wrong": bytes[bytes.count / 2] ^= 0x10
    case "a later program made it": bytes[8] = 200
    default: bytes.replaceSubrange(0..<8, with: Array(bytes[0..<8].reversed()))
    }
    try box.write(bytes, to: Self.index)
    let run = try box.run("find", "--json")
    #expect(run.names == ["Aroha Ngata", "Béla Szép", "Chidi Okeke"])
    #expect(run.error.contains(said) && run.error.contains("It is made anew."), "\(run.error)")
    #expect(try box.run("find", "--json").error.isEmpty)
    #expect(try box.run("find", "--json").names == ["Aroha Ngata", "Béla Szép", "Chidi Okeke"])
  }

  @Test("The screens start with the index alone, and go over to what the cache says where that is newer")
  func olderIndex() throws {
    let box = try filled()
    let older = try #require(box.bytes(of: Self.index))
    try box.write(Fixture.list, to: "b.json")
    try #require(try box.run("import", "b.json").status == 0)
    try box.write(older, to: Self.index)
    let terminal = try box.terminal()
    #expect(terminal.read(until: "Chidi Okeke", within: .seconds(20)), "\(terminal.text.debugDescription)")
    #expect(terminal.read(until: "Dalia Jonait", within: .seconds(20)), "\(terminal.text.debugDescription)")
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("Damage that only a full reading shows is noticed behind the screens")
  func damageBehindTheScreens() throws {
    let box = try filled()
    var bytes = try #require(box.bytes(of: Self.index))
    let name = Array("Chidi Okeke".utf8)
    let place = try #require(
      (0..<(bytes.count - name.count)).first { bytes[$0..<($0 + name.count)].elementsEqual(name) })
    bytes.replaceSubrange(place..<(place + 5), with: "Xhidi".utf8)
    try box.write(bytes, to: Self.index)
    let terminal = try box.terminal()
    // The mended letter alone is drawn; painted anew, the name stands there whole.
    var isMended = false
    for _ in 0..<100 where !isMended {
      let before = terminal.output.count
      terminal.send("\u{C}")
      isMended = terminal.read(until: "Chidi Okeke", from: before, within: .milliseconds(200))
    }
    #expect(isMended, "\(terminal.text.debugDescription)")
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    #expect(terminal.text.contains("The search index is damaged. It is made anew."))
    #expect(try box.run("find", "--json").names == ["Aroha Ngata", "Béla Szép", "Chidi Okeke"])
  }
}
