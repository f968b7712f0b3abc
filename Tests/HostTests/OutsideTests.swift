import Glibc
import Host
import Testing

@Suite struct Copying {
  @Test func `the program of the desktop gets the text on its standard input`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("xclip", in: directory, "cat > '\(directory)/taken'")
      let surroundings = environment(directory, ["DISPLAY": ":0", "TMPDIR": directory])
      let text = "Grüße $(id)\n" + String(repeating: "x", count: 200_000)
      #expect(ClipboardProgram(environment: surroundings).copy(text) == "xclip")
      #expect(try Files.readText(directory + "/taken") == text)
      #expect(arguments(of: "xclip", in: directory) == ["-selection", "clipboard"])
    }
  }

  @Test func `a program that fails gives way to the next`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("wl-copy", in: directory, "exit 1")
      try makeProgram("xsel", in: directory, "cat > /dev/null; sleep 2")
      let surroundings = RunEnvironment(
        variables: ["PATH": directory + ":/bin", "WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMPDIR": directory])
      let program = ClipboardProgram(environment: surroundings).copy("text")
      // Where the machine has an xclip of its own in /bin, that one may take it or fail.
      #expect(program == "xsel" || program == "xclip")
      #expect(arguments(of: "wl-copy", in: directory) == [])
    }
  }

  @Test func `without a desktop no program of one is started`() throws {
    try withTemporaryDirectory { directory in
      for name in ["wl-copy", "xclip", "xsel"] { try makeProgram(name, in: directory) }
      #expect(ClipboardProgram(environment: environment(directory)).copy("text") == nil)
    }
  }
}

@Suite struct LinesForTheShell {
  @Test(arguments: ["/bin/sh", "/nonexistent/shell"])
  func `a line runs in the shell with the text as its input`(shell: String) throws {
    try withTemporaryDirectory { directory in
      let surroundings = environment(directory, ["SHELL": shell, "OUT": directory + "/out", "TMPDIR": directory])
      let line = ShellLine("tr a-z A-Z | sort > \"$OUT\"; exit 3", environment: surroundings)
      #expect(line.command.program == "/bin/sh")
      let outcome = try line.run(input: "b\na\n")
      #expect(outcome == .exited(3))
      #expect(try Files.readText(directory + "/out") == "A\nB\n")
      #expect(try Files.names(in: directory) == ["out"])
    }
  }

  @Test func `the shell of the user is taken, and a command that reads nothing hurts nobody`() throws {
    try withTemporaryDirectory { directory in
      try makeProgram("shell", in: directory)
      let surroundings = environment(directory, ["SHELL": directory + "/shell"])
      let outcome = try ShellLine("true", environment: surroundings).run(input: String(repeating: "x", count: 1 << 20))
      #expect(outcome == .exited(0))
      #expect(arguments(of: "shell", in: directory) == ["-c", "true"])
    }
  }
}
