import LoopbackKit
import MentorDirectory
import Testing

/// `mentoring source`: what is set up, by whom, and what is kept of it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SourceCommandTests {
  @Test("A source is added by its address, and its kind is said with the reason")
  func add() throws {
    let box = try Sandbox()
    let sheet = try box.run("source", "add", "https://lists.example/mentors.csv", "--name", "sign-ups")
    #expect(sheet.status == 0, "\(sheet.error)")
    #expect(sheet.output == "“sign-ups” was added as sheet: its name ends in .csv.\n")
    let page = try box.run("source", "add", "ada.example/mentoring")
    #expect(page.output.hasPrefix("“ada.example” was added as page: "), "\(page.output)\(page.error)")
    let list = try box.run("source", "list")
    #expect(
      list.output == """
        sign-ups  sheet · never read · every 1d
          https://lists.example/mentors.csv
        ada.example  page · never read · every 1d
          https://ada.example/mentoring

        """)
    let again = try box.run("source", "add", "https://lists.example/mentors.csv")
    #expect(again.status == 2)
    #expect(again.error.contains("`mentoring source set sign-ups KEY VALUE` changes how"), "\(again.error)")
    #expect(try box.run("source", "add", "https://b.example/b.csv", "--name", "SIGN-UPS").status == 2)
    #expect(try box.run("find").error.contains("source add ADDRESS"))
  }

  @Test("The command that a message names can be typed as it stands, whatever the source is called")
  func quotedName() throws {
    let box = try Sandbox()
    for (name, word) in [("our list (2)", "'our list (2)'"), ("Ada's", #"'Ada'\''s'"#), ("ada.example", "ada.example")]
    {
      let run = try box.run("source", "add", "https://lists.example/\(word.count).csv", "--name", name)
      #expect(run.error.contains("`mentoring source test \(word)` shows"), "\(run.error)")
    }
  }

  @Test("What neither address nor answer tells has to be said; then it is taken without asking anybody")
  func kind() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    world.set("lists.example/people") { _ in .json(#"[{"name": "Ada Example", "email": "ada@mail.example"}]"#) }
    let answered = try box.run("source", "add", "http://lists.example/people", "--name", "people")
    #expect(answered.output.hasPrefix("“people” was added as data: "), "\(answered.output)\(answered.error)")
    let missing = try box.run("source", "add", "http://lists.example/nothing")
    #expect(missing.status == 3)
    #expect(missing.error.contains("(404). Nothing was added. Say what it is with --as"), "\(missing.error)")
    let said = try box.run("source", "add", "http://lists.example/nothing", "--as", "list")
    #expect(said.status == 0, "\(said.error)")
    #expect(try box.run("source", "add", "http://x.example/", "--as", "magic").status == 2)
    #expect(try box.run("source", "add", "ftp://x.example/mentors.csv").status == 2)
  }

  @Test("A key has no place in an address, nor in the registry, the output or an error")
  func secrets() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    let refused = try box.run("source", "add", "http://phone.example/api/v2/users/?api-key=hush")
    #expect(refused.status == 2)
    #expect(refused.error.contains("holds a key (api-key)") && !refused.error.contains("hush"), "\(refused.error)")
    #expect(
      try box.run("source", "add", "http://phone.example/api/v2/users/", "--name", "our phonebook").status == 0)
    world.set("phone.example/api/v2/users/") { request in
      request["x-api-key"] == "hush-hush" ? .json(#"{"count": 0, "next": null, "results": []}"#) : .status(403)
    }
    let none = try box.run("sync")
    #expect(none.status == 3)
    #expect(none.error.contains("Set MENTORING_KEY_OUR_PHONEBOOK to yours."), "\(none.error)")
    let wrong = try box.run("sync", with: ["MENTORING_KEY_OUR_PHONEBOOK": "wrong-key"])
    #expect(wrong.error.contains("does not accept the key") && !wrong.error.contains("wrong-key"), "\(wrong.error)")
    let right = try box.run("sync", with: ["MENTORING_KEY_OUR_PHONEBOOK": "hush-hush"])
    #expect(right.status == 0, "\(right.error)")
    for text in [right.output, right.error, box.text(of: "home/data/mentoring/sources.json")] {
      #expect(!text.contains("hush-hush"))
    }
  }

  @Test("This machine and its network are asked only where that is allowed")
  func privateAddresses() throws {
    let world = try SyncWorld()
    let box = try Sandbox()
    world.set("127.0.0.1/mentors.csv") { _ in .page("Name,Email\nAda Example,ada@mail.example\n", type: "text/csv") }
    let address = "http://127.0.0.1:\(world.port)/mentors.csv"
    #expect(try box.run("source", "add", address, "--name", "here").status == 0)
    let refused = try box.run("sync")
    #expect(refused.status == 3)
    #expect(refused.error.contains("allow-private yes"), "\(refused.error)")
    #expect(world.requests.isEmpty)
    #expect(try box.run("source", "set", "here", "allow-private", "yes").status == 0)
    let allowed = try box.run("sync")
    #expect(allowed.status == 0, "\(allowed.error)")
    #expect(try box.run("find", "--json").names == ["Ada Example"])
  }

  @Test("A test shows what would come, and stores nothing")
  func test() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    world.sheet(["aroha", "bela"])
    world.page("aroha")
    _ = try box.addSheet()
    let run = try box.run("source", "test", "sheet")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("listed: 2 mentors, 2 pages behind it"), "\(run.output)")
    #expect(run.output.contains("http://aroha.example/mentoring: Aroha Example"), "\(run.output)")
    #expect(run.output.contains("http://bela.example/mentoring: ") && run.output.contains("(404)"), "\(run.output)")
    #expect(try box.run("find").status == 1)
    #expect(try box.run("source", "list").output.contains("never read"))
    world.set("lists.example/mentors.csv", nil)
    let failed = try box.run("source", "test", "sheet")
    #expect(failed.status == 3)
    #expect(failed.error.contains("lists.example/mentors.csv") && failed.error.contains("404"), "\(failed.error)")
  }

  @Test("Settings are checked, kept, and make the next sync read anew")
  func set() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    world.set("lists.example/mentors.csv") {
      .tagged("Wer,Was\nAda Example,Kite flying\n", "\"1\"", for: $0)
    }
    _ = try box.addSheet()
    for (key, value) in [("every", "often"), ("enabled", "maybe"), ("map", "nonsense"), ("as", "magic"), ("x", "y")] {
      #expect(try box.run("source", "set", "sheet", key, value).status == 2, "\(key)")
    }
    for (key, value) in [
      ("every", "12h"), ("map", "name=Wer"), ("map", "interests=Was"), ("scope", "for friends only"),
    ] {
      #expect(try box.run("source", "set", "sheet", key, value).status == 0, "\(key)")
    }
    #expect(try box.run("sync").status == 0)
    let ada = try box.run("show", "ada", "--json").json
    #expect(ada["interests"]?.array?.compactMap(\.string) == ["Kite flying"])
    #expect(ada["scopeNote"]?.string == "for friends only")
    #expect(try box.run("source", "set", "sheet", "map", "areas=Was").status == 0)
    #expect(try box.run("sync").status == 0)
    #expect(try box.run("show", "ada", "--json").json["interests"]?.array?.isEmpty == true)
    let listed = try box.run("source", "list", "SHEET", "--json").json["sources"]?.array?.first
    #expect(listed?["every"]?.string == "12h" && listed?["mentors"]?.int == 1)
  }

  @Test("What is removed takes its mentors; files keep theirs")
  func remove() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    world.sheet(["aroha"])
    world.page("aroha")
    _ = try box.addSheet()
    try box.write(Fixture.list, to: "b.json")
    #expect(try box.run("import", "b.json", "--name", "sheet").status == 2)
    #expect(try box.run("import", "b.json").status == 0)
    #expect(try box.run("sync").status == 0)
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Aroha Ngata", "Dalia Jonaitė"])
    #expect(try box.run("sync", "b").error.contains("`mentoring import` brings it up to date"))
    let removed = try box.run("source", "remove", "sheet")
    #expect(removed.output == "“sheet” was removed, and with it 1 mentor whom no other source knows.\n")
    #expect(try box.run("find", "--json").names == ["Aroha Ngata", "Dalia Jonaitė"])
    #expect(try box.run("sync").status == 1)
    let unknown = try box.run("source", "remove", "sheet")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("There are “b”."), "\(unknown.error)")
  }

  @Test("Whoever opts out stays out of the next sync, until an address lets them in again")
  func optOut() throws {
    let world = try SyncWorld()
    let box = try world.sandbox()
    world.sheet(["aroha", "bela"])
    for name in ["aroha", "bela"] { world.page(name) }
    _ = try box.addSheet()
    #expect(try box.run("sync").status == 0)
    let out = try box.run("source", "opt-out", "aroha")
    #expect(out.output == "Aroha Example is no longer listed, and will not be.\n", "\(out.error)")
    #expect(!out.error.contains("imported files"), "nothing was imported: \(out.error)")
    #expect(try box.run("find", "--json").names == ["Bela Example"])
    world.sheet(["aroha", "bela", "chidi"])
    world.page("chidi")
    #expect(try box.run("sync").status == 0)
    #expect(try box.run("find", "--json").names == ["Bela Example", "Chidi Example"])
    box.shell("rm -r '\(box.full("home/cache"))'")
    #expect(try box.run("sync").status == 0)
    #expect(try box.run("find", "--json").names == ["Bela Example", "Chidi Example"])
    #expect(!box.text(of: "home/data/mentoring/opt-outs.json").lowercased().contains("aroha"))
    #expect(try box.run("source", "opt-out", "--undo", "nobody@mail.example").status == 1)
    #expect(try box.run("source", "opt-out", "--undo", "http://aroha.example/mentoring").status == 0)
    #expect(try box.run("sync").status == 0)
    #expect(try box.run("find", "--json").names == ["Aroha Example", "Bela Example", "Chidi Example"])
  }
}
