import MentorDirectory
import Testing

/// `mentoring find` and `mentoring facets`.
@Suite(.serialized, .timeLimit(.minutes(2))) struct FindCommandTests {
  private func filled() throws -> Sandbox {
    let box = try Sandbox()
    try box.write(Fixture.sheet, to: "a.csv")
    try #require(try box.run("import", "a.csv").status == 0)
    return box
  }

  @Test("Text is one aligned line per mentor")
  func text() throws {
    let run = try filled().run("find")
    #expect(run.status == 0)
    #expect(run.lines.map { String($0.prefix(11)) } == ["Aroha Ngata", "Béla Szép  ", "Chidi Okeke"])
    #expect(run.lines[1].hasSuffix("full"))
    #expect(run.lines.allSatisfy { $0.count <= 119 })
  }

  @Test("JSON has the stable keys")
  func json() throws {
    let run = try filled().run("find", "name:aroha", "--json")
    #expect(run.json["total"]?.int == 1)
    let mentor = run.json["mentors"]?.array?.first
    let keys = [
      "id", "name", "title", "areas", "groups", "team", "interests", "languages", "location", "availability", "page",
      "sources",
    ]
    for key in keys { #expect(mentor?[key] != nil, "\(key)") }
    for key in ["city", "region", "country", "countryCode"] { #expect(mentor?["location"]?[key] != nil, "\(key)") }
    for key in ["state", "free", "capacity", "until"] { #expect(mentor?["availability"]?[key] != nil, "\(key)") }
    #expect(mentor?["location"]?["countryCode"]?.string == "NZ")
    #expect(mentor?["page"]?.string == "https://aroha.example/mentoring")
  }

  @Test("Tab-separated lines all have the columns of the heading")
  func tabs() throws {
    let run = try filled().run("find", "--tsv")
    let columns = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
    #expect(columns.count == 4)
    #expect(Set(columns).count == 1)
    #expect(run.lines[0].hasPrefix("id\tname\t"))
  }

  @Test("--limit cuts the list and not the total, --sort orders it")
  func limitAndSort() throws {
    let box = try filled()
    let run = try box.run("find", "--json", "--limit", "1", "--sort", "location")
    #expect(run.json["total"]?.int == 3)
    #expect(run.json["mentors"]?.array?.count == 1)
    let order = try box.run("find", "--sort", "location", "--tsv").lines.dropFirst().map {
      $0.split(separator: "\t")[1]
    }
    #expect(order == ["Chidi Okeke", "Béla Szép", "Aroha Ngata"])
  }

  @Test("A query means the same however the shell quoted it")
  func quoting() throws {
    let box = try filled()
    let commands = [
      #"area:"Radio & Audio""#, #"'area:"Radio & Audio"'"#, #"area:"radio & audio" open:yes"#, "-team:Bridge -coding",
      #"'-team:Bridge -coding'"#, #"-area:coding near:"new zealand""#, #"near:"New Zealand""#, "'old radios' open:yes",
      #"'"old radios"'"#, "ngata RADIOS", "lang:mi", "-- -team:Bridge -coding", "-team:Bridge --limit 5 -coding",
    ]
    for words in commands {
      #expect(box.callThroughShell("find --json \(words)") == 0, "\(words): \(box.text(of: "said"))")
      let found = Finished(status: 0, output: box.text(of: "found"), error: box.text(of: "said"))
      #expect(found.names == ["Aroha Ngata"], "\(words)")
      #expect(found.error.isEmpty, "\(words)")
    }
  }

  @Test("An open quote is noted, and still searched for")
  func openQuote() throws {
    let run = try filled().run("find", "area:\"Radio & Au", "--json")
    #expect(run.status == 1 || run.names == ["Aroha Ngata"])
    #expect(run.error.contains("a quote is not closed; read as \"Radio & Au\" to the end"))
    let exact = try filled().run("find", "\"old radios", "--json")
    #expect(exact.names == ["Aroha Ngata"])
    #expect(exact.error.contains("a quote is not closed"))
  }

  @Test("Nobody found is status 1, with an empty answer of the same shape")
  func nobody() throws {
    let box = try filled()
    let run = try box.run("find", "zzzzqqqq", "--json")
    #expect(run.status == 1)
    #expect(run.json["total"]?.int == 0)
    #expect(run.json["mentors"]?.array?.isEmpty == true)
    #expect(run.error == "mentoring: nobody matches\n")
    #expect(try box.run("facets", "zzzzqqqq").status == 1)
  }

  @Test("An empty directory says how to begin", arguments: [["find"], ["facets"], ["show", "ada"], []])
  func empty(arguments: [String]) throws {
    let box = try Sandbox()
    let command = arguments.isEmpty ? "find" : arguments[0]
    let run = arguments.count == 2 ? try box.run(command, arguments[1]) : try box.run(command)
    #expect(run.status == 1)
    #expect(run.error.contains("mentoring import FILE"), "\(run.error)")
    #expect(run.error.contains("mentoring --demo"))
    #expect(run.output.isEmpty, "no heading without anything below it")
  }

  @Test("Output that cannot be written is trouble")
  func fullOutput() throws {
    let box = try filled()
    #expect(box.callThroughShell("find", output: "/dev/full") == 3)
    #expect(box.text(of: "said").contains("No space left"))
  }

  // MARK: - Facets

  @Test("Facets count, each with the stable keys")
  func facets() throws {
    let box = try filled()
    let all = try box.run("facets", "--json").json
    #expect(all["total"]?.int == 3)
    let names = all["facets"]?.array?.compactMap { $0["name"]?.string } ?? []
    #expect(Set(["area", "location", "group", "team", "interest", "language"]).isSubset(of: names))
    for facet in all["facets"]?.array ?? [] {
      for value in facet["values"]?.array ?? [] {
        for key in ["value", "path", "count", "chosen", "excluded"] { #expect(value[key] != nil, "\(key)") }
      }
    }
  }

  @Test("A chosen value is marked, and its facet's other counts ignore the choice")
  func chosen() throws {
    let run = try filled().run("facets", "--facet", "team", "--json", "team:harbour")
    #expect(run.json["total"]?.int == 2)
    let values = run.json["facets"]?.array?.first?["values"]?.array ?? []
    #expect(values.compactMap { $0["value"]?.string } == ["Harbour", "Bridge"])
    #expect(values.compactMap { $0["count"]?.int } == [2, 1])
    #expect(values.compactMap { $0["chosen"]?.bool } == [true, false])
  }

  @Test("As text, places stand below the region and country they are in")
  func placesAsText() throws {
    let run = try filled().run("facets", "--facet", "location")
    #expect(run.lines.first == "LOCATION")
    #expect(run.lines.contains("       1  Europe"))
    #expect(run.lines.contains("       1    Hungary"))
    #expect(run.lines.contains("       1      Budapest"))
  }
}
