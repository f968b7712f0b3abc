import MentorDirectory
import Testing

@testable import DirectorySync

/// The traps of sign-up spreadsheets.
@Suite struct SheetImportTests {
  @Test func `a form export with questions as headings`() throws {
    let text =
      "\u{FEFF}ID,Start time,Completion time,Email,Name,First Name,Last Name,Email address,"
      + "Which areas of interest would you like to mentor in?,Where are you based?,Spoken Languages,"
      + "What would make this better?\r\n"
      + "1,10/12/2030 7:30,10/12/2030 7:38,anonymous,,Sanna,Påhittad,sanna@mail.example,"
      + "\"Career steps ;Soft skills: talking, listening, etc. ;Working  from home;\","
      + "\"Turku, Finland\",\"Finnish, Swedish\",more tea\r\n"
      + "2,10/12/2030 9:30,10/12/2030 9:38,anonymous,,Kofi,Exemplar,kofi@mail.example,"
      + "\"Soft skills: talking, listening, etc. ;\",Accra,None,\r\n"
    let source = try ImportFixture().read(text)
    #expect(source.kind == .sheet)
    #expect(source.skipped.isEmpty)
    let sanna = try #require(source.mentor("Sanna Påhittad"))
    #expect(sanna.interests == ["Career steps", "Soft skills: talking, listening, etc.", "Working from home"])
    #expect(sanna.place.raw == "Turku, Finland")
    #expect(sanna.languages.map(\.name) == ["Finnish", "Swedish"])
    #expect(sanna.contacts == [Contact(kind: "email", value: "sanna@mail.example")])
    #expect(sanna.id == MentorID("mailto:sanna@mail.example"))
    #expect(sanna.areas.isEmpty)
    let kofi = try #require(source.mentor("Kofi Exemplar"))
    #expect(kofi.interests == ["Soft skills: talking, listening, etc."])
    #expect(kofi.languages.isEmpty)
    #expect(source.warnings.count == 1)
    #expect(source.warnings[0].reason.contains("What would make this better?"))
    #expect(source.warnings[0].line == 1)
  }

  @Test func `every field says where it came from`() throws {
    let source = try ImportFixture().read("Name,City,Country\n\nAda Example,Turin,IT\n")
    let ada = try #require(source.mentors.first)
    let origin = try #require(ada.provenance[.location])
    #expect(origin.source == "list")
    #expect(origin.detail.hasSuffix("list.csv:3"))
    #expect(origin.fetched == ImportFixture.now)
    #expect(ada.provenance[.languages] == nil)
    #expect(ada.place.raw == "Turin, IT")
    #expect(ada.sources == ["list"])
    #expect(ada.id == MentorID("list:ada-example"))
  }

  @Test func `semicolons as delimiter, flattened headings, None for missing`() throws {
    let text = """
      fullname;profile.city;profile.country;profile.irc_name;profile.mobilising_skills;profile.mobilising_interests;\
      profile.functional_areas;profile.is_mentor
      Ngozi Musterfrau;Enugu;Nigeria;ngozi;translation, events;public speaking;Localization;True
      Théo Modèle;None;None;None;None;None;None;True
      Rey Halimbawa;Cebu;Philippines;rey;None;None;None;False
      """
    let source = try ImportFixture().read(text)
    let ngozi = try #require(source.mentor("Ngozi Musterfrau"))
    #expect(ngozi.place.raw == "Enugu, Nigeria")
    #expect(ngozi.interests == ["translation", "events"])
    #expect(ngozi.seeks == ["public speaking"])
    #expect(ngozi.areas == ["Localization"])
    #expect(ngozi.contact("irc") == "ngozi")
    let theo = try #require(source.mentor("Théo Modèle"))
    #expect(theo.place.isEmpty)
    #expect(theo.contacts.isEmpty)
    #expect(source.names == ["Ngozi Musterfrau", "Théo Modèle"])
    #expect(source.skipped.map(\.line) == [4])
  }

  @Test func `multi-line cells, ragged rows, empty and double headings`() throws {
    let text =
      "Name,Bio,,Topic,Topic,City\nAda Example,\"First.\n\nSecond.\",x,Rust,Go,Turin,surplus\nBen Example,Short\n"
    let source = try ImportFixture().read(text)
    let ada = try #require(source.mentor("Ada Example"))
    #expect(ada.paragraphs == ["First.", "Second."])
    #expect(ada.interests == ["Rust", "Go"])
    #expect(ada.place.raw == "Turin")
    #expect(source.mentor("Ben Example")?.paragraphs == ["Short"])
    #expect(source.warnings.contains { $0.line == 2 && $0.reason.contains("more cells") })
    #expect(source.warnings.contains { $0.reason.contains("column 3") })
  }

  @Test func `a sheet without header is read by the look of its cells`() throws {
    let text =
      "Ada Example,ada@mail.example,https://ada.example/mentoring,\"Rust, Go\"\n"
      + "Ben Muster,ben@mail.example,https://ben.example/mentoring,\"Tea, Milk\"\n"
    let source = try ImportFixture().read(text)
    #expect(source.names == ["Ada Example", "Ben Muster"])
    let ada = try #require(source.mentors.first)
    #expect(ada.page == "https://ada.example/mentoring")
    #expect(ada.id == MentorID("https://ada.example/mentoring"))
    #expect(ada.interests == ["Rust", "Go"])
    #expect(source.warnings.contains { $0.reason.contains("no header line") })
  }

