import Host
import Testing

/// A configuration file is checked against a table of settings, and everything wrong with it is told by its place.
@Suite struct ConfigurationTests {
  private let settings = [
    Setting(["look", "theme"], .choice(["auto", "dark"]), standard: .text("auto"), help: "colours"),
    Setting(["look", "mouse"], .flag, standard: .flag(true), help: "mouse"),
    Setting(["keys", "down"], .texts, standard: .list(["j"]), help: "down"),
    Setting(["keys", "map", "down"], .texts, standard: nil, help: "down"),
  ]

  private func read(_ text: String) throws -> ConfigurationFile { try ConfigurationFile(settings, text: text) }

  /// "LINE:COLUMN reason" of each problem.
  private func problems(_ text: String) -> [String] {
    do {
      return try read(text).problems.map { "\($0.position.line):\($0.position.column) \($0.reason)" }
    } catch let problem as ConfigurationProblem {
      return ["\(problem.position.line):\(problem.position.column) syntax"]
    } catch {
      return ["\(error)"]
    }
  }

  @Test("What the file sets holds, what it does not has its default, and each knows where it came from")
  func values() throws {
    let file = try read("[look]\ntheme = 'dark'\n\n[keys]\n  down = [\"j\", \"C-n\"]\nmap.down = \"\\\"\"\n")
    #expect(file["look", "theme"] == .text("dark"))
    #expect(file["look", "mouse"] == .flag(true))
    #expect(file["keys", "down"] == .list(["j", "C-n"]))
    #expect(file["keys", "map", "down"] == .text("\""))
    #expect(file.problems.isEmpty)
    #expect(settings.map { file.position(of: $0)?.line } == [2, nil, 5, 6])
    #expect(file.position(of: settings[2])?.column == 3)
    #expect(try read("") == ConfigurationFile(settings))
    #expect(try read("[keys]\n[look]\n").problems.isEmpty)
  }

