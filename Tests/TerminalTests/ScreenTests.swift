import Glibc
import PseudoTerminalKit
import Testing

/// The probe on a pseudo terminal: what it leaves behind must be what it found.
@Suite(.timeLimit(.minutes(2))) struct ScreenTests {
  private static let enter = "\u{1B}[?1049h"
  private static let leave = "\u{1B}[?1049l"

  private func probe(
    _ arguments: [String] = [], term: String = "xterm-256color", environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let program = try #require(builtProgram("TerminalProbe"), "the probe has not been built")
    let more = ["TERM": term, "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    return try PseudoTerminal(program, arguments, environment: more, columns: columns, rows: rows)
  }

  /// A started probe and the modes of its line from before.
  private func started(
    _ arguments: [String] = [], term: String = "xterm-256color", environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try probe(arguments, term: term, environment: environment)
    try #require(terminal.read(until: "READY"), "\(terminal.text.debugDescription)")
    return terminal
  }

  /// The modes that a fresh line has.
  private func freshModes() throws -> [UInt8] {
    let terminal = try PseudoTerminal("/bin/sleep", ["60"])
    return terminal.modes
  }

  private func expectRestored(_ terminal: PseudoTerminal, entered: Int = 1) throws {
    terminal.readUntilQuiet(for: .milliseconds(50))
    let fresh = try freshModes()
    #expect(terminal.modes == fresh, "the line")
    #expect(terminal.count(of: Self.enter) == entered, "entered")
    #expect(terminal.count(of: Self.leave) == entered, "left")
    for mode in ["1000", "1002", "1006", "1004", "2004"] {
      #expect(terminal.count(of: "\u{1B}[?\(mode)h") == entered, "mode \(mode) on")
      #expect(terminal.count(of: "\u{1B}[?\(mode)l") >= entered, "mode \(mode) off")
      #expect(isOff(mode, terminal), "mode \(mode) at the end")
    }
    #expect(isOn("25", terminal), "cursor at the end")
    #expect(isOff("2026", terminal), "synchronized output at the end")
    #expect(isOff("1", terminal), "application cursor keys at the end")
  }

  private func isOff(_ mode: String, _ terminal: PseudoTerminal) -> Bool {
    last("\u{1B}[?\(mode)l", in: terminal.text) >= last("\u{1B}[?\(mode)h", in: terminal.text)
  }

  private func isOn(_ mode: String, _ terminal: PseudoTerminal) -> Bool {
    last("\u{1B}[?\(mode)h", in: terminal.text) >= last("\u{1B}[?\(mode)l", in: terminal.text)
  }

  private func last(_ needle: String, in text: String) -> Int {
    let text = Array(text.utf8)
    let needle = Array(needle.utf8)
    guard text.count >= needle.count else { return -1 }
    return (0...text.count - needle.count).last { text[$0..<$0 + needle.count].elementsEqual(needle) } ?? -1
  }

  // MARK: - Ends

  @Test("Quitting restores everything")
  func quit() throws {
    let terminal = try started()
    #expect(terminal.isRaw)
    terminal.send("q")
    #expect(terminal.waitForExit() == .init(code: 0))
    #expect(terminal.text.hasSuffix("bye\r\n"))
    try expectRestored(terminal)
  }

  @Test("An error restores everything before it is told")
  func error() throws {
    let terminal = try started()
    terminal.send("E")
    #expect(terminal.waitForExit()?.code == 3)
    #expect(last("failed: ProbeError", in: terminal.text) > last(Self.leave, in: terminal.text))
    try expectRestored(terminal)
  }

  @Test("Ending without leaving the screen restores everything")
  func exitWithoutStop() throws {
    let terminal = try started()
    terminal.send("x")
    #expect(terminal.waitForExit()?.code == 7)
    try expectRestored(terminal)
  }

  @Test("Signals that ask to end are events", arguments: [(SIGTERM, "terminate"), (SIGINT, "interrupt")])
  func termination(number: Int32, name: String) throws {
    let terminal = try started()
    terminal.signal(number)
    #expect(terminal.waitForExit()?.code == 0, "\(name)")
    try expectRestored(terminal)
  }

  @Test("A hang-up ends the program")
  func hangUp() throws {
    let terminal = try started()
    terminal.signal(SIGHUP)
    #expect(terminal.waitForExit()?.code == 0)
    try expectRestored(terminal)
    let gone = try started()
    gone.close()
    #expect(gone.waitForExit() != nil)
  }

  @Test("A trap reports on a restored screen", arguments: [("!", "Index out of range"), ("@", "")])
  func trap(key: String, message: String) throws {
    let terminal = try started()
    terminal.send("w\(key)")
    let exit = try #require(terminal.waitForExit())
    #expect(exit.signal.map { [Int(SIGILL), Int(SIGTRAP), Int(SIGABRT)].contains($0) } == true, "\(exit)")
    try expectRestored(terminal)
    #expect(last("noise", in: terminal.text) > last(Self.leave, in: terminal.text))
    #expect(last(message, in: terminal.text) >= last(Self.leave, in: terminal.text))
  }

  @Test("Fatal signals from outside restore everything", arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT])
  func fatal(number: Int32) throws {
    let terminal = try started()
    terminal.signal(number)
    #expect(terminal.waitForExit()?.signal == Int(number))
    try expectRestored(terminal)
  }

  @Test(
    "With Swift's backtraces as well a fatal signal ends the program, once they are told",
    arguments: [SIGQUIT, SIGSEGV])
  func backtrace(number: Int32) throws {
    let terminal = try started(environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,threads=crashed"])
    terminal.signal(number)
    #expect(terminal.waitForExit(within: .seconds(60))?.signal == Int(number))
    try expectRestored(terminal)
  }

  @Test("Standard error waits until the screen is left")
  func standardError() throws {
    let terminal = try started()
    terminal.send("w")
    #expect(terminal.read(until: "key=w"))
    terminal.readUntilQuiet()
    #expect(terminal.count(of: "noise") == 0)
    terminal.send("q")
    _ = terminal.waitForExit()
    #expect(last("noise", in: terminal.text) > last(Self.leave, in: terminal.text))
  }

  // MARK: - Stops

  @Test("Ctrl-Z gives the shell its terminal, and the foreground brings everything back")
  func suspend() throws {
    let program = try #require(builtProgram("TerminalProbe"))
    let script = "'\(program)'; echo STOPPED; stty -a | tr ' ;' '\\n' | grep -x -e icanon; read x; fg; echo ENDED"
    let terminal = try PseudoTerminal("/bin/bash", ["--norc", "-mc", script])
    #expect(terminal.read(until: "READY"))
    let before = terminal.output.count
    terminal.send("\u{1A}")
    #expect(terminal.read(until: "icanon", from: before), "\(terminal.text.debugDescription)")
    #expect(terminal.waitUntil(raw: false))
    #expect(terminal.count(of: Self.leave) == 1)
    #expect(isOff("1002", terminal) && isOff("2004", terminal) && isOn("25", terminal))
    let stopped = terminal.output.count
    terminal.resize(columns: 70, rows: 20)
    terminal.send("\n")
    #expect(terminal.read(until: "resize=70x20", from: stopped), "\(terminal.text.debugDescription)")
    #expect(terminal.waitUntil(raw: true))
    #expect(terminal.read(until: "continued", from: stopped))
    terminal.send("q")
    #expect(terminal.read(until: "ENDED", from: stopped))
    _ = terminal.waitForExit()
    try expectRestored(terminal, entered: 2)
  }

  @Test("A stop without warning is repaired when the job goes on")
  func stopAndContinue() throws {
    let program = try #require(builtProgram("TerminalProbe"))
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "-mc", "'\(program)'; echo STOPPED; read x; fg; echo ENDED"])
    #expect(terminal.read(until: "READY"))
    terminal.signalForeground(SIGSTOP)
    #expect(terminal.read(until: "STOPPED"))
    let stopped = terminal.output.count
    terminal.send("\n")
    #expect(terminal.read(until: "READY", from: stopped))
    #expect(terminal.read(until: "continued", from: stopped))
    #expect(terminal.waitUntil(raw: true))
    terminal.send("q")
    #expect(terminal.read(until: "ENDED", from: stopped))
    _ = terminal.waitForExit()
    try expectRestored(terminal, entered: 2)
  }

  @Test("SIGTSTP from outside is a request that can be obeyed")
  func externalStop() throws {
    let program = try #require(builtProgram("TerminalProbe"))
    let terminal = try PseudoTerminal("/bin/bash", ["--norc", "-mc", "'\(program)'; echo STOPPED; fg; echo ENDED"])
    #expect(terminal.read(until: "READY"))
    // The shell may go on before its word is read.
    let before = terminal.output.count
    terminal.signalForeground(SIGTSTP)
    #expect(terminal.read(until: "STOPPED", from: before))
    #expect(terminal.read(until: "continued", from: before))
    terminal.send("q")
    #expect(terminal.read(until: "ENDED", from: before))
    try expectRestored(terminal, entered: 2)
  }

  @Test("Another program may have the terminal for a while")
  func released() throws {
    let terminal = try started()
    terminal.send("R")
    #expect(terminal.read(until: "RELEASED"))
    #expect(!terminal.isRaw)
    #expect(isOff("1049", terminal) && isOff("1002", terminal))
    let before = terminal.output.count
    terminal.send("\n")
    #expect(terminal.read(until: "READY", from: before))
    #expect(terminal.read(until: "continued", from: before))
    #expect(terminal.isRaw)
    terminal.send("q")
    _ = terminal.waitForExit()
    try expectRestored(terminal, entered: 2)
  }

  // MARK: - Terminals

  @Test(
    "Every terminal type starts, understands arrows, and is restored",
    arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "xterm-kitty", "foot"])
  func types(term: String) throws {
    let terminal = try started(term: term)
    terminal.send("\u{1B}[A\u{1B}OB")
    #expect(terminal.read(until: "key=Up"))
    #expect(terminal.read(until: "key=Down"))
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    terminal.readUntilQuiet(for: .milliseconds(50))
    let fresh = try freshModes()
    #expect(terminal.modes == fresh)
    let hasAlternateScreen = !["linux", "vt100"].contains(term)
    #expect(terminal.count(of: Self.enter) == (hasAlternateScreen ? 1 : 0))
    #expect(terminal.count(of: Self.leave) == (hasAlternateScreen ? 1 : 0))
    #expect(terminal.count(of: "\u{1B}[?1002h") == (hasAlternateScreen ? 1 : 0))
    #expect(isOff("1002", terminal) && isOff("2004", terminal))
  }

  @Test("A terminal without a second screen is left clear", arguments: ["linux", "vt100", "ansi"])
  func clearedAtTheEnd(term: String) throws {
    for key in ["q", "@"] {
      let terminal = try started(term: term)
      terminal.send(key)
      #expect(terminal.waitForExit() != nil)
      let clear = last("\u{1B}[H\u{1B}[J", in: terminal.text)
      #expect(clear > last("READY", in: terminal.text), "\(terminal.text.suffix(200).debugDescription)")
      if key == "q" { #expect(last("bye", in: terminal.text) > clear) }
    }
  }

  @Test("A terminal that cannot place a cursor is refused with a fact", arguments: ["dumb", "", "unknown"])
  func dumb(term: String) throws {
    let terminal = try probe(term: term)
    #expect(terminal.waitForExit()?.code == 2)
    #expect(terminal.text.contains("cannot start: dumb"))
    #expect(terminal.count(of: "\u{1B}") == 0)
  }

  @Test("Without a terminal nothing starts")
  func notATerminal() throws {
    let program = try #require(builtProgram("TerminalProbe"))
    let plain = try PseudoTerminal(withoutTerminal: program)
    #expect(plain.waitForExit()?.code == 2)
    #expect(plain.text.contains("cannot start: notATerminal"))
    #expect(plain.count(of: "\u{1B}") == 0)
  }

  @Test("The smallest terminal works", arguments: [(1, 1), (1, 24), (80, 1), (2, 2)])
  func small(columns: Int, rows: Int) throws {
    let terminal = try probe(columns: columns, rows: rows)
    #expect(terminal.waitUntil(raw: true))
    terminal.readUntilQuiet()
    terminal.resize(columns: 40, rows: 10)
    #expect(terminal.read(until: "resize=40x10"))
    terminal.resize(columns: columns, rows: rows)
    terminal.readUntilQuiet()
    terminal.send("q")
    #expect(terminal.waitForExit()?.code == 0)
    try expectRestored(terminal)
  }

  @Test("A new size is painted on a cleared screen, since terminals keep what they hid")
  func clearedWhenResized() throws {
    let terminal = try started()
    for (columns, rows) in [(60, 20), (90, 20), (90, 30)] {
      let before = terminal.output.count
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.read(until: "resize=\(columns)x\(rows)", from: before))
      let drawn = String(decoding: terminal.output[before...], as: UTF8.self)
      #expect(last("\u{1B}[H\u{1B}[2J", in: drawn) >= 0, "\(drawn.debugDescription)")
    }
  }

  @Test("NO_COLOR and few colours are respected")
  func colours() throws {
    #expect(try started(environment: ["NO_COLOR": "1"]).read(until: "-0"))
    #expect(try started().read(until: "READY-80x24-256"))
    #expect(try started(term: "xterm").read(until: "READY-80x24-8"))
    #expect(try started(term: "vt100").read(until: "READY-80x24-0"))
    let plain = try started(environment: ["NO_COLOR": "1"])
    plain.send("q")
    _ = plain.waitForExit()
    #expect(!plain.text.contains("\u{1B}[38;5;") && !plain.text.contains("\u{1B}[48;5;"))
  }

  @Test("Without a UTF-8 locale only ASCII is drawn, and letters are still understood")
  func asciiLocale() throws {
    let terminal = try started(environment: ["LANG": "C", "LC_ALL": "C"])
    terminal.send("é")
    #expect(terminal.read(until: "key=e>"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    let utf8 = try started()
    utf8.send("é")
    #expect(utf8.read(until: "key=é"))
    #expect(utf8.text.contains("日本"))
  }

  // MARK: - Events

  @Test("Keys, pastes, mouse, focus and size arrive as events")
  func events() throws {
    let terminal = try started()
    let steps = [
      ("\u{1B}", "key=Escape"), ("\u{1B}b", "key=M-b"), ("\u{1B}[1;5C", "key=C-Right"), ("\u{3}", "key=C-c"),
      ("\u{1B}[200~a\rb\u{1B}[201~", "paste=\"a\\nb\""), ("\u{1B}[<0;3;4M", "mouse=press(clicks:1),left@2,3"),
      ("\u{1B}[<65;3;4M", "mouse=wheelDown,other@2,3"), ("\u{1B}[O", "focus=false"), ("W", "wake"),
    ]
    for (bytes, expected) in steps {
      terminal.send(bytes)
      #expect(terminal.read(until: expected), "\(expected) in \(terminal.text.suffix(300).debugDescription)")
    }
    terminal.resize(columns: 100, rows: 30)
    #expect(terminal.read(until: "resize=100x30"))
  }

  @Test("The terminal is asked for its background, and keys pressed meanwhile are kept")
  func background() throws {
    let terminal = try probe(["--background"])
    #expect(terminal.read(until: "\u{1B}]11;?"))
    terminal.send("k\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\j\u{1B}[?62c")
    #expect(terminal.read(until: "background=light"))
    #expect(terminal.read(until: "key=k"))
    #expect(terminal.read(until: "key=j"))
    let silent = try probe(["--background"])
    #expect(silent.read(until: "background=unknown"))
    let hinted = try probe(["--background"], environment: ["COLORFGBG": "0;15"])
    #expect(hinted.read(until: "background=light"))
    #expect(hinted.count(of: "\u{1B}]11;?") == 0)
    let console = try probe(["--background"], term: "linux")
    #expect(console.read(until: "background=unknown"))
    #expect(console.count(of: "\u{1B}]11;?") == 0)
  }

  @Test("Title, clipboard and mouse can be set")
  func messages() throws {
    let terminal = try started()
    terminal.send("TYM")
    #expect(terminal.read(until: "\u{1B}]2;probe title\u{1B}\\"))
    #expect(terminal.read(until: "\u{1B}]52;c;aGVsbG8=\u{7}"))
    #expect(terminal.read(until: "copied=true"))
    #expect(terminal.read(until: "\u{1B}[?1002l"))
    terminal.send("q")
    _ = terminal.waitForExit()
    #expect(terminal.count(of: "\u{1B}[22;2t") == terminal.count(of: "\u{1B}[23;2t"))
    try expectRestored(terminal)
  }

  @Test("A frame without a change writes nothing, a change writes little")
  func economy() throws {
    let terminal = try started()
    terminal.readUntilQuiet()
    let before = terminal.output.count
    terminal.send("a")
    #expect(terminal.read(until: "key=a"))
    terminal.readUntilQuiet()
    #expect(terminal.output.count - before < 120)
  }
}
