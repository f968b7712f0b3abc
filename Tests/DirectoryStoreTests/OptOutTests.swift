import DirectoryStore
import Host
import MentorDirectory
import Testing

@Suite struct OptingOut {
  private func withStore(_ body: (DirectoryStore, OptOutFile) throws -> Void) throws {
    try withTemporaryDirectory { directory in
      let file = OptOutFile(directory: directory + "/data")
      try body(DirectoryStore(directory: directory, optOuts: file), file)
    }
  }

  private let ada = MentorID(pageAddress("ada"))
  private let steps: [StoredStep] = [
    .listing(
      StoredListing(
        mentors: [
          row("ada") { $0.contacts = [Contact(kind: "email", value: "ada@mail.example")] },
          row("ben") { $0.contacts = [Contact(kind: "email", value: "both@mail.example")] },
        ], state: ReadState(entityTag: "\"1\"", readerVersion: 1), pages: [pageAddress("ada"), pageAddress("ben")])),
    .pages([visit("ada", says: "Fonts"), visit("ben", says: "Locks")]),
  ]

  private func sync(_ store: DirectoryStore, _ number: Int64) throws {
    for step in steps { _ = try store.apply(step, of: signUps, now: day(number)) }
  }

  @Test func `whoever opts out is gone at once, and stays out of every sync and import`() throws {
    try withStore { store, file in
      try sync(store, 1)
      try sync(store, 2)
      #expect(try store.optOut(ada, now: day(3)))
      #expect(try store.names() == ["Ben Writes"])
      #expect(try store.knowledge(of: signUps).pages.keys.sorted() == [pageAddress("ben")])
      try sync(store, 4)
      let elsewhere = mentor("elsewhere:1", "Ada") { $0.contacts = [Contact(kind: "mail", value: "ADA@mail.example")] }
      _ = try store.apply(source: sheet, records: [elsewhere] + people, now: day(5))
      #expect(try store.names() == ["Ben Writes", "Émile Zweig"])
      #expect(try store.knowledge(of: signUps).pages.keys.sorted() == [pageAddress("ben")])
      #expect(try file.load().count == 1)
    }
  }

  @Test func `nothing of the person is in the file, nor left in the cache`() throws {
    try withStore { store, file in
      try sync(store, 1)
      _ = try store.apply(.pages([visit("ada", says: "Glyphs", hash: 2)]), of: signUps, now: day(2))
      #expect(try store.optOut(ada, now: day(3)))
      let text = try Files.readText(file.path)
      #expect(!text.lowercased().contains("ada"))
      #expect(try store.previousVersion(of: ada) == nil)
      #expect(try store.mentor(ada) == nil)
      #expect(try store.possibleDuplicates().isEmpty)
    }
  }

  @Test func `an address lets the person in again`() throws {
    try withStore { store, file in
      try sync(store, 1)
      #expect(try store.optOut(ada, now: day(3)))
      #expect(try store.undoOptOut("nobody@mail.example") == 0)
      #expect(try store.undoOptOut("ada@mail.example") == 1)
      #expect(try file.load().isEmpty)
      #expect(try store.knowledge(of: signUps).state.entityTag.isEmpty)
      try sync(store, 4)
      #expect(try store.names() == ["Ada Writes", "Ben Writes"])
    }
  }

  @Test func `who shares a mailbox with somebody who leaves, stays`() throws {
    try withStore { store, _ in
      let shared = Contact(kind: "email", value: "both@mail.example")
      _ = try store.apply(
        source: sheet,
        records: [
          mentor("s:1", "Ada Example") { $0.contacts = [shared] },
          mentor("s:2", "Ben Muster") { $0.contacts = [shared] },
        ], now: day(1))
      #expect(try store.optOut(MentorID("s:1"), now: day(2)))
      #expect(try store.names() == ["Ben Muster"])
    }
  }

  @Test func `nobody of that identity opts out`() throws {
    try withStore { store, file throws in
      #expect(try !store.optOut(MentorID("nobody"), now: day(1)))
      #expect(Files.kind(at: file.path) == nil)
    }
  }

  @Test(arguments: ["{", "{\"version\": 1}", "{\"version\": 1, \"salt\": \"a\", \"people\": [{\"since\": \"x\"}]}"])
  func `while the file cannot be read nothing is stored`(text: String) throws {
    try withStore { store, file in
      try Files.createDirectory(FilePath.split(file.path).directory)
      try AtomicFile.write(text, to: file.path)
      #expect(throws: StoreError.self) { try store.apply(steps[0], of: signUps, now: day(1)) }
      #expect(throws: StoreError.self) { try store.apply(source: sheet, records: people, now: day(1)) }
      #expect(try store.count() == 0)
      #expect(try Files.readText(file.path) == text)
    }
  }
}
