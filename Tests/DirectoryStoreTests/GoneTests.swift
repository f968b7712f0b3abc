import DirectoryStore
import MentorDirectory
import Testing

/// Pages that are missing, and what becomes of their mentors.
@Suite struct Gone {
  private let ada = MentorID(pageAddress("ada"))

  private func withAda(_ body: (DirectoryStore) throws -> Void) throws {
    try withStore { store in
      try store.sync(
        listing(["ada", "ben"]), .pages([visit("ada", says: "Fonts"), visit("ben", says: "Locks")]), at: day(1))
      try body(store)
    }
  }

  private func missing(_ store: DirectoryStore, at moment: Timestamp, status: Int = 404) throws -> SyncTally {
    try store.sync(.pages([failed("ada", status: status), unchanged("ben")]), at: moment)
  }

  @Test func `marked after three syncs over three days, left out after thirty, and back with the page`() throws {
    try withAda { store in
      for number in Int64(2)...4 {
        #expect(try missing(store, at: day(number)).gone.isEmpty)
        #expect(try store.person("ada")?.goneSince == nil)
      }
      #expect(try missing(store, at: day(5), status: 410).gone == [ada])
      let marked = try #require(try store.person("ada"))
      #expect(marked.availability.state == .gone)
      #expect(marked.goneSince == day(2))
      #expect(marked.writeUp.plainText == "Fonts")
      #expect(try store.names() == ["Ada Writes", "Ben Writes"])

      for number in Int64(6)...31 { #expect(try missing(store, at: day(number)) == SyncTally()) }
      #expect(try store.count() == 2)
      _ = try missing(store, at: day(32))
      #expect(try store.names() == ["Ben Writes"])
      #expect(try store.count() == 1)
      #expect(try store.person("ada") != nil)

      let generation = try store.generation()
      _ = try missing(store, at: day(33))
      #expect(try store.generation() == generation)
      #expect(try store.sync(.pages([unchanged("ada")]), at: day(34)).changed == [ada])
      #expect(try store.names() == ["Ada Writes", "Ben Writes"])
      #expect(try store.person("ada")?.goneSince == nil)
    }
  }

  @Test func `many syncs in a day are one day`() throws {
    try withAda { store in
      for number in Int64(0)..<48 {
        _ = try missing(store, at: Timestamp(seconds: day(2).seconds + number * 1800))
      }
      #expect(try store.person("ada")?.availability.state != .gone)
    }
  }

  @Test func `a page that is there in between begins anew`() throws {
    try withAda { store in
      for number in Int64(2)...4 { _ = try missing(store, at: day(number)) }
      try store.sync(.pages([unchanged("ada")]), at: day(5))
      for number in Int64(6)...8 { _ = try missing(store, at: day(number)) }
      #expect(try store.person("ada")?.availability.state != .gone)
    }
  }

  @Test func `a page that holds no offer any more is missing, however often it is unchanged`() throws {
    try withAda { store in
      try store.sync(.pages([noOffer("ada")]), at: day(2))
      #expect(try store.person("ada")?.writeUp.plainText == "Fonts")
      for number in Int64(3)...5 { try store.sync(.pages([unchanged("ada")]), at: day(number)) }
      #expect(try store.person("ada")?.availability.state == .gone)
      try store.sync(.pages([visit("ada", says: "Fonts again", hash: 9)]), at: day(6))
      #expect(try store.person("ada")?.availability.state != .gone)
      #expect(try store.previousVersion(of: ada)?.writeUp.plainText == "Fonts")
    }
  }

  @Test func `somebody whom a phonebook still has is not gone`() throws {
    try withAda { store in
      let profiles = StoredSource(name: "phonebook", kind: "phonebook", trust: .profiles)
      try store.sync(.listing(StoredListing(mentors: [row("ada")])), of: profiles, at: day(1))
      for number in Int64(2)...50 { _ = try missing(store, at: day(number)) }
      #expect(try store.person("ada")?.availability.state != .gone)
      _ = try store.remove(source: "phonebook", now: day(50))
      #expect(try store.count() == 1)
    }
  }

  @Test(arguments: [-3650, 3650, 36, 20] as [Int64])
  func `a clock that jumps by days and comes back drops nobody`(jump: Int64) throws {
    try withAda { store in
      for number in Int64(2)...4 { _ = try missing(store, at: day(number)) }
      _ = try missing(store, at: day(4 + jump))
      #expect(try store.count() == 2)
      _ = try missing(store, at: day(4))
      #expect(try store.count() == 2)
      try store.sync(.pages([unchanged("ada")]), at: day(5))
      #expect(try store.person("ada")?.goneSince == nil)
    }
  }
}
