import DirectorySync
import Fetching
import LoopbackKit
import Testing

@Suite struct WhatASourceIs {
  @Test(arguments: [
    ("https://phonebook.example/api/v2/users/?group=mentoring", SourceKind.phonebook),
    ("https://phonebook.example/api/v1/users", .phonebook), ("https://portal.example/api/v1/rep/", .portal),
    ("https://portal.example/api/remo/v1/users/", .portal),
    ("https://docs.google.com/spreadsheets/d/KEY/edit#gid=7", .sheet),
    ("https://files.example/export?output=csv", .sheet), ("https://files.example/people.TSV", .sheet),
    ("https://wiki.example/index.php?title=Mentors&action=raw", .wiki), ("https://files.example/mentors.wiki", .wiki),
    ("https://files.example/blogroll.opml", .list), ("https://files.example/people.yml", .data),
    ("https://ada.example/mentoring/", .page), ("https://mentoring.ada.example", .page),
    ("ada.example/mentorship.html", .page),
  ])
  func `an address tells by its shape`(address: String, kind: SourceKind) throws {
    let recognition = try #require(SourceRecogniser.byAddress(address))
    #expect(recognition.kind == kind)
    #expect(!recognition.reason.isEmpty)
  }

  @Test(arguments: [
    "https://ada.example/", "https://files.example/people.json", "https://community.example/mentors",
    "https://community.example/mentoring/people", "no-such-folder",
  ])
  func `other addresses need an answer`(address: String) {
    #expect(SourceRecogniser.byAddress(address) == nil)
  }

  @Test func `a folder is one`() throws {
    let folder = try TemporaryFolder()
    #expect(SourceRecogniser.byAddress(folder.path)?.kind == .folder)
  }

  private static let offer = SourceFixture.offer("Ada Beispiel")
  @Test(arguments: [
    ("text/csv", "Name,Skills\nAda,Fonts\nBo,Maps\n", SourceKind.sheet),
    ("application/json", #"[{"name": "Ada", "tags": []}, {"name": "Bo", "tags": []}]"#, .data),
    (
      "application/json",
      #"{"mentors": [{"id": "x", "name": "Ada", "availability": {"state": "open"}, "sources": ["a"]}]}"#, .directory
    ),
    (
      "application/json", #"{"results": [{"username": "ada", "is_vouched": true, "_url": "/x"}], "next": null}"#,
      .phonebook
    ),
    ("text/plain", "- name: Ada\n  tags: [fonts]\n- name: Bo\n  tags: [maps]\n", .data),
    ("text/plain", "{| class=\"wikitable\"\n! Name !! Topics\n|-\n| Ada || fonts\n|}\n", .wiki),
    ("text/plain", "https://ada.example/mentoring\nhttps://bo.example/mentoring\n", .list),
    ("text/xml", "<?xml version=\"1.0\"?><opml><body/></opml>", .list),
    (
      "text/markdown",
      "| Name | Topics |\n|---|---|\n| Ada Beispiel | fonts |\n| Bo Příklad | maps |\n| Çelik Örnek | tests |\n", .wiki
    ),
    (
      "text/html",
      "<!doctype html><title>Mentors</title><ul><li><a href=https://a.example/mentoring>A</a><li>"
        + "<a href=https://b.example/mentoring>B</a><li><a href=https://c.example/mentorship>C</a></ul>", .list
    ),
    ("text/html", "<!doctype html><meta name=generator content=\"MediaWiki 1.40\"><p>x</p>", .wiki),
    ("text/html", offer, .page),
  ])
  func `an answer tells by its type and its content`(type: String, text: String, kind: SourceKind) async throws {
    let text = text.replacing("content=\"MediaWiki", with: "content=\"MediaWiki")
    let fixture = try SourceFixture { _ in .page(text, type: type) }
    let recognition = try await SourceRecogniser(client: fixture.client).recognise("http://somewhere.example/x")
    #expect(recognition.kind == kind)
  }

  @Test func `a home page is a site`() async throws {
    let fixture = try SourceFixture(pages: [
      "ada.example/": .page("<!doctype html><p>I keep bees.</p><a href=/mentoring>Mentoring</a>")
    ])
    let recogniser = SourceRecogniser(client: fixture.client)
    #expect(try await recogniser.recognise("http://ada.example/").kind == .site)
    await #expect(throws: FetchFailure.status(404)) { try await recogniser.recognise("http://ada.example/nothing") }
  }
}

@Suite struct ReadableAddresses {
  @Test(arguments: [
    (
      "https://docs.google.com/spreadsheets/d/KEY/edit?usp=sharing#gid=7",
      "https://docs.google.com/spreadsheets/d/KEY/export?format=csv&gid=7"
    ),
    (
      "https://docs.google.com/spreadsheets/d/e/KEY/pubhtml?gid=3&single=true",
      "https://docs.google.com/spreadsheets/d/e/KEY/pub?output=csv&gid=3"
    ),
    (
      "https://docs.google.com/spreadsheets/d/e/KEY/pub?gid=3&output=csv",
      "https://docs.google.com/spreadsheets/d/e/KEY/pub?gid=3&output=csv"
    ),
    (
      "https://github.com/community/list/blob/main/people/mentors.json",
      "https://raw.githubusercontent.com/community/list/main/people/mentors.json"
    ),
    (
      "https://gitlab.com/a/b/-/blob/main/mentors.yml", "https://gitlab.com/a/b/-/raw/main/mentors.yml"
    ),
    (
      "https://codeberg.org/a/b/src/branch/main/mentors.md", "https://codeberg.org/a/b/raw/branch/main/mentors.md"
    ),
    ("https://ada.example/mentoring?x=1#me", "https://ada.example/mentoring?x=1"),
  ])
  func `what a browser shows is asked for as a program reads it`(address: String, readable: String) {
    #expect(SourceAddress.readable(address) == readable)
  }

  @Test func `secrets in an address are found, and left out where it is shown`() {
    let address = "https://phonebook.example/api/v1/users/?app_name=d&app_key=s3cret&groups=mentoring"
    #expect(SourceAddress.secretParameter(in: address) != nil)
    #expect(SourceAddress.withoutSecrets(address) == "https://phonebook.example/api/v1/users/?groups=mentoring")
    #expect(SourceAddress.secretParameter(in: "https://a.example/?group=x") == nil)
  }
}
