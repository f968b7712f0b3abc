import Markup
import MentorDirectory
import Testing

@Suite struct MarkdownTests {
  private func blocks(_ markdown: String) throws -> [WriteUp.Block] {
    try MarkupDocument(markdown, as: .markdown).writeUp.blocks
  }
  private func text(_ markdown: String) throws -> String {
    try MarkupDocument(markdown, as: .markdown).writeUp.plainText
  }

  @Test func rawHTMLInsideMarkdownMeansWhatItMeansInABrowser() throws {
    #expect(
      try blocks(
        "<div class=\"row\">\n<p>In a box</p>\n</div>\n\nNow <mark>a break</mark><br>and <a href=\"/x\">more</a>.") == [
          .paragraph([.text("In a box")]),
          .paragraph([
            .text("Now "), .marked([.text("a break")]), .lineBreak, .text("and "),
            .link(address: "/x", [.text("more")]), .text("."),
          ]),
        ])
  }

  @Test func markdownBetweenHTMLBlocksIsRead() throws {
    #expect(try blocks("<div>\n\n**bold**\n\n</div>") == [.paragraph([.strong([.text("bold")])])])
  }

  @Test func tabIndentedBulletsAreAListNotCode() throws {
    #expect(
      try blocks("Please include:\n\n\t+ who you are\n\t+ where you heard of me\n\nThanks.") == [
        .paragraph([.text("Please include:")]),
        .list(
          WriteUp.List(items: [[.paragraph([.text("who you are")])], [.paragraph([.text("where you heard of me")])]])),
        .paragraph([.text("Thanks.")]),
      ])
  }

  @Test func indentedCodeStaysCode() throws {
    #expect(
      try blocks("Look:\n\n    let x = 1\n    - x") == [
        .paragraph([.text("Look:")]), .code(language: "", text: "let x = 1\n- x"),
      ])
  }

  @Test func templateTagsAreDropped() throws {
    #expect(
      try text(
        "{% assign x = 1 %}\n# Hi {{ page.title }}there\n{: .lead}\n\n{% include form.html %}\n[a]({{ site.baseurl }}/contact)"
      ) == "Hi there\na")
  }

  @Test func templateTagsInCodeStay() throws {
    #expect(try text("Use `{{ x }}` and\n\n```\n{% y %}\n```") == "Use {{ x }} and\n{% y %}")
  }

  @Test func tablesTasksAndStrikethroughAreRead() throws {
    #expect(
      try blocks("| a | b |\n|---|---|\n| ~~c~~ | d\n\n- [x] done\n- [ ] open") == [
        .table(WriteUp.Table(header: [[.text("a")], [.text("b")]], rows: [[[.struck([.text("c")])], [.text("d")]]])),
        .list(WriteUp.List(items: [[.paragraph([.text("☑ done")])], [.paragraph([.text("☐ open")])]])),
      ])
  }

  @Test func anUnclosedTitleDoesNotSwallowThePage() throws {
    #expect(try text("One <title> two\n\nthree").contains("three"))
  }

  @Test func emojiShortcodesStayText() throws { #expect(try text("cold :snowflake:") == "cold :snowflake:") }

  @Test func blocksKeepTheirLines() throws {
    let document = try MarkupDocument(
      "# One\n\npara\n\n| a | b |\n|--|--|\n| c | d |\n\n<div>\n<p>x</p>\n</div>", as: .markdown, firstLine: 11)
    #expect(document.body.all { $0.name == "h1" }.map(\.line) == [11])
    #expect(document.body.all { $0.name == "tr" }.map(\.line) == [15, 17])
    #expect(document.body.all { $0.name == "p" }.map(\.line) == [13, 20])
  }

  @Test func parsingFromManyThreadsAtOnceIsSafe() async {
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { WriteUp(markdown: "| a |\n|---|\n| ~~b~~ |").plainText.contains("b") } }
      for await isRead in group { #expect(isRead) }
    }
  }
}

