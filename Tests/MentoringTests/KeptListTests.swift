import Foundation
import MentorDirectory
import MentoringApp
import Testing

@testable import mentoring

@Suite struct KeptListTests {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
  }
  private func view(_ name: String, _ query: String = "") -> SavedView {
    SavedView(name: name, query: Query(query), sort: .fair)
  }

  @Test func viewsComeBack() throws {
    try inDirectory { directory in
      let file = ViewsFile(dataDirectory: directory)
      #expect(try file.load().isEmpty)
      let views = [view("Words", "team:Words \"a b\""), view("Ünïcode \"quoted\"")]
      try file.list.save(views, since: [])
      #expect(try file.load() == views)
      #expect(try file.view(named: "wORDS") == views[0])
      #expect(throws: Failure.self) { try file.view(named: "none") }
    }
  }

  @Test func aBrokenFileIsNamedWithItsLineAndLeftAlone() throws {
    try inDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let path = directory + "/views.json", broken = "{\n  \"version\": 1,\n  \"views\": [ oops ]\n"
      try broken.write(toFile: path, atomically: true, encoding: .utf8)
      let keeper = Keeper(dataDirectory: directory)
      #expect(keeper.problems.count == 1)
      #expect(keeper.problems.first?.text.hasPrefix("\(path):3: ") == true)
      #expect(keeper.keep(views: [view("New")])?.kind == .error)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == broken)
      #expect(keeper.keep(bookmarks: [MentorID("a")]) == nil)
      #expect(try BookmarksFile(dataDirectory: directory).load() == [MentorID("a")])
    }
  }

  @Test func anEntryThatIsNoneMakesTheFileBroken() throws {
    try inDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let path = directory + "/views.json"
      let text = "{\"version\": 1, \"views\": [\n  {\"name\": \"A\"},\n  {\"query\": \"x\"}\n]}\n"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: KeptListError.unreadable(path: path, line: 3, reason: "this is no entry of \"views\"")) {
        try ViewsFile(dataDirectory: directory).load()
      }
    }
  }

  @Test func whatAnotherProcessKeptStays() throws {
    try inDirectory { directory in
      let one = Keeper(dataDirectory: directory), other = Keeper(dataDirectory: directory)
      #expect(one.keep(views: [view("A"), view("B")]) == nil)
      #expect(other.keep(views: [view("C")]) == nil)
      #expect(one.keep(views: [view("A", "group:rust")]) == nil)
      let kept = try ViewsFile(dataDirectory: directory).load()
      #expect(kept == [view("A", "group:rust"), view("C")])
    }
  }

  @Test func theSampleCommunityKeepsNothing() {
    let keeper = Keeper(dataDirectory: nil)
    #expect(keeper.keep(views: [view("A")]) == nil)
    #expect(keeper.keep(bookmarks: [MentorID("a")]) == nil)
    #expect(Keeper(dataDirectory: nil).views.isEmpty)
  }

  @Test func aLaterFormatIsNotTouched() throws {
    try inDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try "{\"version\": 9, \"bookmarks\": []}".write(
        toFile: directory + "/bookmarks.json", atomically: true, encoding: .utf8)
      #expect(throws: KeptListError.newer(path: directory + "/bookmarks.json", found: 9, known: 1)) {
        try BookmarksFile(dataDirectory: directory).load()
      }
    }
  }
}
