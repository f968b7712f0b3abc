import DirectorySync
import LoopbackKit
import MentorDirectory
import Testing

/// Lists of links, in their four forms.
@Suite struct ListsOfLinks {
  private func pages(_ answer: LoopbackAnswer, path: String = "/mentors") async throws -> Synced {
    let fixture = try SourceFixture { request in
      switch request.host + request.path {
      case "lists.example" + path: answer
      case "ada.example/mentoring": .offer("Ada Beispiel")
      case "bo.example/help": .offer("Bo Příklad")
      case "engine.example/":
        .page("<h1>The engine</h1><p>A fine tool that makes web sites. Download it today, it is free.</p>")
      default: .status(404)
      }
    }
    return await fixture.sync(fixture.source(.list, "http://lists.example\(path)"))
  }
  private let both = ["http://ada.example/mentoring", "http://bo.example/help"]

  @Test func `a text file has an address on each line, with words and remarks around it`() async throws {
    let synced = try await pages(
      .text(
        """
        # Our mentors
        http://ada.example/mentoring

        Bo <http://bo.example/help> (maps)
        nobody here
        http://ADA.example/mentoring/
        """))
    #expect(synced.listing?.pages == both)
    #expect(synced.problems.map(\.line) == [5])
    #expect(Set(synced.visited.map(\.name)) == ["Ada Beispiel", "Bo Příklad"])
    #expect(synced.listing?.mentors == [])
  }

  @Test func `an outline gives pages, not feeds`() async throws {
    let synced = try await pages(
      .text(
        """
        <?xml version="1.0"?><opml version="2.0"><head><title>Mentors</title></head><body>
        <!-- <outline htmlUrl="http://not.example/mentoring"/> -->
        <outline text="People">
          <outline text="Ada &amp; co" type="rss" xmlUrl="http://ada.example/feed" htmlUrl='http://ada.example/mentoring'/>
          <outline text="Bo" type="link" url="http://bo.example/help">
          <outline text="Feed only" type="rss" xmlUrl="http://c.example/feed"/>
        </outline></body></opml>
        """, type: "text/x-opml"), path: "/mentors.opml")
    #expect(synced.listing?.pages == both)
    #expect(synced.problems.map(\.line) == [6])
  }

  @Test func `a page of links leads elsewhere by its main part, not by its footer`() async throws {
    let synced = try await pages(
      .page(
        """
        <!doctype html><html><body><nav><a href="/">Home</a><a href="http://other.example/">Other</a></nav>
        <main><ul><li><a href="http://ada.example/mentoring">Ada</a></li><li><a href="http://bo.example/help">Bo</a></li>
        <li><a href="https://github.com/bo">Bo's code</a></li><li><a href="mailto:x@lists.example">Write</a></li></ul>
        <p>Made with <a href="http://engine.example/">the engine</a>; see <a href="/about">about</a>.</p></main>
        <footer><a href="http://host.example/">Host</a></footer></body></html>
        """))
    #expect(synced.listing?.pages == both + ["http://engine.example"])
    // What a link only came upon must say itself that somebody offers to mentor.
    #expect(Set(synced.visited.map(\.name)) == ["Ada Beispiel", "Bo Příklad"])
    #expect(synced.verdict("http://engine.example") == .notAnOffer)
  }

  @Test func `a Markdown page of links is one, too`() async throws {
    let synced = try await pages(
      .text("# Mentors\n\n- [Ada](http://ada.example/mentoring)\n- <http://bo.example/help>\n", type: "text/markdown"),
      path: "/mentors.md")
    #expect(synced.listing?.pages == both)
  }

  @Test func `a list without any address says so`() async throws {
    let synced = try await pages(.text("Hello.\n"))
    #expect(synced.failure?.kind == "notReadable")
  }

  @Test func `half an outline, and one that never ends, are read as far as they go`() async throws {
    let text = "<opml><outline htmlUrl=\"http://ada.example/mentoring\"/><outline htmlUrl=\"http://bo.example/help"
    #expect(try await pages(.text(text)).listing?.pages == ["http://ada.example/mentoring", both[1]])
    let many = "<opml>" + String(repeating: "<outline ", count: 200_000)
    #expect(try await pages(.text(many)).failure?.kind == "notReadable")
  }
}
