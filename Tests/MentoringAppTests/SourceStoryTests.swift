import MentorDirectory
import MentoringApp
import Surface
import Testing

/// What a keeper does on the Sources screen, key by key.
@Suite struct SourceStoryTests {
  // MARK: - From screen to screen

  @Test func theScreenThatIsLeftStaysAsItIs() throws {
    var driver = try Driver(120, 30)
    driver.press("/")
    driver.type("testing")
    driver.press("Enter j Tab 2 j")
    let before = driver.screen, cursor = driver.surface.cursor
    for way in ["M-3 M-1", "M-3 q", "M-3 Escape", "` `", "3 Enter 1 Enter", "M-3 M-3 `"] {
      driver.press(way)
      #expect(driver.screen == before && driver.surface.cursor == cursor, "\(way)")
    }
    driver.press("Escape Enter j")
    let reading = driver.screen
    driver.press("M-3")
    #expect(driver.screen != reading)
    driver.press("M-1")
    #expect(driver.screen == reading)
  }

  @Test func aNumberIsACountUntilEnterFollows() throws {
    var driver = try Driver(120, 30)
    driver.press("3")
    #expect(driver.rows.last?.hasPrefix(" ↵ goes to 3 Sources") == true)
    driver.press("j")
    #expect(driver.state.screen == .directory && driver.state.directory.cursor == 3)
    driver.press("3 Enter")
    #expect(driver.state.screen == .sources)
    driver.press("1 Enter")
    #expect(driver.state.screen == .directory && driver.state.directory.cursor == 3)
    driver.press("2 Enter")
    #expect(driver.state.screen == .directory, "there is no screen of that number yet")
  }

  @Test func escapeGoesBackStepByStepAndNeverQuits() throws {
    var driver = try Driver.sources()
    driver.press("a")
    driver.press("Escape")
    driver.press("Tab Escape")
    #expect(driver.state.sources.focus == .list && driver.state.screen == .sources)
    driver.press("Escape Escape Escape")
    #expect(driver.state.screen == .directory)
    #expect(!driver.effects.contains(.quit))
    driver.press("M-3 q")
    #expect(!driver.effects.contains(.quit))
    driver.press("M-3 Q")
    #expect(driver.effects.last == .quit)
  }

  @Test func theCommandLineFindsEverything() throws {
    var driver = try Driver.sources()
    driver.press(":")
    driver.type("test-source")
    driver.press("Enter")
    #expect(driver.wanted == [.run(.test("Sign-up sheet"))])
    driver.press(":")
    driver.type("area:coding")
    driver.press("Enter")
    #expect(driver.state.screen == .directory && driver.query == "area:Coding" || driver.query == "area:coding")
    driver.press(":")
    driver.type("sources")
    driver.press("Enter")
    #expect(driver.state.screen == .sources)
  }

  // MARK: - Adding

  @Test func addingASource() throws {
    var driver = try Driver.sources()
    driver.press("a")
    driver.type("https://new.example/mentors.csv")
    driver.press("Enter")
    let settings = SourceSettings(address: "https://new.example/mentors.csv")
    #expect(driver.wanted == [.run(.add(settings))])
    #expect(driver.form?.isBusy == true && driver.screen.contains("adding …"))
    // Keys typed meanwhile change nothing, and Enter adds it once.
    driver.type("xyz")
    driver.press("Enter")
    #expect(driver.wanted.count == 1 && driver.form?.address.text == "https://new.example/mentors.csv")
    driver.send(.jobDone(.add(settings), said: "“new.example” was added as a sheet."))
    #expect(driver.form != nil, "the next key is for the new source, which is not here yet")
    #expect(driver.effects.last == .run(.list))
    let new = SourcesFixture.row("new.example", "sheet", settings.address) { _ in }
    driver.send(.sources([new] + SourcesFixture.rows))
    #expect(driver.form == nil)
    #expect(driver.state.message?.text.hasPrefix("“new.example” was added as a sheet. · r syncs it") == true)
    #expect(driver.state.sources.current?.name == "new.example")
    driver.press("r")
    #expect(driver.wanted.last == .sync(["new.example"]))
  }

  @Test func fromTheDirectoryOneKeyOpensTheForm() throws {
    var driver = try Driver(80, 24, mentors: [])
    driver.press("a")
    #expect(driver.form != nil && driver.state.screen == .sources)
    #expect(driver.asked == [.run(.list)])
  }

