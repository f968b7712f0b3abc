import DirectorySync
import Markup
import MentorDirectory
import Testing

@Suite struct ListReaderTests {
  private func read(_ text: String, _ format: MarkupFormat = .markdown, firstLine: Int = 1) throws -> PeopleList {
    try ListReader().read(text, as: format, firstLine: firstLine)
  }

  @Test func aTableWithItsTrapsIsRead() throws {
    let list = try read(
      """
      # Mentores

      | SINAL | SIGNIFICADO |
      | --- | --- |
      | :snowflake: | sem tempo |

      ## Ativos

      | NOME | MENTORIA EM | CONTATO |
      | :--- | :--- | :--- |
      | [Inês Prado](https://github.com/ines-prado) | FULL-STACK / CI/CD / PYTHON | [Telegram](https://t.me/inesprado)
      | [Caio Luz](https://caio.example/) | BACK-END/ JAVA [[info]](https://caio.example/mentoria) | [Email](caio@caio.example) / [Twitter](https://twitter.com/caioluz) |
      | [Caio Luz](https://caio.example/) | BACK-END/ JAVA [[info]](https://caio.example/mentoria) | [Email](caio@caio.example) / [Twitter](https://twitter.com/caioluz) |
      | [Bia Rocha](https://bia.example) | UX |  :snowflake:  |

      ## Mentoras indisponíveis

      | NOME | MENTORIA EM | CONTATO |
      | --- | --- | --- |
      | Rui | Agile | [Telegram](https://t.me/rui) |
      """)
    #expect(list.isList)
    #expect(list.repeatedLines == [13])
    #expect(list.records.map { $0["name"]?.string } == ["Inês Prado", "Caio Luz", "Bia Rocha", "Rui"])
    #expect(list.records.map(\.line) == [11, 12, 14, 20])
    #expect(list.records[0]["topics"] == .strings(["FULL-STACK", "CI/CD", "PYTHON"]))
    #expect(list.records[0]["profile"] == .strings(["https://github.com/ines-prado"]))
    #expect(list.records[0]["contact"] == .strings(["https://t.me/inesprado"]))
    #expect(list.records[1]["page"]?.string == "https://caio.example/")
    #expect(list.records[1]["topics"] == .strings(["BACK-END", "JAVA"]))
    #expect(list.records[1]["contact"] == .strings(["caio@caio.example", "https://twitter.com/caioluz"]))
    #expect(list.records[2]["availability"]?.string == "full")
    #expect(list.records[2]["contact"] == nil)
    #expect(list.records[3]["availability"]?.string == "full")
  }

  @Test func sectionsWithBoldLabelsAreRead() throws {
    let list = try read(
      """
      ## Mentors

      ### Amara Obi (@amara)

      - **Pronouns:** she/her
      - **Contact**: [mail](mailto:amara@amara.example), @amara on chat
      - **Spoken Languages**: English, Igbo
      - **Topics**: Rust, CI/CD; testing
      - **Timezone**: UTC+1

      ### [Kenji Mori](https://github.com/kenji)

      Likes small patches.

      **Topics:** fonts<br>**Availability:** weekends
      """, firstLine: 5)
    #expect(list.isList)
    #expect(list.records.map { $0["name"]?.string } == ["Amara Obi", "Kenji Mori"])
    #expect(list.records[0].line == 7)
    #expect(list.records[0]["pronouns"]?.string == "she/her")
    #expect(list.records[0]["contact"] == .strings(["@amara", "amara@amara.example"]))
    #expect(list.records[0]["languages"] == .strings(["English", "Igbo"]))
    #expect(list.records[0]["topics"] == .strings(["Rust", "CI/CD", "testing"]))
    #expect(list.records[0]["timezone"]?.string == "UTC+1")
    #expect(list.records[1]["profile"] == .strings(["https://github.com/kenji"]))
    #expect(list.records[1]["topics"] == .strings(["fonts"]))
    #expect(list.records[1]["availability"]?.string == "weekends")
    #expect(list.records[1]["bio"]?.string == "Likes small patches.")
  }

  @Test func bulletsAreRead() throws {
    let list = try read(
      """
      Our mentors:

      * [Zoë Krüger](https://zoe.example/mentoring) – maps, GIS
      * [Dewi Santoso](https://dewi.example/mentoring) - fonts - dewi@dewi.example
      * [Kofi Mensah](https://kofi.example/mentoring) :snowflake:
      * [And many more!](https://example.org)
      """)
    #expect(list.isList)
    #expect(list.records.map { $0["name"]?.string } == ["Zoë Krüger", "Dewi Santoso", "Kofi Mensah"])
    #expect(list.records[0]["page"]?.string == "https://zoe.example/mentoring")
    #expect(list.records[0]["topics"] == .strings(["maps", "GIS"]))
    #expect(list.records[1]["contact"] == .strings(["dewi@dewi.example"]))
    #expect(list.records[2]["availability"]?.string == "full")
  }

