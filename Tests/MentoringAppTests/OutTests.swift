import MentorDirectory
import Surface
import Testing

@testable import MentoringApp

/// What leaves the program: copies, pipes, links.
@Suite struct OutTests {
  private static let page = "https://okonjo.example/mentoring/index.html"

  @Test(arguments: [
    ("y y", page), ("y m", "[Amara Okonjo-Bell](\(page))"), ("y c", "amara@okonjo.example"),
    ("y a", "@amara:chat.example"), ("y Enter", page), ("y j j Enter", "[Amara Okonjo-Bell](\(page))"),
  ])
  func theMenuCopies(keys: String, text: String) throws {
    for opening in ["", "Enter "] {
      var driver = try Driver()
      driver.press(opening + keys)
      #expect(driver.asked == [.copy(text)])
      #expect(driver.state.overlay == nil)
    }
  }

  @Test func theWriteUpIsCopiedAsSetText() throws {
    var driver = try Driver()
    driver.press("y t")
    guard case .copy(let text) = driver.asked.first else { return #expect(Bool(false), "nothing is copied") }
    #expect(text.hasPrefix("What I can help with\n\nI keep the sync engine alive."))
    #expect(text.hasSuffix("See the guide again.\n"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 80 })
  }

  @Test func onlyWhatIsKnownIsOffered() throws {
    var driver = try Driver(mentors: [Mentor(id: MentorID("a"), name: "Ada Example")])
    driver.press("y")
    #expect(driver.state.overlay == nil)
    #expect(driver.state.message != nil)
    driver = try Driver(mentors: [Mentor(id: MentorID("https://ada.example/"), name: "Ada [Example]")])
    driver.press("y m")
    #expect(driver.asked == [.copy("[Ada \\[Example\\]](https://ada.example/)")])
  }

  @Test func everyContactHasAKeyThatMeansNothingElse() {
    var mentor = Mentor(id: MentorID("https://ada.example/"), name: "Ada Example")
    mentor.writeUp = WriteUp([.paragraph([.text("x")])])
    mentor.contacts = ["email", "email", "matrix", "telegram", "yak", ""].map { Contact(kind: $0, value: "v") }
    let keys = CopyForm.forms(of: mentor).map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { !"jkgGqQ ".contains($0) })
  }

  @Test(arguments: [
    ("Ada", "https://a.example/x_(y)", "[Ada](<https://a.example/x_(y)>)"),
    ("A*b_", "https://a/", "[A\\*b\\_](https://a/)"),
  ])
  func citationsSurviveMarkdown(name: String, address: String, citation: String) {
    #expect(CopyForm.citation(name, address) == citation)
  }

  @Test func copyMenu() throws {
    var driver = try Driver(90, 14)
    driver.press("y")
    let copy = """
       mentoring  1 Directory  3 Sources                            Example community · offline
       / search                                                            12 mentors · by name
       AREA                6 │ MENTORS                    area             place           free
      ┌─ Copy ─────────────────────────────────────────────────────────────────────────────────┐
      │▌ y  page address         https://okonjo.example/mentoring/index.html                   │
      │  t  write-up as text     20 lines                                                      │
      │  m  citation (Markdown)  [Amara Okonjo-Bell](https://okonjo.example/mentoring/index.h… │
      │  c  email                amara@okonjo.example                                          │
      │  a  matrix               @amara:chat.example                                           │
      └────────────────────────────────────────────────────────────────────────────────────────┘
       GROUP               3 │   Zoltán Verőfény          Coding +2        Szeged        closed
       ○ newcomers         4 │   ليلى المنصوري            Support          Aswan         1 free
         2 more              │   अनुराधा जोशी              Documentation    Nagpur          full
       ↵ choose  esc close
      """
    #expect(driver.screen == copy)
  }

  // MARK: - Pipe

