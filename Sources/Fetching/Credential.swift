/// A secret that a service asks for, in a header or in the query. Its description never shows the value.
public struct Credential: Equatable, Sendable {
  public enum Place: Equatable, Sendable {
    case header, query
  }

  /// Name of the header, "X-API-KEY"; of the query's item, "app_key".
  public var header: String
  public var value: String
  public var place: Place

  public init(header: String, value: String) {
    self.header = header
    self.value = value
    place = .header
  }

  /// One that is added to the query of the address when it is asked, and stands in no address that is told of.
  public init(queryItem: String, value: String) {
    header = queryItem
    self.value = value
    place = .query
  }

  /// True if it can be sent without becoming something else.
  var isSendable: Bool {
    let isToken = header.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    return isToken && !header.isEmpty && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "\(header): (secret)" }
  public var debugDescription: String { description }
  /// What `dump` shows.
  public var customMirror: Mirror { Mirror(self, children: ["header": header, "value": "(secret)"]) }
}
