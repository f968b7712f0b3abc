/// What a client asked, as it came.
public struct LoopbackRequest: Sendable {
  public var method: String
  /// Path and query, "/mentoring?page=2".
  public var target: String
  public var headers: [LoopbackHeader]
  public var body: [UInt8] = []
  /// Counts the connections from 1; the same number is the same connection, kept alive.
  public var connection: Int
  public var arrived: ContinuousClock.Instant

  /// The host that was asked, in lower case, without port; empty if the client said none.
  public var host: String {
    let value = self["host"] ?? ""
    guard let colon = value.lastIndex(of: ":"), !value.hasSuffix("]") else { return value.lowercased() }
    return value[..<colon].lowercased()
  }

  /// The target without its query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// The first header of a name, in any case.
  public subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

public struct LoopbackHeader: Equatable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension LoopbackRequest {
  /// From the head of a request, without the empty line at its end; nil for what is no request.
  init?(head: [UInt8], connection: Int) {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
    guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return LoopbackHeader(String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
    }
    self.connection = connection
    arrived = .now
  }
}
