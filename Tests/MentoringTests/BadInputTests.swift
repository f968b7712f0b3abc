import Glibc
import MentorDirectory
import Testing

/// Files that are not what they should be: always a sentence that says where and what, never a lost record.
@Suite(.serialized, .timeLimit(.minutes(2))) struct BadInputTests {
  @Test("Of malformed JSON the good records come in, and the bad one is named by line and column")
  func json() throws {
    let box = try Sandbox()
    try box.write(
      "[{\"name\": \"Jun Sato\", \"email\": \"jun@example.jp\"},\n {\"name\": \"Lost\", \"email\": },\n"
        + " {\"name\": \"Kofi Boateng\", \"email\": \"kofi@example.gh\"}]", to: "b.json")
    let run = try box.run("import", "b.json")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("2 new, 0 changed, 0 unchanged, 1 skipped"))
    #expect(run.lines.contains { $0.hasPrefix("  b.json:2:28: ") }, "\(run.output)")
    #expect(try box.run("find", "--json").names == ["Jun Sato", "Kofi Boateng"])
  }

  @Test("Of malformed YAML likewise")
  func yaml() throws {
    let box = try Sandbox()
    try box.write(
      "- name: Lena Fischer\n  email: lena@example.de\n- name: Broken\n  email: a\n   oops: b\n- name: Mehdi Amrani\n"
        + "  email: mehdi@example.ma\n", to: "c.yaml")
    let run = try box.run("import", "c.yaml")
    #expect(run.output.contains("  c.yaml:5:"), "\(run.output)")
    #expect(try box.run("find", "--json").names.contains("Mehdi Amrani"))
  }

  @Test("An unclosed quote in a sheet is named, and the rows before it come in")
  func sheet() throws {
    let box = try Sandbox()
    try box.write("Name,Email\nNoor Ali,noor@example.org\n\"Open,open@example.org\n", to: "d.csv")
    let run = try box.run("import", "d.csv")
    #expect(run.output.contains("d.csv:3"), "\(run.output)")
    #expect(try box.run("find", "--json").names.contains("Noor Ali"))
  }

  @Test(
    "Files that hold no list are refused with a reason",
    arguments: [
      ("noise.csv", "it is not text"), ("empty.csv", "it is empty"), ("missing.csv", "there is no such file"),
      ("folder", "there is no page or list in this folder"), ("picture.csv", "picture"), ("object.json", "no list"),
    ])
  func refused(file: String, reason: String) throws {
    let box = try Sandbox()
    try box.write((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, to: "noise.csv")
    try box.write("", to: "empty.csv")
    try box.makeDirectory("folder")
    try box.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], to: "picture.csv")
    try box.write("{\"version\": 3}", to: "object.json")
    let run = try box.run("import", file)
    #expect(run.status == 3)
    #expect(run.output.contains("  \(file)"), "\(run.output)")
    #expect(run.output.contains(reason), "\(run.output)")
    #expect(run.error == "mentoring: No mentor came of this; nothing was changed.\n")
  }

  @Test("One file that cannot be read does not keep the others out, but the status tells")
  func partly() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    let run = try box.run("import", "a.csv", "missing.csv")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("3 new"))
    #expect(run.error == "mentoring: Nothing came of missing.csv; the rest was imported.\n")
  }

  @Test("A file that was emptied does not wipe out what it gave before")
  func emptied() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    try box.write("", to: "a.csv")
    #expect(try box.run("import", "a.csv").status == 3)
    #expect(try box.run("find", "--json").json["total"]?.int == 3)
  }

  @Test("A folder without permission is named", .enabled(if: PlainUser.isAvailable))
  func permission() throws {
    let box = try Sandbox()
    try box.makeDirectory("closed")
    try box.write(Fixture.sheet, to: "closed.csv")
    box.shell("chmod 000 '\(box.full("closed"))' '\(box.full("closed.csv"))'; chmod -R a+rwX '\(box.full("home"))'")
    for name in ["closed", "closed.csv"] {
      let run = try box.run("import", name, plainUser: true)
      #expect(run.status == 3)
      #expect(run.output.contains("\(name): it cannot be read (Permission denied)"), "\(run.output)\(run.error)")
    }
  }

  @Test("Hostile names never reach the output raw")
  func hostile() throws {
    let box = try Sandbox()
    let long = String(repeating: "long", count: 2500)
    try box.write(
      "Name,Email,Bio\nEve\u{1B}[31m\u{07}\u{9B}2J,x@example.org,\u{1B}]0;title\u{07}\n"
        + "\"\u{202E}evil\u{2066}\",y@example.org,\u{200F}\n\(long),z@example.org,\n", to: "f.csv")
    let file = "bad\u{1B}[2J\u{202E}.csv"
    try box.write("", to: file)
    let runs = [
      try box.run("import", "f.csv", file), try box.run("import", file, "--json"), try box.run("find"),
      try box.run("find", "--json"), try box.run("find", "--tsv"), try box.run("facets"),
      try box.run("show", "x@example.org"), try box.run("show", "evil", "--json"), try box.run("show", "evil"),
      try box.run("show", "\u{1B}[2Jnobody\u{202E}"), try box.run("find", "\"\u{1B}[2Jopen"),
    ]
    #expect(runs[0].output.hasPrefix("3 new"))
    for run in runs {
      let said = run.output + run.error
      #expect(!said.isEmpty)
      #expect(!said.unicodeScalars.contains { $0.isUnwelcome }, "\(said.debugDescription)")
      #expect(!said.contains(long))
    }
  }

  @Test("A wide variety of damaged files ends in a sentence, never in a trap")
  func mutations() throws {
    let box = try Sandbox()
    var random = SystemRandomNumberGenerator()
    var files: [String] = []
    for (number, fixture) in [Fixture.sheet, Fixture.list, Fixture.yaml].enumerated() {
      for round in 0..<6 {
        var bytes = Array(fixture.utf8)
        for _ in 0...round { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255) }
        if round.isMultiple(of: 2) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        let name = "m\(number)-\(round).\(["csv", "json", "yaml"][number])"
        try box.write(bytes, to: name)
        files.append(name)
      }
    }
    for file in files {
      let run = try box.run("import", file, "--name", "all")
      #expect([0, 3].contains(run.status), "\(file): \(box.bytes(of: file) ?? []): \(run)")
    }
  }
}
