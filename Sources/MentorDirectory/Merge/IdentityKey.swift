/// One thing by which a person is recognised in a second source. Equal keys mean the same person, unless too many
/// share one (`IdentityClusters`). A name is never a key.
public struct IdentityKey: RawRepresentable, Hashable, Sendable {
  /// A `StableHash` of the kind and the value, so that keys can be kept in a table of numbers.
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ kind: String, _ values: String...) {
    var hash = StableHash()
    hash.combine(kind)
    for value in values { hash.combine(value) }
    rawValue = hash.value
  }

  /// The key of whoever has a page at this address; nil if it is none.
  public static func page(_ address: String) -> IdentityKey? {
    WebAddress(address).map { IdentityKey("page", $0.normalised) }
  }

  /// The keys of a mentor, each once: the page, also where it once stood if the identifier says so, both ends of every
  /// link from the page to a profile (equal on both sides only if they link to each other), accounts at code hosts and
  /// social sites, e-mail addresses, the identifier.
  public static func keys(of mentor: Mentor) -> [IdentityKey] {
    var keys: [IdentityKey] = []
    var seen = Set<IdentityKey>()
    func add(_ key: IdentityKey) { if seen.insert(key).inserted { keys.append(key) } }

    add(IdentityKey("id", mentor.id.rawValue))
    let page = WebAddress(mentor.page)
    if let page { add(IdentityKey("page", page.normalised)) }
    // A page that has moved is still the page that others name.
    if let former = WebAddress(mentor.id.rawValue) { add(IdentityKey("page", former.normalised)) }
    for address in [page].compactMap({ $0 }) + mentor.profiles.compactMap({ WebAddress($0) }) {
      if let handle = ProfileHandle(address) { add(IdentityKey("account", handle.service, handle.name)) }
      if let page, address != page {
        let ends = [page.normalised, address.normalised].sorted()
        add(IdentityKey("link", ends[0], ends[1]))
      }
    }
    for contact in mentor.contacts {
      if let handle = ProfileHandle(contact) { add(IdentityKey("account", handle.service, handle.name)) }
      if let email = emailAddress(contact) { add(IdentityKey("email", email)) }
    }
    return keys
  }

  private static func emailAddress(_ contact: Contact) -> String? {
    guard contact.value.contains("@"), ["email", "e-mail", "mail"].contains(contact.kind.lowercased()) else {
      return nil
    }
    var text = contact.value.lowercased()
    if text.hasPrefix("mailto:") { text.removeFirst(7) }
    let address = text.prefix { $0 != "?" }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !address.contains(where: \.isWhitespace),
      !sharedMailboxes.contains(String(parts[0]))
    else { return nil }
    return String(address)
  }

  /// Mailboxes that belong to an office, not to a person.
  private static let sharedMailboxes: Set<String> = [
    "admin", "community", "contact", "info", "mentoring", "mentors", "mentorship", "no-reply", "noreply", "office",
    "postmaster", "press", "support", "team", "volunteers", "webmaster",
  ]
}