  @Test func whatIsWrongIsSaidInTheForm() throws {
    var driver = try Driver.sources()
    driver.press("a Enter")
    #expect(driver.screen.contains("The address is missing"))
    driver.type("ftp://x.example")
    #expect(!driver.screen.contains("The address is missing"))
    driver.press("Enter")
    let settings = SourceSettings(address: "ftp://x.example")
    driver.send(.jobFailed(.add(settings), why: "ftp addresses are not read. Take an http or https address."))
    #expect(driver.form?.isBusy == false)
    #expect(driver.screen.contains("ftp addresses are not read."))
    // A failure that comes when the form is gone is told all the same.
    driver.press("Enter Escape")
    driver.send(.jobFailed(.add(settings), why: "No."))
    #expect(driver.state.message == Message("No.", .error))
  }

  @Test func theKindIsGuessedSaidAndChosen() throws {
    var driver = try Driver.sources()
    driver.press("a")
    driver.type("https://x.example/a.csv")
    driver.press("Tab")
    #expect(driver.screen.contains("◂ find out (looks like sheet) ▸"))
    driver.press("Space")
    #expect(driver.form?.kind == "page")
    driver.press("Left Left")
    #expect(driver.form?.kind == "directory")
    driver.type("p")
    #expect(driver.form?.kind == "page")
    driver.type("p")
    #expect(driver.form?.kind == "phonebook")
    driver.press("Tab")
    driver.type("My list")
    driver.press("Tab Space Enter")
    #expect(
      driver.wanted == [
        .run(
          .add(
            SourceSettings(
              address: "https://x.example/a.csv", kind: "phonebook", name: "My list", allowsPrivate: true)))
      ])
  }

  // MARK: - Changing

  @Test func changingASourceKeepsWhatWasChanged() throws {
    var driver = try Driver.sources()
    driver.press("e C-u")
    driver.type("https://moved.example/x.csv")
    driver.press("Tab Tab C-u")
    driver.type("1d")
    driver.press("Tab Space Tab Space Enter")
    let changes: [SourceChange] = [
      .address("https://moved.example/x.csv"), .every("1d"), .allowsPrivate(true), .followsLinks(false),
    ]
    #expect(driver.wanted == [.run(.change("Sign-up sheet", changes))])
    driver.send(.jobDone(.change("Sign-up sheet", changes), said: ""))
    #expect(driver.form == nil && driver.effects.last == .run(.list))
  }

  @Test func theGroupIsAskedOnlyWhereThereAreGroups() throws {
    var driver = try Driver.sources()
    driver.press("Enter")
    #expect(!driver.screen.contains("Group"))
    driver.press("Escape j j Enter")
    #expect(driver.screen.contains("Group"))
    driver.press("S-Tab C-u")
    driver.type("helpers")
    driver.press("Enter")
    #expect(driver.wanted == [.run(.change("Phonebook", [.group("helpers")]))])
  }

  @Test func nothingChangedIsNothingToDo() throws {
    var driver = try Driver.sources()
    driver.press("e Enter")
    #expect(driver.wanted.isEmpty && driver.form == nil)
    driver.press("e C-u Enter")
    #expect(driver.wanted.isEmpty && driver.screen.contains("The address is missing."))
  }

  @Test func switchingOffAndOn() throws {
    var driver = try Driver.sources()
    driver.press("Space Space 3 j Space")
    #expect(
      driver.wanted == [
        .run(.change("Sign-up sheet", [.enabled(false)])), .run(.change("Sign-up sheet", [.enabled(true)])),
        .run(.change("Old list", [.enabled(true)])),
      ])
    driver.send(.jobFailed(.change("Old list", [.enabled(true)]), why: "No."))
    #expect(driver.effects.last == .run(.list), "what was only asked for is not left standing")
  }

  @Test func removingTakesADeliberateAnswer() throws {
    var driver = try Driver.sources()
    for answer in ["n", "Enter", "D", "Escape", "Space", "Y"] {
      driver.press("D")
      #expect(driver.rows.last?.contains("remove “Sign-up sheet” and its 34 mentors? y removes") == true)
      driver.press(answer)
      #expect(driver.wanted.isEmpty && driver.state.screen == .sources, "\(answer)")
    }
    driver.press("D y")
    #expect(driver.wanted == [.run(.remove("Sign-up sheet"))])
    driver.send(.jobDone(.remove("Sign-up sheet"), said: "“Sign-up sheet” was removed."))
    #expect(driver.effects.last == .run(.list))
    driver.send(.sources(Array(SourcesFixture.rows.dropFirst())))
    #expect(driver.state.sources.current?.name == "Team wiki")
    // A y that comes later answers nothing.
    driver.press("y")
    #expect(driver.wanted.last == .copy("https://wiki.example/index.php?title=Mentors&action=raw"))
  }

  // MARK: - Testing, opening, copying

  @Test func testingShowsWhatWouldCome() throws {
    var driver = try Driver.sources()
    driver.press("t")
    #expect(driver.wanted == [.run(.test("Sign-up sheet"))])
    #expect(driver.screen.contains("testing"))
    driver.press("j t")
    #expect(driver.wanted.count == 1, "one at a time")
    driver.press("k")
    driver.send(.tested(SourcePreview(source: "Sign-up sheet", lines: ["listed: 40 mentors", "Ada · Coding"])))
    #expect(driver.screen.contains("WOULD COME") && driver.screen.contains("listed: 40 mentors"))
    #expect(driver.screen.contains("nothing was kept"))
    driver.press("t c")
    #expect(driver.wanted.last == .cancelSync)
    driver.send(.jobFailed(.test("Sign-up sheet"), why: "The host has no address."))
    #expect(driver.state.sources.testing == nil)
    #expect(driver.state.message == Message("The host has no address.", .error))
  }

  @Test func openingAndCopying() throws {
    var driver = try Driver.sources()
    driver.press("o y G o")
    let address = "https://sheets.example/harbour/pub?output=csv"
    #expect(driver.wanted == [.open(address), .copy(address)])
    #expect(driver.state.message?.text.contains("/home/ada/mentors") == true)
  }

  // MARK: - Sync

  @Test func aSyncIsSeenFromEverywhereAndEndsWithASentence() throws {
    var driver = try Driver.sources()
    driver.press("R")
    #expect(driver.wanted == [.sync([])])
    driver.send(SourcesFixture.running)
    driver.send(.clock(Timestamp(seconds: Fixture.now.seconds + 4)))
    #expect(driver.rows[0].hasSuffix("syncing 34 of 120"))
    #expect(driver.rows[2].contains("34 of 120 · 1 problem · 8.5/s · 10 s left"))
    #expect(driver.rows[3].contains("https://okonjo.example/mentoring"))
    #expect(driver.rows.contains { $0.contains("◎ Sign-up sheet") && $0.contains("34 of 120") })
    #expect(driver.rows.contains { $0.contains("◎ Team wiki") && $0.contains("waiting") })
    #expect(driver.screen.contains("The page is gone (404)."))
    driver.press("M-1")
    #expect(driver.rows[0].hasSuffix("syncing 34 of 120"))
    driver.press("j")
    #expect(driver.state.directory.cursor == 1, "keys go on working")
    driver.send([
      .sourceDone("Sign-up sheet", SourceCounts(new: 3, unchanged: 31)),
      .source("Team wiki", kind: "wiki", address: "https://wiki.example/"),
      .sourceDone("Team wiki", SourceCounts(gone: 1)),
      .done(SourceCounts(new: 3, unchanged: 31, gone: 1, failed: 1)),
    ])
    driver.send(.sync(.ended(.finished)))
    #expect(driver.state.message?.text == "synced: 3 new, 1 gone, 1 failed · 1 to look at: 3 ↵")
    #expect(driver.effects.last == .run(.list))
    #expect(driver.state.sources.sync == nil && driver.state.directory.cursor == 1)
  }

  @Test func theDirectorySyncsAllToo() throws {
    var driver = try Driver(120, 30)
    driver.press("r")
    #expect(driver.asked == [.sync([])] && driver.state.screen == .directory)
    driver.press("C-c")
    #expect(driver.asked.last == .cancelSync)
    #expect(driver.rows[0].contains("stopping"))
  }

  @Test func stoppingKeepsWhatIsDone() throws {
    var driver = try Driver.sources()
    driver.press("c")
    #expect(driver.state.message == Message("no sync is running"))
    driver.press("r j r")
    #expect(driver.wanted == [.sync(["Sign-up sheet"])])
    #expect(driver.state.message?.text.contains("“Team wiki” comes when") == true)
    driver.send(SourcesFixture.running)
    driver.press("c")
    #expect(driver.wanted.last == .cancelSync)
    #expect(driver.screen.contains("stopping; what is done is kept"))
    driver.send([.sourceDone("Sign-up sheet", SourceCounts(new: 1)), .ended(.cancelled)])
    #expect(driver.state.message?.text == "stopped: 1 new; r goes on where it was")
    #expect(driver.state.sources.sync == nil, "what waited does not start")
    #expect(driver.effects.last == .run(.list))
  }

  @Test func whatWaitsStartsByItself() throws {
    var driver = try Driver.sources()
    driver.press("r j r r R")
    driver.send(.sync(.ended(.finished)))
    #expect(driver.wanted == [.sync(["Sign-up sheet"]), .sync(["Team wiki"])])
    driver.send(.sync(.ended(.finished)))
    #expect(driver.wanted.last == .sync([]))
  }

  @Test func aFailureIsTold() throws {
    var driver = try Driver.sources()
    driver.press("r")
    driver.send(.sync(.ended(.failed("The disk is full."))))
    #expect(driver.state.message == Message("The disk is full.", .error))
    // Without a sync of one's own nothing is shown of what comes late.
    driver.send(SourcesFixture.running)
    driver.send(.sync(.ended(.finished)))
    #expect(driver.state.sources.sync == nil && driver.state.message == Message("The disk is full.", .error))
  }

  @Test func aNewListKeepsTheCursorOnItsSource() throws {
    var driver = try Driver.sources()
    driver.press("2 j")
    driver.send(.sources(SourcesFixture.rows.reversed()))
    #expect(driver.state.sources.current?.name == "Phonebook")
    driver.send(.sources([]))
    #expect(driver.state.sources.current == nil)
    driver.press("Enter r t D Space o y j G Tab")
    #expect(driver.wanted.isEmpty)
    #expect(driver.screen.contains("There are no sources yet."))
  }

  @Test func whatWasImportedFromFilesIsNotSynced() throws {
    let files = SourcesFixture.row("files", "sheet", "/home/ada/mentors.csv") { $0.isOfFiles = true }
    var driver = try Driver.sources(rows: [files])
    for key in ["r", "e", "t", "Space"] {
      driver.press(key)
      #expect(driver.wanted.isEmpty && driver.state.message?.text.contains("mentoring import") == true, "\(key)")
    }
    driver.press("D y")
    #expect(driver.wanted == [.run(.remove("files"))])
  }

  @Test func aSourceThatFailsIsAProblemOfItsOwn() throws {
    var driver = try Driver.sources()
    driver.press("j r")
    driver.send([.started(["Team wiki"]), .source("Team wiki", kind: "wiki", address: "https://wiki.example/")])
    let problem = SourceProblem(place: "", reason: "The service wants a key. Set MENTORING_KEY_TEAM_WIKI to yours.")
    driver.send([.sourceDone("Team wiki", SourceCounts(), problem: problem)])
    #expect(driver.screen.contains("MENTORING_KEY_TEAM_WIKI"))
    driver.send(.sync(.ended(.finished)))
    #expect(driver.state.message?.kind == .warning)
  }

  // MARK: - Sample

  @Test func theSampleIsOnlyShown() throws {
    var driver = try Driver.sources(isReadOnly: true)
    #expect(driver.rows[1].contains("the sample is offline: only shown"))
    for keys in ["a", "e", "t", "r", "R", "Space", "D", "M-1 r", "a"] {
      driver.press(keys)
      #expect(driver.wanted.isEmpty && driver.form == nil, "\(keys)")
      #expect(driver.state.message?.text.hasPrefix("the sample community is offline") == true, "\(keys)")
    }
    driver.press("M-3 o")
    #expect(driver.wanted == [.open("https://sheets.example/harbour/pub?output=csv")])
  }

  // MARK: - Mouse

  @Test func theMouseChoosesOpensAndChangesScreens() throws {
    var driver = try Driver.sources()
    let row = driver.row(of: "Team wiki") ?? 0
    driver.click(10, row)
    #expect(driver.state.sources.current?.name == "Team wiki")
    driver.click(10, row, clicks: 2)
    #expect(driver.form?.original?.name == "Team wiki")
    driver.press("Escape")
    driver.click(driver.column(of: "1 Directory", in: 0) ?? 0, 0)
    #expect(driver.state.screen == .directory)
    driver.click(driver.column(of: "3 Sources", in: 0) ?? 0, 0)
    #expect(driver.state.screen == .sources)
    driver.wheel(.wheelDown, 100, 10)
    #expect(driver.state.sources.current?.name == "Team wiki", "the wheel moves what is under the pointer")
  }
}
