import Foundation
import LoopbackKit

/// The pages of a benchmark, from a process of its own, so that its work is not counted.
final class PageServer {
  let port: Int
  private let process = Process()
  /// Open for as long as the server is wanted.
  private let hold = Pipe()

  /// Where a page stands: the next one is on the next host.
  static func address(_ page: Int, hosts: Int) -> String { "http://host\(page % hosts).example/mentoring/\(page)" }

  init?(pages: Int, hosts: Int) {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--serve", "\(pages)", "\(hosts)"]
    process.standardInput = hold
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(said.prefix { $0.isNumber }) else { return nil }
    self.port = port
  }

  deinit {
    try? hold.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// In the other process: says its port, and serves until its input ends.
  static func serve(pages: Int, hosts: Int) {
    let variants = (0..<min(pages, 200)).map { number in
      let header = LoopbackHeader("ETag", "\"\(number)\"")
      return (
        tag: header.value, unchanged: LoopbackAnswer.status(304, headers: [header]),
        page: LoopbackAnswer.page(GeneratedPage.html(number), headers: [header])
      )
    }
    let list = LoopbackAnswer.page(
      (0..<pages).map { address($0, hosts: hosts) + "\n" }.joined(), type: "text/plain; charset=utf-8")
    let missing = LoopbackAnswer.status(404)
    let server = try? LoopbackServer { request in
      if request.target == "/robots.txt" { return missing }
      guard let number = request.target.split(separator: "/").last.flatMap({ Int($0) }), request.host != "list.example"
      else { return list }
      let variant = variants[number % variants.count]
      return request["if-none-match"] == variant.tag ? variant.unchanged : variant.page
    }
    guard let server else { return }
    print(server.port)
    fflush(nil)
    while readLine() != nil {}
    server.stop()
  }
}
