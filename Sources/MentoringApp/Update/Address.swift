/// Addresses of links.
enum Address {
  /// An address that may be relative, made whole with the page it stands on (RFC 3986, section 5.2).
  static func resolve(_ address: String, against page: String) -> String {
    guard !hasScheme(address), let schemeEnd = page.firstRange(of: "://") else { return address }
    if address.hasPrefix("//") { return String(page[..<schemeEnd.lowerBound]) + ":" + address }
    let hostEnd = page[schemeEnd.upperBound...].firstIndex { "/?#".contains($0) } ?? page.endIndex
    let host = String(page[..<hostEnd])
    let whole = page[hostEnd...].prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    switch address.first {
    case nil: return host + whole
    case "#": return host + whole + address
    case "?": return host + path + address
    case "/": return host + withoutDots(address)
    default: return host + withoutDots((path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/") + address)
    }
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":"), address.first?.isLetter == true else { return false }
    let scheme = address[..<colon]
    return scheme.count > 1 && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  /// "/a/b/../c" is "/a/c"; what follows a "?" or "#" stays as it is.
  private static func withoutDots(_ address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for part in parts {
      if part == ".." { _ = kept.popLast() } else if part != "." { kept.append(part) }
    }
    if let last = parts.last, last == "." || last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/") + address[path.endIndex...]
  }
}
