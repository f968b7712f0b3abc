import Markup
import MentorDirectory
import Testing

@Suite struct HTMLWriteUpTests {
  private func blocks(_ html: String) throws -> [WriteUp.Block] { try MarkupDocument(html, as: .html).writeUp.blocks }
  private func text(_ html: String) throws -> String { try MarkupDocument(html, as: .html).writeUp.plainText }

  @Test func everyKindOfBlockAndInlineComesThrough() throws {
    let read = try blocks(
      """
      <h2>Mentoring</h2><p>I <em>like</em> <strong>this</strong>, <del>not</del> <mark>that</mark> <code>x</code><br>
      <a href="https://example.org/">here</a> <img src=a.png alt="a map"></p>
      <ul><li>one<ul><li>inner</li></ul></li></ul><ol start=3><li>three</li></ol>
      <blockquote><p>words</p></blockquote><pre><code class="language-swift">let x = 1
      </code></pre><hr><table><tr><th>Day<th>Hour<tr><td>Monday<td>9</table>
      """)
    #expect(
      read == [
        .heading(level: 2, [.text("Mentoring")]),
        .paragraph([
          .text("I "), .emphasis([.text("like")]), .text(" "), .strong([.text("this")]), .text(", "),
          .struck([.text("not")]),
          .text(" "), .marked([.text("that")]), .text(" "), .code("x"), .lineBreak,
          .link(address: "https://example.org/", [.text("here")]), .text(" "),
          .image(address: "a.png", alternative: "a map"),
        ]),
        .list(
          WriteUp.List(items: [
            [.paragraph([.text("one")]), .list(WriteUp.List(items: [[.paragraph([.text("inner")])]]))]
          ])),
        .list(WriteUp.List(start: 3, items: [[.paragraph([.text("three")])]])),
        .quote([.paragraph([.text("words")])]), .code(language: "swift", text: "let x = 1"), .rule,
        .table(WriteUp.Table(header: [[.text("Day")], [.text("Hour")]], rows: [[[.text("Monday")], [.text("9")]]])),
      ])
  }

  @Test func furnitureScriptsFormsAndBannersAreNoText() throws {
    let read = try text(
      """
      <header><a href=/>Home</a></header><nav>Menu</nav><script>x()</script><style>p{}</style><template><p>t</p></template>
      <div id="cookie-banner">We use cookies</div><p>I mentor.</p><form><label>Name</label><input></form>
      <p hidden>secret</p><p style="display: none">secret</p><span class="sr-only">skip</span><footer>© me</footer>
      """)
    #expect(read == "I mentor.")
  }

  @Test func theMainPartIsPreferredUnlessItIsAnEmptyShell() throws {
    #expect(
      try text("<div>Before</div><main><h1>Mentoring</h1><p>Write to me any time you like.</p></main>")
        == "Mentoring\nWrite to me any time you like.")
    #expect(try text("<main></main><p>Everything stands outside of it.</p>") == "Everything stands outside of it.")
    let entry =
      "<div class=h-entry><p class=p-author>Aiko</p><div class=e-content><p>I help with gardens and seeds.</p></div></div>"
    #expect(try text(entry) == "I help with gardens and seeds.")
  }

  @Test func textThatStandsOnlyInTheHeaderIsNotLost() throws {
    #expect(
      try text("<header><h1>Ngozi Ade</h1><p>I mentor translators.</p></header>") == "Ngozi Ade\nI mentor translators.")
  }

  @Test func blankLinesInNakedTextAreParagraphs() throws {
    let first = "A first paragraph that goes on for some time, because people write so."
    let read = try blocks(
      "<p>\(first)\n\nA second one that also is not short at all.\n\nAnd the third one, to be complete.</p>")
    #expect(read.count == 3)
    #expect(read.first == .paragraph([.text(first)]))
  }

  @Test func blankLinesThatATemplateLeavesDoNotSplit() throws {
    #expect(try blocks("<p>Hello\n\n<b>you</b>\n\n!</p>").count == 1)
  }

  @Test func twoLineBreaksAreAParagraph() throws {
    #expect(
      try blocks("<div>one<br><br>two<br>three</div>") == [
        .paragraph([.text("one")]), .paragraph([.text("two"), .lineBreak, .text("three")]),
      ])
  }

  @Test func contentAfterTheEndOfThePageIsRead() throws {
    #expect(try text("<html><body><p>One.</p></body></html><p>Two.</p>") == "One.\nTwo.")
  }

  @Test func unclosedListsAndTagsAreRead() throws {
    #expect(try text("<ul><li>one<li>two<p>three<b>four") == "one\ntwo\nthreefour")
  }

  @Test(arguments: [
    "javascript:alert(1)", "java\tscript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd", "#top", "",
  ])
  func dangerousLinksBecomeText(address: String) throws {
    #expect(try blocks("<p><a href=\"\(address)\">words</a></p>") == [.paragraph([.text("words")])])
  }

  @Test(arguments: [
    "https://example.org/a", "mailto:zoe@example.org", "tel:+49123", "xmpp:zoe@example.org", "matrix:u/zoe:example.org",
    "irc://irc.example.org/x", "/mentoring", "page.html",
  ])
  func usefulLinksStay(address: String) throws {
    #expect(
      try blocks("<p><a href=\"\(address)\">words</a></p>") == [.paragraph([.link(address: address, [.text("words")])])]
    )
  }

  @Test func bareAddressesBecomeLinks() throws {
    #expect(
      try blocks("<p>See https://example.org/x_(y), or zoe@example.org.</p>") == [
        .paragraph([
          .text("See "), .link(address: "https://example.org/x_(y)", [.text("https://example.org/x_(y)")]),
          .text(", or "),
          .link(address: "mailto:zoe@example.org", [.text("zoe@example.org")]), .text("."),
        ])
      ])
  }

  @Test func controlCharactersNeverReachTheModel() throws {
    let read = try text("<p>a\u{1B}[31mb\u{202E}c&#27;d&#x9b;e</p>")
    #expect(!read.unicodeScalars.contains { $0.isUnwelcome })
    // The standard reads the number of the last one as that of windows-1252.
    #expect(read.hasSuffix("bc›e"))
  }

  @Test func aLayoutTableIsItsContent() throws {
    #expect(
      try blocks("<table><tr><td><h2>Hi</h2><p>there</p></td><td></td></tr></table>") == [
        .heading(level: 2, [.text("Hi")]), .paragraph([.text("there")]),
      ])
  }

  @Test func embeddedHTMLIsEscapedAndItsLinksAreSafe() {
    let writeUp = WriteUp([
      .paragraph([
        .text("<script>&\""), .link(address: "https://example.org/\"x", [.text("a")]),
        .link(address: "xmpp:a@example.org", [.text("b")]),
      ])
    ]).tidied()
    #expect(
      writeUp.html == "<p>&lt;script&gt;&amp;&quot;<a href=\"https://example.org/%22x\" rel=\"nofollow\">a</a>b</p>\n")
  }
}
