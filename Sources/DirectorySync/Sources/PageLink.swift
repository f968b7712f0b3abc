import MentorDirectory

/// A page to visit.
struct PageLink: Hashable, Sendable {
  /// Names the page within its source (`PageAddress.normalised`).
  let address: String
  /// What to ask for: the address as it was written, with its slash at the end.
  let request: String
  /// True if somebody says that this is a mentor's page. One that was only come upon must speak for itself.
  let isNamed: Bool

  /// Nil if the text is no address of the web.
  init?(_ text: String, isNamed: Bool) {
    guard let address = PageAddress.normalised(text) else { return nil }
    let written = text.prefix { $0 != "#" }.trimmed
    self.address = address
    request = written.hasPrefix("http") && written.hasSuffix("/") ? address + "/" : address
    self.isNamed = isNamed
  }

  func named(_ isNamed: Bool) -> PageLink { PageLink(address: address, request: request, isNamed: isNamed) }

  private init(address: String, request: String, isNamed: Bool) {
    self.address = address
    self.request = request
    self.isNamed = isNamed
  }
}

extension [PageLink] {
  /// Each address once; a page that is named anywhere is named.
  var unique: [PageLink] {
    var positions: [String: Int] = [:], links: [PageLink] = []
    for link in self {
      guard let position = positions[link.address] else {
        positions[link.address] = links.count
        links.append(link)
        continue
      }
      if link.isNamed { links[position] = links[position].named(true) }
    }
    return links
  }

  /// The links with those of one host as far apart as possible: what waits for its turn at a host keeps no other
  /// host waiting. The order within a host stays.
  var spreadOverHosts: [PageLink] {
    var counts: [String: Int] = [:]
    let turns = map { link in
      let host = WebParts(link.address).host
      defer { counts[host, default: 0] += 1 }
      return counts[host, default: 0]
    }
    return zip(self, turns).enumerated().sorted { a, b in
      (a.element.1, a.offset) < (b.element.1, b.offset)
    }.map(\.element.0)
  }
}

extension [Mentor] {
  /// The mentoring pages that the records of a list lead to: what stands in a column for such pages, and any address
  /// of theirs that says so itself. A home page alone is not followed.
  var mentoringPages: [PageLink] {
    flatMap { mentor in
      let isStated = !mentor.page.isEmpty && !mentor.profiles.contains(mentor.page)
      let addresses = [mentor.page] + mentor.profiles
      return addresses.enumerated().compactMap { index, address -> PageLink? in
        guard (index == 0 && isStated) || PageAddress.saysMentoring(address),
          ProfileHandle.service(ofAddress: address) == nil
        else { return nil }
        return PageLink(address, isNamed: true)
      }
    }.unique
  }
}
