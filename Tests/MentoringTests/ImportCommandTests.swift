import MentorDirectory
import Testing

/// `mentoring import` of good files.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ImportCommandTests {
  @Test("A first import counts everybody as new, a second as unchanged")
  func again() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    let first = try box.run("import", "a.csv")
    #expect(first.status == 0)
    #expect(first.output == "3 new, 0 changed, 0 unchanged, 0 skipped  (a)\n")
    #expect(first.error.isEmpty)
    #expect(try box.run("import", "a.csv").output == "0 new, 0 changed, 3 unchanged, 0 skipped  (a)\n")
    #expect(try box.run("import", "./a.csv").output.hasPrefix("0 new, 0 changed, 3 unchanged"))
    #expect(try box.run("import", box.full("a.csv")).output.hasPrefix("0 new, 0 changed, 3 unchanged"))
    #expect(try box.run("find", "--json").json["total"]?.int == 3)
  }

  @Test("What changed in the file is counted: new, changed, unchanged, gone")
  func changes() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    var lines = Fixture.sheet.split(separator: "\n").map(String.init)
    lines[2] = lines[2].replacing("Bridge", with: "Harbour")
    lines[3] = "Gül Demir,gul@example.com,Design,,Izmir,Türkiye,Turkish,,,"
    try box.write(lines.joined(separator: "\n"), to: "a.csv")
    let run = try box.run("import", "a.csv", "--json")
    let counts = ["new", "changed", "unchanged", "gone"].map { run.json[$0]?.int }
    #expect(counts == [1, 1, 1, 1])
    #expect(try box.run("find", "--json").names == ["Aroha Ngata", "Béla Szép", "Gül Demir"])
  }

  @Test("A row that only moved down the sheet has not changed")
  func moved() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    var lines = Fixture.sheet.split(separator: "\n").map(String.init)
    lines.insert("Gül Demir,gul@example.com,Design,,Izmir,Türkiye,Turkish,,,", at: 1)
    try box.write(lines.joined(separator: "\n"), to: "a.csv")
    #expect(try box.run("import", "a.csv").output.hasPrefix("1 new, 0 changed, 3 unchanged"))
  }

  @Test("A column that --map names but the sheet has not is reported")
  func missingColumn() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    let run = try box.run("import", "a.csv", "--map", "interests=Nope")
    #expect((run.output + run.error).contains("--map names the column “Nope”, but there is none"))
  }

  @Test("The summary as JSON has the stable keys")
  func json() throws {
    let box = try Sandbox()
    try box.write(Fixture.list.replacing("\"weaving\"", with: "weaving\""), to: "b.json")
    let run = try box.run("import", "b.json", "--json")
    #expect(run.error.isEmpty)
    for key in ["new", "changed", "unchanged", "skipped", "sources"] { #expect(run.json[key] != nil, "\(key)") }
    #expect(run.json["sources"]?.array?.compactMap(\.string) == ["b"])
    for problem in run.json["skipped"]?.array ?? [] {
      #expect(problem["file"]?.string == "b.json")
      #expect(problem["line"]?.int == 2)
      #expect(problem["column"]?.int != nil)
      #expect(problem["reason"]?.string?.isEmpty == false)
    }
  }

  @Test("Sheets, JSON and YAML are told apart by their content")
  func kinds() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "one.txt")
    try box.write(Fixture.list, to: "two.txt")
    try box.write(Fixture.yaml, to: "three.yaml")
    let run = try box.run("import", "one.txt", "two.txt", "three.yaml")
    #expect(run.status == 0)
    #expect(run.output.contains("(one, two, three)"))
    let everybody = ["Aroha Ngata", "Béla Szép", "Chidi Okeke", "Dalia Jonaitė", "Esi Mensah", "Farid Huseynov"]
    #expect(try box.run("find", "--json").names == everybody)
  }

  @Test("The same person from two files is one mentor with both sources")
  func merged() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try box.write(Fixture.list, to: "b.json")
    #expect(try box.run("import", "a.csv", "b.json").output.hasPrefix("4 new, 1 changed, 0 unchanged"))
    let shown = try box.run("show", "Aroha Ngata", "--json").json
    #expect(shown["sources"]?.array?.compactMap(\.string).sorted() == ["a", "b"])
    #expect(shown["interests"]?.array?.compactMap(\.string) == ["vinyl"])
    #expect(shown["team"]?.string == "Harbour")
  }

  @Test("--name makes one source of all files, --map says what a column means")
  func nameAndMap() throws {
    let box = try Sandbox()
    try box.write("Name,E-mail,What could you teach?\nHana Kovářová,hana@example.cz,bread; knots\n", to: "a.csv")
    try box.write("Name,E-mail,What could you teach?\nIvo Horvat,ivo@example.hr,sails\n", to: "b.csv")
    let run = try box.run(
      "import", "a.csv", "b.csv", "--name", "sign-up sheet", "--map", "interests=What could you teach?", "--json")
    #expect(run.json["sources"]?.array?.compactMap(\.string) == ["sign-up sheet"])
    #expect(try box.run("find", "interest:knots", "--json").names == ["Hana Kovářová"])
    #expect(try box.run("find", "source:\"sign-up sheet\"", "--json").names == ["Hana Kovářová", "Ivo Horvat"])
  }

  @Test("--as says what a file is where looking does not tell")
  func asKind() throws {
    let box = try Sandbox()
    try box.write("name: only one person\nemail: x@example.org\n", to: "a.txt")
    #expect(try box.run("import", "a.txt", "--as", "data").status == 0)
    try box.write(Fixture.sheet, to: "b.json")
    #expect(try box.run("import", "b.json", "--as", "sheet").output.hasPrefix("3 new"))
  }

  @Test("A folder is imported with the lists in it, its origins named below it")
  func folder() throws {
    let box = try Sandbox()
    try box.makeDirectory("lists")
    try box.write(Fixture.sheet, to: "lists/a.csv")
    try box.write(Fixture.list, to: "lists/b.json")
    #expect(try box.run("import", "lists/").output.hasPrefix("4 new"))
    let shown = try box.run("show", "Béla Szép", "--json").json
    #expect(shown["provenance"]?["team"]?["detail"]?.string == "lists/a.csv:3")
  }

  @Test("The next start finds the index made")
  func index() throws {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    _ = try box.run("import", "a.csv")
    let made = box.bytes(of: "home/cache/mentoring/directory.index")
    #expect(made?.isEmpty == false)
    _ = try box.run("find")
    #expect(box.bytes(of: "home/cache/mentoring/directory.index") == made)
  }
}
