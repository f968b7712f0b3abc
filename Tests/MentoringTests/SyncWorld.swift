import LoopbackKit
import MentorDirectory
import Synchronization

/// Made-up sites behind one server on this machine: a list of mentors, and their pages.
final class SyncWorld: Sendable {
  typealias Answer = @Sendable (LoopbackRequest) -> LoopbackAnswer

  private let server: LoopbackServer
  private let sites: Sites

  private final class Sites: Sendable {
    let answers = Mutex<[String: Answer]>([:])
  }

  init() throws {
    let sites = Sites()
    self.sites = sites
    server = try LoopbackServer { request in
      let answer = sites.answers.withLock { $0[request.host + request.path] }
      return answer?(request) ?? .status(404)
    }
  }

  /// A home whose every request ends here.
  func sandbox(_ more: [String: String] = [:]) throws -> Sandbox {
    try Sandbox(["MENTORING_CONNECT_TO": "127.0.0.1:\(server.port)"].merging(more) { $1 })
  }

  var port: Int { server.port }
  /// What was asked, "host/path", robots.txt left out.
  var asked: [String] { server.requests.map { $0.host + $0.path }.filter { !$0.hasSuffix("/robots.txt") } }
  var requests: [LoopbackRequest] { server.requests }

  /// What stands at "host/path"; nil takes it away.
  func set(_ place: String, _ answer: Answer?) { sites.answers.withLock { $0[place] = answer } }

  /// A page with a tag, so that asking again is answered with "not modified".
  func page(_ name: String, says words: String = "fonts and radios") {
    let html = """
      <html lang="en"><head><title>\(name.capitalized) – Mentoring</title></head><body><h1>\(name.capitalized) Example</h1>
      <p>I would love to mentor you. I can help with \(words).</p>
      <h2>How</h2><p>We meet by video call, half an hour a week. Write to me: \(name)@mail.example</p></body></html>
      """
    let tag = "\"\(StableHash.of(html))\""
    set("\(name).example/mentoring") { .tagged(html, tag, for: $0) }
  }

  /// A sheet of people with the pages they lead to, at lists.example/NAME.csv.
  func sheet(_ people: [String], at name: String = "mentors") {
    let rows = people.map { "\($0.capitalized) Example,http://\($0).example/mentoring\n" }.joined()
    let text = "Name,Mentoring page\n" + rows
    set("lists.example/\(name).csv") { request in
      let header = LoopbackHeader("ETag", "\"\(StableHash.of(text))\"")
      return request["if-none-match"] == header.value
        ? .status(304, headers: [header]) : .page(text, type: "text/csv", headers: [header])
    }
  }
}

extension Sandbox {
  /// The events of a sync, one per line.
  static func events(_ run: Finished) -> [JSONValue] {
    run.lines.map { JSONReader.read(Array($0.utf8)).value ?? .null }
  }

  /// Adds the sheet as "sheet".
  func addSheet(_ name: String = "mentors") throws -> Finished {
    try run("source", "add", "http://lists.example/\(name).csv", "--name", "sheet")
  }
}

extension Finished {
  /// The last event of a sync.
  var last: JSONValue { Sandbox.events(self).last ?? .null }
  func event(_ name: String) -> JSONValue? { Sandbox.events(self).first { $0["event"]?.string == name } }
}
