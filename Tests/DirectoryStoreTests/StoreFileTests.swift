import DirectoryStore
import GRDB
import Glibc
import Host
import MentorDirectory
import Testing

@Suite struct TheFile {
  private func execute(_ sql: String, in directory: String, name: String = "directory.sqlite") throws {
    try DatabaseQueue(path: directory + "/" + name).writeWithoutTransaction { db in try db.execute(sql: sql) }
  }

  @Test func `the cache is made for the user alone`() throws {
    try withTemporaryDirectory { directory in
      let store = try DirectoryStore(directory: directory + "/a/b")
      var status = stat()
      #expect(stat(store.path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(stat(directory + "/a/b", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o700)
    }
  }

  @Test func `the cache of a later version is left alone`() throws {
    try withTemporaryDirectory { directory in
      try DirectoryStore(directory: directory).close()
      try execute("PRAGMA user_version = 9", in: directory)
      #expect(throws: StoreError.newer(path: directory + "/directory.sqlite", found: 9, known: 2)) {
        try DirectoryStore(directory: directory)
      }
    }
  }

  @Test func `another program's database is left alone`() throws {
    try withTemporaryDirectory { directory in
      try execute("CREATE TABLE bookmarks(x); INSERT INTO bookmarks VALUES(1)", in: directory)
      let before = try Files.read(directory + "/directory.sqlite")
      #expect(throws: StoreError.notOurs(path: directory + "/directory.sqlite")) {
        try DirectoryStore(directory: directory)
      }
      #expect(try Files.read(directory + "/directory.sqlite") == before)
    }
  }

  @Test(arguments: ["not a database, but long enough to be taken for one at first sight", "x"])
  func `what is no database is corrupt`(text: String) throws {
    try withTemporaryDirectory { directory in
      try AtomicFile.write(text, to: directory + "/directory.sqlite")
      #expect(throws: StoreError.corrupt(path: directory + "/directory.sqlite")) {
        try DirectoryStore(directory: directory)
      }
    }
  }

  @Test func `an empty file is a new cache`() throws {
    try withTemporaryDirectory { directory in
      try AtomicFile.write("", to: directory + "/directory.sqlite")
      #expect(try DirectoryStore(directory: directory).count() == 0)
    }
  }

  @Test func `damage in the middle is found, put aside, and a new cache begun`() throws {
    try withTemporaryDirectory { directory in
      let store = try DirectoryStore(directory: directory)
      _ = try store.apply(source: sheet, records: (0..<500).map { mentor("s:\($0)", "Name \($0)") }, now: day(1))
      try store.close()
      var bytes = try Files.read(directory + "/directory.sqlite")
      for position in 30_000..<90_000 { bytes[position] = 0xA5 }
      try AtomicFile.write(bytes, to: directory + "/directory.sqlite")

      #expect(throws: StoreError.corrupt(path: directory + "/directory.sqlite")) {
        try DirectoryStore(directory: directory).checkIntegrity()
      }
      let recovery = CacheRecovery(cacheDirectory: directory)
      let aside = try recovery.putAside(now: day(1))
      #expect(aside == directory + "/directory.sqlite.corrupt-20250616T150640Z")
      #expect(try Files.read(try #require(aside))[30_000..<90_000] == bytes[30_000..<90_000])
      #expect(try DirectoryStore(directory: directory).count() == 0)
      #expect(try recovery.putAside(now: day(2)) == nil)
    }
  }

  @Test func `of the files put aside two are kept`() throws {
    try withTemporaryDirectory { directory in
      for number in Int64(1)...4 {
        try AtomicFile.write("damaged \(number)", to: directory + "/directory.sqlite")
        #expect(try CacheRecovery(cacheDirectory: directory).putAside(now: day(number)) != nil)
      }
      let aside = try Files.names(in: directory).filter { $0.contains("corrupt") }
      #expect(try aside.map { try Files.readText(directory + "/" + $0) } == ["damaged 3", "damaged 4"])
    }
  }

  @Test func `a full disk changes nothing and is named`() throws {
    guard let disk = SmallDisk(megabytes: 4) else {
      try Test.cancel("needs the right to mount a small disk")
    }
    defer { disk.unmount() }
    let store = try DirectoryStore(directory: disk.path)
    _ = try store.apply(source: sheet, records: people, now: day(1))
    let many = (0..<20_000).map { mentor("s:\($0)", "Name \($0)") }
    #expect(throws: StoreError.full(path: store.path)) { try store.apply(source: sheet, records: many, now: day(2)) }
    #expect(try store.names().count == 3)
    try store.checkIntegrity()
    #expect(try store.apply(source: sheet, records: people, now: day(3)) == ImportCounts(unchanged: 3))
  }

  @Test func `a disk that cannot be written can be read`() throws {
    guard let disk = SmallDisk(megabytes: 4) else {
      try Test.cancel("needs the right to mount a small disk")
    }
    defer { disk.unmount() }
    do {
      let store = try DirectoryStore(directory: disk.path)
      _ = try store.apply(source: sheet, records: people, now: day(1))
      try store.close()
    }
    try #require(disk.makeReadOnly())
    let store = try DirectoryStore(directory: disk.path)
    #expect(store.isReadOnly)
    #expect(try store.names().count == 3)
    #expect(throws: StoreError.readOnly(path: store.path)) {
      try store.apply(source: sheet, records: people, now: day(2))
    }
    #expect(throws: StoreError.self) { try DirectoryStore(directory: disk.path + "/new") }
  }
}

/// A disk in memory of a few megabytes; nil where one may not mount.
struct SmallDisk {
  let path: String

  init?(megabytes: Int) {
    path = "/tmp/mentoring-store-disk-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    guard geteuid() == 0, mkdir(path, 0o700) == 0 else { return nil }
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
      rmdir(path)
      return nil
    }
  }

  func makeReadOnly() -> Bool { mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0 }

  func unmount() {
    umount2(path, Int32(MNT_DETACH))
    rmdir(path)
  }
}
