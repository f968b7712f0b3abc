import Foundation
import MentorDirectory
import Testing

@testable import DirectorySync

@Suite struct ImporterTests {
  static let kinds: [(file: String, text: String, kind: SourceKind)] = [
    ("a.csv", "Name,City\nAda,Turin\n", .sheet), ("a.txt", "Name\tCity\nAda\tTurin\n", .sheet),
    ("a.csv", "[{\"name\": \"Ada\"}]", .data),
    ("a.txt", "- name: Ada\n  city: Turin\n- name: Ben\n  city: Kyiv\n", .data), ("a.yml", "---\n- name: Ada\n", .data),
    ("a.txt", "{\"mentors\": [{\"name\": \"Ada\"}]}", .data), ("a.md", "[Home](/)\n\n# Ada\n\nI mentor.\n", .page),
    ("a.html", "<!doctype html><h1>Ada</h1>", .page), ("a.txt", "<!doctype html><h1>Ada</h1>", .page),
    ("a.md", "---\ntitle: x\n---\n# Ada\n", .page),
    ("a.txt", "{| class=\"wikitable\"\n! Name\n|-\n| Ada\n|}\n", .wiki),
    ("a.txt", "== Mentors ==\n* [https://ada.example Ada]\n== More ==\n", .wiki),
    ("a.md", "| Name | Topics |\n|---|---|\n| Ada | Rust |\n| Ben | Go |\n", .wiki),
    (
      "a.md",
      "### Ada (@ada)\n- **Topics:** Rust\n- **Contact:** mail\n"
        + "### Ben (@ben)\n- **Topics:** Go\n- **Contact:** mail\n",
      .wiki
    ),
    (
      "a.md", "# Ada\n\nI can help with:\n\n- Rust\n- Go, and **also** tea\n\n| Day | Hour |\n|---|---|\n| Mon | 3 |\n",
      .page
    ),
    ("a.html", "<ul><li class=\"h-card\">A<li class='p-x h-card'>B<li class=\"vcard\">C</ul>", .wiki),
    ("plain", "Hello, I mentor people.\nWrite to me.\n", .page),
  ]

  @Test(arguments: kinds.indices) func `the content says what a file is`(_ index: Int) throws {
    let (file, text, kind) = Self.kinds[index]
    #expect(try ImportFixture().read(text, file: file).kind == kind, "\(file) \(text.prefix(40))")
  }

  @Test func `what the person says it is wins`() throws {
    let text =
      "Mentors\n\n* [Ada Example](https://ada.example/mentoring)\n* [Ben Muster](https://ben.example/mentoring)\n"
    let source = try ImportFixture(kind: .wiki).read(text, file: "a.txt")
    #expect(source.kind == .wiki)
    #expect(source.mentors.first?.page == "https://ada.example/mentoring")
    #expect(source.mentors.first?.provenance[.name]?.detail.hasSuffix("a.txt:3") ?? false)
  }

  @Test func `a profile at a code host tells who it is`() throws {
    let text = """
      - name: Ada Example
        profile: [https://social.example/ada, https://github.com/Ada]
      - name: Ada E.
        github: ada
      - name: Ben Muster
        profile: https://github.com/team/project
      """
    let source = try ImportFixture().read(text, file: "list.yml")
    #expect(source.mentors.map(\.id.rawValue) == ["https://github.com/ada", "list:ben-muster"])
  }

  @Test func `a folder is read recursively, each file once`() throws {
    let folder = try TemporaryFolder()
    let offer =
      "# Ada Example\n\nI am Ada Example. I mentor people who begin with compilers. Write to ada@ada.example.\n"
    try folder.write(offer, to: "pages/ada.md")
    try folder.write("<h2>nobody</h2>", to: "pages/deep/er/none.html")
    try folder.write("- name: Ben\n- name: Cleo\n", to: "data/list.yml")
    try folder.write("{\"name\": \"widget\", \"version\": \"1\"}", to: "package.json")
    try folder.write("colour: red\n", to: "data/theme.yml")
    try folder.write("# Hidden\n", to: ".git/x.md")
    try folder.write([0, 1, 2], to: "pages/picture.png")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/pages/loop", withDestinationPath: folder.path)
    let source = ImportFixture().run([folder.path, folder.path + "/pages/ada.md"], name: nil)
    #expect(source.kind == .folder)
    #expect(Set(source.names) == ["Ada Example", "Ben", "Cleo"])
    #expect(source.mentors.count == 3)
    #expect(
      source.skipped.map(\.reason) == ["empty: the page has only 1 word of text, and no offer or address in them"])
    #expect(source.name == (folder.path as NSString).lastPathComponent)
  }

  @Test func `what cannot be read is a sentence, and costs no other file`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("Name,City\nAda Example,Turin\n", to: "good.csv")
    let empty = try folder.write("", to: "empty.csv")
    let binary = try folder.write([0x50, 0x4B, 3, 4] + Array("xl/workbook".utf8), to: "list.xlsx")
    let source = ImportFixture().run([folder.path + "/none.csv", empty, binary, good, good])
    #expect(source.names == ["Ada Example"])
    #expect(source.files == [good])
    #expect(source.skipped.count == 3)
    #expect(source.skipped[2].reason.contains("CSV"))
    #expect(!source.skipped.contains { $0.reason.isEmpty })
  }

  @Test func `a guess at the encoding is reported`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Array("Name,City\nJ".utf8) + [0xFC] + Array("rgen Muster,K".utf8) + [0xF6] + Array("ln\n".utf8), to: "a.csv")
    let source = ImportFixture().run([path])
    #expect(source.names == ["Jürgen Muster"])
    #expect(source.warnings.contains { $0.reason.contains("windows-1252") })
  }

  @Test func `what is endless is refused with a reason`() throws {
    let wide = try ImportFixture().read("Name" + String(repeating: ",x", count: 6000) + "\nAda\n")
    #expect(wide.mentors.isEmpty)
    #expect(wide.skipped.count == 1)
    let long = try ImportFixture().read(String(repeating: "word ", count: 2_000_000), file: "page.md")
    #expect(long.skipped.first?.reason.contains("--as") ?? false)
  }

  @Test func `progress counts up, and a cancelled import stops`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<7000).map { "Person Number\($0),p\($0)@mail.example\n" }.joined()
    let path = try folder.write("Name,Email\n" + rows, to: "a.csv")
    var steps: [ImportProgress] = []
    let source = ImportFixture().run([path], progress: { steps.append($0) })
    #expect(source.mentors.count == 7000)
    #expect(steps.map(\.done) == steps.map(\.done).sorted())
    #expect(steps.last?.done == 7000)
    #expect(steps.dropLast().contains { abs(($0.about ?? 0) - 7000) < 700 })
    var asked = 0
    let stopped = ImportFixture().run(
      [path],
      isCancelled: {
        asked += 1
        return asked > 2
      })
    #expect(stopped.wasCancelled)
    #expect(stopped.mentors.count < 7000)
  }

  @Test func `names of sources come from files`() {
    #expect(Importer.sourceName(["/a/b/sign-up 2031.csv"]) == "sign-up 2031")
    #expect(Importer.sourceName(["lists/"]) == "lists")
    #expect(Importer.sourceName([]) == "import")
  }
}
