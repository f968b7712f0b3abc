import MentorDirectory
import Testing

/// How the program is called, and what it says when it is called wrongly.
@Suite(.serialized, .timeLimit(.minutes(2))) struct UsageTests {
  @Test(
    "A wrong call is status 2, with a sentence that names the right one, and nothing on standard output",
    arguments: [
      (["bogus"], "there is no command “bogus”"), (["bogus"], "mentoring find bogus"), (["--bogus"], "--bogus"),
      (["find", "--bogus"], "there is no option --bogus"), (["find", "--limit", "0"], "from 1 on"),
      (["find", "--limit", "many"], "many"), (["find", "--sort", "size"], "availability"),
      (["find", "--json", "--tsv"], "exclude each other"), (["facets", "--facet", "shoe"], "location"),
      (["facets", "--nope"], "there is no option --nope"), (["show"], "mentor"), (["open"], "mentor"),
      (["show", "--json", "--html", "x"], "exclude each other"), (["import"], "files"),
      (["import", "--as", "film", "x"], "sheet"), (["import", "--map", "name", "x"], "FIELD=COLUMN"),
      (["import", "--map", "shoe=Size", "x"], "interests"), (["import", "--name", " ", "x"], "--name"),
      (["--theme", "pink"], "dark"),
    ])
  func wrong(arguments: [String], expected: String) throws {
    let box = try Sandbox()
    let run = try box.call(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("mentoring: "), "\(run.error)")
    #expect(run.error.contains(expected), "\(run.error)")
    #expect(box.names(in: "home").isEmpty)
  }

  @Test(
    "Help has examples, for every command that takes more than it says",
    arguments: ["", "find", "facets", "show", "import"])
  func help(command: String) throws {
    let run = try Sandbox().call(command.isEmpty ? ["--help"] : [command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Example"))
    #expect(run.output.contains("  mentoring \(command)"))
    #expect(run.lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") }, "\(run.output)")
  }

  @Test("The version is a number, alone")
  func version() throws {
    let run = try Sandbox().run("--version")
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(
    "The sample community reads and writes nothing of the user's",
    arguments: [
      ["find", "--demo"], ["--demo", "find", "rust"], ["facets", "--demo", "--json"], ["show", "--demo", "chidinma"],
      ["--demo"], ["open", "--demo", "chidinma"],
    ])
  func demo(arguments: [String]) throws {
    let box = try Sandbox()
    let run = try box.call(arguments)
    #expect(run.status == 0, "\(run.error)")
    #expect(!run.output.isEmpty)
    #expect(box.names(in: "home").isEmpty)
  }

  @Test("The sample community needs no home at all")
  func homeless() throws {
    let box = try Sandbox(["HOME": "", "XDG_CACHE_HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""])
    #expect(try box.run("find", "--demo").status == 0)
    let own = try box.run("find")
    #expect(own.status == 3)
    #expect(own.error.contains("Set HOME"))
  }

  @Test(
    "Without a terminal, and on one that cannot place a cursor, everybody is listed",
    arguments: ["pipe", "dumb", "unknown", ""])
  func plain(term: String) throws {
    let box = try Sandbox()
    let listed = try box.run("find", "--demo").output
    if term == "pipe" {
      #expect(try box.run("--demo").output == listed)
      return
    }
    let terminal = try box.terminal("--demo", with: ["TERM": term], columns: 119)
    #expect(terminal.waitForExit()?.code == 0)
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.text.replacing("\r\n", with: "\n") == listed)
  }
}

extension Sandbox {
  func call(_ arguments: [String]) throws -> Finished {
    switch arguments.count {
    case 0: try run()
    case 1: try run(arguments[0])
    case 2: try run(arguments[0], arguments[1])
    case 3: try run(arguments[0], arguments[1], arguments[2])
    default: try run(arguments[0], arguments[1], arguments[2], arguments[3])
    }
  }
}
