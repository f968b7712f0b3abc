import DirectorySync
import Fetching
import Foundation
import LoopbackKit
import MentorDirectory

/// What a sync of many pages costs, beside `curl --parallel` on the same addresses in the same run. The pages come from
/// a server in a process of its own, under many host names; no pause is made between visits to a host.
struct FetchingRun {
  let pageCount: Int
  let hostCount: Int
  private let server: PageServer
  private var known = KnownSource()

  /// As many transfers at once as curl has.
  private static let atOnce = ClientOptions().atOnce

  init?(pages: Int, hosts: Int) {
    guard let server = PageServer(pages: pages, hosts: hosts) else { return nil }
    (pageCount, hostCount, self.server) = (pages, hosts, server)
  }

  mutating func run() async {
    print("pages \(pageCount) of \(GeneratedPage.html(0).utf8.count) bytes  hosts \(hostCount)  at once \(Self.atOnce)")
    let curl = Pass("curl --parallel, nothing read") { fetchWithCurl() }
    curl.report()
    await Pass.async("fetched, nothing read") { await fetch() }.report(beside: curl)
    let first = await Pass.async("fetched and read") { await sync() }
    first.report(beside: curl)
    await Pass.async("again, unchanged") { await sync() }.report(beside: first, as: "the first")
    Pass("curl --parallel, nothing read") { fetchWithCurl() }.report()
  }

  private var client: WebClient {
    var options = ClientOptions()
    options.routes = [HostRoute(port: server.port)]
    options.pause = .zero
    options.servicePause = .zero
    return WebClient(options)
  }

  /// How many pages came.
  private func fetch() async -> Int {
    let client = client
    return await withTaskGroup(of: Bool.self) { group in
      var next = 0, good = 0
      func start() {
        guard next < pageCount else { return }
        let address = PageServer.address(next, hosts: hostCount)
        group.addTask { (try? await client.fetch(WebRequest(address)))?.status == 200 }
        next += 1
      }
      for _ in 0..<Self.atOnce * 2 { start() }
      while let isGood = await group.next() {
        good += isGood ? 1 : 0
        start()
      }
      return good
    }
  }

  /// A whole sync of a list of links to all pages, but for storing it.
  private mutating func sync() async -> Int {
    let tables = ReferenceTables(
      gazetteer: Gazetteer(countries: "", cities: ""), languages: LanguageTable(""), vocabulary: Vocabulary([]))
    let reader = SourceReader(client: client, tables: tables, now: Timestamp(seconds: 1_800_000_000))
    let source = SyncSource(name: "pages", kind: .list, address: "http://list.example/\(pageCount)")
    var good = 0, seen = KnownSource()
    do {
      try await reader.read(source, known: known) { step in
        guard case .pages(let visits) = step else { return }
        for visit in visits {
          if case .failed = visit.outcome { continue }
          good += 1
          seen.pages[visit.address] = KnownPage(
            validators: visit.validators, bodyHash: visit.bodyHash, readerVersion: SourceReader.version,
            finalAddress: visit.finalAddress)
        }
      }
    } catch { print("\(error)") }
    known = seen
    return good
  }

  private func fetchWithCurl() -> Int {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mentoring-benchmark-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appending(path: "curl.conf"), output = Pipe(), curl = Process()
    let lines = (0..<pageCount).map {
      "url = \"\(PageServer.address($0, hosts: hostCount))\"\noutput = \"/dev/null\"\n"
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try lines.joined().write(to: list, atomically: true, encoding: .utf8)
      curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
      curl.arguments = [
        "--parallel", "--parallel-max", "\(Self.atOnce)", "--silent", "--compressed", "--connect-to",
        "::127.0.0.1:\(server.port)", "--write-out", "%{http_code}\\n", "--config", list.path,
      ]
      curl.standardOutput = output
      curl.standardError = FileHandle.nullDevice
      try curl.run()
    } catch {
      print("curl could not be run: \(error)")
      return 0
    }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    return said.split(separator: "\n").count { $0 == "200" }
  }
}

/// One way through all pages: how long it took, and how much CPU time of this process and of its ended children.
private struct Pass {
  let name: String
  private(set) var count = 0
  private(set) var seconds = 0.0
  private(set) var cpu = 0.0

  init(_ name: String) { self.name = name }

  init(_ name: String, _ body: () -> Int) {
    self.name = name
    let start = ContinuousClock.now, before = Self.cpuTime
    count = body()
    finish(start, before)
  }

  static func async(_ name: String, _ body: () async -> Int) async -> Pass {
    var pass = Pass(name)
    let start = ContinuousClock.now, before = cpuTime
    pass.count = await body()
    pass.finish(start, before)
    return pass
  }

  private mutating func finish(_ start: ContinuousClock.Instant, _ before: Double) {
    let passed = ContinuousClock.now - start
    seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    cpu = Self.cpuTime - before
  }

  func report(beside other: Pass? = nil, as otherName: String = "curl") {
    let rate = Double(count) / seconds
    var line =
      "\(name): \(count) pages, \(Int(rate)) per second, \(Int(cpu / Double(max(1, count)) * 1e6)) µs of CPU per page"
    if let other { line += "; \((rate / (Double(other.count) / other.seconds)).formatted) of the rate of \(otherName)" }
    print(line)
    print("  \(Memory.now)")
    fflush(nil)
  }

  private static var cpuTime: Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
      var usage = rusage()
      getrusage(__rusage_who_t(who.rawValue), &usage)
      return sum + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
  }
}
