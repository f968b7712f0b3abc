import Fetching
import LoopbackKit
import Testing

@Suite struct PrivateAddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:0:192.168.1.1", "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "2001::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::",
    "2002:a00:1::1", "3fff::1", "fc00::1", "fd12:3456:789a::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "5f00::1",
  ])
  func notPublic(text: String) throws { #expect(try #require(IPAddress(text)).isPublic == false) }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.1.1.1", "128.0.0.1", "169.253.1.1",
    "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.0.1",
    "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1",
  ])
  func isPublic(text: String) throws { #expect(try #require(IPAddress(text)).isPublic) }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "localhost", "::g", "[::1]", "0x7f.0.0.1"])
  func noAddress(text: String) { #expect(IPAddress(text) == nil) }

  /// However this machine is spelled, the socket would lead here.
  @Test(arguments: [
    "127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::ffff:127.0.0.1]",
  ])
  func thisMachineIsNotAsked(host: String) async throws {
    let server = try server { _ in .page("secret") }
    let failure = await WebClient().failure(of: "http://\(host):\(server.port)/")
    guard case .privateAddress = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func aRedirectIntoThisMachineIsNotFollowed() async throws {
    let inside = try server { _ in .page("secret") }
    let server = try server { _ in .redirect(to: "http://localhost:\(inside.port)/secret") }
    let client = client(of: server) { $0.routes = [HostRoute(host: "a.example", port: server.port)] }
    #expect(await client.failure(of: "http://a.example/") == .privateAddress(host: "localhost"))
    #expect(inside.requests.isEmpty)
  }

  @Test func robotsLedIntoThisMachineAreNotReadThere() async throws {
    let inside = try server { _ in .page("secret") }
    let server = try LoopbackServer {
      $0.path == "/robots.txt" ? .redirect(to: "http://localhost:\(inside.port)/secret") : .page("there")
    }
    let client = client(of: server) { $0.routes = [HostRoute(host: "a.example", port: server.port)] }
    #expect(try await client.text("http://a.example/") == "there")
    #expect(inside.requests.isEmpty)
  }

  @Test func whereTheKeeperAllowsItItIsAsked() async throws {
    let server = try server { _ in .page("inside") }
    let client = WebClient()
    for host in ["127.0.0.1", "localhost"] {
      let request = WebRequest("http://\(host):\(server.port)/", allowsPrivate: true)
      #expect(try await client.fetch(request).body == Array("inside".utf8))
    }
  }

  /// A connection that one source's request opened and left is no way in for another's.
  @Test func aKeptConnectionIsNoLoophole() async throws {
    let server = try server { _ in .page("inside") }
    var options = ClientOptions()
    options.servicePause = .zero
    let client = WebClient(options)
    let address = "http://127.0.0.1:\(server.port)/"
    _ = try await client.fetch(WebRequest(address, allowsPrivate: true, obeysRobots: false))
    let failure = await client.failure(of: WebRequest(address, obeysRobots: false))
    #expect(failure == .privateAddress(host: "127.0.0.1"))
    #expect(server.requests.count == 1)
  }
}
