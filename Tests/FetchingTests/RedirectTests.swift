import Fetching
import LoopbackKit
import Testing

@Suite struct RedirectTests {
  @Test func theFinalAddressIsToldAndThePermanentOne() async throws {
    let server = try server { request in
      switch (request.host, request.path) {
      case ("ada.example", _): .redirect(to: "http://www.ada.example/mentoring", status: 301)
      case (_, "/mentoring"): .redirect(to: "../mentoring/?in=fr#top", status: 308)
      default: .page("Bonjour")
      }
    }
    let response = try await client(of: server).fetch(WebRequest("http://ada.example/mentoring"))
    #expect(response.address == "http://www.ada.example/mentoring/?in=fr")
    #expect(response.movedTo == "http://www.ada.example/mentoring/?in=fr")
  }

  @Test func oneTemporaryRedirectAmongPermanentOnesIsNoMove() async throws {
    let server = try server { request in
      switch request.path {
      case "/a": .redirect(to: "/b", status: 301)
      case "/b": .redirect(to: "/c", status: 307)
      default: .page("here")
      }
    }
    let response = try await client(of: server).fetch(WebRequest("http://ada.example/a"))
    #expect(response.address == "http://ada.example/c")
    #expect(response.movedTo == nil)
  }

  @Test func aLoopEnds() async throws {
    let server = try server { $0.path == "/a" ? .redirect(to: "/b") : .redirect(to: "/a") }
    #expect(await client(of: server).failure(of: "http://ada.example/a") == .redirectLoop)
    #expect(server.pages.count == 2)
  }

  @Test func aLoopOverHostsEnds() async throws {
    let server = try server { $0.host == "a.example" ? .redirect(to: "//b.example/") : .redirect(to: "//a.example/") }
    #expect(await client(of: server).failure(of: "http://a.example/") == .redirectLoop)
  }

  @Test func anEndlessTrailEnds() async throws {
    let counter = Counter()
    let server = try server { _ in .redirect(to: "/\(counter.next())") }
    let client = client(of: server) { $0.redirectLimit = 5 }
    #expect(await client.failure(of: "http://ada.example/") == .tooManyRedirects(limit: 5))
    #expect(server.pages.count == 6)
  }

  @Test(arguments: [
    "ftp://ada.example/", "file:///etc/passwd", "mailto:ada@ada.example", "http://user@ada.example/", "", "http://",
    "javascript:alert(1)",
  ])
  func aRedirectToNoWebAddress(location: String) async throws {
    let server = try server { _ in .redirect(to: location) }
    #expect(await client(of: server).failure(of: "http://ada.example/") == .badRedirect(to: location))
  }

  @Test func aRedirectWithoutPlace() async throws {
    let server = try server { _ in .status(302) }
    #expect(await client(of: server).failure(of: "http://ada.example/") == .badRedirect(to: ""))
  }

  @Test func whereItLeadsRobotsAreAskedToo() async throws {
    let server = try LoopbackServer { request in
      switch (request.host, request.path) {
      case ("b.example", "/robots.txt"): .page("User-agent: *\nDisallow: /private", type: "text/plain")
      case (_, "/robots.txt"): .status(404)
      default: .redirect(to: "http://b.example/private/page")
      }
    }
    #expect(await client(of: server).failure(of: "http://a.example/") == .forbiddenByRobots)
    #expect(server.requests.map(\.path) == ["/robots.txt", "/", "/robots.txt"])
  }

  @Test func keysStayWithTheirOrigin() async throws {
    let server = try server { request in
      switch (request.host, request.path) {
      case ("api.example", "/start"): .redirect(to: "/next")
      case ("api.example", "/next"): .redirect(to: "http://other.example/")
      case ("other.example", _): .redirect(to: "http://api.example/back")
      default: .page("done")
      }
    }
    let key = Credential(header: "X-API-KEY", value: "hush")
    _ = try await client(of: server).fetch(WebRequest("http://api.example/start", credential: key))
    #expect(server.pages.map { $0["x-api-key"] } == ["hush", "hush", nil, nil])
    #expect(server.requests.filter { $0.path == "/robots.txt" }.allSatisfy { $0["x-api-key"] == nil })
  }

