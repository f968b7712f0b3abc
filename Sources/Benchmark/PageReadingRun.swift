import DirectorySync
import Glibc
import Markup
import MentorDirectory

/// What reading a page costs: generated pages of about 20 kB, each with navigation, a sidebar, a script and a card.
/// CPU time, best of several passes.
enum PageReadingRun {
  static func run(count: Int, passes: Int = 5) {
    let pages = (0..<count).map { GeneratedPage.html($0) }
    let size = pages.reduce(0) { $0 + $1.utf8.count }
    print("pages \(count)  mean \(size / count) bytes")
    let tables = ReferenceTables(
      gazetteer: Gazetteer(countries: "", cities: ""), languages: LanguageTable(""), vocabulary: Vocabulary([]))
    let reader = PageReader(tables: tables)
    report("parse", pages, passes) { _ = try? MarkupDocument($0, as: .html) }
    report("parse, facts", pages, passes) { _ = (try? MarkupDocument($0, as: .html))?.facts }
    report("parse, write-up", pages, passes) { _ = (try? MarkupDocument($0, as: .html))?.writeUp }
    report("whole reading", pages, passes) { text in
      let context = SourceContext(name: "pages", file: "https://robin.example/mentoring")
      _ = reader.read(PageInput(text: text, format: .html, context: context))
    }
  }

  private static func report(_ what: String, _ pages: [String], _ passes: Int, _ work: (String) -> Void) {
    var best = Double.infinity
    for _ in 0..<passes {
      let start = clock()
      for page in pages { work(page) }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\(what): \((best / Double(pages.count) * 1_000_000).rounded()) µs of CPU per page")
  }
}

/// Pages of the shape that blogs have.
enum GeneratedPage {
  static func html(_ number: Int) -> String {
    var seed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return Int(seed % UInt64(bound))
    }
    func words(_ count: Int) -> String {
      (0..<count).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
    }
    func links(_ count: Int) -> String {
      (0..<count).map { "<li class=\"menu-item item-\($0)\"><a href=\"/\(words(1))/\($0)/\">\(words(3))</a></li>\n" }
        .joined()
    }
    func paragraphs(_ count: Int) -> String {
      (0..<count).map { _ in
        "<p>\(words(25)), <a href=\"https://other.example/\(next(99))\">\(words(2))</a> \(words(20)). \(words(18)).</p>\n"
      }.joined()
    }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mentoring – Robin Doe \(number)</title>
      <meta name="description" content="\(words(20))"><meta property="og:title" content="Mentoring">
      <link rel="canonical" href="https://robin.example/mentoring"><link rel="stylesheet" href="/style.css">
      <style>\(String(repeating: ".a{color:red;margin:0 auto}", count: 40))</style></head><body class="page page-\(number)">
      <nav class="site-nav"><ul>\(links(25))</ul></nav><main><article class="post post-\(number)"><h1>Mentoring</h1>
      \(paragraphs(10))<h2>What I can help with</h2><ul><li>Rust</li><li>\(words(2))</li><li>Technical writing</li></ul>
      \(paragraphs(10))<h2>How to get in touch</h2><p>I take up to three mentees. Write to robin [at] robin [dot] example.
      I answer within a week.</p>\(paragraphs(10))</article></main><aside class="sidebar"><ul>\(links(40))</ul></aside>
      <footer class="h-card">© <a class="p-name u-url" rel="me" href="https://robin.example/">Robin Doe</a>
      <span class="p-locality">Lyon</span></footer><script>\(String(repeating: "var x=document.y;", count: 80))</script>
      </body></html>
      """
  }

  private static let words = """
    garden bridge people learning software river map letter teaching story winter careful question answer translation
    community patch review morning drawing language reading together design village music ocean history project
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
