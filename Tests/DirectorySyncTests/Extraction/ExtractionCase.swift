import DirectorySync
import MentorDirectory

/// A made-up page, and what a person who reads it would write down.
struct ExtractionCase: Sendable {
  struct Expected: Sendable {
    var verdict = PageVerdict.Kind.offer
    var name = ""
    var title = ""
    var topics: [String] = []
    var seeks: [String] = []
    var channels: [String] = []
    var rhythm = ""
    var answers = ""
    /// Codes.
    var languages: [String] = []
    /// As it stands on the page.
    var place = ""
    var state = Availability.State.unknown
    var until = ""
    var capacity: Int?
    /// `kind value`, with ` (decoded)` behind what was disguised.
    var contacts: [String] = []
    var profiles: [String] = []
    /// Pieces that the write-up has, and such that it must not have.
    var has: [String] = []
    var lacks: [String] = []
  }

  var title: String
  var bytes: [UInt8]
  var mediaType: String
  var address: String
  var expected: Expected

  init(_ title: String, at address: String, as mediaType: String = "", _ text: String, _ expected: Expected) {
    self.init(title, at: address, as: mediaType, bytes: Array(text.utf8), expected)
  }

  init(_ title: String, at address: String, as mediaType: String, bytes: [UInt8], _ expected: Expected) {
    self.title = title
    self.bytes = bytes
    self.mediaType = mediaType
    self.address = address
    self.expected = expected
  }

  /// A page as blog engines make it: banner, menu, header, bar at the side, footer, and the text in between.
  static func blog(_ title: String, language: String = "en", head: String = "", footer: String = "", _ body: String)
    -> String
  {
    """
    <!DOCTYPE html>
    <html lang="\(language)"><head><meta charset="utf-8"><title>\(title)</title>\(head)
    <style>.post{margin:0 auto}</style><script>window.dataLayer=[]</script></head>
    <body class="page-template">
    <a class="skip-link screen-reader-text" href="#main">SKIPTOTEXT</a>
    <div id="cookie-notice" class="cookie-notice"><p>COOKIEWORDS are used here.</p><button>Accept</button></div>
    <header class="site-header"><p class="site-title"><a href="/">HEADERWORDS</a></p>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/posts/">MENUWORDS</a></li><li><a href="/about/">About</a></li></ul></nav></header>
    <div class="content-area"><main id="main"><article class="post">
    \(body)
    <div class="sharedaddy"><p>SHAREWORDS</p></div>
    </article></main></div>
    <div class="widget-area"><h2>SIDEWORDS</h2><ul><li><a href="/2024/05/some-post/">Some post</a></li></ul></div>
    <footer class="site-footer">\(footer)<p>FOOTERWORDS powered by <a href="https://engine.example">an engine</a></p></footer>
    </body></html>
    """
  }

  /// What no write-up of such a page may have.
  static let furniture = [
    "SKIPTOTEXT", "COOKIEWORDS", "HEADERWORDS", "MENUWORDS", "SHAREWORDS", "SIDEWORDS", "FOOTERWORDS",
  ]
}
