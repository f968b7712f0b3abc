/// One person's account at a service: what a profile address and a contact of that service have in common.
struct ProfileHandle: Hashable, Sendable {
  /// Host of the service; for a service with several hosts, the first of them.
  let service: String
  /// Lower case, without a leading `@`.
  let name: String
}

extension ProfileHandle {
  /// Reads the address of a profile at a code host or a social site; nil for any other page. The address of a project
  /// or of a post is not a profile.
  init?(_ address: WebAddress) {
    let host = Self.aliases[address.host] ?? address.host
    let segments = address.segments
    guard let first = segments.first?.lowercased() else { return nil }
    if let prefix = Self.prefixes[host] {
      let rest = prefix.isEmpty ? segments[...] : first == prefix ? segments.dropFirst() : []
      guard rest.count == 1, let name = rest.first.flatMap({ Self.name($0) }), !Self.reserved.contains(name)
      else { return nil }
      self.init(service: host, name: name)
    } else if segments.count == 1, first.hasPrefix("@") || first.hasPrefix("~"), let name = Self.name(first) {
      self.init(service: host, name: name)
    } else {
      // "/u/robin", "/en-US/u/robin", "/users/1234/robin"
      let marker = segments.prefix(2).firstIndex { Self.markers.contains($0.lowercased()) }
      guard let marker, marker + 1 < segments.count, segments.count <= marker + 3,
        let name = Self.name(segments[marker + 1])
      else { return nil }
      self.init(service: host, name: segments[marker].lowercased() + "/" + name)
    }
  }

  /// Reads a contact such as `github: ada`, `mastodon: @ada@social.example`, `gitlab: https://gitlab.com/ada`.
  init?(_ contact: Contact) {
    let kind = contact.kind.lowercased()
    if kind == "mastodon" || kind == "fediverse" {
      let parts = contact.value.split(separator: "@")
      if parts.count == 2, !contact.value.contains("/"), let name = Self.name(String(parts[0])) {
        self.init(service: parts[1].lowercased(), name: name)
        return
      }
    }
    if contact.value.contains("/") {
      guard let address = WebAddress(contact.value), let handle = ProfileHandle(address) else { return nil }
      self = handle
    } else {
      guard let service = Self.serviceOfKind[kind], let name = Self.name(contact.value) else { return nil }
      self.init(service: service, name: name)
    }
  }

  private static func name(_ text: String) -> String? {
    let name = text.lowercased().drop { $0 == "@" || $0 == "~" }
    guard (1...100).contains(name.utf8.count), !placeholders.contains(String(name)),
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "%" })
    else { return nil }
    return String(name)
  }

  /// Services whose profiles stand right below the host, or below the word given.
  private static let prefixes: [String: String] = [
    "github.com": "", "gitlab.com": "", "codeberg.org": "", "bitbucket.org": "", "gitee.com": "", "sr.ht": "",
    "launchpad.net": "", "sourceforge.net": "u", "dev.to": "", "twitter.com": "", "facebook.com": "",
    "instagram.com": "", "t.me": "", "keybase.io": "", "linkedin.com": "in", "bsky.app": "profile",
    "reddit.com": "user",
  ]
  private static let aliases = [
    "x.com": "twitter.com", "mobile.twitter.com": "twitter.com", "git.sr.ht": "sr.ht", "gist.github.com": "github.com",
    "telegram.me": "t.me", "m.facebook.com": "facebook.com",
  ]
  private static let serviceOfKind = [
    "github": "github.com", "gitlab": "gitlab.com", "codeberg": "codeberg.org", "bitbucket": "bitbucket.org",
    "sourcehut": "sr.ht", "launchpad": "launchpad.net", "twitter": "twitter.com", "x": "twitter.com",
    "linkedin": "linkedin.com", "telegram": "t.me", "keybase": "keybase.io", "bluesky": "bsky.app",
  ]
  private static let markers: Set<String> = [
    "u", "user", "users", "people", "person", "profile", "profiles", "member", "members",
  ]
  private static let reserved: Set<String> = [
    "about", "explore", "features", "home", "intent", "login", "marketplace", "orgs", "search", "settings", "share",
    "signup", "sponsors", "topics", "groups", "pages",
  ]
  private static let placeholders: Set<String> = [
    "", "-", "--", ".", "na", "none", "no", "nil", "null", "nope", "private", "tbd", "unknown", "username",
  ]
}