  @Test func wikitextTablesAndBulletsAreRead() throws {
    let table = try read(
      """
      == Mentors ==
      {| class="wikitable"
      ! Name !! Topics !! Contact
      |-
      | [[User:Amara|Amara Obi]] || Rust, testing || [mailto:amara@amara.example mail]
      |-
      | Kenji Mori
      | Fonts
      | kenji on IRC
      |}
      """, .wikitext)
    #expect(table.records.map { $0["name"]?.string } == ["Amara Obi", "Kenji Mori"])
    #expect(table.records.map(\.line) == [4, 6])
    #expect(table.records[0]["contact"] == .strings(["User:Amara", "amara@amara.example"]))
    #expect(table.records[1]["topics"] == .strings(["Fonts"]))

    let bullets = try read(
      "== Mentors ==\n* [https://zoe.example/mentoring Zoë Krüger] – maps\n* [[User:Kofi Mensah|Kofi Mensah]] – welding\n* [https://i.example/mentoring Inês Prado]",
      .wikitext)
    #expect(bullets.isList)
    #expect(bullets.records.map { $0["name"]?.string } == ["Zoë Krüger", "Kofi Mensah", "Inês Prado"])
  }

  @Test func cardsInHTMLInsideMarkdownAreRead() throws {
    let card = { (name: String, handle: String) in
      "<div class=\"card\">\n<img src=\"\(handle).png\" alt=\"\(name)\">\n<h4>\(name)</h4>\n<p>Rust, testing</p>\n<a href=\"https://github.com/\(handle)\">code</a>\n</div>\n"
    }
    let list = try read(
      "# Team\n\n" + card("Amara Obi", "amara") + card("Kenji Mori", "kenji") + card("Zoë Krüger", "zoe"))
    #expect(list.isList)
    #expect(list.records.map { $0["name"]?.string } == ["Amara Obi", "Kenji Mori", "Zoë Krüger"])
    #expect(list.records.map(\.line) == [3, 9, 15])
    #expect(list.records[0]["topics"] == .strings(["Rust", "testing"]))
    #expect(list.records[0]["profile"] == .strings(["https://github.com/amara"]))
  }

  @Test func aListOfHCardsIsRead() throws {
    let html = ["Amara Obi", "Kenji Mori", "Zoë Krüger"].map {
      "<li class=h-card><a class=\"p-name u-url\" href=\"https://\($0.count).example/mentoring\">\($0)</a> <span class=p-category>Maps</span></li>"
    }
    let list = try read("<ul>\(html.joined())</ul>", .html)
    #expect(list.isList)
    #expect(list.records.count == 3)
    #expect(list.records[0]["topics"] == .strings(["Maps"]))
  }

  @Test func aTableWithoutHeadingsOfItsOwnIsRead() throws {
    let list = try read(
      "| | | |\n|---|---|---|\n| Amara Obi | Rust | amara@amara.example |\n| Kenji Mori | Fonts | kenji@kenji.example |"
    )
    #expect(list.records.map { $0["name"]?.string } == ["Amara Obi", "Kenji Mori"])
    #expect(list.records[0]["contact"] == .strings(["amara@amara.example"]))
    #expect(list.records[0]["topics"] == .strings(["Rust"]))
  }

  @Test(arguments: [
    "| Icon | Meaning |\n|---|---|\n| ❄ | Amara Obi is away |\n| ☀ | Kenji Mori is here |",
    "| Day | Hour |\n|---|---|\n| Monday | 9 |\n| Tuesday | 10 |",
    "## Logistics\n\n- **Contact:** mail\n- **Timezone:** UTC\n\n## Rhythm\n\n- **Availability:** weekends\n- **Languages:** German",
    "- [Read more](https://example.org)\n- [Contact me](/contact)\n- [Home page](/)",
  ])
  func whatIsNoListOfPeopleIsNone(text: String) throws {
    let (isList, people) = ListReader().looksLikeList(try MarkupDocument(text, as: .markdown))
    #expect(!isList)
    #expect(people == 0)
  }

  @Test func aColumnNobodyForesawIsKept() throws {
    let list = try read(
      "| Name | Topics | Favourite tea |\n|---|---|---|\n| Amara Obi | Rust | Rooibos |\n| Kenji Mori | Fonts | Sencha |"
    )
    #expect(list.records[0]["Favourite tea"]?.string == "Rooibos")
  }
}
