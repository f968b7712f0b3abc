import Glibc
import Host
import MentorDirectory
import Testing

@Suite struct AtomicFiles {
  @Test func `a file is replaced whole, for the user alone`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/file"
      try AtomicFile.write("first", to: path)
      try AtomicFile.write("second", to: path)
      #expect(try Files.readText(path) == "second")
      #expect(try Files.names(in: directory) == ["file"])
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `when writing fails half-way the old file stays and nothing else`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/file"
      try AtomicFile.write("old", to: path)
      #expect(throws: HostError.noResource(name: "half")) {
        try AtomicFile.write(to: path) { sink throws(HostError) in
          try sink.append(Array("half".utf8))
          throw HostError.noResource(name: "half")
        }
      }
      #expect(try Files.readText(path) == "old")
      #expect(try Files.names(in: directory) == ["file"])
    }
  }

  @Test func `a link stays a link`() throws {
    try withTemporaryDirectory { directory in
      try AtomicFile.write("old", to: directory + "/real")
      #expect(symlink("real", directory + "/link") == 0)
      try AtomicFile.write("new", to: directory + "/link")
      #expect(try Files.readText(directory + "/real") == "new")
      var status = stat()
      #expect(lstat(directory + "/link", &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test func `what a killed writer left is removed by the next one, what a living one writes is not`() throws {
    try withTemporaryDirectory { directory in
      let abandoned = directory + "/.file.new-1-1", young = directory + "/.file.new-2-2"
      let held = directory + "/.file.new-3-3", other = directory + "/.other.new-4-4"
      for path in [abandoned, young, held, other] { try AtomicFile.write("half", to: path) }
      for path in [abandoned, held, other] {
        var times = [timespec(tv_sec: 1_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
      }
      let holder = open(held, O_RDWR)
      defer { close(holder) }
      #expect(flock(holder, LOCK_EX) == 0)
      try AtomicFile.write("new", to: directory + "/file")
      #expect(try Files.names(in: directory) == [".file.new-2-2", ".file.new-3-3", ".other.new-4-4", "file"])
    }
  }

  @Test func `a missing directory is an error that names the system's reason`() {
    #expect {
      try AtomicFile.write("x", to: "/nonexistent/directory/file")
    } throws: { error in
      guard case .file(.create, _, let system) = error as? HostError else { return false }
      return system.isMissing && system.message == "No such file or directory"
    }
  }
}

@Suite struct ReadingFiles {
  @Test func `a file over the limit is refused, one without a known size too`() throws {
    try withTemporaryDirectory { directory in
      try AtomicFile.write("12345", to: directory + "/file")
      #expect(try Files.read(directory + "/file", limit: 5).count == 5)
      #expect(throws: HostError.tooLarge(path: directory + "/file", limit: 4)) {
        try Files.read(directory + "/file", limit: 4)
      }
      #expect(throws: HostError.tooLarge(path: "/dev/zero", limit: 1000)) { try Files.read("/dev/zero", limit: 1000) }
    }
  }

  @Test func `a directory is no file`() throws {
    #expect(throws: HostError.file(.read, path: "/tmp", SystemError(code: EISDIR))) { try Files.read("/tmp") }
  }

  @Test func `removing takes a tree and follows no link`() throws {
    try withTemporaryDirectory { directory in
      try Files.createDirectory(directory + "/tree/deep")
      try AtomicFile.write("x", to: directory + "/tree/deep/file")
      try AtomicFile.write("kept", to: directory + "/kept")
      #expect(symlink("../kept", directory + "/tree/link") == 0)
      try Files.remove(directory + "/tree")
      #expect(try Files.names(in: directory) == ["kept"])
      try Files.remove(directory + "/tree")
    }
  }
}

@Suite struct Locks {
  @Test func `a held lock keeps the next one out until it is released`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/lock"
      let lock = try FileLock(path)
      #expect(throws: HostError.locked(path: path)) { try FileLock.holding(path, waitingAtMost: 30) {} }
      lock.release()
      #expect(try FileLock.holding(path, waitingAtMost: 30) { 7 } == 7)
    }
  }
}

@Suite struct Log {
  private let clock = Clock.fixed(Timestamp(seconds: 1_750_000_000))

  @Test func `an event is a line with its time, whatever is in it`() throws {
    try withTemporaryDirectory { directory throws in
      let log = LogFile(directory: directory, clock: clock)
      log.append("sync began")
      log.append("two\nlines \u{1B}[31mred")
      #expect(
        try Files.readText(log.path) == """
          2025-06-15T15:06:40Z sync began
          2025-06-15T15:06:40Z two lines red

          """)
    }
  }

  @Test func `a full log gives way to a new one and one old one stays`() throws {
    try withTemporaryDirectory { directory throws in
      let log = LogFile(directory: directory, limit: 200, clock: clock)
      for number in 0..<100 { log.append("event \(number)") }
      #expect(try Files.names(in: directory) == ["mentoring.log", "mentoring.log.old"])
      #expect((Files.size(of: log.path) ?? 0) < 300)
      #expect(try Files.readText(log.path).hasSuffix("event 99\n"))
    }
  }

  @Test func `a log that cannot be written stops nobody`() {
    LogFile(directory: "/nonexistent", clock: clock).append("lost")
  }
}

@Suite struct ResourceFiles {
  @Test func `resources are found beside the running program`() throws {
    let resources = try Resources()
    #expect(resources.directory.hasSuffix("/mentoring_Host.resources/Resources"))
  }

  @Test func `they are found through a link to the program, and where it is installed`() throws {
    try withTemporaryDirectory { directory in
      try Files.createDirectory(directory + "/build/mentoring_Host.resources/Resources/SampleCommunity")
      try AtomicFile.write("", to: directory + "/build/mentoring")
      try Files.createDirectory(directory + "/bin")
      #expect(symlink("../build/mentoring", directory + "/bin/mentoring") == 0)
      let built = try Resources(executable: directory + "/bin/mentoring")
      #expect(built.directory == directory + "/build/mentoring_Host.resources/Resources")
      try AtomicFile.write("code\tname", to: built.directory + "/languages.tsv")
      for name in ["b.json", "a.json", "README"] {
        try AtomicFile.write("[]", to: built.directory + "/SampleCommunity/" + name)
      }
      #expect(try built.text(named: "languages.tsv") == "code\tname")
      #expect(built.sampleCommunity.map { FilePath.split($0).name } == ["a.json", "b.json"])
      #expect(throws: HostError.noResource(name: "cities.tsv")) { try built.text(named: "cities.tsv") }

      try Files.createDirectory(directory + "/usr/bin")
      try Files.createDirectory(directory + "/usr/share/mentoring")
      try AtomicFile.write("", to: directory + "/usr/bin/mentoring")
      let installed = try Resources(executable: directory + "/usr/bin/mentoring")
      #expect(installed.directory == directory + "/usr/share/mentoring")
    }
  }

  @Test func `a program without its resources says so`() {
    #expect(throws: HostError.self) { try Resources(executable: "/usr/bin/env") }
  }
}
