import MentorDirectory
import MentoringApp
import Surface
import Testing

@Suite struct PlainTests {
  /// A session of the fixture; opening an address says so.
  private static func session(_ mentors: [Mentor] = Fixture.mentors, query: Query = Query()) throws -> PlainSession {
    let known = Dictionary(uniqueKeysWithValues: mentors.map { ($0.id, $0) })
    return PlainSession(
      index: try Fixture.index(mentors), status: DirectoryStatus(label: "Example community"), now: Fixture.now,
      query: query,
      world: PlainSession.World(details: { known[$0].map { MentorDetails(mentor: $0) } }, open: { "opened: \($0)" }))
  }

  /// What stands on the terminal after some commands.
  private static func dialogue(_ commands: [String], _ mentors: [Mentor] = Fixture.mentors) throws -> String {
    var session = try session(mentors)
    var lines = session.greeting()
    for command in commands { lines += [command.isEmpty ? ">" : "> " + command] + session.respond(to: command) }
    return lines.joined(separator: "\n")
  }

  @Test func whatChangedIsTold() throws {
    let before = WriteUp([.paragraph([.text("Reviews of first patches, on Mondays.")])])
    let bjorn = Fixture.mentors[1], earlier = EarlierWriteUp(before, until: Timestamp(seconds: 0))
    var session = PlainSession(
      index: try Fixture.index([bjorn]), status: DirectoryStatus(label: "Example community"), now: Fixture.now,
      world: PlainSession.World(
        details: { _ in MentorDetails(mentor: bjorn, previous: earlier) }, open: { $0 }))
    #expect(session.respond(to: "d") == ["read a mentor first: type the number"])
    _ = session.respond(to: "1")
    #expect(
      session.respond(to: "d") == [
        "Björn Åkesson", "Changed 1970-01-01: + new, − gone", "", "− Reviews of first patches, on Mondays.",
        "+ Reviews of first patches, and how to ask for one.",
      ])
  }

  @Test func searching() throws {
    let said = try Self.dialogue(
      ["?", "testing", "n", "l", "3", "review zzz", "X", "", "n", "n", "p"])
    let dialogue = """
      mentoring as lines: Example community, 12 mentors. ? lists the commands.
      > ?
      Type words to search, or a query: area:coding lang:de near:Berlin open:yes -not
      Commands:
        a number    read that mentor
        n, p        next ten, previous ten
        l           list the ten again
        ], [        next mentor, previous mentor, while reading
        o           open the mentor's page; o 3 opens link 3
        d           what changed in the write-up, while reading
        f           list the facets; f area or f 1 lists values; f area de narrows
        + 3         include value 3 of the facet listed last
        - 3         leave out mentors with value 3
        x, X        drop the last filter, clear all filters and the search
        u, r        undo the last change of the filters, redo it
        s           list the orders; s name sorts by name
        / word      search for a word that is also a command
        q           quit
      > testing
      testing: 3 mentors
      1. Amara Okonjo-Bell, Backend developer, Lagos, 2 free
      2. Rocío 🌵 Paz, Valparaíso, open
      3. 水野千尋, 翻訳者, Matsue, 4 free
      > n
      these are the last mentors
      > l
      1. Amara Okonjo-Bell, Backend developer, Lagos, 2 free
      2. Rocío 🌵 Paz, Valparaíso, open
      3. 水野千尋, 翻訳者, Matsue, 4 free
      > 3
      mentor 3 of 3
      水野千尋
      翻訳者, Words
      Matsue, Japan, UTC+9, 23:13 there

      areas      Localization, Coding
      interests  testing
      speaks     Japanese
      time       open, 4 of 4 places free

      はじめての翻訳を一緒に仕上げましょう。分からないことは何でも聞いてください。

      Where this comes from
      sample
      > review zzz
      review zzz: nobody
      without the words review zzz: 12 mentors
      > X
      no filters: 12 mentors
      >
      1. Amara Okonjo-Bell, Backend developer, Lagos, 2 free
      2. Björn Åkesson, Maintainer, Göteborg, full
      3. Dorothea Quandt, Style guide editor, Berlin, 2 free
      4. Ḵʼayáan X̱ʼunei, Canada, away
      5. Nemo
      6. Rocío 🌵 Paz, Valparaíso, open
      7. Wilhelmina Theodora Wilhelmina Theodora Wilhelmina Theodora Wilhelmina The...
      8. Zoltán Verőfény, Szeged, closed
      9. ليلى المنصوري, Aswan, 1 free
      10. अनुराधा जोशी, Technical writer, Nagpur, full
      2 more, n for the next
      > n
      11. თამარ ლომიძე, Kutaisi
      12. 水野千尋, 翻訳者, Matsue, 4 free
      > n
      these are the last mentors
      > p
      1. Amara Okonjo-Bell, Backend developer, Lagos, 2 free
      2. Björn Åkesson, Maintainer, Göteborg, full
      3. Dorothea Quandt, Style guide editor, Berlin, 2 free
      4. Ḵʼayáan X̱ʼunei, Canada, away
      5. Nemo
      6. Rocío 🌵 Paz, Valparaíso, open
      7. Wilhelmina Theodora Wilhelmina Theodora Wilhelmina Theodora Wilhelmina The...
      8. Zoltán Verőfény, Szeged, closed
      9. ليلى المنصوري, Aswan, 1 free
      10. अनुराधा जोशी, Technical writer, Nagpur, full
      2 more, n for the next
      """
    #expect(said == dialogue)
  }

  @Test func filtering() throws {
    let said = try Self.dialogue(
      [
        "f", "f area", "+ 2", "- 1", "f 2 ger", "+ 1", "u", "x", "s", "s free", "s availability", "l", "f loc", "n",
        "n",
      ])
    let dialogue = """
      mentoring as lines: Example community, 12 mentors. ? lists the commands.
      > f
      1. area, 6 values
      2. location, 24 values
      3. group, 3 values
      4. team, 4 values
      5. interest, 3 values
      6. language, 8 values
      7. availability, 6 values
      8. title, 5 values
      9. source, 1 value
      f and a number or a name lists the values
      > f area
      1. Coding, 5
      2. Localization, 4
      3. Support, 3
      4. Documentation, 2
      5. Community, 1
      6. Design, 1
      > + 2
      area Localization: 4 mentors
      > - 1
      area Localization, not area Coding: 2 mentors
      > f 2 ger
      1. Germany, Europe, 1
      > + 1
      area Localization, not area Coding, location Germany: 1 mentor
      > u
      area Localization, not area Coding: 2 mentors
      > x
      area Localization: 4 mentors
      > s
      match: best match, now
      name: by name
      title: by title
      location: by location
      group: by group
      interest: by interest
      availability: most free first
      changed: latest change first
      team: by team
      fair: fair order of the day
      s and one of these words sorts
      > s free
      there is no order free; s lists them; / s free searches for that
      > s availability
      order: most free first
      > l
      1. 水野千尋, 翻訳者, Matsue, 4 free
      2. Dorothea Quandt, Style guide editor, Berlin, 2 free
      3. თამარ ლომიძე, Kutaisi
      4. Zoltán Verőfény, Szeged, closed
      > f loc
      1. Asia, 2
      2. Europe, 2
      3. Georgia, Asia, 1
      4. Kutaisi, Georgia, Asia, 1
      5. Japan, Asia, 1
      6. Matsue, Japan, Asia, 1
      7. Germany, Europe, 1
      8. Berlin, Germany, Europe, 1
      9. Hungary, Europe, 1
      10. Szeged, Hungary, Europe, 1
      14 more, n for the next
      > n
      11. Africa, 0
      12. Egypt, Africa, 0
      13. Aswan, Egypt, Africa, 0
      14. Nigeria, Africa, 0
      15. Lagos, Nigeria, Africa, 0
      16. India, Asia, 0
      17. Nagpur, India, Asia, 0
      18. Sweden, Europe, 0
      19. Göteborg, Sweden, Europe, 0
      20. North America, 0
      4 more, n for the next
      > n
      21. Canada, North America, 0
      22. South America, 0
      23. Chile, South America, 0
      24. Valparaíso, Chile, South America, 0
      """
    #expect(said == dialogue)
  }

  @Test func reading() throws {
    let said = try Self.dialogue(
      ["o", "1", "o", "o 1", "o 9", "]", "q"])
    let dialogue = """
      mentoring as lines: Example community, 12 mentors. ? lists the commands.
      > o
      read a mentor first: type the number
      > 1
      mentor 1 of 12
      Amara Okonjo-Bell  she/her
      Backend developer, Sync
      Lagos, Nigeria, UTC+1, 15:13 there

      areas      Coding, Support
      interests  reviews, testing
      speaks     English, Yoruba
      groups     newcomers, rust
      time       open, 2 of 3 places free, Tuesdays

      What I can help with

      I keep the sync engine alive. Ask me about queues, retries and git bisect; the
      guide [1] is a good start, and so are the old answers [2].

      - your first patch
      - tests that fail for the right reason
        - flaky ones
        - slow ones

      How it goes

       9. You write what you want to learn.
      10. We read code together, in the editor that you like, for half an hour and not
          longer.

      > Nobody has ever asked a question that was too small for a good answer.

        git bisect start
          git bisect bad

      Day      Time
      Tuesday  18:00
      Friday   by arrangement

      See the guide [1] again.

      Getting in touch
      channels   video call, chat
      rhythm     half an hour every other week
      email      amara@okonjo.example
      matrix     @amara:chat.example

      Links
      [1] guide.html
      [2] https://forum.example/t/7
      [3] https://okonjo.example/mentoring/index.html

      Where this comes from
      sign-up sheet (mentors.csv:2), 2026-09-21: name, title, areas
      own page, 2026-09-21: interests (unsure)
      unchanged since 2026-02-02
      > o
      opened: https://okonjo.example/mentoring/index.html
      > o 1
      opened: https://okonjo.example/mentoring/guide.html
      > o 9
      there is no link 9 on this page
      > ]
      mentor 2 of 12
      Björn Åkesson
      Maintainer, Sync
      Göteborg, Sweden, UTC+2, 16:13 there

      areas      Coding
      speaks     Swedish, English
      groups     rust
      time       full

      Reviews of first patches, and how to ask for one.

      Where this comes from
      sample
      > q
      """
    #expect(said == dialogue)
  }

  @Test func readingGoesNoFurtherThanTheList() throws {
    var session = try Self.session()
    #expect(session.respond(to: "1").first == "mentor 1 of 12")
    #expect(session.respond(to: "[") == ["this is the first mentor of the list"])
    _ = session.respond(to: "12")
    #expect(session.respond(to: "]") == ["this is the last mentor of the list"])
    #expect(session.respond(to: "l").first?.hasPrefix("11. ") == true)
  }

  private static let marks = Set("─│┌┐└┘├┤┬┴┼•●○▌▸▾★…↵↓").union("\u{A0}")

  @Test func noLineIsWiderThanEightyColumnsOrDecorated() throws {
    var session = try Self.session()
    var lines = session.greeting()
    let commands =
      ["?", "", "n", "f", "s"] + (1...12).map(String.init) + FacetName.allCases.map { "f \($0.rawValue)" } + [
        "wilhelmina", "1", "X", "+ 1", "area:coding -team:sync location:africa near:berlin open:yes group:rust word",
      ]
    for command in commands { lines += session.respond(to: command) }
    #expect(lines.count > 100)
    for line in lines {
      #expect(line.displayWidth <= 80, "\(line)")
      #expect(Self.marks.isDisjoint(with: line), "\(line)")
    }
  }

  @Test func queryOfTheStartIsAsked() throws {
    var session = try Self.session(query: Query("area:localization"))
    #expect(session.greeting().last == "area localization: 4 mentors")
    #expect(session.respond(to: "u") == ["nothing to undo"])
  }

  @Test func wordsReplaceWordsAndFiltersAdd() throws {
    var session = try Self.session()
    _ = session.respond(to: "testing")
    _ = session.respond(to: "area:coding")
    #expect(session.query.text == "testing area:coding")
    _ = session.respond(to: "patch lang:en")
    #expect(session.query.text == "patch area:coding language:en")
    #expect(session.respond(to: "u").first?.hasPrefix("testing, area coding: ") == true)
  }

  @Test func aWordThatIsACommandIsSearchedAfterASlash() throws {
    var session = try Self.session()
    #expect(session.respond(to: "/ n").first?.hasPrefix("n: ") == true)
    #expect(session.query.text == "n")
    _ = session.respond(to: "-team:sync")
    #expect(session.query[.team].excluded == ["sync"])
    #expect(session.respond(to: "- sync") == ["- takes the numbers of values; / - sync searches for that"])
  }

  @Test func severalValuesAtOnce() throws {
    var session = try Self.session()
    _ = session.respond(to: "f area")
    #expect(session.respond(to: "+ 1 2") == ["area Coding, area Localization: 7 mentors"])
    #expect(session.respond(to: "+1") == ["Coding is included already; x drops the last filter"])
    #expect(session.respond(to: "- 99") == ["area has no value 99; f area lists them"])
  }

  @Test func commandsWithoutAnObjectSaySo() throws {
    var session = try Self.session()
    for (command, answer) in [
      ("+ 1", "list the values of a facet first: f lists the facets"), ("]", "read a mentor first: type the number"),
      ("o 1", "read a mentor first: type the number"), ("x", "there is no filter to drop"), ("u", "nothing to undo"),
      ("r", "nothing to redo"), ("p", "these are the first mentors"), ("0", "there is no mentor 0; the last is 12"),
      ("99999999999999999999", "99999999999999999999: nobody"), ("/", "type the words to search for"),
    ] { #expect(session.respond(to: command).first == answer, "\(command)") }
  }

  @Test func quitEnds() throws {
    var session = try Self.session()
    #expect(session.respond(to: "q").isEmpty && session.isOver)
  }

  @Test func emptyDirectorySaysHowToBegin() throws {
    var session = try Self.session([])
    #expect(session.greeting().contains { $0.contains("mentoring import") })
    for command in ["", "1", "n", "f", "f area", "word", "]", "X", "s name"] {
      #expect(!session.respond(to: command).isEmpty, "\(command)")
    }
  }

  @Test(arguments: 1...5)
  func nothingTraps(seed: Int) throws {
    var random = Random(seed: UInt64(seed)), session = try Self.session()
    let words =
      ["n", "p", "l", "f", "f area", "f 2", "f lang e", "+", "+ 1", "- 2", "-9", "x", "X", "u", "r", "]", "["]
      + ["o", "o 2", "3", "12", "-1", "s", "s fair", "testing", "open:yes", "\"", "", " ", "/", "?"]
    for _ in 0..<300 {
      let line =
        Int.random(in: 0..<8, using: &random) == 0
        ? random.text(scalars: 9) : words[Int.random(in: 0..<words.count, using: &random)]
      for answer in session.respond(to: line) { #expect(answer.displayWidth <= 80) }
    }
  }
}
