import MentorDirectory
import Testing

/// `mentoring config` and `mentoring config check`.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ConfigCommandTests {
  private static let name = "home/config/mentoring/config.toml"

  private func box(_ text: String? = nil) throws -> Sandbox {
    let box = try Sandbox()
    if let text {
      try box.makeDirectory("home/config")
      try box.makeDirectory("home/config/mentoring")
      try box.write(text, to: Self.name)
    }
    return box
  }

  @Test("Without a file every setting is listed with its default, and what is printed is itself a file that says that")
  func defaults() throws {
    let box = try box()
    let run = try box.run("config")
    #expect(run.status == 0 && run.error.isEmpty)
    for line in ["[look]", "theme = \"auto\" ", "[keys]", "down = [\"j\", \"Down\", \"C-n\"] ", "[keys.field]"] {
      #expect(run.lines.contains { $0.hasPrefix(line) }, "\(line)")
    }
    #expect(!run.output.contains("# line"))
    #expect(box.names(in: "home").isEmpty)
    let again = try self.box(run.output)
    #expect(try again.run("config", "check").status == 0)
    let values = try again.run("config", "--json").json["settings"]?.array ?? []
    #expect(values.contains { $0["origin"]?.string == "file" })
    #expect(values.allSatisfy { $0["value"] == $0["default"] })
  }

  @Test("What is set is shown with the line that sets it")
  func origins() throws {
    let box = try box("[look]\nmouse = false\n\n[keys]\npage-down = \"C-v\"\nundo = []\n")
    let lines = try box.run("config").lines
    func line(_ beginning: String) -> String { lines.first { $0.hasPrefix(beginning) } ?? "" }
    #expect(line("mouse = false ").contains("# line 2: "))
    #expect(line("page-down = \"C-v\" ").contains("# line 5: "))
    #expect(line("undo = [] ").contains("# line 6: "))
    #expect(lines.filter { $0.hasPrefix("page-down") }.count == 1, "those of one place follow")
    let json = try box.run("config", "--json").json["settings"]?.array ?? []
    let mouse = try #require(json.first { $0["key"]?.string == "look.mouse" })
    #expect(mouse["line"]?.int == 2 && mouse["value"]?.bool == false && mouse["default"]?.bool == true)
  }

  @Test("The check names everything that is wrong with file, line and column, and is status 3")
  func check() throws {
    let box = try box(
      """
      [look]
      theme = "drak"
      [keys]
      dwon = "j"
      mark = ["t", "Ctrl-t"]
      sort = "t"
      toggle = "x"
        up = "3"
      [keys.field]
      down = "n"

      """)
    let run = try box.run("config", "check")
    #expect(run.status == 3 && run.error.isEmpty)
    let path = box.full(Self.name)
    let found = run.lines.map { String($0.dropFirst(path.count)) }
    let expected = [
      ":2:1: “drak” is nothing for “look.theme”; it takes one of",
      ":4:1: There is no setting “keys.dwon”; did you mean “keys.down”?",
      ":5:1: “Ctrl-t” is no key.", ":6:1: “t” is already “mark” in the list of mentors (line 5)",
      ":7:1: Note: “x” is now “toggle”, no longer “drop”.", ":8:3: “3” begins a count",
      ":10:1: “n” is text while typing",
    ]
    #expect(found.count == expected.count, "\(found)")
    for (line, beginning) in zip(found, expected) { #expect(line.hasPrefix(beginning), "\(line)") }
    let list = try box.run("config")
    #expect(list.status == 0 && list.error.contains("keys.dwon") && !list.error.contains("Note"))
  }

  @Test("Notes alone, and no file, are fine; a text that is no TOML, a missing file and a folder are not")
  func verdicts() throws {
    #expect(try box("[keys]\ntoggle = \"x\"\n").run("config", "check").status == 0)
    #expect(try box().run("config", "check").status == 0)
    let broken = try box("[look\n").run("config", "check")
    #expect(broken.status == 3 && broken.output.contains(":1:6: The closing “]” of the heading is missing."))
    let box = try box()
    let missing = try box.run("config", "check", "other.toml")
    #expect(missing.status == 3 && missing.error.contains("other.toml"))
    #expect(try box.run("config", "check", ".").status == 3)
    try box.write("[keys]\n", to: "other.toml")
    #expect(try box.run("config", "check", "other.toml").status == 0)
  }

  @Test("Nothing but the screens minds a file that is wrong")
  func elsewhere() throws {
    let box = try box("[look\n")
    try box.write(Fixture.sheet, to: "a.csv")
    #expect(try box.run("import", "a.csv").status == 0)
    let run = try box.run("find")
    #expect(run.status == 0 && run.error.isEmpty)
  }
}