  @Test("An unknown key is named with its place and the nearest known one, and the rest holds")
  func unknown() throws {
    let file = try read("theme = \"dark\"\n[keys]\ndwon = \"j\"\n[look]\nmouse = false\n[colour.of]\nthings = 3\n")
    #expect(
      file.problems == [
        .init(.init(line: 1, column: 1), .unknown(name: "theme", nearest: "look.theme")),
        .init(.init(line: 3, column: 1), .unknown(name: "keys.dwon", nearest: "keys.down")),
        .init(.init(line: 7, column: 1), .unknown(name: "colour.of.things", nearest: nil)),
      ])
    #expect(file["look", "mouse"] == .flag(false))
    #expect(file.problems.allSatisfy { !$0.isError })
  }

  @Test("A value of another kind, or none of the words, is an error; the default holds")
  func kinds() throws {
    let text = "[look]\ntheme = \"drak\"\nmouse = 1\n[keys]\ndown = [\"j\", 2]\nmap = 2024-01-02\n"
    let file = try read(text)
    #expect(
      file.problems.map(\.reason) == [
        .choice(name: "look.theme", found: "drak", choices: ["auto", "dark"]),
        .kind(name: "look.mouse", expected: .flag), .kind(name: "keys.down", expected: .texts),
        .unknown(name: "keys.map", nearest: nil),
      ])
    #expect(file["keys", "down"] == .list(["j"]))
  }

  @Test(
    "A text that is no TOML is told with line and column",
    arguments: [
      ("[look\n", 1, 6, TOMLProblem.unclosedHeader), ("[look]\ntheme = dark\n", 2, 9, .needsQuotes("dark")),
      ("a = 1\na = 2\n", 2, 1, .twice(name: "a", line: 1)), ("x = \"\u{0}\"", 1, 6, .control(0)),
      ("x = \"a\n", 1, 5, .unclosedText), ("x = '''a\n\n", 1, 5, .unclosedText), ("[[x]\n", 1, 5, .unclosedHeader),
      ("x = [1,\n2", 1, 5, .unclosedList), ("x = [1 2]", 1, 8, .expectedComma),
      ("x = {a = 1\n}", 1, 5, .unclosedTable), ("x\n", 1, 2, .expectedEquals), ("x = \n", 1, 5, .expectedValue),
      ("é = 1", 1, 1, .expectedKey), ("x = 1 y", 1, 7, .expectedLineEnd),
      ("x = \"\\q\"", 1, 6, .unknownEscape("\\q")), ("x = \"\\uD800\"", 1, 6, .unknownEscape("\\uD800")),
      ("x = 1\rz = 2", 1, 6, .expectedLineEnd), ("a = 1\na.b = 2\n", 2, 1, .noTable(name: "a", line: 1)),
      ("[a]\n[b]\n[a]\n", 3, 1, .twice(name: "a", line: 1)), ("a.b = 1\n[a.b]\n", 2, 1, .twice(name: "a.b", line: 1)),
      ("x = {a = 1, a = 2}", 1, 13, .twice(name: "a", line: 1)), ("= 1", 1, 1, .expectedKey),
      ("[]", 1, 2, .expectedKey), ("x = [,]", 1, 6, .expectedValue), ("x = 0x", 1, 5, .needsQuotes("0x")),
    ])
  func syntax(text: String, line: Int, column: Int, reason: TOMLProblem) {
    let problem = #expect(throws: ConfigurationProblem.self) { try read(text) }
    #expect(problem == ConfigurationProblem(TextPosition(line: line, column: column), .syntax(reason)))
    #expect(problem?.isError == true)
  }

  @Test(
    "Texts are read as TOML has them",
    arguments: [
      (#""a\"\\\t\u00e9\U0001F600""#, "a\"\\\té😀"), (#"'C:\a"'"#, #"C:\a""#), ("\"\"\"\na\r\n  b\"\"\"", "a\n  b"),
      ("\"\"\"a \\\n   \n  b\"\"\"", "a b"), ("\"\"\"\"a\"\"\"\"\"", "\"a\"\""), ("'''\n'a'\n'''", "'a'\n"),
      ("\"\"", ""),
    ])
  func texts(written: String, meant: String) throws {
    #expect(try read("keys.down = \(written) # x")["keys", "down"] == .text(meant))
  }

  @Test(
    "Numbers, dates and lists of other things are known for what they are",
    arguments: [
      "1", "-0", "+1_000", "0xFf", "0o7", "0b1", "1.5e-3", "inf", "-nan", "1979-05-27", "07:32:00",
      "1979-05-27 07:32:00Z", "1979-05-27T00:32:00.9-07:00", "[1, 2]", "[\"a\", []]", "[{a = 1}]",
    ])
  func others(written: String) throws {
    let problems = try read("keys.down = \(written)\n").problems
    #expect(problems.map(\.reason) == [.kind(name: "keys.down", expected: .texts)])
  }

  @Test("A table may be written in a line, and lists of tables are left aside")
  func tables() throws {
    let file = try read(
      "keys = { down = 'x', map.down = ['y'] }\n[[more]]\na = 1\n[more.of]\nb = 2\n[[more]]\na = 1\n")
    #expect(file["keys", "down"] == .text("x") && file["keys", "map", "down"] == .list(["y"]))
    #expect(file.problems.map(\.reason) == [.unknown(name: "more", nearest: nil)])
  }

  @Test("Nothing goes so deep that the program does not come back")
  func deep() {
    let lists = "x = " + String(repeating: "[", count: 100_000)
    let names = "a" + String(repeating: ".a", count: 100_000) + " = 1"
    for text in [lists, names] {
      let problem = #expect(throws: ConfigurationProblem.self) { try read(text) }
      #expect(problem?.reason == .syntax(.tooDeep))
    }
  }

  @Test("Places are right beside strings, comments, lists of several lines and keys in quotes")
  func places() {
    let text = """
      # [keys] no = 1
      "look".mouse = true # x = "
      s = \"\"\"
      [keys]
      a = 1 \\\"\"\" "" \"\"\"
      l = [ # ]
        "b = [", 'c\\',
      ]
      t = { m = 1, n = "}" }\r
      [ keys . 'map' ]
      \tdown = ''
      up = '''
      q = '''
      [[tables]]
      last = 1
      """
    #expect(
      problems(text).map { $0.split(separator: " ")[0] } == ["3:1", "6:1", "9:1", "9:1", "12:1", "14:1"],
      "\(problems(text))")
  }

  @Test("Whatever a value holds, what is printed of it is read back")
  func roundTrip() throws {
    for text in ["", "a", "\"\\\n\t\u{1}\u{7F}", "é日本", "'", "# no comment"] {
      let printed = "[keys]\ndown = \(ConfigurationValue.list([text, "x"]).toml)\nmap.down = "
      #expect(
        try read(printed + ConfigurationValue.text(text).toml)["keys", "down"] == .list([text, "x"]), "\(printed)")
    }
  }

  @Test("No text ends the program", arguments: 0..<400)
  func fuzz(round: UInt64) {
    var random = Random(seed: round)
    let parts = [
      "[", "]", "keys", "look", ".", "=", "\n", "\"", "\"\"\"", "'''", "'", "\\", "{", "}", ",", "#", "down", " ", "1",
      "true", "\r\n", "é", "\u{0}", "\t", "[[", "inf", "1979-05-27", "\u{FFFD}", "theme = 'dark'\n", "[keys]\n",
    ]
    let text = (0..<Int(random.next() % 40)).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
    let lines = text.unicodeScalars.count { $0 == "\n" } + 1
    do {
      let file = try read(text)
      for problem in file.problems { #expect((1...lines).contains(problem.position.line), "\(text.debugDescription)") }
    } catch let problem as ConfigurationProblem {
      #expect((1...lines).contains(problem.position.line), "\(text.debugDescription)")
    } catch {
      Issue.record("\(error)")
    }
  }

  private struct Random {
    var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  @Test("A saved file has another stamp, a missing one none")
  func stamps() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/config.toml"
      #expect(FileStamp(of: path) == nil)
      try AtomicFile.write("a", to: path)
      let first = FileStamp(of: path)
      #expect(first != nil && FileStamp(of: path) == first)
      try AtomicFile.write("b", to: path)
      #expect(FileStamp(of: path) != first)
    }
  }
}