  @Test func anotherPortIsAnotherOrigin() async throws {
    let other = try server { _ in .page("other") }
    let server = try server { _ in .redirect(to: "http://api.example:\(other.port)/") }
    let key = Credential(header: "X-API-KEY", value: "hush")
    let client = client(of: server) { options in
      options.routes = [HostRoute(host: "api.example", port: server.port)]
    }
    // Routed by name alone, so that it ends at the first server again: what counts is what was sent.
    _ = await client.failure(of: WebRequest("http://api.example/", credential: key))
    #expect(server.pages.first?["x-api-key"] == "hush")
    #expect(server.pages.dropFirst().allSatisfy { $0["x-api-key"] == nil })
    #expect(server.pages.count == 2)
  }

  @Test func aKeyInTheQueryIsSentAndNotTold() async throws {
    let server = try server { request in
      request.target.hasPrefix("/first") ? .redirect(to: "/second") : .page("done")
    }
    let key = Credential(queryItem: "app_key", value: "hush hush&more")
    let response = try await client(of: server).fetch(WebRequest("http://api.example/first?limit=5", credential: key))
    #expect(
      server.pages.map(\.target) == [
        "/first?limit=5&app_key=hush%20hush%26more", "/second?app_key=hush%20hush%26more",
      ])
    #expect(response.address == "http://api.example/second")
  }

  @Test("A service that only wants a slash writes the key into the address: it is sent once, and told nowhere")
  func aKeyThatComesBackIsNotTold() async throws {
    let server = try server { request in
      request.path == "/users"
        ? .redirect(to: "/users/?" + (request.target.split(separator: "?").last ?? ""), status: 301) : .page("done")
    }
    let key = Credential(queryItem: "app_key", value: "hush hush")
    let response = try await client(of: server).fetch(WebRequest("http://api.example/users?limit=5", credential: key))
    let query = "?limit=5&app_key=hush%20hush"
    #expect(server.pages.map(\.target) == ["/users" + query, "/users/" + query])
    #expect(response.address == "http://api.example/users/?limit=5")
    #expect(response.movedTo == "http://api.example/users/?limit=5")
  }

  @Test(
    "Nobody else is asked with a key, or after a key",
    arguments: [
      "http://other.example/?app_key=hush", "http://other.example/", "http://other.example/?token=hush",
      "http://user@other.example/?app_key=hush",
    ])
  func aKeyInTheQueryGoesNowhereElse(location: String) async throws {
    let server = try server { _ in .redirect(to: location) }
    let key = Credential(queryItem: "app_key", value: "hush")
    let failure = await client(of: server).failure(of: WebRequest("http://api.example/", credential: key))
    guard case .badRedirect(let target) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(target.contains("other.example") && !target.contains("hush"))
    #expect(server.requests.allSatisfy { $0.host == "api.example" })
  }

  @Test func aKeyOfAHeaderThatIsHandedOnInAnAddressGoesNowhereElse() async throws {
    let server = try server { _ in .redirect(to: "http://other.example/?k=hush&limit=5") }
    let key = Credential(header: "X-API-KEY", value: "hush")
    #expect(
      await client(of: server).failure(of: WebRequest("http://api.example/", credential: key))
        == .badRedirect(to: "http://other.example"))
    #expect(server.pages.count == 1)
  }

  @Test func aKeyIsInNoDescription() {
    for key in [Credential(header: "X-API-KEY", value: "hush"), Credential(queryItem: "key", value: "hush")] {
      let request = WebRequest("http://api.example/", credential: key)
      var dumped = ""
      dump(request, to: &dumped)
      dump(key, to: &dumped)
      #expect(!"\(request) \(key) \(String(reflecting: request)) \(String(reflecting: key)) \(dumped)".contains("hush"))
    }
  }

  @Test(arguments: ["two\r\nX-Evil: lines", "nul\0", "\u{7F}"])
  func aKeyThatWouldBreakTheRequestIsNotSent(value: String) async throws {
    let server = try server { _ in .page("") }
    let key = Credential(header: "X-API-KEY", value: value)
    guard case .other = await client(of: server).failure(of: WebRequest("http://api.example/", credential: key)) else {
      Issue.record("was sent")
      return
    }
    #expect(server.requests.isEmpty)
  }
}
