import Markup
import MentorDirectory

/// What is known of an address by its host: a profile, a place to book a talk, a way to chat.
enum KnownAddress: Equatable {
  /// A person's page on a code host or a social service.
  case profile(service: String, handle: String)
  case booking(service: String, handle: String)
  /// A chat, a form, a way to write: the kind of contact.
  case contact(kind: String)
  case mail(String)
  /// Anything else on the web.
  case web
  /// Relative, or nothing that can be followed.
  case other

  init(_ address: String) {
    if let mail = HTMLFacts.mail(inAddress: address) {
      self = .mail(mail)
      return
    }
    switch LinkAddress.scheme(of: address) {
    case "matrix": self = .contact(kind: "matrix")
    case "irc", "ircs": self = .contact(kind: "irc")
    case "xmpp": self = .contact(kind: "xmpp")
    case "tel": self = .contact(kind: "phone")
    case "http", "https": self = Self.web(WebParts(address))
    default: self = .other
    }
  }

  private static func web(_ parts: WebParts) -> KnownAddress {
    let host = parts.host, path = parts.path
    if host == "matrix.to" { return .contact(kind: "matrix") }
    if host == "t.me" || host == "telegram.me" { return path.count == 1 ? .contact(kind: "telegram") : .web }
    if host == "wa.me" || host == "signal.me" { return .contact(kind: host == "wa.me" ? "whatsapp" : "signal") }
    if host.has("mailhide") || parts.path.first == "mailhide" { return .contact(kind: "form") }
    if Self.formHosts.contains(host) { return .contact(kind: "form") }
    if let service = Self.bookingHosts[host] {
      let handle = path.first { !["mentors", "mentor", "u", "coach", "in"].contains($0) } ?? ""
      return handle.isEmpty ? .web : .booking(service: service, handle: handle)
    }
    if let (service, prefix) = Self.profileHosts[host] {
      var rest = path[...]
      if !prefix.isEmpty {
        guard rest.first == prefix else { return .web }
        rest = rest.dropFirst()
      }
      guard rest.count == 1 || (service == "linkedin" && rest.count >= 1), let handle = rest.first,
        !Self.notHandles.contains(handle.lowercased())
      else { return .web }
      return .profile(service: service, handle: handle.hasPrefix("@") ? String(handle.dropFirst()) : handle)
    }
    // Servers of the fediverse are many; their people have an at sign in the path.
    if path.count == 1, let first = path.first, first.hasPrefix("@"), first.count > 1 {
      return .profile(service: "mastodon", handle: "\(first)@\(host)")
    }
    if host.hasSuffix("sr.ht"), let first = path.first, first.hasPrefix("~"), path.count == 1 {
      return .profile(service: "sourcehut", handle: String(first.dropFirst()))
    }
    return .web
  }

  private static let profileHosts: [String: (service: String, prefix: String)] = [
    "github.com": ("github", ""), "gitlab.com": ("gitlab", ""), "codeberg.org": ("codeberg", ""),
    "bitbucket.org": ("bitbucket", ""), "twitter.com": ("twitter", ""), "x.com": ("twitter", ""),
    "linkedin.com": ("linkedin", "in"), "facebook.com": ("facebook", ""), "instagram.com": ("instagram", ""),
    "dev.to": ("dev.to", ""), "keybase.io": ("keybase", ""), "about.me": ("about.me", ""), "medium.com": ("medium", ""),
    "bsky.app": ("bluesky", "profile"), "speakerdeck.com": ("speakerdeck", ""), "dribbble.com": ("dribbble", ""),
    "behance.net": ("behance", ""), "gitee.com": ("gitee", ""), "orcid.org": ("orcid", ""),
    "polywork.com": ("polywork", ""),
    "people.mozilla.org": ("phonebook", "p"), "mozillians.org": ("phonebook", "u"), "pinboard.in": ("pinboard", ""),
  ]
  private static let bookingHosts: [String: String] = [
    "calendly.com": "calendly", "cal.com": "cal.com", "savvycal.com": "savvycal", "adplist.org": "adplist",
    "mentorcruise.com": "mentorcruise", "zcal.co": "zcal", "tidycal.com": "tidycal", "topmate.io": "topmate",
    "superpeer.com": "superpeer", "koalendar.com": "koalendar", "youcanbook.me": "youcanbook.me",
    "doodle.com": "doodle",
    "codementor.io": "codementor", "meetwith.co": "meetwith", "app.reclaim.ai": "reclaim",
    "outlook.office365.com": "outlook",
  ]
  private static let formHosts: Set<String> = [
    "forms.gle", "typeform.com", "formspree.io", "tally.so", "framaforms.org", "airtable.com", "formspree.com",
  ]
  private static let notHandles: Set<String> = [
    "share", "intent", "sharer", "sharer.php", "home", "search", "login", "signup", "about", "explore", "hashtag",
    "topics", "settings", "features", "tag", "sponsors", "orgs", "pricing", "mentoring", "watch", "groups", "pages",
  ]
}

/// Host and path of a web address, as far as a directory needs them.
struct WebParts {
  /// Lower case, without `www.` and port.
  let host: String
  /// The parts of the path, without empty ones.
  let path: [String]
  /// `https://host`, as it was written.
  let origin: String

  init(_ address: String) {
    let slash = UInt8(ascii: "/"), question = UInt8(ascii: "?"), hash = UInt8(ascii: "#")
    let start = address.place(of: "://")?.upperBound ?? address.startIndex
    let rest = address.utf8[start...]
    let end = rest.firstIndex { $0 == slash || $0 == question || $0 == hash } ?? rest.endIndex
    origin = String(address[..<end])
    let name = address[start..<end].lowercased()
    var bytes = name.utf8[...]
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) { bytes = bytes[bytes.index(after: at)...] }
    bytes = bytes.prefix { $0 != UInt8(ascii: ":") }
    if bytes.starts(with: "www.".utf8) { bytes = bytes.dropFirst(4) }
    host = String(Substring(bytes))
    path = rest[end...].prefix { $0 != question && $0 != hash }.split(separator: slash).map { String(Substring($0)) }
  }

  /// True for an address of the web.
  static func isWeb(_ address: String) -> Bool {
    let lower = address.utf8.prefix(8).lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.starts(with: "https://".utf8) || lower.starts(with: "http://".utf8)
  }
}
