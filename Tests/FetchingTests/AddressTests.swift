import Fetching
import Glibc
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("HTTP://Ada.Example", "http://ada.example/"), ("https://ada.example:443/a/../b/./c", "https://ada.example/b/c"),
    ("http://ada.example:8080/x?y#z", "http://ada.example:8080/x?y"),
    ("  http://ada.example/a b\n", "http://ada.example/a%20b"),
    ("http://ada.example/ü", "http://ada.example/%c3%bc"),
    ("https://straße.example/", "https://xn--strae-oqa.example/"),
    ("https://例え.example/", "https://xn--r8jz45g.example/"),
    ("https://почта.example/", "https://xn--80a1acny.example/"),
    ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"), ("http://0x7f.1/", "http://127.0.0.1/"),
  ])
  func read(text: String, expected: String) { #expect(HTTPAddress(text)?.description == expected) }

  @Test func partsAreWhatTheServerIsAsked() throws {
    let address = try #require(HTTPAddress("https://ada.example:8443/mentoring?in=fr"))
    #expect(address.isSecure && address.host == "ada.example" && address.port == 8443)
    #expect(address.target == "/mentoring?in=fr" && address.origin == "https://ada.example:8443")
  }

  /// RFC 3986, 5.4, as far as `http` goes.
  @Test(arguments: [
    ("g", "http://a.example/b/c/g"), ("./g", "http://a.example/b/c/g"), ("g/", "http://a.example/b/c/g/"),
    ("/g", "http://a.example/g"), ("//g.example", "http://g.example/"), ("?y", "http://a.example/b/c/d;p?y"),
    ("g?y", "http://a.example/b/c/g?y"), ("#s", "http://a.example/b/c/d;p?q"), ("g#s", "http://a.example/b/c/g"),
    (";x", "http://a.example/b/c/;x"), (".", "http://a.example/b/c/"), ("..", "http://a.example/b/"),
    ("../g", "http://a.example/b/g"), ("../../g", "http://a.example/g"), ("../../../g", "http://a.example/g"),
    ("/./g", "http://a.example/g"), ("/../g", "http://a.example/g"), ("g;x=1/../y", "http://a.example/b/c/y"),
    ("https://b.example/x", "https://b.example/x"),
  ])
  func references(reference: String, expected: String) throws {
    let base = try #require(HTTPAddress("http://a.example/b/c/d;p?q"))
    #expect(base.resolving(reference)?.description == expected)
  }

  @Test(arguments: ["mailto:ada@a.example", "ftp://a.example/", "http://u:p@a.example/", "//", "data:text/plain,x"])
  func whatCannotBeFollowed(reference: String) throws {
    let base = try #require(HTTPAddress("http://a.example/b/c/d;p?q"))
    #expect(base.resolving(reference) == nil)
  }

  @Test func readingTwiceChangesNothing() {
    var random = Seeded(seed: 3986)
    let pieces = [
      "http://", "https://", "a.example", "ü", "/", "..", ".", "?", "#", ":", "80", "@", "%41", "%", " ", "\\", "[",
      "]", "x",
    ]
    for _ in 0..<5000 {
      let text =
        "http"
        + (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let address = HTTPAddress(text) else { continue }
      #expect(HTTPAddress(address.description) == address, "\(text)")
    }
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"), ("Thu, 29 Feb 2024 23:59:60 GMT", "2024-03-01T00:00:00Z"),
    ("Mon, 01-Jan-69 00:00:00 GMT", "2069-01-01T00:00:00Z"),
  ])
  func dates(text: String, expected: String) { #expect(HTTPDate.read(text)?.text == expected) }

  @Test(arguments: [
    "", "tomorrow", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 PST",
    "1 2 3 4 5",
  ])
  func noDates(text: String) { #expect(HTTPDate.read(text) == nil) }
}
