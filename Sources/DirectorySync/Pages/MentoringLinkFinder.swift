import Markup
import MentorDirectory

/// A link that looks as if it leads to somebody's mentoring page.
public struct MentoringLink: Equatable, Sendable {
  /// Why it looks so, surest first.
  public enum Reason: Int, Comparable, Sendable {
    /// `rel=mentoring`.
    case relation
    /// The host or the path says mentoring.
    case address
    /// The words of the link do.
    case text

    public static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }
  }

  public var address: String
  public var text: String
  public var reason: Reason

  public init(address: String, text: String, reason: Reason) {
    self.address = address
    self.text = text
    self.reason = reason
  }
}

/// Finds the way from a home page to the mentoring page of the same person.
public enum MentoringLinkFinder {
  static let maximumLinks = 10

  /// Links that may lead to the mentoring page, likeliest first, each address once, at most ten: those of
  /// `rel=mentoring` wherever they lead, others on the same site only (a link to somebody else's mentoring page, or to
  /// a movement, is no page of this person). The page itself is not among them.
  public static func links(in facts: HTMLFacts, address: String) -> [MentoringLink] {
    let base = facts.base.flatMap { LinkAddress.resolved($0, on: address) } ?? address
    let own = PageSource.normalised(address)
    var found: [MentoringLink] = []
    for relation in facts.mentoring { add(relation, text: "", .relation) }
    for link in facts.links {
      if let reason = reason(for: link) { add(link.address, text: link.text, reason) }
    }
    return Array(found.sorted { $0.reason < $1.reason }.prefix(maximumLinks))

    func add(_ reference: String, text: String, _ reason: MentoringLink.Reason) {
      let whole = LinkAddress.resolved(reference, on: base) ?? reference
      let page = String(whole.prefix { $0 != "#" })
      let key = PageSource.normalised(page)
      guard found.count < 200, own.isEmpty || (!key.isEmpty && key != own), !page.isEmpty,
        reason == .relation || isSameSite(page, as: address)
      else { return }
      if let index = found.firstIndex(where: {
        $0.address == page || (!key.isEmpty && PageSource.normalised($0.address) == key)
      }) {
        if reason < found[index].reason { found[index].reason = reason }
      } else {
        found.append(MentoringLink(address: page, text: text, reason: reason))
      }
    }
  }

  /// Where mentoring pages are when no link leads there, likeliest first: the well-known paths beside the home page
  /// and at the root, and the subdomain. Empty if `home` is no address of the web.
  public static func wellKnownAddresses(for home: String) -> [String] {
    guard WebParts.isWeb(home) else { return [] }
    let parts = WebParts(home)
    var folders = [parts.origin + "/"]
    // A person's own folder ("/~robin/") comes before the root of the host.
    if let own = parts.path.first, own.hasPrefix("~") || own.hasPrefix("@") {
      folders.insert("\(parts.origin)/\(own)/", at: 0)
    }
    var found = folders.flatMap { folder in
      ["mentoring", "mentoring/", "mentoring.html", "mentorship"].map { folder + $0 }
    }
    let isName = parts.host.contains(where: \.isLetter) && parts.host.contains(".") && !parts.host.contains(":")
    if folders.count == 1, isName, !parts.host.hasPrefix("mentoring.") {
      let scheme = home.lowercased().hasPrefix("http://") ? "http" : "https"
      found.append("\(scheme)://mentoring.\(parts.host)/")
    }
    return found
  }

  private static func reason(for link: HTMLFacts.Link) -> MentoringLink.Reason? {
    if link.rel.contains("mentoring") { return .relation }
    let scheme = LinkAddress.scheme(of: link.address)
    if let scheme, scheme != "http", scheme != "https" { return nil }
    let parts = WebParts(link.address)
    let path = scheme == nil ? link.address.lowercased() : parts.path.joined(separator: "/")
    let words = (path + "/" + (parts.host.hasPrefix("mentor") ? parts.host : "")).foldedForPhrases
    let isAddress = PagePhrases.mentoring.matches(words)
    guard isAddress || (PagePhrases.mentoring.matches(link.text.foldedForPhrases) && link.text.count <= 60) else {
      return nil
    }
    // A post about mentoring, years deep in a blog, is not the page; its folder is a date or a tag.
    let isPost =
      parts.path.contains { $0.count == 4 && Int($0) != nil } || parts.path.contains { ["tag", "tags"].contains($0) }
    return isPost ? nil : isAddress ? .address : .text
  }

  /// The host, or one above or below it.
  private static func isSameSite(_ address: String, as page: String) -> Bool {
    guard WebParts.isWeb(page), WebParts.isWeb(address) else { return true }
    let (a, b) = (WebParts(address).host, WebParts(page).host)
    return a == b || a.hasSuffix("." + b) || b.hasSuffix("." + a)
  }
}
