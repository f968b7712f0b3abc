import Foundation

/// A handle at a service, from whatever form it was written in: "ada", "@ada", "https://code.example/ada".
struct ProfileHandle: Equatable {
  var service: String
  var handle: String
  /// Address of the profile; nil for services that have none (IRC, Slack …).
  var address: String?

  /// Nil for a refusal ("n/a") and for prose.
  init?(service: String, text: String) {
    let text = text.line
    guard !text.isEmpty, !MissingValue.isRefusal(text), text.count <= 200 else { return nil }
    let service = service == "x" ? "twitter" : service == "xmpp" ? "jabber" : service
    self.service = service
    if Self.isAddress(text), let url = PageAddress.normalised(text) {
      handle = Self.handle(service: service, address: url)
      address = url
      return
    }
    if service == "mastodon" || service == "matrix" || service == "jabber" {
      guard !text.contains(" ") else { return nil }
      handle = text
      address = Self.federated(service: service, text)
      return
    }
    var name = text[...]
    while let first = name.first, first == "@" || first == "/" { name = name.dropFirst() }
    while name.hasSuffix("/") { name = name.dropLast() }
    if service == "discord" || service == "skype" || service == "irc" || service == "whatsapp" || service == "signal" {
      handle = String(name)
      return
    }
    if let last = name.split(separator: "/").last, name.contains("/") { name = last }
    if let first = name.split(whereSeparator: { " ,;|".contains($0) }).first {
      guard first.count == name.count || text.hasPrefix("@") else { return nil }
      name = first.hasSuffix(",") ? first.dropLast() : first
    }
    guard !name.isEmpty else { return nil }
    handle = String(name)
    address = Self.address(service: service, handle: handle)
  }

  /// Address of the profile of a bare handle.
  static func address(service: String, handle: String) -> String? {
    guard let base = bases[service] else { return nil }
    let isPlain = handle.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
    return isPlain ? base + handle : PageAddress.normalised(base + handle)
  }

  private static func isAddress(_ text: String) -> Bool {
    guard text.has(".") else { return false }
    let lower = text.lowercased()
    return lower.contains("://") || lower.hasPrefix("www.") || (lower.contains("/") && lower.contains("."))
      || hosts.contains { lower.hasPrefix($0) }
  }

  /// The last part of the path, without marks.
  private static func handle(service: String, address: String) -> String {
    let path = address.split(separator: "/").dropFirst(2)
    guard let last = path.last else { return address }
    let name = last.prefix { $0 != "?" }.drop { $0 == "@" || $0 == "~" }
    if service == "mastodon", let host = address.split(separator: "/").dropFirst().first { return "@\(name)@\(host)" }
    if service == "stackoverflow" { return address }
    return (name.removingPercentEncoding ?? String(name)).line
  }

  private static func federated(service: String, _ text: String) -> String? {
    let parts = text.split(separator: "@")
    guard parts.count == 2, service == "mastodon" else { return nil }
    return PageAddress.normalised("https://\(parts[1])/@\(parts[0])")
  }

  private static let bases: [String: String] = [
    "github": "https://github.com/", "gitlab": "https://gitlab.com/", "codeberg": "https://codeberg.org/",
    "bitbucket": "https://bitbucket.org/", "sourcehut": "https://sr.ht/~", "twitter": "https://twitter.com/",
    "linkedin": "https://www.linkedin.com/in/", "facebook": "https://www.facebook.com/",
    "instagram": "https://www.instagram.com/", "medium": "https://medium.com/@", "devto": "https://dev.to/",
    "bluesky": "https://bsky.app/profile/", "telegram": "https://t.me/", "keybase": "https://keybase.io/",
    "orcid": "https://orcid.org/", "threads": "https://www.threads.net/@", "twitch": "https://www.twitch.tv/",
    "dribbble": "https://dribbble.com/", "behance": "https://www.behance.net/",
    "reddit": "https://www.reddit.com/user/",
    "youtube": "https://www.youtube.com/@",
  ]

  private static let hosts: [String] = bases.values.map { base in
    String(base.dropFirst(8).prefix { $0 != "/" })
  }

  /// The service whose address this is, if it is a known one.
  static func service(ofAddress address: String) -> String? {
    let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    if bare == "x.com" || bare == "mobile.twitter.com" { return "twitter" }
    if bare.hasSuffix("linkedin.com") { return "linkedin" }
    if bare == "telegram.me" { return "telegram" }
    if bare == "fb.com" || bare == "facebook.com" { return "facebook" }
    return bases.first { entry in
      let known = entry.value.dropFirst(8).prefix { $0 != "/" }
      return known == bare || known == "www." + bare
    }?.key
  }

  /// True for the page of a person at a code host, not that of a project of theirs.
  static func isCodeHostProfile(_ address: String) -> Bool {
    guard let service = service(ofAddress: address), codeHosts.contains(service) else { return false }
    return address.split(separator: "/").count == 3
  }

  /// The services whose handles name the same person in two lists.
  static let codeHosts: Set<String> = ["github", "gitlab", "codeberg", "bitbucket", "sourcehut"]
}
