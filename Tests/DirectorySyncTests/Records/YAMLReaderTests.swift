import MentorDirectory
import Testing

@testable import DirectorySync

@Suite struct YAMLReaderTests {
  private func names(_ value: JSONValue?) -> [String] {
    (value?.array ?? value?["mentors"]?.array ?? []).compactMap { $0["name"]?.string }
  }

  @Test func `scalars stay text`() {
    let (value, problems) = YAMLReader.read(
      "- country: no\n  zip: 0123\n  time: 12:30\n  on: yes\n  none:\n  tilde: ~\n  date: 2031-02-03\n")
    #expect(problems.isEmpty)
    #expect(
      value
        == .array([
          .object([
            "country": .string("no"), "zip": .string("0123"), "time": .string("12:30"), "on": .string("yes"),
            "none": .null,
            "tilde": .null, "date": .string("2031-02-03"),
          ])
        ]))
  }

  @Test func `records know their line`() {
    let (value, _) = YAMLReader.read("# people\n- name: Ada\n  city: Turin\n\n- name: Ben\n", firstLine: 10)
    #expect(value?.array?.compactMap { $0.object?.line } == [11, 14])
  }

  @Test func `one broken item costs no other`() throws {
    let text = "- name: Ada\n- name: [Ben\n  city: Kyiv\n- name: Cleo\n  bio: |\n    - not an item\n    second line\n"
    let (value, problems) = YAMLReader.read(text)
    #expect(names(value) == ["Ada", "Cleo"])
    #expect(value?.array?.last?["bio"]?.string == "- not an item\nsecond line\n")
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect((2...4).contains(problem.line))
    #expect(!problem.isMended)
    #expect(value?.array?.compactMap { $0.object?.line } == [1, 4])
  }

  @Test func `a list under a key is taken apart as well`() {
    let (value, problems) = YAMLReader.read(
      "title: Our mentors\nmentors:\n  - name: Ada\n  - name: {Ben\n  - name: Cleo\nfooter: x\n")
    #expect(names(value) == ["Ada", "Cleo"])
    #expect(problems.count == 1)
  }

  @Test func `slips of the hand are mended and reported`() {
    let text = """
      - name: Ada
        chat: @ada
      - name: Ben
        bio: Engineer: likes tea
      - name: Cleo
      \tcity: Turin
      - name: "Dov" the second
      """
    let (value, problems) = YAMLReader.read(text)
    #expect(names(value) == ["Ada", "Ben", "Cleo", "\"Dov\" the second"])
    #expect(value?.array?[0]["chat"]?.string == "@ada")
    #expect(value?.array?[1]["bio"]?.string == "Engineer: likes tea")
    #expect(value?.array?[2]["city"]?.string == "Turin")
    #expect(problems.count == 4)
    #expect(!problems.contains { !$0.isMended })
  }

  @Test func `anchors, aliases and merge keys are followed`() {
    let (value, problems) = YAMLReader.read("- &a\n  name: Ada\n  city: Turin\n- <<: *a\n  name: Ben\n")
    #expect(problems.isEmpty)
    #expect(value?.array?[1]["city"]?.string == "Turin")
    #expect(value?.array?[1]["name"]?.string == "Ben")
  }

  @Test(.timeLimit(.minutes(1))) func `an alias bomb is refused`() {
    var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (previous, next) in zip("abcdefgh", "bcdefghi") {
      bomb += "\(next): &\(next) [" + Array(repeating: "*\(previous)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect(!YAMLReader.read(bomb).problems.isEmpty)
    #expect(!YAMLReader.read(bomb + "? *i\n: x\n").problems.isEmpty)
    #expect(!YAMLReader.read(String(repeating: "[", count: 100_000)).problems.isEmpty)
  }

  @Test func `several documents are a list, control characters do not cost the file`() {
    #expect(names(YAMLReader.read("name: Ada\n---\nname: Ben\u{1b}[0m\n").value) == ["Ada", "Ben[0m"])
  }
}

@Suite struct FrontMatterTests {
  @Test func `takes the head off a page`() {
    let page = ParsedFrontMatter("---\ntitle: Mentoring\nmentoring:\n  areas: [Support]\n---\n\nHello\n")
    #expect(page.object?["title"]?.string == "Mentoring")
    #expect(page.object?["mentoring"]?["areas"] == .array([.string("Support")]))
    #expect(page.body == "\nHello\n")
    #expect(page.bodyLine == 6)
  }

  @Test func `a page without one is all body`() {
    for text in ["Hello\n\n---\n\nthere\n", "---\nJust a rule above\n", "# Title\n---\nx: y\n---\n"] {
      #expect(ParsedFrontMatter(text).object == nil)
      #expect(ParsedFrontMatter(text).body == text)
    }
  }

  @Test func `CRLF, an empty body, and a broken head`() {
    let windows = ParsedFrontMatter("---\r\nname: Ada\r\n---\r\nHello")
    #expect(windows.object?["name"]?.string == "Ada")
    #expect(windows.body == "Hello")
    #expect(ParsedFrontMatter("---\nlayout: x\n---").body.isEmpty)
    let broken = ParsedFrontMatter("---\nname: [Ada\n---\nHello")
    #expect(broken.body == "Hello")
    #expect(broken.problems.count == 1)
  }

  @Test func `the plain part of TOML is understood`() {
    let page = ParsedFrontMatter(
      "+++\ntitle = \"Mentoring\"\ntags = [\"a\", 'b']\n[mentoring]\ncapacity = 2\n+++\nHello")
    #expect(page.object?["title"]?.string == "Mentoring")
    #expect(page.object?["mentoring.capacity"]?.int == 2)
    #expect(page.body == "Hello")
  }
}
