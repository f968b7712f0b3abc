import MentorDirectory
import MentoringApp
import Surface
import Testing

/// A community of invented people, hard to draw: several scripts, marks that stand alone, an emoji, a name of 500
/// characters, somebody of whom nothing is known.
enum Fixture {
  static let now = Timestamp(seconds: 1_790_000_000)

  static let mentors: [Mentor] = [
    mentor("Amara Okonjo-Bell", areas: ["Coding", "Support"], place: ("Africa", "Nigeria", "Lagos"), of: 60) {
      $0.pronouns = "she/her"
      $0.title = "Backend developer"
      $0.team = "Sync"
      $0.groups = ["newcomers", "rust"]
      $0.interests = ["reviews", "testing"]
      $0.languages = [Language(code: "en", name: "English"), Language(code: "yo", name: "Yoruba")]
      $0.availability = Availability(state: .open, capacity: 3, load: 1, note: "Tuesdays")
      $0.page = "https://okonjo.example/mentoring/index.html"
      $0.contacts = [
        Contact(kind: "email", value: "amara@okonjo.example"), Contact(kind: "matrix", value: "@amara:chat.example"),
      ]
      $0.how.channels = ["video call", "chat"]
      $0.how.rhythm = "half an hour every other week"
      $0.writeUp = writeUp
      let sheet = Provenance(source: "sign-up sheet", detail: "mentors.csv:2", fetched: now)
      for field in [MentorField.name, .title, .areas] { $0.provenance[field] = sheet }
      $0.provenance[.interests] = Provenance(source: "own page", fetched: now, confidence: 0.4)
      $0.lastChanged = Timestamp(seconds: 1_770_000_000)
    },
    mentor("Björn Åkesson", areas: ["Coding"], place: ("Europe", "Sweden", "Göteborg"), of: 120) {
      $0.title = "Maintainer"
      $0.team = "Sync"
      $0.groups = ["rust"]
      $0.languages = [Language(code: "sv", name: "Swedish"), Language(code: "en", name: "English")]
      $0.availability = Availability(state: .full)
      $0.writeUp = WriteUp([.paragraph([.text("Reviews of first patches, and how to ask for one.")])])
    },
    mentor(
      "Dorothea Quandt", areas: ["Localization", "Documentation"], place: ("Europe", "Germany", "Berlin"), of: 120
    ) {
      $0.title = "Style guide editor"
      $0.team = "Words"
      $0.groups = ["newcomers", "alumni"]
      $0.languages = [Language(code: "de", name: "German")]
      $0.availability = Availability(state: .limited, capacity: 2)
      $0.page = "https://quandt.example/"
    },
    mentor("Ḵʼayáan X̱ʼunei", areas: ["Community"], place: ("North America", "Canada", ""), of: nil) {
      $0.availability = Availability(state: .away, until: CalendarDay("2026-11-02"))
    },
    mentor("Nemo", areas: [], place: nil, of: nil),
    mentor("Rocío 🌵 Paz", areas: ["Design"], place: ("South America", "Chile", "Valparaíso"), of: -180) {
      $0.team = "Shapes"
      $0.groups = ["newcomers"]
      $0.interests = ["icons", "testing"]
      $0.languages = [Language(code: "es", name: "Spanish")]
      $0.availability = Availability(state: .open)
    },
    mentor(
      String(String(repeating: "Wilhelmina Theodora ", count: 25).prefix(500)), areas: ["Coding"], place: nil, of: nil),
    mentor(
      "Zoltán Verőfény", areas: ["Support", "Coding", "Localization"], place: ("Europe", "Hungary", "Szeged"), of: 120
    ) {
      $0.team = "Help desk"
      $0.groups = ["alumni"]
      $0.availability = Availability(state: .closed)
    },
    mentor("თამარ ლომიძე", areas: ["Localization"], place: ("Asia", "Georgia", "Kutaisi"), of: 240) {
      $0.team = "Words"
      $0.languages = [Language(code: "ka", name: "Georgian")]
    },
    mentor("ليلى المنصوري", areas: ["Support"], place: ("Africa", "Egypt", "Aswan"), of: 180) {
      $0.team = "Help desk"
      $0.groups = ["newcomers"]
      $0.languages = [Language(code: "ar", name: "Arabic")]
      $0.availability = Availability(state: .open, capacity: 1)
    },
    mentor("अनुराधा जोशी", areas: ["Documentation"], place: ("Asia", "India", "Nagpur"), of: 330) {
      $0.title = "Technical writer"
      $0.availability = Availability(state: .open, capacity: 2, load: 2)
    },
    mentor("水野千尋", areas: ["Localization", "Coding"], place: ("Asia", "Japan", "Matsue"), of: 540) {
      $0.title = "翻訳者"
      $0.team = "Words"
      $0.interests = ["testing"]
      $0.languages = [Language(code: "ja", name: "Japanese")]
      $0.availability = Availability(state: .open, capacity: 4)
      $0.writeUp = WriteUp([.paragraph([.text("はじめての翻訳を一緒に仕上げましょう。分からないことは何でも聞いてください。")])])
    },
  ]

