import Fetching
import Foundation
import LoopbackKit
import Testing

/// A TLS server, `openssl s_server`, with a certificate of its own making.
private final class SecureServer {
  let port: Int
  let certificate: String
  private let process = Process()
  private let folder: URL

  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") }

  /// Each file is a whole answer, head and body.
  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "secure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    for (name, text) in files { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
    try Self.run([
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.appending(path: "key.pem").path, "-out",
      certificate, "-days", "2", "-subj", "/CN=a.example", "-addext", "subjectAltName=DNS:a.example",
    ])
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", folder.appending(path: "key.pem").path,
      "-HTTP",
    ]
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // It says "ACCEPT 127.0.0.1:40123" once it listens.
    var said = "", found: Int?
    while found == nil {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      said += String(decoding: more, as: UTF8.self)
      found = said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") && said.hasSuffix("\n") }
        .flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
    port = try #require(found)
  }

  deinit {
    // Not SIGTERM: a child inherits the signals that the thread blocks which starts it.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}

@Suite(.enabled(if: SecureServer.isThere)) struct SecureTests {
  // It serves one connection at a time.
  private let page =
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nsecret"
  private let robots = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

  private func client(_ server: SecureServer, trusting: Bool) -> WebClient {
    var options = ClientOptions()
    options.routes = [HostRoute(port: server.port)]
    options.clock = TestClock().clock
    if trusting { options.certificates = server.certificate }
    return WebClient(options)
  }

  @Test func aCertificateThatIsTrustedIsGoodForItsHostOnly() async throws {
    let server = try SecureServer(["page": page, "robots.txt": robots])
    let client = client(server, trusting: true)
    #expect(try await client.text("https://a.example/page") == "secret")
    let failure = await client.failure(of: "https://b.example/page")
    guard case .insecure(host: "b.example", _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func aCertificateThatNobodyVouchesForIsNotTaken() async throws {
    let server = try SecureServer(["page": page, "robots.txt": robots])
    guard
      case .insecure(host: "a.example", _) = await client(server, trusting: false).failure(of: "https://a.example/page")
    else {
      Issue.record("an unknown certificate was taken")
      return
    }
  }

  @Test func fromSecureToPlainIsNotFollowed() async throws {
    let redirect = "HTTP/1.1 301 Moved\r\nLocation: http://a.example/page\r\nContent-Length: 0\r\n\r\n"
    let server = try SecureServer(["page": redirect, "robots.txt": robots])
    let failure = await client(server, trusting: true).failure(of: "https://a.example/page")
    #expect(failure == .downgrade(to: "http://a.example/page"))
  }

  @Test func aPlainServerBehindASecureAddressIsNoSecureOne() async throws {
    let plain = try LoopbackServer { _ in .page("plain") }
    var options = ClientOptions()
    options.routes = [HostRoute(port: plain.port)]
    guard case .insecure(host: "a.example", _) = await WebClient(options).failure(of: "https://a.example/") else {
      Issue.record("spoke without encryption")
      return
    }
  }
}