@Suite struct FrontMatterTests {
  @Test func yamlIsSplitFromTheBodyWithItsLines() {
    let (matter, body, line) = FrontMatter.split("---\ntitle: Mentoring\nlang: de\n---\n# Hi\n")
    #expect(matter == FrontMatter(format: .yaml, text: "title: Mentoring\nlang: de\n", line: 2))
    #expect(body == "# Hi\n")
    #expect(line == 5)
  }

  @Test func aByteOrderMarkAndCarriageReturnsDoNotHideIt() {
    let (matter, body, _) = FrontMatter.split("\u{FEFF}---\r\ntitle: x\r\n---\r\n\r\nbody\r\n")
    #expect(matter?.text == "title: x\n")
    #expect(body == "\nbody\n")
  }

  @Test func tomlAndEmptyFrontMatterAreKnown() {
    #expect(FrontMatter.split("+++\ntitle = \"x\"\n+++\nbody").frontMatter?.format == .toml)
    #expect(FrontMatter.split("---\n---\nbody").frontMatter?.text == "")
    #expect(FrontMatter.split("---\nlayout: x\n---").body == "")
  }

  @Test(arguments: ["text", "---\nno end: x", "---\nA sentence.\n---\nmore", "----\nx: y\n----", "", "---"])
  func whatIsNoFrontMatterStaysInTheBody(page: String) {
    let (matter, body, line) = FrontMatter.split(page)
    #expect(matter == nil)
    #expect(body == page)
    #expect(line == 1)
  }
}

@Suite struct WikiTextTests {
  private func blocks(_ text: String) throws -> [WriteUp.Block] {
    try MarkupDocument(text, as: .wikitext).writeUp.blocks
  }

  @Test func headingsStylesAndLinksAreRead() throws {
    #expect(
      try blocks("== Mentors ==\nSome '''bold''' and ''italic'' [[Help:Page|words]] [https://example.org/x a site].")
        == [
          .heading(level: 2, [.text("Mentors")]),
          .paragraph([
            .text("Some "), .strong([.text("bold")]), .text(" and "), .emphasis([.text("italic")]), .text(" "),
            .link(address: "./Help:Page", [.text("words")]), .text(" "),
            .link(address: "https://example.org/x", [.text("a site")]),
            .text("."),
          ]),
        ])
  }

  @Test func nestedListsAreRead() throws {
    #expect(
      try blocks("* one\n** inner\n* two\n# first") == [
        .list(
          WriteUp.List(items: [
            [.paragraph([.text("one")]), .list(WriteUp.List(items: [[.paragraph([.text("inner")])]]))],
            [.paragraph([.text("two")])],
          ])), .list(WriteUp.List(start: 1, items: [[.paragraph([.text("first")])]])),
      ])
  }

  @Test func tablesAreRead() throws {
    #expect(
      try blocks("{| class=\"wikitable\"\n! Name !! Topics\n|-\n| style=\"x\" | Zoë || Maps\n|-\n| Ken\n| Type\n|}")
        == [
          .table(
            WriteUp.Table(
              header: [[.text("Name")], [.text("Topics")]],
              rows: [[[.text("Zoë")], [.text("Maps")]], [[.text("Ken")], [.text("Type")]]]))
        ])
  }

  @Test func templatesCommentsReferencesAndFilesAreIgnored() throws {
    let text =
      "{{Infobox|a={{b}}}}Text<!-- no --> here<ref name=x>source</ref><ref />. [[File:a.png|thumb]][[Category:People]]__TOC__"
    #expect(try blocks(text) == [.paragraph([.text("Text here.")])])
  }

  @Test func anUnclosedTemplateDoesNotCostThePage() throws {
    #expect(try MarkupDocument("{{ broken\n== Heading ==\ntext", as: .wikitext).writeUp.plainText.contains("text"))
  }
}
