import Glibc
import MentorDirectory
import Testing

/// `mentoring show` and `mentoring open`.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ShowCommandTests {
  private func filled() throws -> Sandbox {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try #require(try box.run("import", "a.csv").status == 0)
    return box
  }

  @Test("A mentor is found by address, name, part of a name, or words that nobody else matches")
  func found() throws {
    let box = try filled()
    for text in ["https://aroha.example/mentoring", "Aroha Ngata", "aroha ngata", "ngata", "old radios", "lang:mi"] {
      let run = try box.run("show", text)
      #expect(run.status == 0, "\(text): \(run.error)")
      #expect(run.lines.first == "Aroha Ngata")
      #expect(run.output.contains("I mend old radios & <b>listen</b>."))
      #expect(run.output.contains("aroha@example.org"))
    }
  }

  @Test("A name that several have is answered with their addresses")
  func ambiguous() throws {
    let box = try Sandbox()
    try box.write(
      "Name,Email,Page\nAda Ray,a@example.org,https://a.example/\nAda Ray,b@example.org,https://b.example/\n",
      to: "a.csv")
    _ = try box.run("import", "a.csv")
    let run = try box.run("show", "ada", "ray")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    for address in ["https://a.example", "https://b.example"] {
      #expect(run.error.contains(address), "\(run.error)")
      #expect(try box.run("show", address).status == 0)
    }
  }

  @Test("Nobody of that name is status 1 and a sentence")
  func nobody() throws {
    let run = try filled().run("show", "zzzzqqqq")
    #expect(run.status == 1)
    #expect(run.error.contains("“zzzzqqqq”"))
  }

  @Test("JSON has what find has, and the write-up as Markdown")
  func json() throws {
    let shown = try filled().run("show", "ngata", "--json").json
    let keys = ["id", "name", "contacts", "how", "writeUp", "provenance", "privacy", "verdict"]
    for key in keys { #expect(shown[key] != nil, "\(key)") }
    #expect(shown["writeUp"]?.string == "I mend old radios & \\<b>listen\\</b>.\n")
    let origin = shown["provenance"]?["team"]
    #expect(origin?["source"]?.string == "a")
    #expect(origin?["detail"]?.string == "a.csv:2")
    #expect(origin?["fetched"]?.string?.isEmpty == false)
    #expect(origin?["confidence"]?.double != nil)
  }

  @Test("The write-up as Markdown and as HTML, neither with markup of the text's own")
  func forms() throws {
    let box = try filled()
    #expect(try box.run("show", "ngata", "--markdown").output == "I mend old radios & \\<b>listen\\</b>.\n")
    #expect(
      try box.run("show", "ngata", "--html").output == "<p>I mend old radios &amp; &lt;b&gt;listen&lt;/b&gt;.</p>\n")
  }

  @Test("BROWSER opens the page, its arguments passed on whole")
  func browser() throws {
    let box = try filled()
    try box.write("#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '\(box.path)/opened'\n", to: "browser")
    box.shell("chmod 755 '\(box.full("browser"))'")
    let run = try box.run("open", "ngata", with: ["BROWSER": "/nowhere/at-all:\(box.full("browser")) --new %s"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    for _ in 0..<200 where box.text(of: "opened").isEmpty { usleep(10_000) }
    #expect(box.text(of: "opened") == "2\n--new\nhttps://aroha.example/mentoring\n")
  }

  @Test("Without a browser the address is printed", arguments: [[:], ["BROWSER": "/nowhere/at-all"]])
  func noBrowser(variables: [String: String]) throws {
    let run = try filled().run("open", "ngata", with: variables)
    #expect(run.status == 0)
    #expect(run.output == "https://aroha.example/mentoring\n")
    #expect(run.error.contains("BROWSER"))
  }

  @Test("A mentor without a page cannot be opened, and is told how else")
  func noPage() throws {
    let box = try Sandbox()
    try box.write("Name,Email\nOdd Nilsen,odd@example.no\n", to: "a.csv")
    _ = try box.run("import", "a.csv")
    let run = try box.run("open", "odd")
    #expect(run.status == 1)
    #expect(run.error.contains("mentoring show"))
  }
}