  /// Every kind of block and inline.
  static let writeUp = WriteUp([
    .heading(level: 1, [.text("What I can help with")]),
    .paragraph([
      .text("I keep the "), .strong([.text("sync engine")]), .text(" alive. Ask me about "),
      .emphasis([.text("queues")]),
      .text(", retries and "), .code("git bisect"), .text("; the "), .link(address: "guide.html", [.text("guide")]),
      .text(" is a good start, and so are the "), .link(address: "https://forum.example/t/7", [.text("old answers")]),
      .text("."),
    ]),
    .list(
      .init(items: [
        [.paragraph([.text("your first patch")])],
        [
          .paragraph([.text("tests that fail for the right reason")]),
          .list(.init(items: [[.paragraph([.text("flaky ones")])], [.paragraph([.text("slow ones")])]])),
        ],
      ])),
    .heading(level: 2, [.text("How it goes")]),
    .list(
      .init(
        start: 9,
        items: [
          [.paragraph([.text("You write what you want to learn.")])],
          [.paragraph([.text("We read code together, in the editor that you like, for half an hour and not longer.")])],
        ])),
    .quote([.paragraph([.text("Nobody has ever asked a question that was too small for a good answer.")])]),
    .code(language: "sh", text: "git bisect start\n\tgit bisect bad"),
    .table(
      .init(
        header: [[.text("Day")], [.text("Time")]],
        rows: [[[.text("Tuesday")], [.text("18:00")]], [[.text("Friday")], [.text("by arrangement")]]])),
    .rule,
    .paragraph([.text("See "), .link(address: "guide.html", [.text("the guide")]), .text(" again.")]),
  ])

  private static func mentor(
    _ name: String, areas: [String], place: (region: String, country: String, city: String)?, of offset: Int?,
    _ change: (inout Mentor) -> Void = { _ in }
  ) -> Mentor {
    var mentor = Mentor(id: MentorID("key:" + name.folded), name: name)
    mentor.areas = areas
    if let place {
      mentor.place = Place(raw: place.city)
      (mentor.place.region, mentor.place.country, mentor.place.city) = place
      mentor.place.utcOffset = offset
    }
    mentor.sources = ["sample"]
    change(&mentor)
    return mentor
  }

  static func index(_ mentors: [Mentor] = mentors) throws -> SearchIndex {
    var builder = IndexBuilder()
    for mentor in mentors.inDisplayOrder() { builder.add(mentor, writeUp: mentor.writeUp.plainText) }
    return try builder.finish()
  }
}

/// Drives the screens as a person at the keyboard does.
struct Driver {
  private(set) var state: AppState
  private(set) var effects: [Effect] = []
  private var mentors: [MentorID: Mentor]
  private let previous: [MentorID: EarlierWriteUp]

