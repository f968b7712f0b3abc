import Markup
import MentorDirectory
import Testing

/// What the public cases leave open.
@Suite struct MicroformatsTests {
  private func read(_ html: String, base: String = "https://amara.example/about/") throws -> Microformats {
    try MarkupDocument(html, as: .html).microformats(base: base)
  }

  private func json(_ html: String) throws -> String {
    try #require(try read(html).json["items"]).text()
  }

  @Test func anEmbeddedPropertyIsMarkupAndText() throws {
    let html = """
      <div class="h-entry"><div class="e-content"> <p>Read <a href="../notes?a=1&amp;b=2">my &lt;notes&gt;</a><br>
      <img src="tree.png" alt="a tree"></p> <script>let x = "<b>"</script> </div></div>
      """
    let content = try #require(try read(html).items.first?["content"].first)
    guard case .embedded(let markup, let text) = content else {
      Issue.record("\(content)")
      return
    }
    #expect(
      markup == """
        <p>Read <a href="https://amara.example/notes?a=1&amp;b=2">my &lt;notes&gt;</a><br>
        <img src="https://amara.example/about/tree.png" alt="a tree"></p> <script>let x = "<b>"</script>
        """)
    #expect(text == "Read my <notes>\na tree")
  }

  @Test(arguments: [
    ("<time class=dt-start datetime=2027-03-01>March</time>", "2027-03-01"),
    ("<abbr class=dt-start title=2027-03-01T10:00>soon</abbr>", "2027-03-01T10:00"),
    (
      "<p class=dt-start><span class=value>2027-03-01</span> at <span class=value>7pm</span></p>", "2027-03-01 19:00"
    ),
    (
      "<p class=dt-start><time class=value datetime=2027-03-01>1</time> <b class=value>07:30</b><i class=value>+02:00</i></p>",
      "2027-03-01 07:30+02:00"
    ),
    ("<p class=dt-start><span class=value-title title=2027-03-01T08:00Z></span></p>", "2027-03-01T08:00Z"),
    ("<p class=dt-start>on the first</p>", "on the first"),
  ])
  func timesAreRead(html: String, time: String) throws {
    #expect(try read("<div class=h-event>\(html)</div>").items.first?.texts("start") == [time])
  }

  @Test func aTimeWithoutADateIsOfTheDayBefore() throws {
    let html = """
      <div class=h-event><time class=dt-start datetime="2027-03-01T18:00">six</time>
      <p class=dt-end>to <span class=value>19:30</span></p></div>
      """
    #expect(try read(html).items.first?.texts("end") == ["2027-03-01 19:30"])
  }

  @Test func anItemInAPropertyHasTheValueOfThatProperty() throws {
    let html = """
      <div class=h-entry><a class="p-author u-author h-card" href=/zoe><span class=p-name>Zoë Krüger</span></a>
      <p class="h-geo"><data class=p-latitude value=1></data></p></div>
      """
    #expect(
      try json(html)
        == #"[{"type":["h-entry"],"properties":{"author":[{"type":["h-card"],"properties":{"name":["Zoë Krüger"],"url":["https://amara.example/zoe"]},"value":"Zoë Krüger"},{"type":["h-card"],"properties":{"name":["Zoë Krüger"],"url":["https://amara.example/zoe"]},"value":"https://amara.example/zoe"}]},"children":[{"type":["h-geo"],"properties":{"latitude":["1"]}}]}]"#
    )
  }

  @Test func partsOfAnItemInsideBelongToThatOne() throws {
    let html = """
      <div class=h-card><p class=p-name>Kenji Mori</p><div class="p-org h-card"><b class=p-name>Example Maps</b>
      <i class=p-locality>Osaka</i></div></div>
      """
    let item = try #require(try read(html).items.first)
    #expect(item.texts("locality").isEmpty)
    #expect(item["org"].first?.item?.texts("locality") == ["Osaka"])
  }

  @Test func wordsThatOnlyLookLikeClassesAreNone() throws {
    #expect(try read("<div class='h-3 h- h-Card h-card-2 has-h-card'><p class=p-name>x</p></div>").items.isEmpty)
    let item = try #require(
      try read("<div class='h-card h-6'><p class='p-0 p-name px-4 u-1'>Dewi</p></div>").items.first)
    #expect(item.types == ["h-card"])
    #expect(item.properties.map(\.name) == ["name", "url"] || item.properties.map(\.name) == ["name"])
  }

  @Test func addressesStayAsTheyAreWhereNobodyKnowsThePage() throws {
    let html = "<a class=h-card href=/zoe>Zoë</a><a rel=me href=/z>z</a>"
    let found = try read(html, base: "")
    #expect(found.items.first?.texts("url") == ["/zoe"])
    #expect(found.relations["me"] == ["/z"])
    #expect(
      try read("<base href=https://zoe.example/x/>" + html, base: "").relations["me"] == ["https://zoe.example/z"])
  }

  // MARK: Cards

  private func cards(_ html: String) throws -> [PersonCard] { try MarkupDocument(html, as: .html).facts.cards }

  @Test func whoOnlyCommentsIsNobodyOfThePage() throws {
    let html = """
      <article class=h-entry><a class="p-author h-card" href=https://amara.example>Amara Obi</a>
      <div class="p-comment h-cite"><a class="p-author h-card" href=https://x.example>Somebody</a></div></article>
      """
    #expect(try cards(html).map(\.name) == ["Amara Obi"])
  }

  @Test func aCardHasPlaceNoteAndPronouns() throws {
    let html = """
      <div class=h-card><span class=p-given-name>Lucía</span> <span class=p-family-name>Prado</span>
      <p class="p-adr h-adr"><span class=p-locality>Rosario</span>, <span class=p-country-name>Argentina</span></p>
      <a class=u-pronoun href=https://pronouns.example/she/they>pronouns</a>
      <div class=e-note>Maps <b>and</b> fonts</div><span class=p-role>Typographer</span>
      <a class=u-email href="mailto:lucia@lucia.example?subject=hi">mail</a></div>
      """
    let card = try #require(try cards(html).first)
    #expect(card.name == "Lucía Prado")
    #expect(card.place == "Rosario, Argentina")
    #expect(card.pronouns == "she/they")
    #expect(card.note == "Maps and fonts")
    #expect(card.jobTitle == "Typographer")
    #expect(card.mails == ["lucia@lucia.example"])
  }

  private func card(_ name: String, uid: String = "", _ urls: String...) -> PersonCard {
    var card = PersonCard(origin: .hCard)
    card.name = name
    card.uid = uid
    card.urls = urls
    return card
  }

  @Test func theRepresentativeCardIsTheOneThatThePageIsAbout() {
    let page = "https://zoe.example/mentoring"
    let own = card("own", uid: "http://www.zoe.example/mentoring/", "https://zoe.example/mentoring")
    let linked = card("linked", "https://code.example/zoe")
    let other = card("other", "https://other.example/")
    func name(_ cards: PersonCard..., me: [String] = []) -> String? {
      PersonCard.representative(of: cards, page: page, me: me)?.name
    }
    #expect(name(other, linked, own, me: ["https://code.example/zoe"]) == "own")
    #expect(name(other, linked, me: ["https://code.example/zoe/"]) == "linked")
    #expect(name(card("only", page)) == "only")
    #expect(name(card("first", page), other) == nil)
    #expect(name(other) == nil)
    #expect(name() == nil)
  }
}