  @Test func `a title above the header is no record`() throws {
    let source = try ImportFixture().read("Our mentors 2031,,\n,,\nName,City,Topics\nAda Example,Turin,Rust\n")
    #expect(source.names == ["Ada Example"])
  }

  @Test func `an explicit mapping wins, by name or number`() throws {
    let byName = ImportFixture(mapping: [
      try #require(FieldMapping("interests=Notes")), try #require(FieldMapping("areas=Kind")),
    ])
    let source = try byName.read("Name,Notes,Kind,Topics\nAda Example,\"Rust, Go\",Support,ignored\n")
    #expect(source.mentors.first?.interests == ["Rust", "Go"])
    #expect(source.mentors.first?.areas == ["Support"])
    let byNumber = ImportFixture(mapping: [try #require(FieldMapping("title=#2"))])
    let headless = try byNumber.read("Ada Example,Boss,ada@mail.example\nBen Muster,Cook,ben@mail.example\n")
    #expect(headless.mentors.map(\.title) == ["Boss", "Cook"])
    #expect(FieldMapping("shoes=Notes") == nil)
    #expect(FieldMapping("name=") == nil)
    #expect(FieldMapping("name") == nil)
  }

  @Test func `hours of the week as columns of bits are left aside in silence`() throws {
    let hours = (0..<168).map { "\(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][$0 / 24]) \($0 % 24)h" }
    let bits = (0..<168).map { $0 % 3 == 0 ? "1" : "0" }
    let text =
      (["Name", "Topics"] + hours).joined(separator: ",") + "\n"
      + (["Ada Example", "Rust"] + bits).joined(separator: ",") + "\n"
    let source = try ImportFixture().read(text)
    #expect(source.names == ["Ada Example"])
    #expect(source.warnings.isEmpty)
  }

  @Test func `an unclosed quote costs its row and is reported with its line`() throws {
    let source = try ImportFixture().read("Name,City\nAda Example,Turin\nBen Muster,\"Kyiv\nCleo Prueba,Lima\n")
    #expect(source.names == ["Ada Example", "Cleo Prueba"])
    #expect(source.skipped.map(\.line) == [3])
    #expect(source.skipped.first?.column == 12)
  }

  @Test func `rows that say nothing are no problem, rows without a name are called by what there is`() throws {
    let text =
      "Name,Email,Page,Topic\n,,,\n-,n/a,,\n,olu@mail.example,,Rust\n,,https://mei.example/mentoring,\n,,,Rust\n"
    let source = try ImportFixture().read(text)
    #expect(source.names == ["olu", "mei.example/mentoring"])
    #expect(source.skipped.map(\.line) == [6])
    #expect(source.mentors.first?.provenance[.name]?.confidence ?? 1 < 0.5)
  }

  @Test func `the same person twice is one mentor, the same address under two names is not`() throws {
    let text = """
      Name,Email,Topics,City
      Ada Example,Ada@mail.example,Rust,
      Ben Muster,team@mail.example,Go,
      Ada B. Example,ada@mail.example,Go,Turin
      Cleo Prueba,team@mail.example,Tea,
      Dov Same,,Tea,
      Dov Same,,Milk,
      Dov Same,,Tea,
      """
    let source = try ImportFixture().read(text)
    #expect(source.names == ["Ada B. Example", "Ben Muster", "Cleo Prueba", "Dov Same", "Dov Same"])
    #expect(source.mentors[0].interests == ["Rust", "Go"])
    #expect(source.mentors[0].place.raw == "Turin")
    #expect(Set(source.mentors.map(\.id)).count == 5)
    #expect(source.mentors[4].id == MentorID("list:dov-same-2"))
    #expect(source.warnings.count { $0.reason.contains("one mentor") } == 2)
  }

  @Test func `escape sequences, controls and endless names do no harm`() throws {
    let long = String(repeating: "Ab ", count: 4000)
    let source = try ImportFixture().read(
      "Name,Topics\n\u{1b}[31mAda\u{202e} Example\u{7},\u{1b}]0;x\u{7}Rust\n\(long),Go\n")
    #expect(source.names.first == "Ada Example")
    #expect(source.mentors.count == 2)
    #expect(source.mentors[1].name.unicodeScalars.count <= 400)
    #expect(!source.mentors.contains { $0.interests.joined().unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test(arguments: [
    "Nome;Cidade;Idiomas;Temas\nInês Exemplo;Porto;português;Rust, Go\n",
    "Имя;Город;Языки;Темы\nВера Примерова;Казань;русский;Rust, Go\n",
    "Vollständiger Name\tWohnort\tSprachen\tThemen\nJörg Muster\tKöln\tDeutsch\tRust, Go\n",
  ]) func `headings in other languages are understood`(_ text: String) throws {
    let source = try ImportFixture().read(text)
    let mentor = try #require(source.mentors.first)
    #expect(source.warnings.isEmpty)
    #expect(!mentor.name.isEmpty && !mentor.place.raw.isEmpty)
    #expect(mentor.languages.count == 1)
    #expect(mentor.interests == ["Rust", "Go"])
  }
}
