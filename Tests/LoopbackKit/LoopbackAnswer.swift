/// What a server does for one request, in steps.
public struct LoopbackAnswer: Sendable {
  public enum Step: Sendable {
    case send([UInt8])
    /// The same bytes again and again, until the client goes.
    case sendForever([UInt8])
    case pause(Duration)
    /// Nothing more, until the client goes.
    case stall
    /// Ends the connection with RST, so that the client sees "connection reset".
    case reset
    /// Ends the connection in order.
    case close

    public static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  public var steps: [Step]

  /// Exactly these bytes and pauses. The connection is kept for the next request unless a step ends it.
  public static func script(_ steps: [Step]) -> LoopbackAnswer { LoopbackAnswer(steps: steps) }

  /// A well-formed answer with its length.
  public static func bytes(_ body: [UInt8], status: Int = 200, type: String = "", headers: [LoopbackHeader] = [])
    -> LoopbackAnswer
  {
    var head = "HTTP/1.1 \(status) \(reason(status))\r\n"
    if !type.isEmpty { head += "Content-Type: \(type)\r\n" }
    for header in headers { head += "\(header.name): \(header.value)\r\n" }
    if status != 304, status != 204 { head += "Content-Length: \(body.count)\r\n" }
    return LoopbackAnswer(steps: [.send(Array((head + "\r\n").utf8) + body)])
  }

  public static func page(
    _ body: String, status: Int = 200, type: String = "text/html; charset=utf-8", headers: [LoopbackHeader] = []
  ) -> LoopbackAnswer {
    bytes(Array(body.utf8), status: status, type: type, headers: headers)
  }

  public static func json(_ body: String, status: Int = 200, headers: [LoopbackHeader] = []) -> LoopbackAnswer {
    page(body, status: status, type: "application/json", headers: headers)
  }

  /// A status with a line of text for a body, which 304 and 204 do without.
  public static func status(_ code: Int, headers: [LoopbackHeader] = []) -> LoopbackAnswer {
    let body = code == 304 || code == 204 ? "" : reason(code)
    return page(body, status: code, type: "text/plain", headers: headers)
  }

  public static func redirect(to address: String, status: Int = 302) -> LoopbackAnswer {
    .status(status, headers: [LoopbackHeader("Location", address)])
  }

  /// A page with an entity tag: 304 where the client has that one already.
  public static func tagged(_ body: String, _ tag: String, for request: LoopbackRequest) -> LoopbackAnswer {
    let header = LoopbackHeader("ETag", tag)
    return request["if-none-match"] == tag ? .status(304, headers: [header]) : .page(body, headers: [header])
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 410: "Gone"
    case 429: "Too Many Requests"
    case 503: "Service Unavailable"
    default: "Answer"
    }
  }
}
