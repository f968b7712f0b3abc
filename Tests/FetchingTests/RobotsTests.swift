import Fetching
import LoopbackKit
import Testing

@Suite struct RobotsTests {
  private func allows(_ file: String, _ target: String) -> Bool { RobotsRules(Array(file.utf8)).allows(target) }

  @Test func emptyMeansEverything() {
    #expect(allows("", "/") && allows("User-agent: *\nDisallow:", "/x") && allows("<html>Not found</html>", "/x"))
  }

  @Test func theGroupThatNamesUsCountsAlone() {
    let file = """
      User-agent: *
      Disallow: /

      User-agent: Mentoring/1.0
      Disallow: /drafts

      User-agent: otherbot
      Disallow: /mentoring
      """
    #expect(allows(file, "/mentoring"))
    #expect(!allows(file, "/drafts/one"))
  }

  @Test func groupsOfOneNameAreOne() {
    let file =
      "user-agent: mentoring\ndisallow: /a\n\nuser-agent: other\ndisallow: /\n\nUSER-AGENT: MENTORING\nDISALLOW: /b"
    #expect(!allows(file, "/a") && !allows(file, "/b") && allows(file, "/c"))
  }

  @Test func namesThatFollowEachOtherShareTheirRules() {
    let file = "User-agent: one\nUser-agent: mentoring\nSitemap: https://ada.example/map\nUser-agent: two\nDisallow: /x"
    #expect(!allows(file, "/x"))
    #expect(allows("User-agent: mentoring\nAllow: /\nUser-agent: two\nDisallow: /x", "/x"))
  }

  @Test func aLongerNameIsAnotherProgram() {
    #expect(allows("User-agent: mentoring-archive\nDisallow: /", "/"))
    #expect(allows("User-agent: mentor\nDisallow: /", "/"))
  }

