import Foundation
import MentorDirectory
import MentoringApp
import Testing

@testable import mentoring

@Suite struct ExportTests {
  private func mentor(_ name: String, _ change: (inout Mentor) -> Void = { _ in }) -> Mentor {
    var mentor = Mentor(id: MentorID("key:1"), name: name)
    change(&mentor)
    return mentor
  }

  @Test(arguments: [
    ("plain", "plain"), ("=1+1", "'=1+1"), ("+48 1", "'+48 1"), ("-x", "'-x"), ("@sum", "'@sum"), (" =1", "' =1"),
    ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("a; =b", "\"a; =b\""),
    ("two\nlines", "\"two\nlines\""), ("＝1", "'＝1"), ("", ""), ("水野千尋", "水野千尋"),
  ])
  func cellsAreTextForEverySpreadsheet(text: String, cell: String) { #expect(CSVText.cell(text) == cell) }

  @Test func csvHasAHeadingAndLineEndsOfTheStandard() {
    let text = MentorExport.text([mentor("=cmd|' /C calc'!A0") { $0.areas = ["A, B", "C"] }], as: .csv)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("id,name,title,areas,"))
    #expect(lines[1].hasPrefix("key:1,'=cmd|' /C calc'!A0,,\"A, B; C\","))
    #expect(lines[2].isEmpty)
  }

  @Test func markdownOfAHostileNameIsText() {
    let hostile = mentor("a|b [x](http://y.example) <b> *c* `d` www.e.example\\") {
      $0.page = "https://p.example/a>b|c d"
    }
    let row = MentorExport.text([hostile], as: .markdown).split(separator: "\n")[2]
    let name = #"a\|b \[x\](http\://y.example) \<b\> \*c\* \`d\` www\.e.example\\"#
    #expect(row == "| [\(name)](<https://p.example/a%3Eb%7Cc%20d>) |  |  |  |  |  |")
  }

  @Test func aPageThatIsNoWebAddressIsNoLink() {
    let text = MentorExport.text([mentor("Ida") { $0.page = "javascript:alert(1)" }], as: .markdown)
    #expect(!text.contains("javascript"))
  }

  @Test func jsonIsThatOfFind() throws {
    let ida = mentor("Ida \"the\" Example")
    let value = try #require(JSONReader.read(MentorExport.text([ida], as: .json)).value)
    #expect(value["total"]?.int == 1)
    #expect(value["mentors"]?.array?.first == .object(ida.summaryJSON))
  }

  @Test(arguments: ExportFormat.allCases)
  func onlyWhatIsPublicGoesOut(format: ExportFormat) {
    let secret = Mentor(id: MentorID("https://secret.example/me"), name: "Ida Example")
    var open = secret
    open.title = "Hidden title"
    open.areas = ["Seen area"]
    open.page = "https://secret.example/me"
    open.contacts = [Contact(kind: "email", value: "decoded@secret.example", isDecoded: true)]
    open.privacy = [.title: .community, .page: .onlyMentor, .areas: .everyone]
    var nameless = mentor("Nobody Sees")
    nameless.privacy = [.name: .onlyMentor]
    let text = MentorExport.text([open, nameless], as: format)
    #expect(text.contains("Ida Example") && text.contains("Seen area"))
    for hidden in ["Hidden title", "secret.example", "Nobody Sees"] { #expect(!text.contains(hidden)) }
  }

  @Test func anExportOverwritesOnlyWhatItWasAskedTo() throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = ExportFile(directory: directory.path, home: directory.path + "/home")
    let path = file.path(of: "mentors.md")
    #expect(path == directory.path + "/mentors.md")
    #expect(file.path(of: "~/a/b.md") == directory.path + "/home/a/b.md")
    #expect(file.path(of: "/a.md") == "/a.md")
    #expect(try file.write("one", to: path, replacing: false))
    #expect(try !file.write("two", to: path, replacing: false))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
    #expect(try file.write("two", to: path, replacing: true))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    for replacing in [false, true] {
      #expect(throws: CocoaError.self) { try file.write("x", to: "/nowhere/at/all.csv", replacing: replacing) }
      #expect(throws: CocoaError.self) { try file.write("x", to: directory.path, replacing: replacing) }
    }
  }
}
