import Fetching
import LoopbackKit
import Testing

@Suite struct PageTests {
  @Test func theLibrarySaysItsVersion() {
    #expect(WebLibrary.version?.split(separator: ".").count == 3)
  }

  @Test func aPageComesWithItsTypeEncodingAndValidators() async throws {
    let server = try server { _ in
      .page(
        "<h1>Ada</h1>", type: "Text/HTML; Charset=\"ISO-8859-1\"",
        headers: [
          LoopbackHeader("ETag", "W/\"one\""), LoopbackHeader("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ])
    }
    let response = try await client(of: server).fetch(WebRequest("http://ada.example/mentoring"))
    #expect(
      response
        == WebResponse(
          status: 200, address: "http://ada.example/mentoring", mediaType: "text/html", charset: "ISO-8859-1",
          validators: Validators(entityTag: "W/\"one\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"),
          body: Array("<h1>Ada</h1>".utf8)))
  }

  @Test func theProgramSaysWhoItIs() async throws {
    let server = try server { _ in .page("") }
    _ = try await client(of: server).fetch(WebRequest("http://ada.example/", accept: "text/markdown"))
    let request = try #require(server.pages.first)
    #expect(request["user-agent"] == "mentoring/0.1 (+\(ClientOptions.projectAddress))")
    #expect(request["accept"] == "text/markdown")
    #expect(request.method == "GET")
    #expect(request.host == "ada.example")
    #expect(request["cookie"] == nil)
  }

  @Test func whatIsUnchangedIsNotSentAgain() async throws {
    let server = try server { .tagged("Hello", "W/\"seven\"", for: $0) }
    let client = client(of: server)
    let first = try await client.fetch(WebRequest("http://ada.example/"))
    let second = try await client.fetch(WebRequest("http://ada.example/", validators: first.validators))
    #expect(!first.isUnchanged && second.isUnchanged)
    #expect(second.body.isEmpty)
    #expect(second.validators == first.validators)
    #expect(server.pages[1]["if-none-match"] == "W/\"seven\"")
  }

  @Test func unchangedKeepsTheValidatorsThatWereAskedWith() async throws {
    let server = try server { _ in .status(304) }
    let known = Validators(lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
    let response = try await client(of: server).fetch(WebRequest("http://ada.example/", validators: known))
    #expect(response.validators == known)
    #expect(server.pages[0]["if-modified-since"] == known.lastModified)
  }

  @Test func unchangedWithoutHavingAskedIsNoAnswer() async throws {
    let server = try server { _ in .status(304) }
    #expect(await client(of: server).failure(of: "http://ada.example/") == .status(304))
  }

  @Test func compressedPagesAreUnpacked() async throws {
    let text = String(repeating: "mentoring ", count: 20_000)
    let server = try server { _ in
      .bytes(Gzip.stored(Array(text.utf8)), headers: [LoopbackHeader("Content-Encoding", "gzip")])
    }
    #expect(try await client(of: server).text("http://ada.example/") == text)
    #expect(server.pages[0]["accept-encoding"]?.contains("gzip") == true)
  }

  @Test func chunksAreJoined() async throws {
    let server = try server { _ in
      .script([
        .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n"), .pause(.milliseconds(20)),
        .text("7\r\n, world\r\n0\r\nETag: \"in the trailer\"\r\n\r\n"),
      ])
    }
    let response = try await client(of: server).fetch(WebRequest("http://ada.example/"))
    #expect(String(decoding: response.body, as: UTF8.self) == "Hello, world")
    #expect(response.validators.isEmpty)
  }

  @Test func nulsInPageAndHeadersDoNoHarm() async throws {
    let server = try server { _ in
      .script([
        .send(Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-Odd: a\0b\r\nETag: \"a\u{7F}\u{1}\"\r\n\r\na\0b".utf8))
      ])
    }
    let client = client(of: server) { $0.tries = 1 }
    do {
      let response = try await client.fetch(WebRequest("http://ada.example/"))
      #expect(response.body == [0x61, 0, 0x62])
      #expect(response.validators.isEmpty)
    } catch {
      // Some versions of libcurl refuse such a header altogether, which is fine too.
      #expect(error == .brokenOff(reason: "Nul byte in header"))
    }
    #expect(await client.failure(of: "http://ada.example/\0") == .badAddress("http://ada.example/\0"))
  }

  @Test(arguments: [400, 401, 403, 404, 410, 500])
  func otherStatusesAreFailures(status: Int) async throws {
    let server = try server { _ in .status(status) }
    let failure = await client(of: server).failure(of: "http://ada.example/")
    #expect(failure == .status(status))
    #expect(failure?.isGone == (status == 404 || status == 410))
    #expect(server.pages.count == 1)
  }

  @Test(arguments: [
    "", "ada.example", "/mentoring", "ftp://ada.example/", "file:///etc/passwd", "gopher://ada.example/",
    "http://ada@ada.example/", "http://ada:secret@ada.example/", "http://", "https://ada.example:99999/",
    "http://ada example/", "javascript:alert(1)",
  ])
  func whatIsNoWebAddressIsNotAsked(address: String) async throws {
    let server = try server { _ in .page("") }
    #expect(await client(of: server).failure(of: address) == .badAddress(address))
    #expect(server.requests.isEmpty)
  }

  @Test func internationalNamesAreAskedInTheirAsciiForm() async throws {
    let server = try server { _ in .page("Grüß Gott") }
    let response = try await client(of: server).fetch(WebRequest("http://Bücher.example/über uns?q=ä"))
    let request = try #require(server.pages.first)
    #expect(request.host == "xn--bcher-kva.example")
    #expect(request.target == "/%c3%bcber%20uns?q=%c3%a4")
    #expect(response.address == "http://Bücher.example/über uns?q=ä")
  }

  @Test func manyRequestsGoThroughASmallWindow() async throws {
    let server = try server { .page($0.host) }
    let client = client(of: server) { $0.atOnce = 8 }
    let good = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<300 {
        group.addTask { (try? await client.text("http://host\(number).example/")) == "host\(number).example" }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(good == 300)
    #expect(server.mostAtOnce() <= 8)
  }
}
