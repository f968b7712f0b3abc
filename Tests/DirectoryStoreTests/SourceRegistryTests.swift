import DirectoryStore
import Host
import MentorDirectory
import Testing

@Suite struct Registry {
  private func source(_ name: String, _ paths: [String]) -> RegisteredSource {
    RegisteredSource(
      name: name, kind: "sheet", paths: paths, mapping: ["name": "Wie heißt du?", "page": "URL"], imported: day(1))
  }

  @Test func `what was recorded is there for the next process`() throws {
    try withTemporaryDirectory { directory in
      try AtomicFile.write("Name\nAda", to: directory + "/people.csv")
      let first = SourceRegistry(directory: directory + "/data")
      #expect(try first.sources().isEmpty)
      #expect(
        try first.record(source("people", [directory + "/people.csv"]), files: [directory + "/people.csv"]).isEmpty)
      let read = try SourceRegistry(directory: directory + "/data").sources()
      #expect(read.map(\.name) == ["people"])
      #expect(read[0].mapping == ["name": "Wie heißt du?", "page": "URL"])
      #expect(read[0].paths == [directory + "/people.csv"])
      #expect(read[0].imported == day(1))
    }
  }

  @Test func `the same path is the same source, another of that name is numbered`() throws {
    try withTemporaryDirectory { directory in
      let registry = SourceRegistry(directory: directory + "/data")
      for folder in ["a", "b", "c"] { try Files.createDirectory(directory + "/" + folder) }
      for folder in ["a", "b"] {
        let path = directory + "/\(folder)/Mentors.csv"
        try AtomicFile.write("", to: path)
        let name = try registry.uniqueName(for: path)
        _ = try registry.record(source(name, [path]), files: [path])
      }
      #expect(try registry.sources().map(\.name) == ["Mentors", "Mentors (2)"])
      #expect(try registry.uniqueName(for: directory + "/a/../b/Mentors.csv") == "Mentors (2)")
      #expect(try registry.uniqueName(for: directory + "/c/mentors.tsv") == "mentors (3)")
      #expect(try registry.uniqueName(for: directory + "/c") == "c")
      #expect(try registry.uniqueName(for: directory + "/c/\u{1B}[31m.csv") == "source")
    }
  }

  @Test func `a source can be read again when its files are gone`() throws {
    try withTemporaryDirectory { directory in
      try Files.createDirectory(directory + "/team/pages")
      let files = [directory + "/team/pages/ada.md", directory + "/team/ben.md"]
      for file in files { try AtomicFile.write("words of \(file)", to: file) }
      let registry = SourceRegistry(directory: directory + "/data")
      _ = try registry.record(source("team", [directory + "/team"]), files: files)
      let recorded = try registry.sources()[0]
      #expect(registry.places(of: recorded).places == [.original(directory + "/team")])

      try Files.remove(directory + "/team")
      let again = registry.places(of: recorded)
      let copy = try #require(again.paths?.first)
      #expect(copy.hasSuffix("/team"))
      #expect(try Files.readText(copy + "/pages/ada.md") == "words of \(files[0])")
      #expect(try Files.names(in: copy) == ["ben.md", "pages"])

      try Files.remove(directory + "/data/imports")
      #expect(registry.places(of: recorded).places == [.missing(directory + "/team")])
      #expect(registry.places(of: recorded).paths == nil)
    }
  }

  @Test func `recording again replaces the copies, removing removes them`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/people.csv", registry = SourceRegistry(directory: directory + "/data")
      for text in ["first", "second"] {
        try AtomicFile.write(text, to: path)
        _ = try registry.record(source("people", [path]), files: [path])
      }
      try Files.remove(path)
      let copies = try Files.names(in: directory + "/data/imports")
      #expect(copies.count == 1)
      let copy = try #require(registry.places(of: try registry.sources()[0]).paths?.first)
      #expect(try Files.readText(copy) == "second")
      try registry.remove("people")
      #expect(try registry.sources().isEmpty)
      #expect(try Files.names(in: directory + "/data/imports").isEmpty)
    }
  }

  @Test func `a file that cannot be copied does not keep the source from being recorded`() throws {
    try withTemporaryDirectory { directory in
      let path = directory + "/gone.csv", registry = SourceRegistry(directory: directory + "/data")
      let notKept = try registry.record(source("gone", [path]), files: [path])
      #expect(notKept.map(\.path) == [path])
      #expect(try registry.sources().map(\.name) == ["gone"])
    }
  }

  @Test func `a damaged registry is named by line and never overwritten`() throws {
    try withTemporaryDirectory { directory in
      let registry = SourceRegistry(directory: directory)
      let text = "{\"version\": 1,\n \"sources\": [\n  {\"name\": oops}\n"
      try AtomicFile.write(text, to: registry.path)
      #expect {
        try registry.record(source("a", ["/a.csv"]), files: [])
      } throws: { error in
        guard case .unreadableRegistry(registry.path, 3, _, _) = error as? StoreError else { return false }
        return true
      }
      #expect(try Files.readText(registry.path) == text)
    }
  }

  @Test(
    "An entry that cannot be read, or a name twice, is said with its line, and not dropped at the next change",
    arguments: [
      #"{"paths": ["/b.csv"]}"#, #"{"name": "b"}"#, #"{"name": "b", "paths": [], "net": {}}"#, "7",
      #"{"name": "a", "paths": ["/b.csv"]}"#,
    ])
  func entries(entry: String) throws {
    try withTemporaryDirectory { directory in
      let registry = SourceRegistry(directory: directory)
      let text = "{\"version\": 1, \"sources\": [\n  {\"name\": \"a\", \"paths\": [\"/a.csv\"]},\n  \(entry)\n]}\n"
      try AtomicFile.write(text, to: registry.path)
      #expect {
        try registry.record(source("c", ["/c.csv"]), files: [])
      } throws: { error in
        guard case .unreadableRegistry(registry.path, let line, _, _) = error as? StoreError else { return false }
        return line == (entry == "7" ? 1 : 3)
      }
      #expect(try Files.readText(registry.path) == text)
    }
  }

  @Test func `a source on the net is kept with all that was set`() throws {
    try withTemporaryDirectory { directory throws in
      let registry = SourceRegistry(directory: directory)
      var net = NetSource(address: "https://lists.example/mentors.csv")
      net.allowsPrivate = true
      net.group = "mentors"
      net.every = SyncInterval("2w")
      net.isEnabled = false
      let source = RegisteredSource(
        name: "Sign-ups", kind: "sheet", mapping: ["Wer?": "name"], imported: day(1), net: net)
      #expect(try registry.add(source))
      #expect(try !registry.add(RegisteredSource(name: "SIGN-UPS", kind: "list", imported: day(2), net: net)))
      #expect(try registry.sources() == [source])
      #expect(try registry.source(named: "sign-ups") == source)
      #expect(try registry.update("Sign-ups") { $0.net?.every = nil })
      #expect(try registry.sources()[0].net?.every == nil)
      #expect(try !registry.update("nobody") { _ in })
      #expect(try registry.freeName("sign-UPS") == "sign-UPS (2)")
    }
  }

  @Test func `a registry of version 1 is read, and keeps its sources when one on the net is added`() throws {
    try withTemporaryDirectory { directory in
      let registry = SourceRegistry(directory: directory)
      try AtomicFile.write(
        """
        {"version": 1, "sources": [{"name": "people", "kind": "", "paths": ["/lists/people.csv"],
          "mapping": {"Wer?": "name"}, "imported": "2026-05-01T09:30:00Z", "copies": ""}]}
        """, to: registry.path)
      _ = try registry.add(
        RegisteredSource(name: "wiki", kind: "wiki", imported: day(1), net: NetSource(address: "https://w.example")))
      let sources = try registry.sources()
      #expect(sources.map(\.name) == ["people", "wiki"])
      #expect(sources[0].paths == ["/lists/people.csv"] && sources[0].mapping == ["Wer?": "name"])
      #expect(sources[1].net?.every == .day && sources[1].net?.isEnabled == true)
    }
  }

  @Test(arguments: [("30m", 1800), ("12 h", 43_200), ("1D", 86_400), ("2w", 1_209_600)])
  func `how often a source is read`(text: String, seconds: Int64) throws {
    let interval = try #require(SyncInterval(text))
    #expect(interval.seconds == seconds)
    #expect(interval.isDue(last: nil, now: day(1)))
    #expect(interval.isDue(last: day(2), now: day(1)), "the clock went back")
    #expect(!interval.isDue(last: day(1), now: Timestamp(seconds: day(1).seconds + seconds - 1)))
    #expect(interval.isDue(last: day(1), now: Timestamp(seconds: day(1).seconds + seconds)))
  }

  @Test(arguments: ["", "d", "0d", "-1d", "1y", "10000d", "1.5h", "daily"])
  func `what is no interval`(text: String) { #expect(SyncInterval(text) == nil) }

  @Test func `a registry of a later version is left alone`() throws {
    try withTemporaryDirectory { directory in
      let registry = SourceRegistry(directory: directory)
      try AtomicFile.write("{\"version\": 3, \"sources\": []}", to: registry.path)
      #expect(throws: StoreError.newerRegistry(path: registry.path, found: 3, known: 2)) {
        try registry.remove("a")
      }
    }
  }

  @Test func `a full disk keeps the registry of before`() throws {
    guard let disk = SmallDisk(megabytes: 1) else { try Test.cancel("needs the right to mount a small disk") }
    defer { disk.unmount() }
    let registry = SourceRegistry(directory: disk.path)
    _ = try registry.record(source("first", ["/first.csv"]), files: [])
    var long = source("second", ["/second.csv"])
    long.mapping["name"] = String(repeating: "x", count: 2 << 20)
    #expect(throws: StoreError.self) { try registry.record(long, files: []) }
    #expect(try registry.sources().map(\.name) == ["first"])
    #expect(try Files.names(in: disk.path).filter { $0.hasPrefix(".") }.isEmpty)
  }
}
