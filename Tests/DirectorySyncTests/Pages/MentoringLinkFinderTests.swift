import DirectorySync
import Markup
import Testing

@Suite struct MentoringLinkFinderTests {
  private func links(_ html: String, at address: String = "https://zoe.example/") throws -> [MentoringLink] {
    MentoringLinkFinder.links(in: try MarkupDocument(html, as: .html).facts, address: address)
  }

  @Test func theSurestLinkComesFirst() throws {
    let found = try links(
      """
      <nav><a href="/about">About</a> <a href="/help">Mentoring</a> <a href="/mentorship/">Work with me</a></nav>
      <p><a rel="mentoring" href="https://elsewhere.example/zoe">here</a></p>
      """)
    #expect(
      found.map(\.address) == [
        "https://elsewhere.example/zoe", "https://zoe.example/mentorship/", "https://zoe.example/help",
      ])
    #expect(found.map(\.reason) == [.relation, .address, .text])
  }

  @Test(arguments: [
    "<a href=/m>Mentoring</a>", "<a href=/m>Mentorat</a>", "<a href=/m>Mentoría</a>", "<a href=/m>Наставничество</a>",
    "<a href=/m>Менторство</a>", "<a href=/m>メンタリング</a>", "<a href=/m>我想做导师</a>", "<a href=/m>멘토링</a>",
    "<a href=/m>الإرشاد</a>", "<link rel=mentoring href=/m>", "<a href=./m#top>Be my mentee</a>",
  ])
  func theWordIsKnownInManyLanguages(html: String) throws {
    let found = try links(html)
    #expect(found.map(\.address) == ["https://zoe.example/m"])
  }

  @Test(arguments: [
    "<a href=https://movement.example/mentoring>mentoring movement</a>",
    "<a href=/2023/05/on-mentoring>On mentoring</a>",
    "<a href=/tags/mentoring>mentoring</a>", "<a href=mailto:mentoring@zoe.example>mentoring</a>",
    "<a href=/>mentoring</a>",
    "<a href=/tormentors>horror</a>", "<a href=#mentoring>Mentoring</a>",
  ])
  func otherLinksAreNone(html: String) throws {
    #expect(try links(html).isEmpty)
  }

  @Test func aSubdomainIsTheSameSite() throws {
    #expect(
      try links("<a href=https://mentoring.zoe.example/>M</a>").map(\.address) == ["https://mentoring.zoe.example/"])
  }

  @Test func aBaseElementCountsAndEachAddressOnce() throws {
    let html = "<base href=/en/><a href=mentoring>Mentoring</a><a href=/en/mentoring/>Again</a>"
    #expect(try links(html).map(\.address) == ["https://zoe.example/en/mentoring"])
  }

  @Test func wellKnownPlacesAreNamedForAHomePage() {
    #expect(
      MentoringLinkFinder.wellKnownAddresses(for: "https://www.zoe.example/blog/") == [
        "https://www.zoe.example/mentoring", "https://www.zoe.example/mentoring/",
        "https://www.zoe.example/mentoring.html", "https://www.zoe.example/mentorship",
        "https://mentoring.zoe.example/",
      ])
    #expect(
      MentoringLinkFinder.wellKnownAddresses(for: "https://people.example/~zoe/").first
        == "https://people.example/~zoe/mentoring")
    #expect(MentoringLinkFinder.wellKnownAddresses(for: "pages/index.html").isEmpty)
  }

  @Test func aReadingHasWhatASyncFollows() {
    let html = """
      <html lang=de><head><link rel=alternate hreflang=en href=/en/mentoring><link rel=alternate hreflang=de href=/mentoring>
      <link rel=alternate hreflang=x-default href=/mentoring></head><body><h1>Mentoring</h1><p>Ich helfe gern: zoe@zoe.example</p>
      <a rel=me href=https://code.example/zoe>Code</a> <a href=/mentoring/plan>Mentoring-Plan</a></body></html>
      """
    let reading = PageFixture.read(html, .html, file: "https://zoe.example/mentoring")
    #expect(reading.address == "https://zoe.example/mentoring")
    #expect(reading.language == "de")
    #expect(reading.me == ["https://code.example/zoe"])
    #expect(reading.translations == [.init(language: "en", address: "https://zoe.example/en/mentoring")])
    #expect(reading.mentoringLinks.map(\.address) == ["https://zoe.example/mentoring/plan"])
  }
}