  @Test(arguments: [
    // RFC 9309, 2.2.2, 2.2.3 and 5
    ("Disallow: /fish", "/fish", false), ("Disallow: /fish", "/fish/salmon.html", false),
    ("Disallow: /fish", "/fishheads", false),
    ("Disallow: /fish", "/Fish.asp", true), ("Disallow: /fish", "/catfish", true), ("Disallow: /fish/", "/fish", true),
    ("Disallow: /*.php", "/folder/filename.php?x=1", false), ("Disallow: /*.php", "/windows.PHP", true),
    ("Disallow: /*.php$", "/filename.php", false), ("Disallow: /*.php$", "/filename.php?x", true),
    ("Disallow: /fish*.php", "/fishheads/catfish.php?x", false), ("Disallow: /a$b", "/a$bc", false),
    ("Disallow: /*/b/*/c$", "/a/b/x/y/c", false), ("Disallow: /*/b/*/c$", "/a/b/c", true),
    ("Disallow: /foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar", false),
    ("Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false),
    ("Disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false),
    ("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false), ("Disallow: /%7Eada", "/~ada", false),
    ("Disallow: /a%2Fb", "/a/b", true),
    ("Allow: /page\nDisallow: /", "/page", true), ("Disallow: /\nAllow: /page", "/page", true),
    ("Allow: /page\nDisallow: /*.htm", "/page.htm", false), ("Allow: /p\nDisallow: /p", "/p", true),
    ("Allow: /$\nDisallow: /", "/", true), ("Allow: /$\nDisallow: /", "/page", false), ("Disallow: *", "/x", false),
    ("Disallow: /", "/robots.txt", true), ("Disallow : /x # comment", "/x", false),
    ("Disallow: /x\r\rAllow: /y", "/x", false),
  ])
  func rules(rule: String, target: String, isAllowed: Bool) {
    #expect(allows("\u{FEFF}User-agent: *\n\(rule)\n", target) == isAllowed)
  }

  @Test func delaysAreRead() {
    #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: 2.5\nDisallow: /x".utf8)).crawlDelay == 2.5)
    for odd in ["-1", "soon", "nan", "inf"] {
      #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: \(odd)".utf8)).crawlDelay == nil)
    }
  }

  /// Against a matcher that tries everything.
  @Test func wildcardsAgreeWithTheirDefinition() {
    func naive(_ pattern: Substring, _ path: Substring) -> Bool {
      guard let first = pattern.first else { return true }
      if pattern == "$" { return path.isEmpty }
      if first == "*" {
        return naive(pattern.dropFirst(), path) || !path.isEmpty && naive(pattern, path.dropFirst())
      }
      return path.first == first && naive(pattern.dropFirst(), path.dropFirst())
    }
    var random = Seeded(seed: 9309)
    for _ in 0..<20_000 {
      let pattern =
        "/"
        + String((0..<Int.random(in: 0...6, using: &random)).map { _ in "ab**/".randomElement(using: &random) ?? "a" })
        + (Bool.random(using: &random) ? "$" : "")
      let path =
        "/"
        + String((0..<Int.random(in: 0...8, using: &random)).map { _ in "ab/".randomElement(using: &random) ?? "a" })
      #expect(
        allows("User-agent: *\nDisallow: \(pattern)", path) == !naive(pattern[...], path[...]), "\(pattern) \(path)")
    }
  }

  @Test func noBytesDoHarm() {
    var random = Seeded(seed: 1994)
    let words = [
      "User-agent: *\n", "Disallow: /", "Allow:", "*", "$", "%", "%e", "\r", "\n", "#", ":", "\0", "mentoring",
    ]
    for _ in 0..<2000 {
      var file: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        file +=
          Bool.random(using: &random)
          ? Array((words.randomElement(using: &random) ?? "").utf8) : [UInt8.random(in: 0...255, using: &random)]
      }
      _ = RobotsRules(file).allows("/a%2/%zz*$")
    }
  }

  // MARK: - In a client

  private func robotsServer(_ robots: @escaping LoopbackServer.Handler) throws -> LoopbackServer {
    try LoopbackServer { $0.path == "/robots.txt" ? robots($0) : .page("there") }
  }

  @Test func theyAreFetchedOnceAndObeyed() async throws {
    let server = try robotsServer { _ in .page("User-agent: *\nDisallow: /private", type: "text/plain") }
    let client = client(of: server)
    #expect(try await client.text("http://a.example/public") == "there")
    #expect(await client.failure(of: "http://a.example/private/x") == .forbiddenByRobots)
    #expect(await client.failure(of: "http://a.example/public/../private/x") == .forbiddenByRobots)
    #expect(server.requests.map(\.path) == ["/robots.txt", "/public"])
  }

  @Test func theyAreForgottenAfterADay() async throws {
    let server = try robotsServer { _ in .status(404) }
    let clock = TestClock()
    let client = client(of: server, clock: clock)
    _ = try await client.text("http://a.example/")
    clock.advance(.seconds(24 * 3600 + 1))
    _ = try await client.text("http://a.example/")
    #expect(server.requests.count == 4)
  }

  @Test(arguments: [400, 401, 403, 404, 410])
  func withoutAFileEverythingIsAllowed(status: Int) async throws {
    let server = try robotsServer { _ in .status(status) }
    #expect(try await client(of: server).text("http://a.example/") == "there")
  }

  @Test(arguments: [429, 500, 503])
  func aServerInTroubleIsNotAskedForPages(status: Int) async throws {
    let counter = Counter()
    let server = try robotsServer { _ in counter.next() > 3 ? .status(404) : .status(status) }
    let clock = TestClock()
    let client = client(of: server, clock: clock) { $0.tries = 1 }
    for _ in 0..<3 { #expect(await client.failure(of: "http://a.example/") == .status(status)) }
    #expect(server.pages.isEmpty)
    #expect(server.requests.count == 1)
    for _ in 0..<3 {
      clock.advance(.seconds(601))
      _ = await client.failure(of: "http://a.example/")
    }
    #expect(server.pages.count == 1)
  }

  @Test func tenMegabytesAreReadAsFarAsIsReasonable() async throws {
    let start = Array("User-agent: *\nDisallow: /private\n".utf8)
    let line = Array("Disallow: /something/that/nobody/asks/for\n".utf8)
    let file = (start + (0..<(10 << 20) / line.count).flatMap { _ in line }) + Array("Disallow: /late\n".utf8)
    #expect(file.count > 10_000_000)
    let server = try robotsServer { _ in .bytes(file, type: "text/plain") }
    let client = client(of: server)
    #expect(try await client.text("http://a.example/late") == "there")
    #expect(await client.failure(of: "http://a.example/private") == .forbiddenByRobots)
  }

  @Test func endlessAndCompressedFilesEndToo() async throws {
    let bomb = Gzip.bomb(size: 64 << 20)
    let server = try robotsServer { request in
      request.host == "a.example"
        ? .script([.text("HTTP/1.1 200 OK\r\n\r\n"), .sendForever(Array("Disallow: /x\n".utf8))])
        : .bytes(bomb, headers: [LoopbackHeader("Content-Encoding", "gzip")])
    }
    let client = client(of: server)
    #expect(try await client.text("http://a.example/x") == "there")
    #expect(try await client.text("http://b.example/x") == "there")
  }

  @Test func redirectsOfTheFileAreFollowedFiveTimes() async throws {
    let server = try LoopbackServer { request in
      let number = Int(request.host.prefix { $0.isNumber }) ?? 0
      if request.path != "/robots.txt" { return .page("there") }
      return number == 0
        ? .page("User-agent: *\nDisallow: /", type: "text/plain")
        : .redirect(to: "http://\(number - 1).example/robots.txt")
    }
    let client = client(of: server)
    #expect(await client.failure(of: "http://5.example/") == .forbiddenByRobots)
    #expect(await client.failure(of: "http://6.example/") == nil)
  }

  @Test func aDelayIsHonouredUpToALimit() async throws {
    let server = try robotsServer { request in
      .page("User-agent: *\nCrawl-delay: \(request.host == "a.example" ? "4" : "900")", type: "text/plain")
    }
    let clock = TestClock()
    let client = client(of: server, clock: clock)
    for page in 0..<2 { _ = try await client.text("http://a.example/\(page)") }
    #expect(clock.slept == [.seconds(4)])
    for page in 0..<2 { _ = try await client.text("http://b.example/\(page)") }
    #expect(clock.slept == [.seconds(4), .seconds(10)])
  }
}

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
