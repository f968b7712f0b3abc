import Glibc
import PseudoTerminalKit
import Testing

/// The screens of the real program on a pseudo terminal: they come up, obey, and leave everything as it was.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ScreensTests {
  private static let enter = "\u{1B}[?1049h"
  private static let leave = "\u{1B}[?1049l"

  /// The program with its first frame on the screen.
  private func started(
    _ box: Sandbox, with more: [String: String] = [:], columns: Int = 120, rows: Int = 40
  ) throws -> PseudoTerminal {
    let terminal = try box.terminal("--demo", with: more, columns: columns, rows: rows)
    try #require(terminal.read(until: "Sample community", within: .seconds(20)), "\(terminal.text.debugDescription)")
    return terminal
  }

  private func expectRestored(_ terminal: PseudoTerminal, from before: [UInt8], entered: Int = 1) {
    terminal.readUntilQuiet(for: .milliseconds(50))
    #expect(terminal.modes == before, "the line")
    #expect(terminal.count(of: Self.enter) == entered)
    #expect(terminal.count(of: Self.leave) == entered)
    for (mode, end) in [("25", "h"), ("1002", "l"), ("1006", "l"), ("2004", "l"), ("1004", "l"), ("1", "l")] {
      let other = end == "h" ? "l" : "h"
      let parts = terminal.text.components(of: "\u{1B}[?\(mode)\(end)")
      #expect(parts.last?.contains("\u{1B}[?\(mode)\(other)") == false, "mode \(mode)")
    }
  }

  private func freshModes() throws -> [UInt8] { try PseudoTerminal("/bin/sleep", ["60"]).modes }

  /// Sends keys and waits for a text in what is drawn from then on.
  private func press(_ keys: String, _ terminal: PseudoTerminal, shows text: String) {
    let before = terminal.output.count
    terminal.send(keys)
    #expect(terminal.read(until: text, from: before), "\(keys.debugDescription) shows \(text)")
  }

  @Test("The first frame shows the community, its mentors and its facets; q leaves everything as it was")
  func firstFrame() throws {
    let box = try Sandbox()
    let terminal = try started(box)
    terminal.readUntilQuiet()
    for text in ["AREA", "LOCATION", "MENTORS", "Coding", "quit"] { #expect(terminal.text.contains(text), "\(text)") }
    #expect(terminal.isRaw)
    terminal.send("q")
    #expect(terminal.waitForExit() == .init(code: 0))
    expectRestored(terminal, from: try freshModes())
    #expect(box.names(in: "home").isEmpty)
  }

  @Test("Keys work: search, panes, choosing, the reader, help, and back")
  func keys() throws {
    let terminal = try started(Sandbox())
    press("/chidinma", terminal, shows: "1 of ")
    press("\r", terminal, shows: "read")
    press("\r", terminal, shows: "blackouts")
    press("\u{1B}", terminal, shows: "MENTORS")
    press("X", terminal, shows: " of ")
    press("\t", terminal, shows: "choose")
    press(" ", terminal, shows: "×")
    press("?", terminal, shows: "type to narrow")
    terminal.send("\u{1B}")
    terminal.readUntilQuiet(for: .milliseconds(100))
    press("\u{C}", terminal, shows: "AREA")
    terminal.send("Q")
    #expect(terminal.waitForExit()?.code == 0)
    expectRestored(terminal, from: try freshModes())
  }

  @Test("What was arranged and searched for stays for the next run; the welcome does not")
  func memory() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "mentors.csv")
    #expect(try box.run("import", "mentors.csv").status == 0)
    let first = try box.terminal(columns: 120, rows: 30)
    try #require(first.read(until: "Welcome", within: .seconds(20)), "\(first.text.debugDescription)")
    press("/radios\r", first, shows: "1 of ")
    // q closes the menu, then the screens.
    first.send("XC5qq")
    #expect(first.waitForExit()?.code == 0)
    let second = try box.terminal(columns: 120, rows: 30)
    try #require(second.read(until: "MENTORS", within: .seconds(20)))
    second.readUntilQuiet()
    #expect(second.text.contains("team") && !second.text.contains("Welcome"))
    press("/\u{1B}[A", second, shows: "radios")
    second.send("\u{1B}")
    second.readUntilQuiet(for: .milliseconds(100))
    second.send("Q")
    #expect(second.waitForExit()?.code == 0)
  }

  @Test("An export goes to the file that was named, and asks before it replaces one")
  func export() throws {
    let box = try Sandbox()
    try box.write("precious", to: "mentors-marked.csv")
    let terminal = try started(box)
    press("m", terminal, shows: "1 marked")
    press("e1", terminal, shows: "mentors-marked.csv")
    press("\r", terminal, shows: "y replaces it")
    press("n", terminal, shows: "write 1 mentor")
    #expect(box.text(of: "mentors-marked.csv") == "precious")
    press("\u{15}other.csv\r", terminal, shows: "written to")
    #expect(box.text(of: "other.csv").hasPrefix("id,name"))
    terminal.send("Q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("Escape never quits, Q does")
  func escape() throws {
    let terminal = try started(Sandbox())
    terminal.send("\u{1B}\u{1B}\u{1B}")
    terminal.readUntilQuiet()
    #expect(terminal.exit == nil && terminal.isRaw)
    terminal.send("Q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("Signals that end the program leave the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(number: Int32) throws {
    let terminal = try started(Sandbox())
    terminal.signal(number)
    let exit = try #require(terminal.waitForExit())
    #expect(exit.signal == nil || exit.signal == Int(number))
    expectRestored(terminal, from: try freshModes())
  }

  @Test("A crash leaves the terminal as it was, and is told there", arguments: [SIGTRAP, SIGSEGV, SIGABRT, SIGILL])
  func crash(number: Int32) throws {
    let terminal = try started(Sandbox())
    terminal.signal(number)
    #expect(try #require(terminal.waitForExit()).signal == Int(number))
    expectRestored(terminal, from: try freshModes())
  }

  @Test("A stop without warning is repaired when the job goes on")
  func stopped() throws {
    let box = try Sandbox()
    let script = "'\(box.program)' --demo; echo STOPPED; read x; fg; echo END$?"
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "-mc", script], environment: box.environment, columns: 120, rows: 40)
    #expect(terminal.read(until: "Sample community", within: .seconds(20)))
    terminal.signalForeground(SIGSTOP)
    #expect(terminal.read(until: "STOPPED"))
    let stopped = terminal.output.count
    terminal.send("\n")
    #expect(terminal.read(until: "Sample community", from: stopped))
    #expect(terminal.waitUntil(raw: true))
    terminal.send("q")
    #expect(terminal.read(until: "END0", from: stopped))
    _ = terminal.waitForExit()
    expectRestored(terminal, from: try freshModes(), entered: 2)
  }

  @Test("A terminal that goes away ends the program")
  func hangUp() throws {
    let terminal = try started(Sandbox())
    terminal.close()
    #expect(terminal.waitForExit() != nil)
  }

  @Test("Ctrl-Z gives the terminal to the shell, and fg brings the same screen back")
  func suspend() throws {
    let box = try Sandbox()
    let script =
      "'\(box.program)' --demo; echo STOPPED; stty -a | tr ' ;' '\\n' | grep -x icanon; read x; fg; echo END$?"
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "-mc", script], environment: box.environment, columns: 120, rows: 40)
    #expect(terminal.read(until: "Sample community", within: .seconds(20)))
    press("/chidinma\r", terminal, shows: "1 of ")
    let before = terminal.output.count
    terminal.send("\u{1A}")
    #expect(terminal.read(until: "icanon", from: before))
    #expect(terminal.waitUntil(raw: false))
    #expect(terminal.count(of: Self.leave) == 1)
    terminal.resize(columns: 100, rows: 30)
    let stopped = terminal.output.count
    terminal.send("\n")
    #expect(terminal.read(until: "Ezeugo", from: stopped))
    #expect(terminal.waitUntil(raw: true))
    terminal.send("q")
    #expect(terminal.read(until: "END0", from: stopped))
    _ = terminal.waitForExit()
    expectRestored(terminal, from: try freshModes(), entered: 2)
  }

  @Test("Any size at any moment, keys typed meanwhile", arguments: 0..<3)
  func resize(round: Int) throws {
    let terminal = try started(Sandbox())
    let keys = [
      "j", "\t", " ", "/", "rust", "\r", "?", "\u{1B}", "G", "s", "-", "f", "\u{1B}[B", "\u{C}", "X", "z", "+",
    ]
    var sizes = [(1, 1), (500, 200), (2, 200), (500, 1), (40, 10), (39, 9), (80, 24)]
    while sizes.count < 60 { sizes.append((Int.random(in: 1...500), Int.random(in: 1...200))) }
    for (columns, rows) in sizes.shuffled() {
      terminal.resize(columns: columns, rows: rows)
      terminal.send(keys.randomElement() ?? "j")
      if Bool.random() { terminal.readUntilQuiet(for: .milliseconds(5)) }
      try #require(terminal.exit == nil, "\(columns)×\(rows)")
    }
    terminal.resize(columns: 120, rows: 40)
    terminal.readUntilQuiet(for: .milliseconds(300))
    for _ in 0..<4 {
      terminal.send("\u{1B}")
      terminal.readUntilQuiet(for: .milliseconds(60))
    }
    press("\u{C}", terminal, shows: "Sample community")
    terminal.send("Q")
    #expect(terminal.waitForExit()?.code == 0)
    expectRestored(terminal, from: try freshModes())
  }

  @Test("The smallest terminals start, and grow to something useful", arguments: [(1, 1), (1, 40), (120, 1), (39, 9)])
  func smallest(columns: Int, rows: Int) throws {
    // Kept until the end: its directory is the working directory of the program.
    let box = try Sandbox()
    let terminal = try box.terminal("--demo", columns: columns, rows: rows)
    #expect(terminal.waitUntil(raw: true, within: .seconds(20)))
    terminal.readUntilQuiet()
    terminal.resize(columns: 100, rows: 30)
    #expect(terminal.read(until: "Sample community"))
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    expectRestored(terminal, from: try freshModes())
  }

  @Test(
    "Every kind of terminal works, an unknown one as well",
    arguments: [
      "xterm-256color", "linux", "vt100", "xterm-kitty", "foot", "screen-256color", "tmux-256color", "xterm-mono",
      "ansi",
      "no-such-terminal",
    ])
  func kinds(term: String) throws {
    let terminal = try started(Sandbox(), with: ["TERM": term])
    terminal.send("j\u{1B}OB\u{1B}[B")
    terminal.readUntilQuiet()
    #expect(terminal.exit == nil)
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    terminal.readUntilQuiet(for: .milliseconds(50))
    #expect(try terminal.modes == freshModes())
    #expect(terminal.count(of: Self.enter) == terminal.count(of: Self.leave))
  }

  @Test("The Linux console is sent nothing that it prints as letters, and only marks that its font has")
  func linuxConsole() throws {
    let terminal = try started(Sandbox(), with: ["TERM": "linux"])
    press("/rust\r", terminal, shows: "of ")
    press("\t \t", terminal, shows: "*")
    press("w", terminal, shows: "back")
    terminal.readUntilQuiet()
    for mark in "●○◉◎▌▸▾★↵…⠁“”" { #expect(!terminal.text.contains(mark), "\(mark)") }
    #expect(terminal.text.contains("│"))
    for sequence in ["\u{1B}]", "\u{1B}P", "?1002", "?2004", "?2026", "?1049", "8;5;", "\u{1B}[94m"] {
      #expect(terminal.count(of: sequence) == 0, "\(sequence.debugDescription)")
    }
    terminal.send("q")
  }

  @Test("The theme of sixteen colours uses those of the terminal alone", arguments: ["16-colour", "16-colour-light"])
  func sixteenColours(theme: String) throws {
    let box = try Sandbox()
    let terminal = try box.terminal("--demo", "--theme", theme, columns: 120, rows: 40)
    #expect(terminal.read(until: "Sample community", within: .seconds(20)))
    press("\t ", terminal, shows: "×")
    terminal.readUntilQuiet()
    #expect(terminal.count(of: "8;5;") == 0)
    #expect((30...37).contains { terminal.text.contains("\u{1B}[\($0)") })
  }

  @Test("The background is that of COLORFGBG, else what the terminal answers, else dark; a flag is stronger")
  func background() throws {
    let box = try Sandbox()
    let light = "38;5;25m", question = "\u{1B}]11;?"
    func frame(_ arguments: [String], with more: [String: String] = [:], answer: String? = nil) throws -> PseudoTerminal
    {
      let terminal =
        arguments.isEmpty
        ? try box.terminal("--demo", with: more, columns: 120, rows: 40)
        : try box.terminal("--demo", "--theme", arguments[0], with: more, columns: 120, rows: 40)
      if let answer {
        #expect(terminal.read(until: question, within: .seconds(20)))
        terminal.send("\u{1B}]11;\(answer)\u{1B}\\\u{1B}[?62c")
      }
      #expect(terminal.read(until: "Sample community", within: .seconds(20)))
      press("/", terminal, shows: "esc")
      terminal.readUntilQuiet()
      return terminal
    }
    let hinted = try frame([], with: ["COLORFGBG": "0;15"])
    #expect(hinted.count(of: light) > 0 && hinted.count(of: question) == 0)
    let answered = try frame([], answer: "rgb:ffff/ffff/ffff")
    #expect(answered.count(of: light) > 0)
    let silent = try frame([])
    #expect(silent.count(of: question) == 1 && silent.count(of: light) == 0)
    let flagged = try frame(["dark"], with: ["COLORFGBG": "0;15"])
    #expect(flagged.count(of: light) == 0 && flagged.count(of: question) == 0)
  }

  @Test("NO_COLOR draws without colour, but not without emphasis")
  func noColour() throws {
    let terminal = try started(Sandbox(), with: ["NO_COLOR": "1"])
    terminal.send("j")
    terminal.readUntilQuiet()
    for colour in ["38;5;", "48;5;", "38;2;", "48;2;"] { #expect(!terminal.text.contains("\u{1B}[\(colour)")) }
    #expect((30...37).allSatisfy { !terminal.text.contains("\u{1B}[\($0)m") })
    #expect(terminal.text.contains("\u{1B}[7m") || terminal.text.contains(";7m") || terminal.text.contains("\u{1B}[1m"))
    let coloured = try started(Sandbox())
    coloured.readUntilQuiet()
    #expect(coloured.text.contains("\u{1B}[38;5;") || (30...37).contains { coloured.text.contains("\u{1B}[\($0)m") })
  }

  @Test("Without UTF-8, and with --ascii, only ASCII is drawn", arguments: [["LC_ALL": "C"], [:]])
  func ascii(variables: [String: String]) throws {
    let box = try Sandbox()
    let terminal =
      variables.isEmpty
      ? try box.terminal("--demo", "--ascii", columns: 120, rows: 40)
      : try box.terminal("--demo", with: variables, columns: 120, rows: 40)
    #expect(terminal.read(until: "Sample community", within: .seconds(20)))
    terminal.send("Gjk\r")
    terminal.readUntilQuiet()
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    #expect(terminal.text.contains("|"))
  }

  @Test("An empty directory says how to begin")
  func empty() throws {
    let box = try Sandbox()
    let terminal = try box.terminal(columns: 100, rows: 30)
    #expect(terminal.read(until: "mentoring import", within: .seconds(20)))
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("Opening without a browser shows the address")
  func open() throws {
    let terminal = try started(Sandbox())
    press("/chidinma\r", terminal, shows: "1 of ")
    press("o", terminal, shows: "https://chidinmae.example/mentoring")
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("A cache that is damaged while the screens are up is mended, and told when they are left")
  func damaged() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    let terminal = try box.terminal(columns: 120, rows: 40)
    #expect(terminal.read(until: "storage", within: .seconds(20)) || terminal.text.contains("radios"))
    box.shell("cd '\(box.full("home/cache/mentoring"))'; dd if=/dev/zero of=directory.sqlite bs=8192 seek=1 count=20")
    press("j", terminal, shows: "Translating")
    press("j", terminal, shows: "Storage")
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    expectRestored(terminal, from: try freshModes())
  }

  // MARK: - Configuration

  /// The program on a directory of its own with a configuration.
  private func configured(_ box: Sandbox, _ text: String, _ arguments: String...) throws -> PseudoTerminal {
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    box.shell("mkdir -p '\(box.full("home/config/mentoring"))'")
    try box.write(text, to: "home/config/mentoring/config.toml")
    return try box.terminal(columns: 110, rows: 30)
  }

  @Test("Chosen keys work and are shown; what is saved while the screens are up holds at once, errors leave it")
  func configuration() throws {
    let box = try Sandbox()
    let file = "home/config/mentoring/config.toml"
    let terminal = try configured(box, "[keys]\nhelp = \"F5\"\nquit = [\"C-q\", \"Z\"]\n")
    #expect(terminal.read(until: "F5", within: .seconds(20)))
    press("\u{1B}[15~", terminal, shows: "type to narrow")
    press("\u{1B}", terminal, shows: "read")
    var before = terminal.output.count
    try box.write("[keys]\nhelp = \"F6\"\nquit = \"C-q\"\n", to: file)
    #expect(terminal.read(until: "settings read again", from: before))
    press("\u{1B}[17~", terminal, shows: "type to narrow")
    press("\u{1B}", terminal, shows: "F6")
    before = terminal.output.count
    try box.write("[keys\n", to: file)
    #expect(terminal.read(until: "config.toml:1:6", from: before))
    press("\u{1B}[17~", terminal, shows: "type to narrow")
    terminal.send("\u{1B}")
    terminal.readUntilQuiet(for: .milliseconds(100))
    terminal.send("Q")
    terminal.readUntilQuiet(for: .milliseconds(100))
    #expect(terminal.exit == nil)
    terminal.send("\u{11}")
    #expect(terminal.waitForExit()?.code == 0)
    expectRestored(terminal, from: try freshModes())
  }

  @Test("A wrong configuration is told with its place, and the program starts")
  func wrongConfiguration() throws {
    let box = try Sandbox()
    let terminal = try configured(box, "[look]\ntheme = \"drak\"\n[keys]\ndwon = \"j\"\n")
    #expect(terminal.read(until: "2 problems (mentoring config check): config.toml:2:1", within: .seconds(20)))
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
  }

  @Test("Theme, mouse and ASCII come from the configuration; the command line is stronger")
  func configuredLook() throws {
    let box = try Sandbox()
    let look = "[look]\ntheme = \"16-colour\"\nmouse = false\nascii = true\nwhole-frames = false\n"
    let terminal = try configured(box, look)
    #expect(terminal.read(until: "quit", within: .seconds(20)))
    terminal.readUntilQuiet()
    #expect(terminal.count(of: "\u{1B}[?1002h") == 0 && terminal.count(of: "\u{1B}[?2026h") == 0)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    #expect(terminal.count(of: "\u{1B}[38;5;2") == 0 && terminal.count(of: "\u{1B}]11;?") == 0)
    let other = try box.terminal("--theme", "dark", "--mouse", columns: 110, rows: 30)
    #expect(other.read(until: "quit", within: .seconds(20)))
    other.readUntilQuiet()
    #expect(other.count(of: "\u{1B}[?1002h") == 1)
    #expect(other.count(of: "38;5;") > 0)
  }
}

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(of separator: String) -> [String] { split(separator: separator).map(String.init) }
}
