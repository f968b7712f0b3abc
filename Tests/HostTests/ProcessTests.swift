import Glibc
import Host
import Testing

@Suite struct CommandWords {
  @Test(arguments: [
    ("vi", ["vi"]), ("  code   --wait ", ["code", "--wait"]),
    ("'/opt/my editor/run' -f \"a b\"", ["/opt/my editor/run", "-f", "a b"]), ("a\\ b c\\\\d", ["a b", "c\\d"]),
    ("emacs ''", ["emacs", ""]), ("e $HOME;rm `x`", ["e", "$HOME;rm", "`x`"]),
  ])
  func `a setting is split into words and nothing is expanded`(text: String, words: [String]) {
    #expect(Command(words: text) == Command(words[0], Array(words.dropFirst())))
  }

  @Test(arguments: ["", "   ", "'open", "a \\", "''"])
  func `what names no program is none`(text: String) {
    #expect(Command(words: text) == nil)
  }
}

@Suite struct Opening {
  private let address = "https://ada.example/a?b=c&d=$(id);e"

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://", "-version", "", "http:\u{1B}//x",
    "ada.example",
    "https://a.example/\n--evil",
  ])
  func `only web and mail addresses are opened`(address: String) throws {
    try withTemporaryDirectory { directory in
      try makeProgram("xdg-open", in: directory)
      let opener = Opener(environment: environment(directory, ["DISPLAY": ":0"]))
      #expect(opener.open(address) == .refused(address: address))
      #expect(opener.openInForeground(address) == .refused(address: address))
      #expect(Files.kind(at: directory + "/xdg-open.arguments") == nil)
    }
  }

  @Test func `the address reaches the program as one argument`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("xdg-open", in: directory)
      let opener = Opener(environment: environment(directory, ["DISPLAY": ":0"]))
      #expect(opener.open(address) == .opened(with: "xdg-open"))
      #expect(arguments(of: "xdg-open", in: directory) == [address])
    }
  }

  @Test func `the browsers of the list are tried in order, with the address where it belongs`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("broken", in: directory, "exit 3")
      try makeProgram("good", in: directory)
      try makeProgram("xdg-open", in: directory)
      let list = "absent %s:broken:good --tab %s --at 100%%:xdg-open"
      let opener = Opener(environment: environment(directory, ["BROWSER": list, "DISPLAY": ":0"]))
      #expect(opener.open(address) == .opened(with: "good"))
      #expect(arguments(of: "broken", in: directory) == [address])
      #expect(arguments(of: "good", in: directory) == ["--tab", address, "--at", "100%"])
      #expect(Files.kind(at: directory + "/xdg-open.arguments") == nil)
    }
  }

  @Test func `a browser that goes on running has opened the address, in a session of its own`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("slow", in: directory, "ps -o sid= -p $$ > '\(directory)/session'; sleep 3")
      let opener = Opener(environment: environment(directory, ["BROWSER": "slow"]))
      #expect(opener.open(address) == .opened(with: "slow"))
      let session = try Files.readText(directory + "/session").split(separator: "\n").first ?? ""
      #expect(session.drop { $0 == " " } != "\(getsid(0))")
    }
  }

  @Test func `a text browser waits for the terminal`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("w3m", in: directory)
      let opener = Opener(environment: environment(directory, ["BROWSER": "w3m -N"]))
      #expect(opener.open(address) == .needsTerminal(Command("w3m", ["-N", address])))
      #expect(opener.openInForeground(address) == .opened(with: "w3m"))
      #expect(arguments(of: "w3m", in: directory) == ["-N", address])
    }
  }

  @Test func `without a browser or a display the address is handed back`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("xdg-open", in: directory)
      let opener = Opener(environment: environment(directory))
      #expect(opener.open(address) == .nothingFound(address: address))
    }
  }
}

@Suite struct TextProgramsInFront {
  @Test func `the pager gets the text and its usual options`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("page", in: directory, "cat > '\(directory)/seen'; printf '%s' \"$LESS\" > '\(directory)/less'")
      let pager = Pager(environment: environment(directory, ["PAGER": "page -x"]))
      let text = String(repeating: "Zeile ü\n", count: 100_000)
      #expect(try pager.show(text) == .exited(0))
      #expect(try Files.readText(directory + "/seen") == text)
      #expect(try Files.readText(directory + "/less") == "FRX")
      #expect(arguments(of: "page", in: directory) == ["-x"])
    }
  }

  @Test func `cat is no pager`() {
    #expect(Pager(environment: environment("/nonexistent", ["PAGER": "cat"])).command == nil)
  }

  @Test func `a pager that leaves early hurts nobody`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("page", in: directory, "exit 0")
      let pager = Pager(environment: environment(directory, ["PAGER": "page"]))
      #expect(try pager.show(String(repeating: "x", count: 1 << 20)) == .exited(0))
    }
  }

  @Test func `the editor is the visual one, then the other, and gets the file last`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("one", in: directory, "echo changed > \"$2\"")
      try makeProgram("two", in: directory)
      let both = Editor(environment: environment(directory, ["VISUAL": "one -w", "EDITOR": "two"]))
      #expect(both.edit(directory + "/a b.md") == .exited(0))
      #expect(try Files.readText(directory + "/a b.md") == "changed\n")
      let second = Editor(environment: environment(directory, ["VISUAL": "absent", "EDITOR": "two"]))
      #expect(second.command == Command("two"))
    }
  }

  @Test func `how a program ended is told`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("fails", in: directory, "exit 42")
      try makeProgram("dies", in: directory, "kill -TERM $$")
      let environment = environment(directory)
      #expect(ChildProcess.runInForeground(Command("fails"), environment: environment) == .exited(42))
      #expect(ChildProcess.runInForeground(Command("dies"), environment: environment) == .signalled(SIGTERM))
      #expect(ChildProcess.runInForeground(Command("absent"), environment: environment) == .notFound)
    }
  }
}

@Suite struct Surroundings {
  @Test func `variables say what the terminal can do`() {
    let environment = RunEnvironment(
      variables: ["TERM": "dumb", "NO_COLOR": "0", "COLUMNS": "97", "LINES": "many", "SSH_TTY": "/dev/pts/1"],
      inputIsTerminal: true)
    #expect(environment.isDumb)
    #expect(environment.forbidsColour)
    #expect(environment.columns == 97)
    #expect(environment.lines == nil)
    #expect(environment.isRemote)
    #expect(!environment.hasDisplay)
    #expect(!environment.hasTerminal)
  }

  @Test(arguments: [("", false), ("1", true)])
  func `an empty variable is none`(value: String, forbids: Bool) {
    #expect(RunEnvironment(variables: ["NO_COLOR": value]).forbidsColour == forbids)
  }
}
