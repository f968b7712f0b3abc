/// Tells what stands around the text of a page by the words of classes and identifiers that site builders share.
enum SiteFurniture {
  /// Banners about cookies and consent.
  static func isBanner(_ element: HTMLElement) -> Bool {
    guard element.isBlock, element.name != "body", element.name != "html" else { return false }
    for (name, value) in element.attributes where name == "class" || name == "id" || name == "aria-label" {
      if words(of: value, separators: { !isLetter($0) }).contains(where: { consent.contains($0) }) { return true }
    }
    return false
  }

  /// Menus, bars at the side, comments, buttons for sharing, other posts. Inside an article only what no writer writes.
  static func isAround(_ element: HTMLElement, isInArticle: Bool) -> Bool {
    guard element.isBlock, element.name != "body", element.name != "html", !element.isHeading else { return false }
    for (name, value) in element.attributes where name == "class" || name == "id" {
      let found = words(of: value, separators: { $0 <= 0x20 }).contains { word in
        beside.contains(word) || (!isInArticle && around.contains(word))
      }
      if found { return true }
    }
    return false
  }

  private static let consent: Set<String> = ["cookie", "cookies", "consent", "gdpr", "cookiebanner", "cookieconsent"]
  private static let beside: Set<String> = [
    "breadcrumb", "breadcrumbs", "pagination", "pager", "sharedaddy", "share-buttons", "sharing-buttons",
    "social-share",
    "related-posts", "jp-relatedposts", "post-navigation", "nav-links", "comments-area", "comment-list",
    "comment-respond",
    "disqus_thread", "comments", "webmentions", "skip-links", "addtoany_share_save_container", "table-of-contents",
    "toc",
  ]
  private static let around: Set<String> = [
    "nav", "navbar", "navigation", "main-navigation", "site-navigation", "menu", "nav-menu", "menu-container", "topbar",
    "sidebar", "site-sidebar", "widget-area", "widget", "secondary", "blogroll", "footer", "site-footer", "page-footer",
    "colophon", "site-info", "site-header", "masthead", "site-title", "site-branding", "newsletter-signup",
    "social-links", "social-icons", "copyright",
  ]

  private static func words(of value: String, separators: (UInt8) -> Bool) -> [String] {
    value.utf8.split(whereSeparator: separators).lazy.filter { (2...32).contains($0.count) }
      .map { Substring($0).lowercased() }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
