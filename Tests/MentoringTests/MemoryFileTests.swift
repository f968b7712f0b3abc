import Foundation
import MentorDirectory
import MentoringApp
import Testing

@testable import mentoring

@Suite struct MemoryFileTests {
  private func inDirectory(_ body: (MemoryFile) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(MemoryFile(stateDirectory: directory.path))
  }

  private func write(_ text: String, to file: MemoryFile) throws {
    try FileManager.default.createDirectory(
      atPath: (file.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file.path, atomically: true, encoding: .utf8)
  }

  private var memory: ScreenMemory {
    var memory = ScreenMemory()
    memory.columns = [.area, .team]
    memory.dividers[.facets] = 300
    memory.searches = ["rust"]
    return memory
  }

  @Test func itComesBackAndIsForTheUserAlone() throws {
    try inDirectory { file in
      #expect(file.load() == .none)
      file.save(memory)
      #expect(file.load() == .memory(memory))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test(arguments: ["", "{", "[1, 2]", "\u{0}\u{1}", "{\"version\": \"one\"}", "{\"searches\": []}"])
  func whatCannotBeReadIsForgottenAndWrittenAnew(text: String) throws {
    try inDirectory { file in
      try write(text, to: file)
      #expect(file.load() == .none)
      file.save(memory)
      #expect(file.load() == .memory(memory))
    }
  }

  @Test func aLaterFormatIsLeftAlone() throws {
    try inDirectory { file in
      let text = "{\"version\": 7, \"panes\": {}}"
      try write(text, to: file)
      file.save(memory)
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
    }
  }

  @Test func twoRunsKeepTheLinesOfBoth() throws {
    try inDirectory { file in
      let directory = (file.path as NSString).deletingLastPathComponent
      let one = Keeper(dataDirectory: nil, stateDirectory: directory)
      let other = Keeper(dataDirectory: nil, stateDirectory: directory)
      var theirs = memory
      theirs.searches = ["maps"]
      one.keep(memory: memory)
      other.keep(memory: theirs)
      #expect(Keeper(dataDirectory: nil, stateDirectory: directory).memory?.searches == ["rust", "maps"])
    }
  }

  @Test func aDirectoryThatCannotBeMadeIsNoError() {
    MemoryFile(stateDirectory: "/proc/nowhere").save(memory)
    #expect(MemoryFile(stateDirectory: "/proc/nowhere").load() == .none)
  }
}
