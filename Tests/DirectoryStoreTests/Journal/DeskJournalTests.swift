import DirectoryStore
import Foundation
import Glibc
import Host
import MentorDirectory
import StewardDesk
import Testing

@Suite struct DeskJournalTests {
  private func request(_ name: String) -> DeskEvent.Body {
    var wish = Wish()
    wish.text = "I am \(name) and want to learn"
    return .received(
      Request(newcomer: .init(name: name, contact: "\(name)@people.example"), wish: wish, way: .mail, originKey: name))
  }

  private func journal(_ directory: String) throws -> DeskJournal { try DeskJournal(directory: directory) }

  @discardableResult
  private func record(
    _ journal: DeskJournal, seed: UInt64 = 1, at day: Int64 = 0, _ decide: (Desk) throws -> [DeskEvent.Body]
  ) throws -> (events: [DeskEvent], desk: Desk) {
    var generator = SeededGenerator(seed)
    return try journal.record(
      by: "Ngozi", at: DirectoryStoreTests.day(day).seconds * 1_000, using: &generator, decide)
  }

  @Test func whatWasRecordedIsThereAfterwards() throws {
    try withTemporaryDirectory { directory in
      let first = try journal(directory)
      let (events, desk) = try record(first) { _ in [request("Robin"), request("Kim")] }
      #expect(events.count == 2)
      try first.close()
      let second = try journal(directory)
      #expect(try second.desk() == desk)
      #expect(try second.desk().inOrder.map(\.request.newcomer.name) == ["Robin", "Kim"])
      // For its owner alone.
      for name in try Files.names(in: directory) where name.hasPrefix("desk.sqlite") {
        var status = stat()
        stat(FilePath.join(directory, name), &status)
        #expect(status.st_mode & 0o077 == 0, "\(name)")
      }
    }
  }

  @Test func aDecisionSeesTheDeskAsItIsAndARefusalWritesNothing() throws {
    struct Refused: Error {}
    try withTemporaryDirectory { directory in
      let journal = try journal(directory)
      try record(journal) { _ in [request("Robin")] }
      try record(journal) { desk in desk.request(ofOrigin: "Robin") == nil ? [request("Robin")] : [] }
      #expect(throws: Refused.self) { try record(journal) { _ in throw Refused() } }
      #expect(try journal.entries().count == 1)
    }
  }

  @Test func eventsSortBehindThoseThatAreThereWhateverTheClockSays() throws {
    try withTemporaryDirectory { directory in
      let journal = try journal(directory)
      let first = try record(journal, seed: 1, at: 100) { _ in [request("Robin")] }
      let second = try record(journal, seed: 2, at: 3) { _ in [request("Kim")] }
      #expect(first.events[0].id < second.events[0].id)
    }
  }

  @Test func mergingIsAUnion() throws {
    try withTemporaryDirectory { directory in
      let here = try journal(FilePath.join(directory, "here")), there = try journal(FilePath.join(directory, "there"))
      try record(here, seed: 1) { _ in [request("Robin")] }
      try record(there, seed: 2) { _ in [request("Kim"), request("Sam")] }
      #expect(try here.merge(there.entries()) == 2)
      #expect(try here.merge(there.entries()) == 0)
      #expect(try there.merge(here.entries().reversed()) == 1)
      #expect(try here.desk() == there.desk())
      #expect(try here.entries() == there.entries())
    }
  }

  @Test func eventsOfALaterVersionAreKeptAndPassedOn() throws {
    try withTemporaryDirectory { directory in
      let journal = try journal(directory)
      let id = try #require(DeskID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
      let later = DeskJournal.Entry(id: id, json: #"{"version":9,"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","kind":"sung"}"#)
      #expect(try journal.merge([later]) == 1)
      #expect(try journal.entries() == [later])
      #expect(try journal.desk().events.isEmpty)
    }
  }

  @Test func whatIsForgottenIsNotInTheFileAnyMore() throws {
    try withTemporaryDirectory { directory in
      let journal = try journal(directory)
      let (events, _) = try record(journal) { _ in [request("Quentin"), request("Kim")] }
      let before = try journal.entries()
      try record(journal) { _ in [.noted(about: .request(events[0].id), text: "Quentin called")] }
      try record(journal) { _ in [.forgotten(request: events[0].id)] }
      try journal.compact()
      #expect(try journal.desk().requests[events[0].id]?.isForgotten == true)
      for name in try Files.names(in: directory) {
        let bytes = try Files.read(FilePath.join(directory, name))
        #expect(!bytes.contains("Quentin"), "\(name)")
      }
      // A fellow steward who has not heard of it yet sends it once more.
      #expect(try journal.merge(before) == 0)
      let fresh = try self.journal(FilePath.join(directory, "fresh"))
      _ = try fresh.merge(journal.entries().filter { $0.json.contains("forgotten") })
      _ = try fresh.merge(before)
      #expect(try fresh.entries().allSatisfy { !$0.json.contains("Quentin") })
    }
  }

  @Test func aJournalThatCannotBeReadIsLeftAsItIs() throws {
    try withTemporaryDirectory { directory in
      let path = FilePath.join(directory, "desk.sqlite")
      try AtomicFile.write("this is no journal at all, but somebody's notes", to: path)
      #expect(throws: JournalError(.corrupt(path: path))) { try journal(directory) }
      #expect(try Files.readText(path) == "this is no journal at all, but somebody's notes")
    }
    try withTemporaryDirectory { directory in
      let path = FilePath.join(directory, "desk.sqlite")
      try record(try journal(directory)) { _ in [request("Robin")] }
      try setVersion(7, of: path)
      let before = try Files.read(path)
      #expect(throws: JournalError(.newer(path: path, found: 7, known: 1))) { try journal(directory) }
      #expect(try Files.read(path) == before)
    }
  }

  /// Byte 60 of the header holds the version (sqlite.org/fileformat2.html#database_header).
  private func setVersion(_ version: UInt8, of path: String) throws {
    var bytes = try Files.read(path)
    bytes[63] = version
    try AtomicFile.write(to: path) { sink throws(HostError) in try sink.append(bytes) }
  }

  /// The program of the target `JournalProbe`, built beside the tests.
  private func probe(_ directory: String, _ prefix: String, requests: Int) throws -> (process: Process, output: Pipe) {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let process = Process(), output = Pipe()
    process.executableURL = tests.appendingPathComponent("JournalProbe")
    process.arguments = [directory, prefix, "\(requests)"]
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  @Test func twoProcessesWritingAtOnceLoseNothing() throws {
    try withTemporaryDirectory { directory in
      let probes = try ["A", "B"].map { try probe(directory, $0, requests: 40).process }
      for probe in probes { probe.waitUntilExit() }
      #expect(probes.allSatisfy { $0.terminationStatus == 0 })
      #expect(try journal(directory).desk().requests.count == 80)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func aKillAtAnyInstantLosesNothingThatWasSaid(seed: UInt64) throws {
    try withTemporaryDirectory { directory in
      let (process, output) = try probe(directory, "P", requests: 100_000)
      var random = SeededGenerator(seed), said = 0
      let most = Int.random(in: 1...60, using: &random)
      while said < most {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        said += data.count { $0 == UInt8(ascii: "\n") }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let journal = try journal(directory)
      try journal.checkIntegrity()
      let count = try journal.desk().requests.count
      #expect(said >= most)
      #expect(count >= said)
      try record(journal) { _ in [request("Robin")] }
      #expect(try journal.desk().requests.count == count + 1)
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: pattern) }
  }
}
