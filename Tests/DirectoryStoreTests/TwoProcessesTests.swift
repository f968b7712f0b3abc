import DirectoryStore
import Foundation
import MentorDirectory
import Testing

@Suite(.serialized) struct TwoProcesses {
  /// The program of the target `StoreProbe`, built beside the tests.
  private func probe(_ directory: String, source: String, count: Int, rounds: Int) throws -> Process {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let process = Process()
    process.executableURL = tests.appendingPathComponent("StoreProbe")
    process.arguments = [directory, source, "\(count)", "\(rounds)"]
    process.standardOutput = Pipe()
    return process
  }

  @Test func `two writers at once both succeed`() throws {
    try withTemporaryDirectory { directory in
      let writers = try ["one", "two"].map { try probe(directory, source: $0, count: 200, rounds: 15) }
      for writer in writers { try writer.run() }
      for writer in writers { writer.waitUntilExit() }
      #expect(writers.allSatisfy { $0.terminationStatus == 0 })
      let store = try DirectoryStore(directory: directory)
      try store.checkIntegrity()
      #expect(try store.count() == 400)
      #expect(try store.sources().map(\.records) == [200, 200])
    }
  }

  @Test func `a reader sees one state while another process writes`() throws {
    try withTemporaryDirectory { directory in
      let store = try DirectoryStore(directory: directory)
      let writer = try probe(directory, source: "probe", count: 300, rounds: 12)
      try writer.run()
      while writer.isRunning { _ = try Self.round(in: store) }
      #expect(try Self.round(in: store) == "Round 12")
    }
  }

  @Test func `a writer killed at any moment leaves a whole state`() throws {
    var random = SeededGenerator(11)
    try withTemporaryDirectory { directory in
      for _ in 0..<12 {
        let writer = try probe(directory, source: "probe", count: 300, rounds: 1_000_000)
        try writer.run()
        usleep(UInt32.random(in: 5_000...400_000, using: &random))
        kill(writer.processIdentifier, SIGKILL)
        writer.waitUntilExit()
        let store = try DirectoryStore(directory: directory)
        try store.checkIntegrity()
        _ = try Self.round(in: store)
        try store.close()
      }
      let store = try DirectoryStore(directory: directory)
      #expect(try store.generation() > 0)
      _ = try store.apply(source: sheet, records: people, now: day(1))
      #expect(try store.count() == 303)
    }
  }

  /// The round that all mentors are of; nil if there are none yet.
  private static func round(in store: DirectoryStore) throws -> String? {
    var titles = Set<String>(), words = Set<String>(), count = 0
    try store.forEachMentorInDisplayOrder { mentor in
      titles.insert(mentor.title)
      words.insert(mentor.writeUp.plainText)
      count += 1
    }
    #expect(count == 0 || count == 300)
    #expect(titles.count <= 1)
    #expect(words.count <= 1)
    return titles.first
  }
}
