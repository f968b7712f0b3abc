import CFetch

/// An absolute `http` or `https` address without fragment, as it goes to the server. libcurl's own parser reads it, so
/// that what is checked here is what is asked.
public struct HTTPAddress: Hashable, Sendable, CustomStringConvertible {
  public let isSecure: Bool
  /// Lower case, an international name in its ASCII form (IDNA 2008); brackets around an IPv6 address.
  public let host: String
  public let port: Int
  /// Path and query, without dot segments; what is not ASCII is percent-encoded.
  public let target: String

  /// Nil for anything else, and for an address with a user name in it.
  public init?(_ text: String) { self.init(text, on: nil) }

  /// What a reference means that stands at this address (RFC 3986, section 5): nil if it is no web address.
  public func resolving(_ reference: String) -> HTTPAddress? {
    // A fragment alone is a place on the page itself.
    reference.drop(while: \.isWhitespace).hasPrefix("#") ? self : HTTPAddress(reference, on: description)
  }

  /// "https://ada.example:8443/mentoring?in=fr"; the port only where it is not the usual one.
  public var description: String { origin + target }

  /// Scheme, host and port: who is asked.
  public var origin: String {
    let scheme = isSecure ? "https" : "http"
    return port == (isSecure ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
  }

  /// True if the host is an IP address.
  var isNumeric: Bool { host.hasPrefix("[") || IPAddress(host) != nil }

  /// The longest address that is read, in bytes.
  public static let lengthLimit = 8000

  /// The same without the items of the query that hold a secret, by its name or by its value.
  func without(_ secret: Credential) -> HTTPAddress {
    guard let mark = target.firstIndex(of: "?") else { return self }
    let value = secret.value.queryEscaped.lowercased()
    let kept = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false).filter {
      let pair = $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let isNamed = secret.place == .query && pair[0].lowercased() == secret.header.queryEscaped.lowercased()
      return !isNamed && pair.last?.lowercased() != value && pair.last?.lowercased() != secret.value.lowercased()
    }
    let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return HTTPAddress(isSecure: isSecure, host: host, port: port, target: target[..<mark] + query)
  }

  private init(isSecure: Bool, host: String, port: Int, target: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.target = target
  }

  private init?(_ text: String, on base: String?) {
    let trimmed = text.drop { $0.isWhitespace }.prefix { $0 != "#" }
    guard !trimmed.allSatisfy(\.isWhitespace), trimmed.utf8.count <= Self.lengthLimit,
      !trimmed.utf8.contains(where: { $0 == 0 })
    else { return nil }
    var reference = String(trimmed)
    while reference.last?.isWhitespace == true { reference.removeLast() }
    // Whitespace inside an address is a line break in somebody's HTML (WHATWG URL, 4.4).
    reference.unicodeScalars.removeAll { $0 == "\n" || $0 == "\r" || $0 == "\t" }

    var parts = cfetch_address()
    let isRead = withOptionalCString(base) { base in cfetch_address_read(base, reference, &parts) }
    guard isRead else { return nil }
    defer { cfetch_address_free(&parts) }
    guard let scheme = String(parts.scheme), let host = String(parts.host), let target = String(parts.target),
      scheme == "http" || scheme == "https", parts.port > 0
    else { return nil }
    isSecure = scheme == "https"
    self.host = host
    self.target = target
    port = Int(parts.port)
  }
}

extension String {
  /// As an item of a query: everything but unreserved characters escaped (RFC 3986, 2.3).
  var queryEscaped: String {
    let digits = Array("0123456789ABCDEF")
    return utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }

  /// Of a C string; nil of none.
  init?(_ pointer: UnsafePointer<CChar>?) {
    guard let pointer else { return nil }
    self.init(cString: pointer)
  }

  init?(_ pointer: UnsafeMutablePointer<CChar>?) { self.init(pointer.map { UnsafePointer($0) }) }
}

func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
  guard let text else { return body(nil) }
  return text.withCString { body($0) }
}
