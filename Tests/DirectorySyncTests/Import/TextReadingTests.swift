import MentorDirectory
import Testing

@testable import DirectorySync

/// Small readers of what people write into one cell.
@Suite struct TextReadingTests {
  static let topics: [(text: String, topics: [String], hasProse: Bool)] = [
    ("Rust, Go and more, C++", ["Rust", "Go and more", "C++"], false),
    ("tea; milk; hand-rolled, slow noodles", ["tea", "milk", "hand-rolled, slow noodles"], false),
    ("Systems, APIs, and Data Analysis", ["Systems", "APIs", "Data Analysis"], false),
    ("open research / genomics / mobile health", ["open research", "genomics", "mobile health"], false),
    ("writing/proof reading/layout", ["writing", "proof reading", "layout"], false),
    ("UX/UI, TCP/IP", ["UX/UI", "TCP/IP"], false),
    ("Design (UI and UX), testing", ["Design (UI and UX)", "testing"], false),
    ("Web work (including HTML, tables, and odd bugs!), usability", ["Web work", "usability"], true),
    ("I would love to help with anything around testing, building, and shipping", [], true),
    ("Baking, brewing, and singing are my passions.", [], true), ("What could I possibly teach anybody?", [], true),
    ("- baking\n- brewing\n", ["baking", "brewing"], false),
    ("baking | brewing • singing", ["baking", "brewing", "singing"], false),
    ("node.js, .NET, etc.", ["node.js", ".NET"], false),
    ("baking, not owning an oven ;-)", ["baking", "not owning an oven"], false),
    ("測試、設計，寫作", ["測試", "設計", "寫作"], false), ("None", [], false), ("", [], false), ("n/a, Rust", ["Rust"], false),
  ]

  @Test(arguments: topics.indices) func `lists become topics, sentences stay prose`(_ index: Int) {
    let (text, topics, hasProse) = Self.topics[index]
    let read = TopicText.read(text)
    #expect(read.topics == topics)
    #expect(read.prose.isEmpty != hasProse)
  }

  static let columns: [(name: String, field: RecordField?)] = [
    ("Name", .name), ("Full_Name", .name), ("fullName", .name), ("Your full name:", .name),
    ("What is your name?", .name), ("Company Name", .company),
    ("company.name", .company), ("What can you mentor in?", .interests),
    ("Which areas of interest would you like to mentor in?", .interests),
    ("Where are you based?", .location), ("Spoken Languages", .languages), ("What languages do you speak?", .languages),
    ("Programming languages", .interests),
    ("Which programming languages can you help with?", .interests), ("profile.city", .city), ("location.city", .city),
    ("E-Mail", .email),
    ("What is your email address?", .email), ("GitHub username", .handle("github")),
    ("Twitter handle (optional)", .handle("twitter")),
    ("LinkedIn Profile URL", .handle("linkedin")), ("How many mentees can you take?", .capacity),
    ("How many hours per week can you give?", .rhythm),
    ("What would you like to learn?", .seeks), ("Tell us about yourself", .writeUp),
    ("Do you agree to the code of conduct?", .ignored),
    ("Timestamp", .ignored), ("Time zone", .timeZone), ("Mentoring page", .page), ("mentoring.areas", .areas),
    ("functional_areas", .areas), ("Areas", .areasOrInterests),
    ("Your feedback on the programme, mentors", nil), ("cohort", nil), ("T-shirt size", nil),
  ]

