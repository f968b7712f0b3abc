import Foundation
import MentorDirectory

/// Addresses of pages, as people write them and as they are compared.
public enum PageAddress {
  /// An absolute `http` or `https` address: scheme and host in lower case, no fragment, no default port, no slash at
  /// the end. Accepts what people leave out ("ada.example/mentoring"). Nil for anything else, e-mail included.
  public static func normalised(_ text: String) -> String? {
    var rest = text[...].trimmed { $0.properties.isWhitespace || "<>()[]\"',;".unicodeScalars.contains($0) }
    guard !rest.isEmpty, rest.utf8.count <= 2000, rest.utf8.contains(UInt8(ascii: ".")) || rest.contains("localhost"),
      !rest.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\"" })
    else { return nil }
    var scheme = "https"
    if let range = rest.firstRange(of: "://") {
      scheme = rest[..<range.lowerBound].lowercased()
      rest = rest[range.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else if !rest.contains(".") || rest.hasPrefix(".") || rest.hasPrefix("/") {
      return nil
    }
    guard scheme == "http" || scheme == "https" else { return nil }
    let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard let host = host(rest[..<hostEnd], scheme: scheme) else { return nil }
    var tail = rest[hostEnd...].prefix { $0 != "#" }
    while tail.hasSuffix("/") { tail = tail.dropLast() }
    return "\(scheme)://\(host)\(tail)"
  }

  /// True if path or host says that this is a page about mentoring.
  public static func saysMentoring(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["mentoring", "mentorship", "mentoria", "mentorat"].contains { lower.contains($0) }
  }

  /// The key by which two addresses are one page: without scheme.
  public static func identity(_ normalised: String) -> String {
    normalised.hasPrefix("http://") ? "https://" + normalised.dropFirst(7) : normalised
  }

  private static func host(_ text: Substring, scheme: String) -> String? {
    var host = text.lowercased()
    if host.contains("@") { return nil }
    let defaultPort = scheme == "https" ? ":443" : ":80"
    if host.hasSuffix(defaultPort) { host.removeLast(defaultPort.count) }
    let name = host.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1 || name == "localhost", labels.allSatisfy({ !$0.isEmpty }),
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }),
      labels.last.map({ $0.count >= 2 && $0.contains(where: \.isLetter) || labels.count == 4 }) ?? false
    else { return name == "localhost" ? host : nil }
    return host
  }
}