  init(
    _ width: Int = 120, _ height: Int = 30, mentors: [Mentor] = Fixture.mentors, query: Query = Query(),
    views: [SavedView] = [], bookmarks: [MentorID] = [], previous: [MentorID: EarlierWriteUp] = [:],
    memory: ScreenMemory? = nil, welcomes: Bool = false, isReadOnly: Bool = false
  ) throws {
    self.previous = previous
    self.mentors = Dictionary(uniqueKeysWithValues: mentors.map { ($0.id, $0) })
    state = AppState(
      index: try Fixture.index(mentors), status: DirectoryStatus(label: "Example community"),
      size: Size(width: width, height: height), now: Fixture.now, query: query, views: views,
      bookmarks: bookmarks, memory: memory, welcomes: welcomes, sources: SourcesState(isReadOnly: isReadOnly),
      kindOfAddress: { $0.hasSuffix(".csv") ? "sheet" : nil })
    send(.clock(Fixture.now))
  }

  /// Applies an event; a mentor that is asked for comes at once.
  mutating func send(_ event: Event) {
    for effect in update(&state, event) {
      effects.append(effect)
      if case .loadMentor(let id) = effect {
        send(.mentor(id, mentors[id].map { MentorDetails(mentor: $0, previous: previous[id]) }))
      }
    }
  }

  /// Keys in the notation of the keymap, with spaces between: "5 j C-d Tab Space".
  mutating func press(_ keys: String) {
    for key in keys.split(separator: " ") {
      guard let event = KeyEvent(String(key)) else {
        Issue.record("no key is called \(key)")
        continue
      }
      send(.key(event))
    }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(KeyEvent(.character(character)))) }
  }

  mutating func resize(_ width: Int, _ height: Int) { send(.resize(Size(width: width, height: height))) }

  mutating func click(_ x: Int, _ y: Int, clicks: Int = 1) {
    send(.mouse(MouseEvent(.press(clicks: clicks), at: Point(x, y))))
  }

  /// Presses the button at one cell and lets it go at another.
  mutating func drag(from start: Point, to end: Point) {
    send(.mouse(MouseEvent(.press(clicks: 1), at: start)))
    send(.mouse(MouseEvent(.drag, at: Point((start.x + end.x) / 2, (start.y + end.y) / 2))))
    send(.mouse(MouseEvent(.drag, at: end)))
    send(.mouse(MouseEvent(.release, at: end)))
  }

  mutating func wheel(_ action: MouseEvent.Action, _ x: Int, _ y: Int) {
    send(.mouse(MouseEvent(action, .other, at: Point(x, y))))
  }

  /// Another state of the directory, as after an import.
  mutating func replace(_ mentors: [Mentor]) throws {
    self.mentors = Dictionary(uniqueKeysWithValues: mentors.map { ($0.id, $0) })
    send(.directory(try Fixture.index(mentors), DirectoryStatus(label: "Example community")))
  }

  // MARK: - What is to be seen

  var surface: Surface { view(state) }
  var screen: String { surface.text }
  var rows: [String] { (0..<surface.height).map { surface.rowText($0) } }
  /// Effects but for the mentors asked for.
  var asked: [Effect] { effects.filter { if case .loadMentor = $0 { false } else { true } } }

  /// The row on which a text stands.
  func row(of text: String) -> Int? { rows.firstIndex { $0.contains(text) } }

  /// The column at which a text begins on a row.
  func column(of text: String, in row: Int) -> Int? {
    let whole = surface.rowText(row)
    return whole.firstRange(of: text).map { String(whole[..<$0.lowerBound]).displayWidth }
  }

  /// Name of the mentor under the cursor.
  var current: String { state.directory.current.flatMap { mentors[$0]?.name } ?? "" }
  var total: Int { state.directory.result.total }

  /// Name of the value under the cursor of the facet that has the keys.
  var currentValue: String? {
    guard case .facet(let facet) = state.directory.focus else { return nil }
    return pane(facet)?.cursor.map { state.directory.index.valueName($0) }
  }
  func pane(_ facet: FacetName) -> FacetPane? { state.directory.panes.first { $0.facet == facet } }
  var query: String { state.directory.query.text }
}