  @Test(arguments: columns.indices) func `columns are known by their names`(_ index: Int) {
    #expect(
      FieldMap.recognise(Self.columns[index].name)?.field == Self.columns[index].field, "\(Self.columns[index].name)")
  }

  static let addresses: [(text: String, address: String?)] = [
    ("https://Ada.Example/Mentoring/", "https://ada.example/Mentoring"),
    ("HTTP://ada.example:80/#top", "http://ada.example"),
    ("ada.example/mentoring", "https://ada.example/mentoring"), ("<https://ada.example>", "https://ada.example"),
    ("www.ada.example", "https://www.ada.example"),
    ("https://ada.example/?a=b#c", "https://ada.example/?a=b"), ("ada@mail.example", nil), ("not an address", nil),
    ("javascript:alert(1)", nil),
    ("ftp://ada.example", nil), ("Rust", nil), ("", nil), ("e.g.", nil), ("/mentoring", nil), ("https://", nil),
  ]
  @Test(arguments: addresses.indices) func `addresses have one form`(_ index: Int) {
    #expect(PageAddress.normalised(Self.addresses[index].text) == Self.addresses[index].address)
  }

  @Test func `e-mail is found plain and disguised`() {
    func found(_ text: String) -> [String] {
      EmailAddress.find(in: text).map { $0.address + ($0.isDecoded ? "*" : "") }
    }
    #expect(found("Write to <ada@mail.example>, please.") == ["ada@mail.example"])
    #expect(found("mailto:ada@mail.example?subject=x") == ["ada@mail.example"])
    #expect(found("ada [at] mail [dot] example") == ["ada@mail.example*"])
    #expect(found("ada (at) mail (dot) example") == ["ada@mail.example*"])
    #expect(found("@ada on chat").isEmpty)
    #expect(found("I am at home").isEmpty)
  }

  @Test func `handles are bare, at-signed, or addresses`() {
    for text in ["ada", "@ada", "https://github.com/ada", "github.com/ada/", "http://www.github.com/ada?tab=x"] {
      #expect(ProfileHandle(service: "github", text: text)?.handle == "ada", "\(text)")
    }
    for text in ["n/a", "", "-", "no", "I do not have one"] {
      #expect(ProfileHandle(service: "github", text: text) == nil, "\(text)")
    }
    #expect(ProfileHandle(service: "mastodon", text: "@ada@social.example")?.address == "https://social.example/@ada")
    #expect(ProfileHandle(service: "slack", text: "U0001")?.address == nil)
  }

  @Test func `time zones are certain or left alone`() {
    func offset(_ text: String) -> Int? { TimeZoneText.read(text).utcOffset }
    #expect(TimeZoneText.read("Europe/Athens (UTC+2)").name == "Europe/Athens")
    #expect(offset("GMT+5.5") == 330)
    #expect(offset("GMT+5:30") == 330)
    #expect(offset("UTC-3") == -180)
    #expect(offset("(GMT-05:00) Eastern Time") == -300)
    #expect(offset("UTC") == 0)
    #expect(offset("+0530") == 330)
    for text in ["IST", "CST", "EST or so", "GMT+99", "flexible"] {
      #expect(TimeZoneText.read(text) == .init(), "\(text)")
    }
  }

  static let availabilities: [(text: String, state: Availability.State, note: String)] = [
    ("yes", .open, ""), ("Not available", .closed, ""), ("Full", .full, ""), ("limited", .limited, ""),
    ("Taking a break", .away, ""),
    ("Open, Tuesdays only", .open, "Open, Tuesdays only"), ("evenings", .unknown, "evenings"), ("1", .open, ""),
  ]
  @Test(arguments: availabilities.indices) func `availability in words`(_ index: Int) {
    let (text, state, note) = Self.availabilities[index]
    let read = AvailabilityText.read(.string(text), now: nil)
    #expect(read.state == state)
    #expect(read.note == note)
  }

  @Test func `months of availability are open now or away until the next`() {
    let april = AvailabilityText.read(.string("3, 4, 5"), now: Timestamp("2031-04-15"))
    #expect(april.state == .open)
    let winter = AvailabilityText.read(.array([.int(1), .int(12)]), now: Timestamp("2031-04-15"))
    #expect(winter.until == CalendarDay("2031-12-01"))
  }

  @Test func `printed Python lists`() {
    #expect(PythonList.strings("[(u'widgets',), (u'it\\'s',)]") == ["widgets", "it's"])
    #expect(PythonList.strings(#"["a", 'b\u0142']"#) == ["a", "bł"])
    #expect(PythonList.strings("[]") == [])
    #expect(PythonList.strings("[see below]") == nil)
    #expect(PythonList.strings("['open") == nil)
  }
}