  @Test func theListGoesToACommandLineByLine() throws {
    var driver = try Driver()
    driver.press("|")
    driver.type("wc -l")
    #expect(driver.rows.last?.hasPrefix(" | wc -l") == true)
    #expect(driver.rows.last?.hasSuffix("gets 12 mentors") == true)
    driver.press("Enter")
    guard case .pipe("wc -l", let text) = driver.asked.first else { return #expect(Bool(false), "nothing is piped") }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines.allSatisfy { $0.count(where: { $0 == "\t" }) == 10 })
    let first =
      "Amara Okonjo-Bell\tBackend developer\tCoding; Support\tnewcomers; rust\tSync\treviews; testing\t"
      + "English; Yoruba\tLagos, Nigeria, Africa\topen\t2\t"
    #expect(lines[0].hasPrefix(first))
  }

  @Test func marksNarrowWhatIsPiped() throws {
    var driver = try Driver()
    driver.press("j m j m /")
    driver.type("nemo")
    driver.press("Enter | x")
    #expect(driver.rows.last?.hasSuffix("gets 2 marked") == true)
    driver.press("Enter")
    guard case .pipe("x", let text) = driver.asked.first else { return #expect(Bool(false), "nothing is piped") }
    #expect(text.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["Björn Åkesson", "Ḵʼayáan X̱ʼunei"])
  }

  @Test func theReaderPipesTheWriteUpWithoutHiddenAddresses() throws {
    var mentor = Fixture.mentors[0]
    mentor.contacts.append(Contact(kind: "email", value: "hidden@okonjo.example", isDecoded: true))
    var driver = try Driver(60, 20, mentors: [mentor])
    driver.press("Enter |")
    driver.type("less")
    driver.press("Enter")
    guard case .pipe("less", let text) = driver.asked.first else { return #expect(Bool(false), "nothing is piped") }
    #expect(text.hasPrefix("Amara Okonjo-Bell  she/her\n"))
    #expect(text.contains("[2] https://forum.example/t/7\n"))
    #expect(!text.contains("hidden@"))
    #expect(driver.state.reader != nil)
  }

  @Test func pipedCommandsHaveTheirOwnHistory() throws {
    var driver = try Driver()
    driver.press("|")
    driver.type("sort")
    driver.press("Enter : C-p")
    #expect(driver.rows.last == " :")
    driver.press("Escape | Up Enter")
    #expect(driver.asked.count == 2)
    driver.press("| Enter")
    #expect(driver.asked.count == 2)
    driver.press("X /")
    driver.type("zzzzzz")
    driver.press("Enter |")
    #expect(driver.state.overlay == nil)
    #expect(driver.state.message?.text == "there is nothing to pipe")
  }

  // MARK: - Links and places in the reader

  @Test func linkMenu() throws {
    var driver = try Driver(90, 14)
    driver.press("Enter U j")
    let links = """
       Amara Okonjo-Bell                                                          1 of 12 · 0 %

           Amara Okonjo-Bell  she/her
           Backend developer · Sync
           Lag┌─ Links ───────────────────────────────────────────────────────────────┐
              │  1  guide              https://okonjo.example/mentoring/guide.html    │
           are│▌ 2  old answers        https://forum.example/t/7                      │
           int│  3  the mentor's page  https://okonjo.example/mentoring/index.html    │
           spe└───────────────────────────────────────────────────────────────────────┘
           groups     newcomers, rust
           time       open · 2 of 3 places free · Tuesdays

           What I can help with
       ↵ choose  y copy  esc close
      """
    #expect(driver.screen == links)
  }

  @Test func linksAreOpenedAndCopiedFromTheirList() throws {
    var driver = try Driver()
    driver.press("Enter U j Enter l y U 3 Enter U 3 y U 9 Enter")
    let guide = "https://okonjo.example/mentoring/guide.html"
    #expect(
      driver.asked == [.open("https://forum.example/t/7"), .copy(guide), .open(Self.page), .copy(Self.page)])
    #expect(driver.state.message?.text == "there is no link 9 on this page")
    driver.press("U Escape")
    #expect(driver.state.reader != nil && driver.state.overlay == nil)
  }

  @Test func aPageWithoutLinksSaysSo() throws {
    var driver = try Driver(mentors: [Mentor(id: MentorID("a"), name: "Ada Example")])
    driver.press("Enter U")
    #expect(driver.state.message?.text == "there are no links on this page")
  }

  @Test func theNumberOfALinkShowsWhereItLeads() throws {
    var driver = try Driver(100, 20)
    driver.press("Enter 2")
    #expect(driver.rows.last?.hasPrefix(" ↵ opens https://forum.example/t/7") == true)
    driver.press("2")
    #expect(driver.rows.last?.contains("opens https") == false)
  }

  @Test func whoeverReturnsToAMentorGoesOnReadingThere() throws {
    var driver = try Driver(80, 14)
    driver.press("Enter C-d j")
    let place = try #require(driver.state.reader?.scroll)
    #expect(place > 2)
    driver.press("]")
    #expect(driver.state.reader?.scroll == 0)
    driver.press("[")
    #expect(driver.state.reader?.scroll == place)
    driver.press("q Enter")
    #expect(driver.state.reader?.scroll == place)
    driver.press("g q Enter")
    #expect(driver.state.reader?.scroll == 0)
  }
}
