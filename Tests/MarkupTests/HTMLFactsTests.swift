import Markup
import MentorDirectory
import Testing

@Suite struct HTMLFactsTests {
  private func facts(_ html: String) throws -> HTMLFacts { try MarkupDocument(html, as: .html).facts }

  @Test func theHeadIsRead() throws {
    let read = try facts(
      """
      <html lang="de-AT"><head><title> Mentoring \n | Zoë </title><meta name=description content="What I do">
      <meta name="author" content="Zoë Krüger"><meta name=generator content="Hugo"><meta property="og:site_name" content="Zoë’s site">
      <link rel=canonical href="https://zoe.example/mentoring"><link rel="me" href="https://social.example/@zoe"></head>
      <body><h1>Hi</h1><a rel="me nofollow" href="https://code.example/zoe">code</a></body></html>
      """)
    #expect(read.title == "Mentoring | Zoë")
    #expect(read.language == "de-at")
    #expect(read.description == "What I do")
    #expect(read.author == "Zoë Krüger")
    #expect(read.generator == "Hugo")
    #expect(read.openGraph["site_name"] == "Zoë’s site")
    #expect(read.canonical == "https://zoe.example/mentoring")
    #expect(read.me == ["https://social.example/@zoe", "https://code.example/zoe"])
    #expect(read.headings == [.init(level: 1, text: "Hi")])
  }

  @Test(arguments: [
    ("0; url=/mentorship", "/mentorship"), ("0;URL='https://example.org/m'", "https://example.org/m"),
    ("5, url=\"/x\"", "/x"),
    ("0; /bare", "/bare"), ("30", nil), ("0; url=javascript:x", nil),
  ])
  func aMetaRefreshIsRead(content: String, target: String?) throws {
    let quoted = content.contains("\"") ? "'\(content)'" : "\"\(content)\""
    #expect(try facts("<meta http-equiv=Refresh content=\(quoted)>").refresh == target)
  }

  @Test func aScriptOnlyPageIsAShell() throws {
    #expect(try facts("<body><div id=root></div><script src=a.js></script></body>").isScriptShell)
    #expect(
      try facts(
        "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script></script>"
      ).isScriptShell)
    #expect(
      try !facts("<body><p>One two three four five six seven eight nine ten eleven twelve.</p><script></script>")
        .isScriptShell)
    #expect(try facts("<body></body>").isEmpty)
  }

  @Test func anHCardIsRead() throws {
    let card = try #require(
      facts(
        """
        <p class="h-card"><img class="u-photo" alt="" src=a.png><a class="p-name u-url u-uid" href="https://amara.example/">Amara Obi</a>
        <a class=u-email href="mailto:amara@amara.example">mail</a> <span class=p-note>Gardener of code</span>
        <span class=p-category>Rust</span> <span class=p-category>Testing</span> <span class=p-locality>Lagos</span>
        <abbr class=p-country-name title=Nigeria>NG</abbr> <span class="p-org h-card"><span class=p-name>Example Works</span></span>
        <span class=p-job-title>Engineer</span></p>
        """
      ).cards.first)
    #expect(card.name == "Amara Obi")
    #expect(card.uid == "https://amara.example/")
    #expect(card.mails == ["amara@amara.example"])
    #expect(card.note == "Gardener of code")
    #expect(card.categories == ["Rust", "Testing"])
    #expect(card.place == "Lagos, Nigeria")
    #expect(card.organisation == "Example Works")
    #expect(card.jobTitle == "Engineer")
  }

  @Test func aLegacyCardAndAnImpliedNameAreRead() throws {
    #expect(
      try facts("<div class=vcard><span class=fn>Kenji Mori</span><a class=url href=/k>k</a></div>").cards.first?.name
        == "Kenji Mori")
    let implied = try facts("<a class=h-card href=https://ines.example>Inês Prado</a>").cards.first
    #expect(implied?.name == "Inês Prado")
    #expect(implied?.urls == ["https://ines.example"])
  }

  @Test func aPersonInJSONLDIsRead() throws {
    let person = try #require(
      facts(
        """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"ProfilePage","mainEntity":
        {"@type":["Person"],"name":"Dewi Santoso","url":"https://dewi.example","sameAs":["https://code.example/dewi"],
        "knowsAbout":["Maps",{"name":"GIS"}],"knowsLanguage":"id","jobTitle":"Cartographer","worksFor":{"name":"Example Maps"},
        "homeLocation":{"@type":"Place","address":{"addressLocality":"Bandung","addressCountry":"ID"}},
        "contactPoint":{"email":"dewi@dewi.example"}}}]}</script>
        """
      ).persons.first)
    #expect(person.name == "Dewi Santoso")
    #expect(person.urls == ["https://dewi.example", "https://code.example/dewi"])
    #expect(person.categories == ["Maps", "GIS"])
    #expect(person.languages == ["id"])
    #expect(person.jobTitle == "Cartographer")
    #expect(person.organisation == "Example Maps")
    #expect(person.place == "Bandung, ID")
    #expect(person.mails == ["dewi@dewi.example"])
  }

  @Test func brokenJSONLDIsIgnored() throws {
    #expect(try facts("<script type=application/ld+json>{oops</script><p>x").persons.isEmpty)
  }

  @Test func aMailAddressThatTheServerHidIsDecoded() throws {
    // "zoe@example.org" with the key 0x2A, as the service writes it.
    let hex = ([0x2A] + "zoe@example.org".utf8.map { Int($0) ^ 0x2A }).map {
      $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16)
    }
    let html =
      "<p>Write to <a href=\"/cdn-cgi/l/email-protection\" data-cfemail=\"\(hex.joined())\">[email&#160;protected]</a></p>"
    #expect(try facts(html).protectedMails == ["zoe@example.org"])
    #expect(try MarkupDocument(html, as: .html).writeUp.plainText == "Write to [email protected]")
  }

  @Test func linksKnowTheirWordsAndSurroundings() throws {
    let read = try facts(
      "<nav><a href=/a>A</a></nav><p>Find me at <a href=\"mailto:Zoe@Example.ORG?subject=hi\">mail</a></p>")
    #expect(read.links.map(\.isFurniture) == [true, false])
    #expect(read.links.last?.context == "Find me at mail")
    #expect(read.mails == ["Zoe@example.org"])
  }
}
