import Markup
import Testing

@Suite struct LinkAddressTests {
  /// The examples of RFC 3986, 5.4, and what pages have besides.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"),
    ("../../../g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
    ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    (" \n/g\t", "http://a/g"), ("mailto:x@y.example", "mailto:x@y.example"),
  ])
  func referencesAreResolved(reference: String, address: String) {
    #expect(LinkAddress.resolved(reference, on: "http://a/b/c/d;p?q#f") == address)
  }

  @Test func aHostAloneIsABaseAndAPathIsNone() {
    #expect(LinkAddress.resolved("x/y", on: "https://zoe.example") == "https://zoe.example/x/y")
    #expect(LinkAddress.resolved("x", on: "pages/mentoring.md") == nil)
    #expect(LinkAddress.resolved("x", on: "") == nil)
  }
}
