import MentorDirectory

extension PersonCard {
  /// The card of the person or organisation that a page is about
  /// (microformats.org/wiki/representative-h-card-parsing): the first whose `uid` and `url` are the page; else the first
  /// one of whose addresses the page links with `rel=me`; else the only one, if it has the page's address.
  ///
  /// - Parameters:
  ///   - cards: those of the page, in reading order.
  ///   - page: the page's address, empty if it is not known.
  ///   - me: the addresses that the page links with `rel=me`, absolute where the cards' are.
  public static func representative(of cards: [PersonCard], page: String, me: [String]) -> PersonCard? {
    let own = WebAddress(page)
    func isOwn(_ address: String) -> Bool { own != nil && WebAddress(address) == own }
    if let card = cards.first(where: { isOwn($0.uid) && $0.urls.contains(where: isOwn) }) { return card }
    let others = Set(me.compactMap { WebAddress($0) })
    if let card = cards.first(where: { $0.urls.contains { WebAddress($0).map(others.contains) ?? false } }) {
      return card
    }
    guard cards.count == 1, cards[0].urls.contains(where: isOwn) else { return nil }
    return cards[0]
  }
}
